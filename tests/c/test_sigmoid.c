#include "matrix.h"
#include "sigmoid.h"
#include "test.h"

/* Values to 20 digits, computed with 50-digit arithmetic. */
static void values_and_slopes(void **state) {
    (void)state;
    static const double KNOWN[][3] = {
        {0, 0.5, 0.25},
        {2, 0.88079707797788244406, 0.10499358540350651735},
        {-2, 0.11920292202211755594, 0.10499358540350651735},
        {40, 0.99999999999999999575, 4.2483542552915889772e-18},
        {-40, 4.2483542552915889953e-18, 4.2483542552915889772e-18},
        {-700, 9.8596765437597708567e-305, 9.8596765437597708567e-305},
    };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        assert_close(gw_sigmoid_value(KNOWN[i][0]), KNOWN[i][1], 4 * DBL_EPSILON, 0);
        assert_close(gw_sigmoid_slope(KNOWN[i][0]), KNOWN[i][2], 4 * DBL_EPSILON, 0);
    }
}

static void extremes_are_not_nan(void **state) {
    (void)state;
    for (int g = 0; g < GW_ACTIVATIONS; g++)
        for (double z = -1e300; z <= 1e300; z += 1e300) {
            assert_true(isfinite(gw_activation_value((gw_activation)g, z)));
            assert_true(isfinite(gw_activation_slope((gw_activation)g, z)));
        }
    assert_close(gw_sigmoid_value(-1000), 0, 0, 0);
    assert_close(gw_sigmoid_value(1000), 1, 0, 0);
    assert_close(gw_activation_slope(GW_TANH, 350), 4 * exp(-700), 4 * DBL_EPSILON, 0);
}

/* NaN in, NaN out: a bad number must not turn into a good one. */
static void nan_stays_nan(void **state) {
    (void)state;
    for (int g = 0; g < GW_ACTIVATIONS; g++) {
        assert_true(isnan(gw_activation_value((gw_activation)g, NAN)));
        assert_true(isnan(gw_activation_slope((gw_activation)g, NAN)));
    }
}

static void the_plain_form_loses_every_digit(void **state) {
    (void)state;
    assert_close(gw_sigmoid_slope_plain(40), 0, 0, 0);
    assert_close(gw_sigmoid_slope_plain(1), gw_sigmoid_slope(1), 4 * DBL_EPSILON, 0);
}

static void every_line_of_the_derivation(void **state) {
    (void)state;
    double value, scale;
    for (int line = 1; line <= GW_SIGMOID_LINES; line++)
        for (double z = -30; z <= 30; z += 0.37) {
            assert_ok(gw_sigmoid_derivation(line, z, &value, &scale));
            assert_close(value, gw_sigmoid_slope(z), 0, 8 * DBL_EPSILON * scale);
        }
    assert_int_equal(gw_sigmoid_derivation(0, 1, &value, &scale), GW_RANGE);
    assert_int_equal(gw_sigmoid_derivation(GW_SIGMOID_LINES + 1, 1, &value, &scale), GW_RANGE);
    assert_int_equal(gw_sigmoid_derivation(1, 1, NULL, &scale), GW_NULL);
}

/* A stride wider than the row: what lies between must stay as it was. */
static void matrices_respect_the_stride(void **state) {
    (void)state;
    double in[] = {-1, 0, 77, 1, 2, 77}, out[] = {9, 9, 55, 9, 9, 55};
    gw_matrix Z = {2, 2, 3, in}, A = {2, 2, 3, out};
    assert_ok(gw_activation_forward(GW_RELU, &Z, &A));
    static const double EXPECTED[] = {0, 0, 55, 1, 2, 55};
    for (int i = 0; i < 6; i++)
        assert_close(out[i], EXPECTED[i], 0, 0);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double in[] = {1, 2}, out[] = {9, 9};
    gw_matrix Z = {1, 2, 2, in}, A = {2, 1, 1, out};
    assert_int_equal(gw_activation_forward(GW_TANH, &Z, &A), GW_SHAPE);
    assert_int_equal(gw_activation_forward(GW_ACTIVATIONS, &Z, &Z), GW_RANGE);
    assert_int_equal(gw_activation_derivative(GW_TANH, NULL, &A), GW_NULL);
    assert_true(isnan(gw_activation_value(GW_ACTIVATIONS, 1)));
    assert_close(out[0], 9, 0, 0);
    assert_close(in[0], 1, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_and_slopes),
        cmocka_unit_test(extremes_are_not_nan),
        cmocka_unit_test(nan_stays_nan),
        cmocka_unit_test(the_plain_form_loses_every_digit),
        cmocka_unit_test(every_line_of_the_derivation),
        cmocka_unit_test(matrices_respect_the_stride),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("sigmoid", tests, NULL, NULL);
}
