#include "gradcheck.h"
#include "logistic_regression.h"
#include "loss.h"
#include "test.h"

#include <stdlib.h>

enum { N = 2, M = 4 };
static double x_data[] = {1, -1, 2, 0, 0, 3, 1, -2}, y_data[] = {1, 0, 1, 0};
static const gw_matrix X = {N, M, M, x_data}, Y = {1, M, M, y_data};

/* At w = 0, b = 0 every a is ½: dz = ½ − y, J = ln 2, and the sums by hand. */
static void at_zero_by_hand(void **state) {
    (void)state;
    double w_data[N] = {0}, z[M], dz[M], dw_data[N], loop_data[N], db, J;
    gw_matrix w = {N, 1, 1, w_data}, Z = {1, M, M, z}, dZ = {1, M, M, dz};
    gw_matrix dw = {N, 1, 1, dw_data}, loops = {N, 1, 1, loop_data};
    assert_ok(gw_logistic_regression_gradient(&X, &Y, &w, 0, &Z, &dZ, &dw, &db, &J));
    assert_close(J, log(2), 4 * DBL_EPSILON, 0);
    assert_close(db, 0, 0, 0);
    assert_close(dw_data[0], (-0.5 - 0.5 - 1) / 4, 0, 0); /* 1·(−½) − 1·½ + 2·(−½) + 0 */
    assert_close(dw_data[1], (1.5 - 0.5 - 1) / 4, 0, 0);  /* 0 + 3·½ + 1·(−½) − 2·½ */
    assert_ok(gw_logistic_regression_gradient_loops(&X, &Y, &w, 0, &loops, &db, &J));
    for (int k = 0; k < N; k++)
        assert_close(loop_data[k], dw_data[k], 0, 0);
    assert_close(J, log(2), 4 * DBL_EPSILON, 0);
}

/* a(1 − a) is ¼ at 0: H = ¼·(1/m) Xa Xaᵀ, multiplied out by hand. */
static void hessian_by_hand(void **state) {
    (void)state;
    double z[M] = {0}, h[N * N];
    gw_matrix Z = {1, M, M, z}, H = {N, N, N, h};
    assert_ok(gw_logistic_regression_hessian(&X, &Z, &H));
    static const double EXPECTED[] = {6. / 16, -1. / 16, -1. / 16, 14. / 16};
    for (int i = 0; i < N * N; i++)
        assert_close(h[i], EXPECTED[i], 0, 0);
    z[0] = z[1] = z[2] = z[3] = 1000; /* far out it is 0, and no NaN */
    assert_ok(gw_logistic_regression_hessian(&X, &Z, &H));
    assert_close(h[0], 0, 0, 0);
}

/* One feature that is always 1: the minimum is where a is the share of ones,
 * θ = ln(p/(1 − p)), and Newton's steps get there. Here p = ¾. */
static void newton_reaches_the_minimum(void **state) {
    (void)state;
    double ones[] = {1, 1, 1, 1}, y[] = {1, 1, 0, 1};
    double t[] = {0}, z[M], dz[M], dt[1], h[1], l[1], s[1];
    gw_matrix Xa = {1, M, M, ones}, Y1 = {1, M, M, y}, theta = {1, 1, 1, t};
    gw_matrix Z = {1, M, M, z}, dZ = {1, M, M, dz}, dtheta = {1, 1, 1, dt};
    gw_matrix H = {1, 1, 1, h}, L = {1, 1, 1, l}, step = {1, 1, 1, s};
    assert_ok(gw_logistic_regression_newton(&Xa, &Y1, &theta, &Z, &dZ, &dtheta, &H, &L, &step));
    assert_close(s[0], 1, 4 * DBL_EPSILON, 0); /* −(½ − ¾)/(¼) */
    assert_close(t[0], 0, 0, 0);               /* the caller moves */
    for (int i = 0; i < 8; i++) {
        assert_ok(gw_logistic_regression_newton(&Xa, &Y1, &theta, &Z, &dZ, &dtheta, &H, &L, &step));
        t[0] += s[0];
    }
    assert_close(t[0], log(3), 4 * DBL_EPSILON, 0);
    t[0] = 800; /* every a is 1: no curvature left */
    assert_int_equal(
        gw_logistic_regression_newton(&Xa, &Y1, &theta, &Z, &dZ, &dtheta, &H, &L, &step),
        GW_SINGULAR);
}

