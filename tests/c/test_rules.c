#include "rules.h"
#include "test.h"

/* Function, parameter, x, f(x), f'(x), from tables and by hand. */
static const struct {
    gw_function f;
    double parameter, x, value, slope;
} KNOWN[] = {
    {GW_FN_CONSTANT, 7, 2, 7, 0},
    {GW_FN_POWER, 3, -2, -8, 12},
    {GW_FN_POWER, -1, 4, 0.25, -0.0625},
    {GW_FN_POWER, 1.5, 4, 8, 3},
    {GW_FN_POWER, 1, 0, 0, 1},
    {GW_FN_POWER, 0, 0, 1, 0},
    {GW_FN_EXPONENTIAL, 2, 3, 8, 5.5451774444795624753},    /* 8 ln 2 */
    {GW_FN_EXPONENTIAL, 0.5, 1, 0.5, -0.34657359027997265}, /* −½ ln 2 */
    {GW_FN_EXP, 0, 1, 2.7182818284590452354, 2.7182818284590452354},
    {GW_FN_LN, 0, 2, 0.69314718055994530942, 0.5},
    {GW_FN_LOG, 10, 100, 2, 0.0043429448190325182765},
    {GW_FN_LOG, 0.5, 8, -3, -0.18033688011112042592},
    {GW_FN_SIN, 0, 1, 0.84147098480789650665, 0.54030230586813971740},
    {GW_FN_COS, 0, 1, 0.54030230586813971740, -0.84147098480789650665},
    {GW_FN_TAN, 0, 1, 1.5574077246549022305, 3.4255188208147597750},
    {GW_FN_SQRT, 0, 2.25, 1.5, 1.0 / 3},
    {GW_FN_ARCTAN, 0, 1, 0.78539816339744830962, 0.5},
    {GW_FN_ARCSIN, 0, 0.6, 0.64350110879328438680, 1.25},
    {GW_FN_SINH, 0, 1, 1.1752011936438014569, 1.5430806348152437785},
    {GW_FN_COSH, 0, 1, 1.5430806348152437785, 1.1752011936438014569},
    {GW_FN_TANH, 0, 1, 0.76159415595576488812, 0.41997434161402606940},
};

static void known_values_and_slopes(void **state) {
    (void)state;
    int seen[GW_FUNCTIONS] = {0};
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        double value, slope;
        assert_ok(gw_rules_value(KNOWN[i].f, KNOWN[i].parameter, KNOWN[i].x, &value));
        assert_ok(gw_rules_slope(KNOWN[i].f, KNOWN[i].parameter, KNOWN[i].x, &slope));
        assert_close(value, KNOWN[i].value, 4 * DBL_EPSILON, 0);
        assert_close(slope, KNOWN[i].slope, 4 * DBL_EPSILON, 0);
        seen[KNOWN[i].f] = 1;
    }
    for (int f = 0; f < GW_FUNCTIONS; f++)
        assert_true(seen[f]);
}

/* Where a slope is hard to compute: near the end of a domain, and far out. */
static void slopes_that_would_cancel_or_overflow(void **state) {
    (void)state;
    double slope;
    const double near_one = 1 - 3 * 0x1p-40; /* 1 − x² = 6·2⁻⁴⁰ − 9·2⁻⁸⁰ */
    assert_ok(gw_rules_slope(GW_FN_ARCSIN, 0, near_one, &slope));
    assert_close(slope, 1 / sqrt(6 * 0x1p-40 * (1 - 1.5 * 0x1p-40)), 4 * DBL_EPSILON, 0);
    assert_ok(gw_rules_slope(GW_FN_TANH, 0, 400, &slope));
    assert_true(slope >= 0 && slope < 1e-300);
    assert_ok(gw_rules_slope(GW_FN_TANH, 0, 350, &slope));
    assert_close(slope, 4 * exp(-700), 8 * DBL_EPSILON, 0);
    assert_ok(gw_rules_slope(GW_FN_TANH, 0, 360, &slope)); /* below the normal numbers */
    assert_close(slope, 4 * exp(-720), 1e-9, 0);
    assert_ok(gw_rules_slope(GW_FN_ARCTAN, 0, 1e200, &slope));
    assert_close(slope, 0, 0, 0);
    assert_ok(gw_rules_slope(GW_FN_TAN, 0, 1.5707963, &slope)); /* near the pole, but told apart */
    assert_close(slope, 1 / pow(cos(1.5707963), 2), 8 * DBL_EPSILON, 0);
}

static const double PI = 3.14159265358979323846;

