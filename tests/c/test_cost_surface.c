#include "cost_surface.h"
#include "gradcheck.h"
#include "random.h"
#include "test.h"

enum { M = 5 };
static double x[M] = {-1.5, -0.5, 0, 1, 2}, y[M] = {1, 1, 0, 1, 0};
static const gw_matrix X = {1, M, M, x}, Y = {1, M, M, y};

/* By hand at w = b = 0: a = ½, so J = ln 2 or ⅛; Σ x = 1, Σ x y = −1, Σ y = 3,
 * Σ x² = 7.5. The slopes are means of x(½ − y), ½ − y, for squared error ¼ of
 * them; the curvatures c are ¼, and 1/16 as 1 − 2a = 0. */
static void known_values_at_the_origin(void **state) {
    (void)state;
    static const double COST[] = {0.69314718055994530942, 0.125}, PART[] = {1, 0.25};
    for (int k = 0; k < GW_CRITERIA; k++) {
        gw_criterion criterion = (gw_criterion)k;
        double J, dw, db, ww, wb, bb, c = PART[k] / 4, det;
        assert_ok(gw_cost_surface_value(criterion, &X, &Y, 0, 0, &J));
        assert_close(J, COST[k], 4 * DBL_EPSILON, 0);
        assert_ok(gw_cost_surface_gradient(criterion, &X, &Y, 0, 0, &dw, &db));
        assert_close(dw, PART[k] * (0.5 * 1 + 1) / M, 4 * DBL_EPSILON, 0);
        assert_close(db, PART[k] * (2.5 - 3) / M, 4 * DBL_EPSILON, 0);
        assert_ok(gw_cost_surface_hessian(criterion, &X, &Y, 0, 0, &ww, &wb, &bb));
        assert_close(ww, c * 7.5 / M, 4 * DBL_EPSILON, 0);
        assert_close(wb, c * 1 / M, 4 * DBL_EPSILON, 0);
        assert_close(bb, c, 4 * DBL_EPSILON, 0);
        assert_ok(gw_cost_surface_determinant(criterion, &X, &Y, 0, 0, &det));
        assert_close(det, ww * bb - wb * wb, 16 * DBL_EPSILON, 0);
    }
}

/* (2 1; 1 2) has 1 and 3; a diagonal has itself; (0 1; 1 0) has −1 and 1. */
static void known_eigenvalues(void **state) {
    (void)state;
    static const double KNOWN[][5] = {{2, 1, 2, 1, 3}, {5, 0, -4, -4, 5}, {0, 1, 0, -1, 1}};
    double low, high;
    for (int i = 0; i < 3; i++) {
        const double *k = KNOWN[i];
        assert_ok(gw_cost_surface_eigenvalues(k[0], k[1], k[2], &low, &high));
        assert_close(low, k[3], 2 * DBL_EPSILON, 0);
        assert_close(high, k[4], 2 * DBL_EPSILON, 0);
    }
    assert_int_equal(gw_cost_surface_eigenvalues(NAN, 0, 1, &low, &high), GW_NOT_FINITE);
    assert_int_equal(gw_cost_surface_eigenvalues(1, 0, 1, NULL, &high), GW_NULL);
}

/* Far out, where a is 1 to rounding, nothing is NaN and a wrong answer still
 * costs |z|; squared error flattens there, so it cannot tell which way to go. */
static void confident_mistakes(void **state) {
    (void)state;
    assert_close(gw_cost_surface_loss(GW_LOG_LOSS, 800, 0), 800, 0, 0);
    assert_close(gw_cost_surface_loss_slope(GW_LOG_LOSS, 800, 0), 1, 0, 0);
    assert_close(gw_cost_surface_loss(GW_SQUARED_ERROR, 800, 0), 0.5, 0, 0);
    assert_close(gw_cost_surface_loss_slope(GW_SQUARED_ERROR, 800, 0), 0, 0, 0);
    /* At y = 0 and large z the curvature is a'² + a a'(1 − 2a) → −e^(−z). */
    assert_close(gw_cost_surface_loss_curvature(GW_SQUARED_ERROR, 40, 0), -exp(-40),
                 8 * DBL_EPSILON, 0);
    assert_true(isnan(gw_cost_surface_loss(GW_CRITERIA, 0, 0)));
    assert_true(isnan(gw_cost_surface_loss_slope(GW_CRITERIA, 0, 0)));
    assert_true(isnan(gw_cost_surface_loss_curvature(GW_CRITERIA, 0, 0)));
}

/* The first step from the origin by hand, with the slopes above: dw = 0.3 and
 * db = −0.1. Had b moved with the slope after w's move, it would differ. */
