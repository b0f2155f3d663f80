#include "random_matrix.h"
#include "scaling.h"
#include "test.h"

/* By hand: 2, 4, 4, 4, 5, 5, 7, 9 has mean 5 and variance 32/8 = 4. */
static void known_values(void **state) {
    (void)state;
    double x[] = {2, 4, 4, 4, 5, 5, 7, 9}, mean[1], scale[1], out[8];
    gw_matrix X = {1, 8, 8, x}, M = {1, 1, 1, mean}, S = {1, 1, 1, scale}, O = {1, 8, 8, out};
    assert_ok(gw_scaling_fit(&X, &M, &S));
    assert_close(mean[0], 5, 0, 0);
    assert_close(scale[0], 2, 2 * DBL_EPSILON, 0);
    assert_ok(gw_scaling_apply(&X, &M, &S, &O));
    assert_close(out[0], -1.5, 2 * DBL_EPSILON, 0);
    assert_close(out[7], 2, 2 * DBL_EPSILON, 0);
}

/* 0.1 summed thrice and divided is not 0.1: the scale must not be that rounding. */
static void a_constant_feature_gets_scale_1(void **state) {
    (void)state;
    double x[] = {0.1, 0.1, 0.1, 7, 7, 7}, mean[2], scale[2], out[6];
    gw_matrix X = {2, 3, 3, x}, M = {2, 1, 1, mean}, S = {2, 1, 1, scale}, O = {2, 3, 3, out};
    assert_ok(gw_scaling_fit(&X, &M, &S));
    assert_close(mean[0], 0.1, 0, 0);
    assert_close(scale[0], 1, 0, 0);
    assert_close(scale[1], 1, 0, 0);
    assert_ok(gw_scaling_apply(&X, &M, &S, &O));
    for (int i = 0; i < 6; i++)
        assert_close(out[i], 0, 0, 0);
    gw_matrix one = {2, 1, 3, x}; /* one example: every feature is constant */
    assert_ok(gw_scaling_fit(&one, &M, &S));
    assert_close(scale[0], 1, 0, 0);
}

/* A large mean and a small spread: the one-pass formula Σx² − m·mean² loses all
 * digits here. The deviations are −1, 0, 1, so the variance is 2/3. */
static void the_variance_does_not_cancel(void **state) {
    (void)state;
    double x[] = {1e9 - 1, 1e9, 1e9 + 1}, mean[1], scale[1];
    gw_matrix X = {1, 3, 3, x}, M = {1, 1, 1, mean}, S = {1, 1, 1, scale};
    assert_ok(gw_scaling_fit(&X, &M, &S));
    assert_close(mean[0], 1e9, 0, 0);
    assert_close(scale[0], sqrt(2.0 / 3), 4 * DBL_EPSILON, 0);
}

/* Units must not matter: squares of 1e±200 would overflow or vanish. */
static void any_unit_is_as_good(void **state) {
    (void)state;
    static const double UNIT[] = {1e-200, 1, 1e200};
    for (int u = 0; u < 3; u++) {
        double x[] = {-UNIT[u], UNIT[u]}, mean[1], scale[1], out[2];
        gw_matrix X = {1, 2, 2, x}, M = {1, 1, 1, mean}, S = {1, 1, 1, scale}, O = {1, 2, 2, out};
        assert_ok(gw_scaling_fit(&X, &M, &S));
        assert_close(scale[0], UNIT[u], 2 * DBL_EPSILON, 0);
        assert_ok(gw_scaling_apply(&X, &M, &S, &O));
        assert_close(out[0], -1, 2 * DBL_EPSILON, 0);
    }
}