static double cost_at(double t, const gw_matrix *Xa, const gw_matrix *Y1) {
    double z[M], J;
    gw_matrix theta = {1, 1, 1, &t}, Z = {1, M, M, z};
    assert_ok(gw_logistic_regression_forward(Xa, &theta, 0, &Z));
    assert_ok(gw_loss_cost(&Z, Y1, &J));
    return J;
}

/* With the minimum at ln 3, from 0: a step of 1 is taken whole; one of 64 is too long,
 * and so are its half and its quarter, until it lands where the cost is lower; one
 * upwards never is. */
static void a_step_is_halved_until_the_cost_falls(void **state) {
    (void)state;
    double ones[] = {1, 1, 1, 1}, y[] = {1, 1, 0, 1}, t[] = {0}, z[M], n[1], part, J;
    gw_matrix Xa = {1, M, M, ones}, Y1 = {1, M, M, y}, theta = {1, 1, 1, t};
    gw_matrix Z = {1, M, M, z}, next = {1, 1, 1, n};
    for (double length = 1; length <= 64; length *= 64) {
        gw_matrix step = {1, 1, 1, &length};
        assert_ok(gw_logistic_regression_backtrack(&Xa, &Y1, &theta, &step, &Z, &next, &part, &J));
        assert_close(n[0], part * length, 0, 0);
        assert_close(z[0], n[0], 0, 0);
        assert_close(J, cost_at(n[0], &Xa, &Y1), 0, 0);
        assert_true(J <= cost_at(0, &Xa, &Y1));
        assert_true(part == 1 || cost_at(2 * n[0], &Xa, &Y1) > cost_at(0, &Xa, &Y1));
        assert_close(part, length == 1 ? 1 : 1. / 32, 0, 0);
    }
    double up[] = {-1000};
    gw_matrix step = {1, 1, 1, up};
    t[0] = 1e-6;
    assert_ok(gw_logistic_regression_backtrack(&Xa, &Y1, &theta, &step, &Z, &next, &part, &J));
    assert_close(part, 0, 0, 0);
    assert_close(n[0], 1e-6, 0, 0);
    assert_close(J, cost_at(1e-6, &Xa, &Y1), 0, 0);
    assert_int_equal(gw_logistic_regression_backtrack(&Xa, &Y1, &theta, &step, &Z, &next, NULL, &J),
                     GW_NULL);
}

/* One feature twice: the coefficients cannot be told apart. */
static void one_feature_twice_is_singular(void **state) {
    (void)state;
    double x[] = {1, -1, 2, 0.3, 1, -1, 2, 0.3}, t[2] = {0}, z[M], dz[M], dt[2], h[4], l[4], s[2];
    gw_matrix Xa = {2, M, M, x}, theta = {2, 1, 1, t}, Z = {1, M, M, z}, dZ = {1, M, M, dz};
    gw_matrix dtheta = {2, 1, 1, dt}, H = {2, 2, 2, h}, L = {2, 2, 2, l}, step = {2, 1, 1, s};
    assert_int_equal(
        gw_logistic_regression_newton(&Xa, &Y, &theta, &Z, &dZ, &dtheta, &H, &L, &step),
        GW_SINGULAR);
}

/* Yes and no at x = 0: 3 and 1, at x = 1: 1 and 3. The log odds b of the first
 * four has the variance 1/3 + 1/1, and w is the difference of two such. */
