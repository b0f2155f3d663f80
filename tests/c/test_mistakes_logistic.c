#include "logistic_regression.h"
#include "mistakes_logistic.h"
#include "test.h"

#include <string.h>

/* 3 features and 7 examples at a point of order 1. */
enum { N = 3, M = 7, SIZE = N + 1 };
static double x[N * M], y[M], w[N], z[M], dz[M], dw[N], B;
static gw_matrix X = {N, M, M, x}, Y = {1, M, M, y}, W = {N, 1, 1, w};
static gw_matrix Z = {1, M, M, z}, dZ = {1, M, M, dz}, dW = {N, 1, 1, dw};
static const double LAMBDA = 0.5;

static int fill(void **state) {
    (void)state;
    for (int i = 0; i < N * M; i++)
        x[i] = cos(1 + 2.3 * i);
    for (int i = 0; i < M; i++)
        y[i] = i % 3 == 0;
    for (int i = 0; i < N; i++)
        w[i] = sin(1 + 1.1 * i);
    B = 0.7;
    return 0;
}

static gw_status plant(int mistake, double *gradient) {
    gw_status status = gw_mistakes_logistic((gw_logistic_mistake)mistake, &X, &Y, &W, B, LAMBDA, &Z,
                                            &dZ, &dW, &gradient[N]);
    memcpy(gradient, dw, sizeof dw);
    return status;
}

static int differs(const double *a, const double *b) {
    for (int i = 0; i < SIZE; i++)
        if (fabs(a[i] - b[i]) > 1e-6)
            return 1;
    return 0;
}

static void none_is_chapter_8_with_a_regulariser(void **state) {
    (void)state;
    double expected[SIZE], got[SIZE], J;
    assert_ok(gw_logistic_regression_gradient_loops(&X, &Y, &W, B, &dW, &expected[N], &J));
    for (int i = 0; i < N; i++)
        expected[i] = dw[i] + LAMBDA / M * w[i];
    assert_ok(plant(GW_LOGISTIC_MISTAKE_NONE, got));
    for (int i = 0; i < SIZE; i++)
        assert_close(got[i], expected[i], 4 * DBL_EPSILON, 4 * DBL_EPSILON);
}

static void every_mistake_is_one_and_only_one(void **state) {
    (void)state;
    static double all[GW_LOGISTIC_MISTAKES][SIZE];
    for (int k = 0; k < GW_LOGISTIC_MISTAKES; k++) {
        assert_ok(plant(k, all[k]));
        for (int j = 0; j < k; j++)
            assert_true(differs(all[k], all[j]));
    }
}

/* In numbers worked out here. */
static void mistakes_are_what_they_say(void **state) {
    (void)state;
    double right[SIZE], got[SIZE];
    assert_ok(plant(GW_LOGISTIC_MISTAKE_NONE, right));
    const struct {
        int mistake;
        double db; /* times what it should be */
    } factor[] = {{GW_LOGISTIC_MISTAKE_SIGN, -1},
                  {GW_LOGISTIC_MISTAKE_MISSING_MEAN, M},
                  {GW_LOGISTIC_MISTAKE_MISSING_MEAN_BIAS, M},
                  {GW_LOGISTIC_MISTAKE_DOUBLE_MEAN, 1.0 / M},
                  {GW_LOGISTIC_MISTAKE_MEAN_OVER_M_MINUS_1, M / (M - 1.0)},
                  {GW_LOGISTIC_MISTAKE_HALF, 0.5},
                  {GW_LOGISTIC_MISTAKE_ACCUMULATED, 2},
                  {GW_LOGISTIC_MISTAKE_ZERO_BIAS, 0},
                  {GW_LOGISTIC_MISTAKE_INPUT_FORGOTTEN, 1}};
    for (size_t k = 0; k < sizeof factor / sizeof *factor; k++) {
        assert_ok(plant(factor[k].mistake, got));
        assert_close(got[N], right[N] * factor[k].db, 1e-13, 1e-15);
    }
    assert_ok(plant(GW_LOGISTIC_MISTAKE_REGULARISER_MISSING, got));
    for (int i = 0; i < N; i++)
        assert_close(got[i], right[i] - LAMBDA / M * w[i], 1e-13, 1e-15);
    assert_ok(plant(GW_LOGISTIC_MISTAKE_SHIFTED, got));
    for (int i = 0; i < N; i++)
        assert_close(got[i], right[(i + 1) % N], 0, 0);
    assert_ok(plant(GW_LOGISTIC_MISTAKE_REGULARISER_ON_BIAS, got));
    assert_close(got[N], right[N] + LAMBDA / M * B, 1e-13, 1e-15);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double kept[SIZE], got[SIZE];
    assert_ok(plant(GW_LOGISTIC_MISTAKE_NONE, kept));
    memcpy(got, kept, sizeof got);
    assert_int_equal(plant(GW_LOGISTIC_MISTAKES, got), GW_RANGE);
    assert_int_equal(plant(-1, got), GW_RANGE);
    gw_matrix *const all[] = {&X, &Y, &W, &Z, &dZ, &dW};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        gw_matrix good = *all[i];
        all[i]->cols--;
        assert_int_equal(plant(GW_LOGISTIC_MISTAKE_SIGN, got), GW_SHAPE);
        *all[i] = good;
        all[i]->data = NULL;
        assert_int_equal(plant(GW_LOGISTIC_MISTAKE_SIGN, got), GW_NULL);
        *all[i] = good;
    }
    assert_int_equal(
        gw_mistakes_logistic(GW_LOGISTIC_MISTAKE_SIGN, &X, &Y, &W, B, LAMBDA, &Z, &dZ, &dW, NULL),
        GW_NULL);
    assert_memory_equal(got, kept, sizeof kept);
    B = NAN;
    assert_int_equal(plant(GW_LOGISTIC_MISTAKE_NONE, got), GW_NOT_FINITE);
}

static void keys_are_there(void **state) {
    (void)state;
    for (int k = 0; k < GW_LOGISTIC_MISTAKES; k++)
        assert_true(strlen(gw_logistic_mistake_key((gw_logistic_mistake)k)) > 2);
    assert_string_equal(gw_logistic_mistake_key(GW_LOGISTIC_MISTAKES), "unknown");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(none_is_chapter_8_with_a_regulariser, fill),
        cmocka_unit_test_setup(every_mistake_is_one_and_only_one, fill),
        cmocka_unit_test_setup(mistakes_are_what_they_say, fill),
        cmocka_unit_test_setup(bad_arguments_change_nothing, fill),
        cmocka_unit_test_setup(keys_are_there, fill),
    };
    return cmocka_run_group_tests_name("mistakes_logistic", tests, NULL, NULL);
}
