#include "gradcheck.h"
#include "loss.h"
#include "sigmoid.h"
#include "test.h"

#include <stdlib.h>

#define LN_2 0.693147180559945309417232

/* ln(1 + e^z) in decimal arithmetic of 60 digits. */
static void softplus_has_its_digits(void **state) {
    (void)state;
    static const double KNOWN[][2] = {
        {0, 0.693147180559945309417232},    {1, 1.313261687518222834048995},
        {-1, 0.313261687518222834048995},   {3.5, 3.529750418272620565194811},
        {40, 40.00000000000000000424835},   {-40, 4.24835425529158898630498e-18},
        {-700, 9.8596765437597708567e-305}, {700, 700},
    };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        double z = KNOWN[i][0], expected = KNOWN[i][1];
        assert_close(gw_softplus(z), expected, 4 * DBL_EPSILON, 0);
        assert_close(gw_loss_from_z(z, 0), expected, 4 * DBL_EPSILON, 0);
        assert_close(gw_loss_from_z(-z, 1), expected, 4 * DBL_EPSILON, 0);
    }
    assert_close(gw_softplus(1e300), 1e300, 0, 0);
    assert_close(gw_softplus(-1e300), 0, 0, 0);
    assert_true(isnan(gw_softplus(NAN)));
    assert_true(isnan(gw_loss_from_z(NAN, 0)));
    assert_true(isnan(gw_loss_from_z(NAN, 1)));
}

/* −log₂ of a power of 2 is whole, so these are ln 2 times a whole number. */
static void loss_of_an_answer(void **state) {
    (void)state;
    assert_close(gw_loss(0.5, 1), LN_2, 2 * DBL_EPSILON, 0);
    assert_close(gw_loss(0.125, 1), 3 * LN_2, 2 * DBL_EPSILON, 0);
    assert_close(gw_loss(0.75, 0), 2 * LN_2, 2 * DBL_EPSILON, 0);
    assert_close(gw_loss(1, 1), 0, 0, 0);
    assert_close(gw_loss(0, 0), 0, 0, 0);
    assert_true(gw_loss(0, 1) == INFINITY);
    assert_true(gw_loss(1, 0) == INFINITY);
    /* A label between 0 and 1 mixes the two. */
    assert_close(gw_loss(0.125, 0.5), 1.5 * LN_2 - 0.5 * log(0.875), 4 * DBL_EPSILON, 0);
    const double BAD[][2] = {{-0.1, 1}, {1.1, 1}, {0.5, -0.1}, {0.5, 1.1}, {NAN, 1}, {0.5, NAN}};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        assert_true(isnan(gw_loss(BAD[i][0], BAD[i][1])));
}

/* From z and from a it is the same number, where a has its digits. */
static void both_forms_agree(void **state) {
    (void)state;
    for (double y = 0; y <= 1; y += 0.25)
        for (double z = -5; z <= 5; z += 0.1)
            assert_close(gw_loss_from_z(z, y), gw_loss(gw_sigmoid_value(z), y), 0,
                         (4 + exp(fabs(z))) * DBL_EPSILON);
}

/* da · σ'(z) = dz: the chain of chapter 7. */
static void slopes(void **state) {
    (void)state;
    for (double y = 0; y <= 1; y += 0.5)
        for (double z = -5; z <= 5; z += 0.1) {
            double a = gw_sigmoid_value(z), size = gw_sigmoid_value(-fabs(z));
            assert_close(gw_loss_slope_a(a, y) * gw_sigmoid_slope(z), a - y, 0,
                         8 * DBL_EPSILON / size);
            assert_close(gw_loss_slope_z(z, y), a - y, 0, 2 * DBL_EPSILON);
        }
    assert_close(gw_loss_slope_a(0.25, 1), -4, 0, 0);
    assert_close(gw_loss_slope_a(0.75, 0), 4, 0, 0);
    assert_close(gw_loss_slope_a(0.5, 0.5), 0, 0, 0);
    /* A certain right answer still has a slope: −e^(−50), not a − 1 = 0. */
    assert_close(gw_loss_slope_z(50, 1), -exp(-50), 4 * DBL_EPSILON, 0);
    assert_close(gw_loss_slope_z(-50, 0), exp(-50), 4 * DBL_EPSILON, 0);
    assert_close(gw_loss_slope_z(-1000, 1), -1, 0, 0);
}

static void sum_cost_and_mistakes(void **state) {
    (void)state;
    double z[] = {0, 2, -1, 0.5, -3}, y[] = {1, 0, 0, 1, 0}, sum = -1, cost = -1;
    gw_matrix Z = {1, 5, 5, z}, Y = {1, 5, 5, y};
    double expected =
        LN_2 + log(1 + exp(2)) + log(1 + exp(-1)) + log(1 + exp(-0.5)) + log(1 + exp(-3));
    assert_ok(gw_loss_sum(&Z, &Y, &sum));
    assert_close(sum, expected, 8 * DBL_EPSILON, 0);
    assert_ok(gw_loss_cost(&Z, &Y, &cost));
    assert_close(cost, expected / 5, 8 * DBL_EPSILON, 0);
    int32_t mistakes = -1;
    assert_ok(gw_loss_mistakes(&Z, &Y, &mistakes));
    assert_int_equal(mistakes, 2); /* z = 0 says 0 */
}