static const double GROUPS[] = {0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
static const double COVARIANCE[] = {8. / 3, -4. / 3, -4. / 3, 4. / 3};

/* Does V times the information, Xa S Xaᵀ summed here, give the identity? */
static int inverts_the_information(const double *v) {
    double info[4] = {0}, off = 0, s = 3. / 16; /* a(1 − a) is ¾·¼ for all */
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 4; j++)
            info[j] += s * GROUPS[i + 8 * (j / 2)] * GROUPS[i + 8 * (j % 2)];
    for (int j = 0; j < 4; j++) {
        double entry = v[j / 2 * 2] * info[j % 2] + v[j / 2 * 2 + 1] * info[2 + j % 2];
        off = fmax(off, fabs(entry - (j / 2 == j % 2)));
    }
    return off < 64 * DBL_EPSILON;
}

static void covariance_by_hand(void **state) {
    (void)state;
    double x[16], z[8], h[4], l[4], v[] = {9, 9, 9, 9, 9, 9}, close[4], se[3];
    for (int i = 0; i < 16; i++)
        x[i] = GROUPS[i];
    for (int i = 0; i < 8; i++)
        z[i] = i < 4 ? log(3) : -log(3);
    gw_matrix Xa = {2, 8, 8, x}, Z = {1, 8, 8, z}, H = {2, 2, 2, h}, L = {2, 2, 2, l};
    gw_matrix V = {2, 2, 3, v};
    assert_ok(gw_logistic_regression_covariance(&Xa, &Z, &H, &L, &V));
    for (int j = 0; j < 4; j++) {
        close[j] = v[j / 2 * 3 + j % 2];
        assert_close(close[j], COVARIANCE[j], 32 * DBL_EPSILON, 0);
    }
    assert_close(v[2], 9, 0, 0); /* beside V nothing is written */
    assert_true(inverts_the_information(close));

    double c[] = {1, 0, 1, 0, 1, 1}; /* w, b, and z at x = 1 */
    gw_matrix C = {2, 3, 3, c}, error = {1, 3, 3, se};
    assert_ok(gw_logistic_regression_standard_errors(&V, &C, &error));
    static const double VARIANCE[] = {8. / 3, 4. / 3, 4. / 3};
    for (int i = 0; i < 3; i++)
        assert_close(se[i], sqrt(VARIANCE[i]), 32 * DBL_EPSILON, 0);
}

/* Planted: the inverse of H, a mean, for that of the information, a sum; the
 * information itself; its diagonal inverted alone; a sign. */
static void planted_covariances_are_caught(void **state) {
    (void)state;
    const double mean[] = {64. / 3, -32. / 3, -32. / 3, 32. / 3}, info[] = {.75, .75, .75, 1.5};
    const double diagonal[] = {4. / 3, 0, 0, 2. / 3}, sign[] = {8. / 3, 4. / 3, 4. / 3, 4. / 3};
    assert_true(inverts_the_information(COVARIANCE));
    assert_false(inverts_the_information(mean));
    assert_false(inverts_the_information(info));
    assert_false(inverts_the_information(diagonal));
    assert_false(inverts_the_information(sign));
}

static void covariance_says_what_is_wrong(void **state) {
    (void)state;
    double x[] = {1, -1, 2, 0.3, 1, -1, 2, 0.3}, z[M] = {0}, h[4], l[4], v[4], se[2] = {9, 9};
    double negative[] = {1, 0, 0, -1}, c[] = {1, 0, 0, 1};
    gw_matrix Xa = {2, M, M, x}, Z = {1, M, M, z}, H = {2, 2, 2, h}, L = {2, 2, 2, l};
    gw_matrix V = {2, 2, 2, v}, C = {2, 2, 2, c}, error = {1, 2, 2, se}, wide = {1, 4, 4, v};
    assert_int_equal(gw_logistic_regression_covariance(&Xa, &Z, &H, &L, &V), GW_SINGULAR);
    x[0] = 5; /* now the two features differ, but every a is 1 */
    z[0] = z[1] = z[2] = z[3] = 800;
    assert_int_equal(gw_logistic_regression_covariance(&Xa, &Z, &H, &L, &V), GW_SINGULAR);
    assert_int_equal(gw_logistic_regression_covariance(&Xa, &Z, &H, &L, &wide), GW_SHAPE);
    assert_int_equal(gw_logistic_regression_covariance(&Xa, &Z, &H, NULL, &V), GW_NULL);
    assert_int_equal(gw_logistic_regression_standard_errors(&wide, &C, &error), GW_SHAPE);
    assert_int_equal(gw_logistic_regression_standard_errors(NULL, &C, &error), GW_NULL);
    assert_close(se[0], 9, 0, 0);
    V.data = negative;
    assert_int_equal(gw_logistic_regression_standard_errors(&V, &C, &error), GW_DOMAIN);
    negative[3] = NAN;
    assert_int_equal(gw_logistic_regression_standard_errors(&V, &C, &error), GW_NOT_FINITE);
}

