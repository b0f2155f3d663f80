#include "gradcheck.h"
#include "logistic_regression.h"
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_zero_by_hand),
        cmocka_unit_test(hessian_by_hand),
        cmocka_unit_test(newton_reaches_the_minimum),
        cmocka_unit_test(one_feature_twice_is_singular),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(planted_mistakes_are_caught),
    };
    return cmocka_run_group_tests_name("logistic_regression", tests, NULL, NULL);
}