/* Fitted and applied in place: mean 0 and deviation 1. Undone: the same z. */
static void random_features_there_and_back(void **state) {
    (void)state;
    enum { N = 4, M = 50 };
    gw_random rng;
    gw_random_seed(&rng, 6);
    double x[N * M], original[N * M], mean[N], scale[N], w[N], w_original[N], b_original;
    gw_matrix X = {N, M, M, x}, Mean = {N, 1, 1, mean}, Scale = {N, 1, 1, scale};
    gw_matrix W = {N, 1, 1, w}, Back = {N, 1, 1, w_original};
    assert_ok(gw_random_fill_normal(&rng, 3, &X));
    assert_ok(gw_random_fill_normal(&rng, 1, &W));
    for (int i = 0; i < N * M; i++)
        original[i] = x[i] += 70;
    assert_ok(gw_scaling_fit(&X, &Mean, &Scale));
    assert_ok(gw_scaling_apply(&X, &Mean, &Scale, &X));
    assert_ok(gw_scaling_undo(&W, 0.5, &Mean, &Scale, &Back, &b_original));
    for (int k = 0; k < N; k++) {
        double sum = 0, squares = 0;
        for (int i = 0; i < M; i++) {
            sum += x[k * M + i];
            squares += x[k * M + i] * x[k * M + i];
        }
        /* x and mean near 70 are known to 70ε, in units of a deviation near 3. */
        assert_close(sum, 0, 0, M * 70 * DBL_EPSILON);
        assert_close(squares, M, M * 70 * DBL_EPSILON, 0);
    }
    for (int i = 0; i < M; i++) {
        double z = 0.5, back = b_original, size = fabs(b_original);
        for (int k = 0; k < N; k++) {
            z += w[k] * x[k * M + i];
            back += w_original[k] * original[k * M + i];
            size += fabs(w_original[k] * original[k * M + i]);
        }
        assert_close(back, z, 0, 8 * DBL_EPSILON * size);
    }
    assert_ok(gw_scaling_undo(&W, 0.5, &Mean, &Scale, &W, &b_original));
    for (int k = 0; k < N; k++)
        assert_close(w[k], w_original[k], 0, 0);
}

static void strides_are_respected(void **state) {
    (void)state;
    double x[] = {1, 3, 77, 10, 30, 77}, mean[] = {9, 55, 9, 55}, scale[] = {9, 55, 9, 55};
    gw_matrix X = {2, 2, 3, x}, M = {2, 1, 2, mean}, S = {2, 1, 2, scale};
    assert_ok(gw_scaling_fit(&X, &M, &S));
    assert_close(mean[0], 2, 0, 0);
    assert_close(mean[2], 20, 0, 0);
    assert_close(scale[2], 10, 0, 0);
    assert_ok(gw_scaling_apply(&X, &M, &S, &X));
    assert_close(x[3], -1, 0, 0);
    assert_close(x[2], 77, 0, 0);
    assert_close(mean[1], 55, 0, 0);
    assert_close(scale[3], 55, 0, 0);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double x[] = {1, 2}, mean[] = {9}, scale[] = {9}, w[] = {3}, b = 9;
    gw_matrix X = {1, 2, 2, x}, M = {1, 1, 1, mean}, S = {1, 1, 1, scale}, W = {1, 1, 1, w};
    gw_matrix wide = {1, 2, 2, x};
    assert_int_equal(gw_scaling_fit(NULL, &M, &S), GW_NULL);
    assert_int_equal(gw_scaling_fit(&X, &wide, &S), GW_SHAPE);
    assert_int_equal(gw_scaling_undo(&W, 0, &M, &S, &W, NULL), GW_NULL);
    assert_int_equal(gw_scaling_undo(&W, 0, &M, &wide, &W, &b), GW_SHAPE);
    x[1] = NAN;
    assert_int_equal(gw_scaling_fit(&X, &M, &S), GW_NOT_FINITE);
    x[0] = 1e308, x[1] = 1.5e308; /* the sum overflows */
    assert_int_equal(gw_scaling_fit(&X, &M, &S), GW_NOT_FINITE);
    x[0] = 1, x[1] = 2;
    assert_close(mean[0], 9, 0, 0);
    static const double BAD[] = {0, -1, NAN};
    for (int i = 0; i < 3; i++) {
        scale[0] = BAD[i];
        assert_int_equal(gw_scaling_apply(&X, &M, &S, &X), GW_RANGE);
        assert_int_equal(gw_scaling_undo(&W, 0, &M, &S, &W, &b), GW_RANGE);
    }
    assert_close(x[0], 1, 0, 0);
    assert_close(w[0], 3, 0, 0);
    assert_close(b, 9, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_values),
        cmocka_unit_test(a_constant_feature_gets_scale_1),
        cmocka_unit_test(the_variance_does_not_cancel),
        cmocka_unit_test(any_unit_is_as_good),
        cmocka_unit_test(random_features_there_and_back),
        cmocka_unit_test(strides_are_respected),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("scaling", tests, NULL, NULL);
}