static void the_cost_need_not_be_asked_for(void **state) {
    (void)state;
    double w_data[N] = {1, -2}, z[M], dz[M], dw_data[N], other_data[N], db, other_db, J;
    gw_matrix w = {N, 1, 1, w_data}, Z = {1, M, M, z}, dZ = {1, M, M, dz};
    gw_matrix dw = {N, 1, 1, dw_data}, other = {N, 1, 1, other_data};
    assert_int_equal(gw_logistic_regression_gradient(&X, &Y, &w, 0.5, &Z, &dZ, &dw, &db, &J),
                     GW_OK);
    assert_int_equal(
        gw_logistic_regression_gradient(&X, &Y, &w, 0.5, &Z, &dZ, &other, &other_db, NULL), GW_OK);
    assert_true(db == other_db);
    assert_memory_equal(dw_data, other_data, sizeof dw_data);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double w_data[N] = {0}, z[M], dz[M], dw_data[N] = {9, 9}, db = 9, J = 9;
    gw_matrix w = {N, 1, 1, w_data}, Z = {1, M, M, z}, dZ = {1, M, M, dz}, dw = {N, 1, 1, dw_data};
    gw_matrix row = {1, N, N, w_data};
    assert_int_equal(gw_logistic_regression_gradient(&X, &Y, &row, 0, &Z, &dZ, &dw, &db, &J),
                     GW_SHAPE);
    assert_int_equal(gw_logistic_regression_gradient(&X, &X, &w, 0, &Z, &dZ, &dw, &db, &J),
                     GW_SHAPE);
    assert_int_equal(gw_logistic_regression_gradient(&X, &Y, &w, 0, &Z, &dZ, &dw, NULL, &J),
                     GW_NULL);
    assert_int_equal(gw_logistic_regression_gradient_loops(&X, &Y, &w, 0, &dw, &db, NULL), GW_NULL);
    assert_close(dw_data[0], 9, 0, 0);
    assert_close(db, 9, 0, 0);
    w_data[0] = NAN; /* a bad number shows */
    assert_int_equal(gw_logistic_regression_gradient(&X, &Y, &w, 0, &Z, &dZ, &dw, &db, &J),
                     GW_NOT_FINITE);
}

/* The checker's verdict on a gradient (dw, db) at w = (0.3, −0.2), b = 0.1. */
static gw_verdict judged(const double *gradient) {
    double theta[] = {0.3, -0.2, 0.1}, point[3], z[M], dz[M], dw_data[N], db, J;
    gw_gradcheck_block blocks[] = {{"w", 0, N, 1}, {"b", N, 1, 1}};
    gw_gradcheck_problem problem = {
        .size = 3, .blocks = 2, .theta = theta, .gradient = gradient, .block = blocks};
    void *memory = malloc(gw_gradcheck_bytes(3, 2));
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    gw_matrix w = {N, 1, 1, point}, Z = {1, M, M, z}, dZ = {1, M, M, dz}, dw = {N, 1, 1, dw_data};
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, point));
        assert_ok(gw_logistic_regression_gradient(&X, &Y, &w, point[N], &Z, &dZ, &dw, &db, &J));
        assert_ok(gw_gradcheck_tell(check, ask.id, J));
    }
    assert_ok(gw_gradcheck_result(check, &result));
    free(memory);
    return result.verdict;
}