/* Two outputs and two examples, in rows of three. */
static void several_outputs(void **state) {
    (void)state;
    double z[] = {0, 2, 77, -1, 0.5, 77}, y[] = {1, 0, 77, 0, 1, 77}, cost;
    gw_matrix Z = {2, 2, 3, z}, Y = {2, 2, 3, y};
    double sum = LN_2 + log(1 + exp(2)) + log(1 + exp(-1)) + log(1 + exp(-0.5));
    assert_ok(gw_loss_cost(&Z, &Y, &cost));
    assert_close(cost, sum / 2, 8 * DBL_EPSILON, 0);
}

/* A large loss first and many small ones after it: added one by one, each of
 * these would be rounded away. */
static void the_sum_loses_nothing(void **state) {
    (void)state;
    enum { M = 10001 };
    double *z = malloc(2 * M * sizeof(double)), *y = z + M, sum;
    z[0] = -1e16;
    y[0] = 1;
    for (int i = 1; i < M; i++) {
        z[i] = -1;
        y[i] = 0;
    }
    assert_ok(gw_loss_sum(&(gw_matrix){1, M, M, z}, &(gw_matrix){1, M, M, y}, &sum));
    assert_close(sum - 1e16, (M - 1) * 0.313261687518222834, 0, 2);
    free(z);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double z[] = {1, 2, 3, 4}, y[] = {0, 1, 0, 1}, sum = 9;
    int32_t mistakes = 9;
    gw_matrix Z = {1, 4, 4, z}, Y = {1, 4, 4, y}, wide = {1, 3, 3, y}, square = {2, 2, 2, z};
    assert_int_equal(gw_loss_sum(&Z, &wide, &sum), GW_SHAPE);
    assert_int_equal(gw_loss_sum(&square, &Y, &sum), GW_SHAPE);
    assert_int_equal(gw_loss_sum(&Z, NULL, &sum), GW_NULL);
    assert_int_equal(gw_loss_sum(&Z, &Y, NULL), GW_NULL);
    assert_int_equal(gw_loss_cost(&Z, &wide, &sum), GW_SHAPE);
    assert_int_equal(gw_loss_cost(&Z, &Y, NULL), GW_NULL);
    assert_int_equal(gw_loss_mistakes(&Z, &wide, &mistakes), GW_SHAPE);
    assert_int_equal(gw_loss_mistakes(&square, &square, &mistakes), GW_SHAPE);
    assert_int_equal(gw_loss_mistakes(&Z, &Y, NULL), GW_NULL);
    assert_close(sum, 9, 0, 0);
    assert_int_equal(mistakes, 9);
    z[2] = INFINITY;
    assert_int_equal(gw_loss_sum(&Z, &Y, &sum), GW_NOT_FINITE);
    z[2] = NAN;
    assert_int_equal(gw_loss_cost(&Z, &Y, &sum), GW_NOT_FINITE);
}

static gw_verdict verdict_of(double z, double y, double slope) {
    gw_gradcheck_block block = {"z", 0, 1, 1};
    gw_gradcheck_problem problem = {
        .size = 1, .blocks = 1, .theta = &z, .gradient = &slope, .block = &block, .seed = 1};
    void *memory = malloc(gw_gradcheck_bytes(1, 1));
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        double point;
        assert_ok(gw_gradcheck_point(check, ask.id, &point));
        assert_ok(gw_gradcheck_tell(check, ask.id, gw_loss_from_z(point, y)));
    }
    assert_ok(gw_gradcheck_result(check, &result));
    free(memory);
    return result.verdict;
}

static void wrong_slopes_are_caught(void **state) {
    (void)state;
    for (double z = -3; z <= 3; z += 0.7)
        for (double y = 0; y <= 1; y++) {
            double a = gw_sigmoid_value(z);
            assert_int_equal(verdict_of(z, y, gw_loss_slope_z(z, y)), GW_PASS);
            assert_int_equal(verdict_of(z, y, y - a), GW_FAIL);                 /* the sign */
            assert_int_equal(verdict_of(z, y, (a - y) * a * (1 - a)), GW_FAIL); /* σ' twice */
            assert_int_equal(verdict_of(z, y, gw_loss_slope_a(a, y)), GW_FAIL); /* da for dz */
            assert_int_equal(verdict_of(z, y, (a - y) * (1 + 1e-6)), GW_FAIL);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(softplus_has_its_digits), cmocka_unit_test(loss_of_an_answer),
        cmocka_unit_test(both_forms_agree),        cmocka_unit_test(slopes),
        cmocka_unit_test(sum_cost_and_mistakes),   cmocka_unit_test(several_outputs),
        cmocka_unit_test(the_sum_loses_nothing),   cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(wrong_slopes_are_caught),
    };
    return cmocka_run_group_tests_name("loss", tests, NULL, NULL);
}