static void a_descent(void **state) {
    (void)state;
    double data[3 * 41] = {0}, dw, db;
    gw_matrix path = {3, 40, 41, data};
    data[40] = data[81] = data[122] = 55; /* beyond the row: not the path's */
    assert_ok(gw_cost_surface_descend(GW_LOG_LOSS, &X, &Y, 0, 0, 0.5, &path));
    assert_close(data[1], -0.15, 4 * DBL_EPSILON, 0);
    assert_close(data[41 + 1], 0.05, 4 * DBL_EPSILON, 0);
    for (int i = 1; i < 40; i++)
        assert_true(data[82 + i] < data[82 + i - 1]);
    assert_ok(gw_cost_surface_gradient(GW_LOG_LOSS, &X, &Y, data[39], data[41 + 39], &dw, &db));
    assert_true(fabs(dw) < 0.01 && fabs(db) < 0.01);
    for (int k = 0; k < 3; k++)
        assert_close(data[41 * k + 40], 55, 0, 0);
    assert_int_equal(gw_cost_surface_descend(GW_LOG_LOSS, &X, &Y, 1e308, 0, 1, &path),
                     GW_NOT_FINITE);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double data[6] = {9, 9, 9, 9, 9, 9}, J = 9, a = 9, b = 9;
    gw_matrix path = {3, 2, 2, data}, flat = {2, 3, 3, data}, wide = {1, M + 1, M + 1, data};
    static const double BAD[] = {0, -1, NAN};
    for (int i = 0; i < 3; i++)
        assert_int_equal(gw_cost_surface_descend(GW_LOG_LOSS, &X, &Y, 0, 0, BAD[i], &path),
                         GW_RANGE);
    assert_int_equal(gw_cost_surface_descend(GW_CRITERIA, &X, &Y, 0, 0, 1, &path), GW_RANGE);
    assert_int_equal(gw_cost_surface_descend(GW_LOG_LOSS, &X, &Y, 0, 0, 1, &flat), GW_SHAPE);
    assert_int_equal(gw_cost_surface_value(GW_CRITERIA, &X, &Y, 0, 0, &J), GW_RANGE);
    assert_int_equal(gw_cost_surface_value(GW_LOG_LOSS, &X, &wide, 0, 0, &J), GW_SHAPE);
    assert_int_equal(gw_cost_surface_value(GW_LOG_LOSS, &X, &Y, 0, 0, NULL), GW_NULL);
    assert_int_equal(gw_cost_surface_gradient(GW_LOG_LOSS, NULL, &Y, 0, 0, &a, &b), GW_NULL);
    assert_int_equal(gw_cost_surface_gradient(GW_LOG_LOSS, &X, &Y, 0, 0, &a, NULL), GW_NULL);
    assert_int_equal(gw_cost_surface_hessian(GW_LOG_LOSS, &X, &Y, 0, 0, &J, &a, NULL), GW_NULL);
    assert_int_equal(gw_cost_surface_determinant(GW_LOG_LOSS, &X, &Y, 0, 0, NULL), GW_NULL);
    assert_true(J == 9 && a == 9 && b == 9);
    for (int i = 0; i < 6; i++)
        assert_close(data[i], 9, 0, 0);
    assert_int_equal(gw_cost_surface_value(GW_LOG_LOSS, &X, &Y, NAN, 0, &J), GW_NOT_FINITE);
    assert_int_equal(gw_cost_surface_gradient(GW_LOG_LOSS, &X, &Y, 0, NAN, &a, &b), GW_NOT_FINITE);
    assert_int_equal(gw_cost_surface_hessian(GW_LOG_LOSS, &X, &Y, 0, NAN, &J, &a, &b),
                     GW_NOT_FINITE);
}

/* What J's gradient at theta = (w, b) is said to be, judged by values of J. */
static gw_verdict check(gw_criterion criterion, const double *theta, const double *gradient) {
    double memory[10000], point[2], J;
    gw_gradcheck_block blocks[] = {{"w", 0, 1, 1}, {"b", 1, 1, 1}};
    gw_gradcheck_problem p = {
        .size = 2, .blocks = 2, .theta = theta, .gradient = gradient, .block = blocks, .seed = 6};
    gw_gradcheck *c;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    assert_true(gw_gradcheck_bytes(2, 2) <= sizeof memory);
    assert_ok(gw_gradcheck_start(&p, memory, &c));
    while (gw_gradcheck_next(c, &ask)) {
        assert_ok(gw_gradcheck_point(c, ask.id, point));
        assert_ok(gw_cost_surface_value(criterion, &X, &Y, point[0], point[1], &J));
        assert_ok(gw_gradcheck_tell(c, ask.id, J));
    }
    assert_ok(gw_gradcheck_result(c, &result));
    return result.verdict;
}

/* The slips one makes: the sum for the mean, x forgotten, y − a for a − y, and
 * the log loss's slope under squared error. */
static void planted_wrong_gradients_are_caught(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 6);
    for (int i = 0; i < 20; i++) {
        double theta[] = {gw_random_normal(&rng), gw_random_normal(&rng)}, g[2], s[2];
        assert_ok(gw_cost_surface_gradient(GW_LOG_LOSS, &X, &Y, theta[0], theta[1], &g[0], &g[1]));
        assert_ok(
            gw_cost_surface_gradient(GW_SQUARED_ERROR, &X, &Y, theta[0], theta[1], &s[0], &s[1]));
        assert_int_equal(check(GW_LOG_LOSS, theta, g), GW_PASS);
        assert_int_equal(check(GW_SQUARED_ERROR, theta, s), GW_PASS);
        assert_int_equal(check(GW_LOG_LOSS, theta, (double[]){M * g[0], M * g[1]}), GW_FAIL);
        assert_int_equal(check(GW_LOG_LOSS, theta, (double[]){g[1], g[1]}), GW_FAIL);
        assert_int_equal(check(GW_LOG_LOSS, theta, (double[]){-g[0], -g[1]}), GW_FAIL);
        assert_int_equal(check(GW_SQUARED_ERROR, theta, g), GW_FAIL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_values_at_the_origin),
        cmocka_unit_test(known_eigenvalues),
        cmocka_unit_test(confident_mistakes),
        cmocka_unit_test(a_descent),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(planted_wrong_gradients_are_caught),
    };
    return cmocka_run_group_tests_name("cost_surface", tests, NULL, NULL);
}