/* Planted: no 1/m, y − a, db forgotten, one example left out. */
static void planted_mistakes_are_caught(void **state) {
    (void)state;
    double w_data[] = {0.3, -0.2}, z[M], dz[M], g[3], J;
    gw_matrix w = {N, 1, 1, w_data}, Z = {1, M, M, z}, dZ = {1, M, M, dz}, dw = {N, 1, 1, g};
    assert_ok(gw_logistic_regression_gradient(&X, &Y, &w, 0.1, &Z, &dZ, &dw, &g[2], &J));
    assert_int_equal(judged(g), GW_PASS);
    const double sum[] = {M * g[0], M * g[1], M * g[2]}, turned[] = {-g[0], -g[1], -g[2]};
    const double no_db[] = {g[0], g[1], 0}, short_db[] = {g[0], g[1], g[2] - dz[M - 1] / M};
    assert_int_equal(judged(sum), GW_FAIL);
    assert_int_equal(judged(turned), GW_FAIL);
    assert_int_equal(judged(no_db), GW_FAIL);
    assert_int_equal(judged(short_db), GW_FAIL);
}

/* Σ w² = 0.13 at (0.3, −0.2). With λ = 2 and m = 4 the price is ¼ of it; each dw, 1 before,
 * gains half of its w. Who forgets the ½ of λ/2m, or the price of one weight, would be seen. */
static void a_price_on_weights_by_hand(void **state) {
    (void)state;
    double w_data[] = {0.3, -0.2}, g[] = {1, 1}, price = 9;
    gw_matrix w = {N, 1, 1, w_data}, dw = {N, 1, 1, g}, row = {1, N, N, g};
    assert_ok(gw_logistic_regression_ridge(2, M, &w, &dw, &price));
    assert_close(price, 0.13 / 4, DBL_EPSILON, 0);
    assert_close(g[0], 1.15, DBL_EPSILON, 0);
    assert_close(g[1], 0.9, DBL_EPSILON, 0);
    assert_ok(gw_logistic_regression_ridge(0, M, &w, &dw, &price)); /* free of charge */
    assert_close(price, 0, 0, 0);
    assert_close(g[0], 1.15, DBL_EPSILON, 0);
    price = 9;
    assert_int_equal(gw_logistic_regression_ridge(-1, M, &w, &dw, &price), GW_RANGE);
    assert_int_equal(gw_logistic_regression_ridge(NAN, M, &w, &dw, &price), GW_RANGE);
    assert_int_equal(gw_logistic_regression_ridge(1, 0, &w, &dw, &price), GW_RANGE);
    assert_int_equal(gw_logistic_regression_ridge(1, M, &w, &row, &price), GW_SHAPE);
    assert_int_equal(gw_logistic_regression_ridge(1, M, &w, &dw, NULL), GW_NULL);
    assert_close(price, 9, 0, 0);
    assert_close(g[0], 1.15, DBL_EPSILON, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_zero_by_hand),
        cmocka_unit_test(hessian_by_hand),
        cmocka_unit_test(newton_reaches_the_minimum),
        cmocka_unit_test(a_step_is_halved_until_the_cost_falls),
        cmocka_unit_test(one_feature_twice_is_singular),
        cmocka_unit_test(covariance_by_hand),
        cmocka_unit_test(planted_covariances_are_caught),
        cmocka_unit_test(covariance_says_what_is_wrong),
        cmocka_unit_test(the_cost_need_not_be_asked_for),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(planted_mistakes_are_caught),
        cmocka_unit_test(a_price_on_weights_by_hand),
    };
    return cmocka_run_group_tests_name("logistic_regression", tests, NULL, NULL);
}