static void outside_the_domain_is_a_status(void **state) {
    (void)state;
    static const struct {
        gw_function f;
        double parameter, x;
        int value; /* has it a value there, if no slope? */
    } OUTSIDE[] = {
        {GW_FN_LN, 0, -1, 0},          {GW_FN_LN, 0, 0, 0},           {GW_FN_LOG, 2, -1, 0},
        {GW_FN_LOG, 1, 2, 0},          {GW_FN_LOG, -2, 2, 0},         {GW_FN_LOG, 0, 2, 0},
        {GW_FN_EXPONENTIAL, -2, 2, 0}, {GW_FN_EXPONENTIAL, 0, 2, 0},  {GW_FN_SQRT, 0, -1, 0},
        {GW_FN_SQRT, 0, 0, 1},         {GW_FN_ARCSIN, 0, 1.5, 0},     {GW_FN_ARCSIN, 0, -1, 1},
        {GW_FN_ARCSIN, 0, 1, 1},       {GW_FN_POWER, -1, 0, 0},       {GW_FN_POWER, 0.5, 0, 1},
        {GW_FN_POWER, 0.5, -1, 0},     {GW_FN_POWER, 1.0 / 3, -8, 0},
    };
    for (size_t i = 0; i < sizeof OUTSIDE / sizeof *OUTSIDE; i++) {
        double out = 9;
        assert_int_equal(gw_rules_slope(OUTSIDE[i].f, OUTSIDE[i].parameter, OUTSIDE[i].x, &out),
                         GW_DOMAIN);
        assert_close(out, 9, 0, 0);
        gw_status status = gw_rules_value(OUTSIDE[i].f, OUTSIDE[i].parameter, OUTSIDE[i].x, &out);
        assert_int_equal(status, OUTSIDE[i].value ? GW_OK : GW_DOMAIN);
    }
}

/* A double is never the pole itself; the nearest ones are refused all the same,
 * and one a few thousand roundings away is not. */
static void tan_at_its_poles(void **state) {
    (void)state;
    double out;
    for (int k = -20; k <= 20; k++) {
        double pole = (k + 0.5) * PI;
        assert_int_equal(gw_rules_value(GW_FN_TAN, 0, pole, &out), GW_DOMAIN);
        assert_int_equal(gw_rules_slope(GW_FN_TAN, 0, pole, &out), GW_DOMAIN);
        assert_ok(gw_rules_value(GW_FN_TAN, 0, pole * (1 + 1e-12), &out));
        assert_ok(gw_rules_slope(GW_FN_TAN, 0, k * PI, &out));
        assert_close(out, 1, 1e-13, 0);
    }
}

static void what_is_not_finite_is_said(void **state) {
    (void)state;
    double out = 9;
    for (int f = 0; f < GW_FUNCTIONS; f++) {
        assert_int_equal(gw_rules_value((gw_function)f, 2, NAN, &out), GW_NOT_FINITE);
        assert_int_equal(gw_rules_slope((gw_function)f, 2, INFINITY, &out), GW_NOT_FINITE);
        assert_int_equal(gw_rules_value((gw_function)f, NAN, 0.5, &out), GW_NOT_FINITE);
        assert_int_equal(gw_rules_value((gw_function)f, 2, 0.5, NULL), GW_NULL);
        assert_int_equal(gw_rules_slope((gw_function)f, 2, 0.5, NULL), GW_NULL);
    }
    assert_int_equal(gw_rules_value(GW_FN_EXP, 0, 1000, &out), GW_NOT_FINITE);
    assert_int_equal(gw_rules_slope(GW_FN_LN, 0, 1e-320, &out), GW_NOT_FINITE);
    assert_int_equal(gw_rules_value(GW_FUNCTIONS, 0, 1, &out), GW_RANGE);
    assert_int_equal(gw_rules_slope(GW_FUNCTIONS, 0, 1, &out), GW_RANGE);
    assert_close(out, 9, 0, 0);
}

/* f = x², g = x³ at 2: f = 4, f' = 4, g = 8, g' = 12; each result is the slope
 * of a power again. */
static void the_five_rules(void **state) {
    (void)state;
    double out = 9;
    assert_close(gw_rules_sum(4, 12), 16, 0, 0);
    assert_close(gw_rules_difference(4, 12), -8, 0, 0);
    assert_close(gw_rules_product(4, 4, 8, 12), 80, 0, 0); /* 5x⁴ */
    assert_close(gw_rules_multiple(-3, 4), -12, 0, 0);
    assert_ok(gw_rules_quotient(4, 4, 8, 12, &out)); /* −1/x² */
    assert_close(out, -0.25, 0, 0);
    out = 9;
    assert_int_equal(gw_rules_quotient(1, 1, 0, 1, &out), GW_DOMAIN);
    assert_int_equal(gw_rules_quotient(1, NAN, 1, 1, &out), GW_NOT_FINITE);
    assert_int_equal(gw_rules_quotient(1, 1, 1, 1, NULL), GW_NULL);
    assert_close(out, 9, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_values_and_slopes),
        cmocka_unit_test(slopes_that_would_cancel_or_overflow),
        cmocka_unit_test(outside_the_domain_is_a_status),
        cmocka_unit_test(tan_at_its_poles),
        cmocka_unit_test(what_is_not_finite_is_said),
        cmocka_unit_test(the_five_rules),
    };
    return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
