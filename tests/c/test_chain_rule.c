#include "chain_rule.h"
#include "test.h"

/* C11 has no M_PI. */
#define HALF_PI 1.5707963267948966

#define EVERY_COMPOSITE(y)                                                                         \
    for (gw_composite y = GW_COMPOSITE_TAN; y < GW_COMPOSITES; y = (gw_composite)(y + 1))

/* Values and slopes to 20 digits, by numerical differentiation with 50-digit
 * arithmetic: no formula for a slope went into them. */
static void values_and_slopes(void **state) {
    (void)state;
    static const struct {
        gw_composite y;
        double x, value, slope;
    } KNOWN[] = {
        {GW_COMPOSITE_TAN, 0.5, 0.2553419212210362665, 1.0651994967328498908},
        {GW_COMPOSITE_TAN, -1.0, 1.5574077246549022305, -6.8510376416295195219},
        {GW_COMPOSITE_TAN, 1.5, -1.2386276162240964753, 7.6025951150189628658},
        {GW_COMPOSITE_TAN, 0.0001, 1.0000000000000001292e-8, 0.00020000000000000002958},
        {GW_COMPOSITE_ARCTAN, 0.5, 0.015464164668725066244, 0.1836627611767553502},
        {GW_COMPOSITE_ARCTAN, -1.0, 0.61685027506808491368, -2.3561944901923449288},
        {GW_COMPOSITE_ARCTAN, 2.0, 2.0921925276357601968, 0.53407064575315760647},
        {GW_COMPOSITE_ARCTAN, -10.0, 2.4642605086652801182, -0.00094187685440008345146},
        {GW_COMPOSITE_LOGCOS, 0.25, -0.23923431915287456964, -0.91247682683477129017},
        {GW_COMPOSITE_LOGCOS, 1.0, -0.81183018249214341668, -0.60456564772801098925},
        {GW_COMPOSITE_LOGCOS, 20.0, -1.1445333364365698557, -0.077852685574941667489},
        {GW_COMPOSITE_LOGCOS, 0.01, -0.009983311103301872707, -0.99665999688905998779},
    };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        double value, slope;
        assert_ok(gw_chain_rule_value(KNOWN[i].y, KNOWN[i].x, &value));
        /* ln of a number near 1 is known to ε, not to ε times itself. */
        assert_close(value, KNOWN[i].value, 8 * DBL_EPSILON, 4 * DBL_EPSILON);
        assert_ok(gw_chain_rule_slope(KNOWN[i].y, KNOWN[i].x, &slope));
        assert_close(slope, KNOWN[i].slope, 16 * DBL_EPSILON, 0);
        assert_ok(gw_chain_rule_slope_by_hand(KNOWN[i].y, KNOWN[i].x, &slope));
        assert_close(slope, KNOWN[i].slope, 16 * DBL_EPSILON, 0);
    }
}

/* Each factor says its link and the u it stands at; u is what came before. */
static void factors_stand_where_they_should(void **state) {
    (void)state;
    static const gw_link LOGCOS[] = {GW_LINK_SQRT, GW_LINK_SIN, GW_LINK_COS, GW_LINK_SQUARE,
                                     GW_LINK_LN};
    double expected_u = 2, product = 1, slope;
    assert_int_equal(gw_chain_rule_length(GW_COMPOSITE_LOGCOS), 5);
    for (int32_t k = 1; k <= 5; k++) {
        int32_t link;
        double u, factor, own;
        assert_ok(gw_chain_rule_factor(GW_COMPOSITE_LOGCOS, k, 2, &link, &u, &factor));
        assert_int_equal(link, LOGCOS[k - 1]);
        assert_close(u, expected_u, 0, 0);
        assert_ok(gw_chain_rule_link_slope((gw_link)link, u, &own));
        assert_close(factor, own, 0, 0);
        product *= factor;
        assert_ok(gw_chain_rule_link_value((gw_link)link, u, &expected_u));
    }
    assert_ok(gw_chain_rule_slope(GW_COMPOSITE_LOGCOS, 2, &slope));
    assert_close(slope, product, 0, 0);
    assert_int_equal(gw_chain_rule_length(GW_COMPOSITE_TAN), 2);
    assert_int_equal(gw_chain_rule_length(GW_COMPOSITE_ARCTAN), 3);
    assert_int_equal(gw_chain_rule_length(GW_COMPOSITES), 0);
}

/* Links that are in no composite, and points where the answer is known. */
static void links(void **state) {
    (void)state;
    static const struct {
        gw_link link;
        double u, value, slope;
    } KNOWN[] = {
        {GW_LINK_SQUARE, -3, 9, -6},
        {GW_LINK_CUBE, -2, -8, 12},
        {GW_LINK_SQRT, 4, 2, 0.25},
        {GW_LINK_EXP, 0, 1, 1},
        {GW_LINK_LN, 1, 0, 1},
        {GW_LINK_LN, 0.5, -0.69314718055994530942, 2},
        {GW_LINK_SIN, 0, 0, 1},
        {GW_LINK_COS, 0, 1, 0},
        {GW_LINK_TAN, 0, 0, 1},
        {GW_LINK_ARCTAN, 0, 0, 1},
        {GW_LINK_ARCTAN, 3, 1.2490457723982544258, 0.1},
        {GW_LINK_ARCTAN, 1e200, HALF_PI, 0},
    };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        double value, slope;
        assert_ok(gw_chain_rule_link_value(KNOWN[i].link, KNOWN[i].u, &value));
        assert_ok(gw_chain_rule_link_slope(KNOWN[i].link, KNOWN[i].u, &slope));
        assert_close(value, KNOWN[i].value, DBL_EPSILON, 0);
        assert_close(slope, KNOWN[i].slope, DBL_EPSILON, 0);
    }
}

static void domain(void **state) {
    (void)state;
    double out = 9;
    int32_t link = 9;
    /* ln at 0 and left of it; √ left of 0, and the slope of √ at 0 */
    assert_int_equal(gw_chain_rule_link_value(GW_LINK_LN, 0, &out), GW_DOMAIN);
    assert_int_equal(gw_chain_rule_link_slope(GW_LINK_LN, -1, &out), GW_DOMAIN);
    assert_int_equal(gw_chain_rule_link_value(GW_LINK_SQRT, -DBL_MIN, &out), GW_DOMAIN);
    assert_int_equal(gw_chain_rule_link_slope(GW_LINK_SQRT, 0, &out), GW_DOMAIN);
    /* the poles of tan, and an angle so large that nobody knows where it is */
    static const double POLES[] = {HALF_PI, -HALF_PI, 3 * HALF_PI, 1e17};
    for (size_t i = 0; i < sizeof POLES / sizeof *POLES; i++) {
        assert_int_equal(gw_chain_rule_link_value(GW_LINK_TAN, POLES[i], &out), GW_DOMAIN);
        assert_int_equal(gw_chain_rule_link_slope(GW_LINK_TAN, POLES[i], &out), GW_DOMAIN);
    }
    double pole = sqrt(HALF_PI);
    assert_int_equal(gw_chain_rule_value(GW_COMPOSITE_TAN, pole, &out), GW_DOMAIN);
    assert_int_equal(gw_chain_rule_slope(GW_COMPOSITE_TAN, pole, &out), GW_DOMAIN);
    assert_int_equal(gw_chain_rule_slope_by_hand(GW_COMPOSITE_TAN, pole, &out), GW_DOMAIN);
    assert_int_equal(gw_chain_rule_factor(GW_COMPOSITE_TAN, 2, pole, &link, &out, &out), GW_DOMAIN);

    assert_int_equal(gw_chain_rule_value(GW_COMPOSITE_LOGCOS, -1, &out), GW_DOMAIN);
    for (double x = -1; x <= 0; x++) {
        assert_int_equal(gw_chain_rule_slope(GW_COMPOSITE_LOGCOS, x, &out), GW_DOMAIN);
        assert_int_equal(gw_chain_rule_slope_by_hand(GW_COMPOSITE_LOGCOS, x, &out), GW_DOMAIN);
        assert_int_equal(gw_chain_rule_factor(GW_COMPOSITE_LOGCOS, 1, x, &link, &out, &out),
                         GW_DOMAIN);
    }
    assert_close(out, 9, 0, 0);
    assert_int_equal(link, 9);
    assert_ok(gw_chain_rule_value(GW_COMPOSITE_LOGCOS, 0, &out));
    assert_close(out, 0, 0, 0);
    /* one double beside the pole there is a value again */
    assert_ok(gw_chain_rule_link_value(GW_LINK_TAN, HALF_PI - 1e-15, &out));
}

static void what_is_not_finite_is_said(void **state) {
    (void)state;
    static const double BAD[] = {INFINITY, -INFINITY, NAN};
    double out = 9;
    for (int i = 0; i < 3; i++) {
        for (int f = 0; f < GW_LINKS; f++) {
            assert_int_equal(gw_chain_rule_link_value((gw_link)f, BAD[i], &out), GW_NOT_FINITE);
            assert_int_equal(gw_chain_rule_link_slope((gw_link)f, BAD[i], &out), GW_NOT_FINITE);
        }
        EVERY_COMPOSITE(y) {
            assert_int_equal(gw_chain_rule_value(y, BAD[i], &out), GW_NOT_FINITE);
            assert_int_equal(gw_chain_rule_slope(y, BAD[i], &out), GW_NOT_FINITE);
            assert_int_equal(gw_chain_rule_slope_by_hand(y, BAD[i], &out), GW_NOT_FINITE);
        }
    }
    /* finite in, too large out */
    assert_int_equal(gw_chain_rule_value(GW_COMPOSITE_TAN, 1e200, &out), GW_NOT_FINITE);
    assert_int_equal(gw_chain_rule_slope_by_hand(GW_COMPOSITE_TAN, 1e200, &out), GW_NOT_FINITE);
    assert_int_equal(gw_chain_rule_slope(GW_COMPOSITE_ARCTAN, 1e200, &out), GW_NOT_FINITE);
    assert_int_equal(gw_chain_rule_link_value(GW_LINK_EXP, 710, &out), GW_NOT_FINITE);
    assert_close(out, 9, 0, 0);
}

/* The chapter's composites typed in, link by link, have their values and factors. */
static void a_chain_of_formulas(void **state) {
    (void)state;
    enum { LONGEST = 5 };
    static const char *const TEXT[GW_COMPOSITES][LONGEST] = {
        [GW_COMPOSITE_TAN] = {"x^2", "tan(x)"},
        [GW_COMPOSITE_ARCTAN] = {"x^3", "arctan(x)", "x^2"},
        [GW_COMPOSITE_LOGCOS] = {"sqrt(x)", "sin(x)", "cos(x)", "x^2", "ln(x)"}};
    static gw_formula links[LONGEST];
    double u[LONGEST], factors[LONGEST], value, slope;
    EVERY_COMPOSITE(y) {
        int32_t count = gw_chain_rule_length(y);
        for (int32_t k = 0; k < count; k++)
            assert_ok(gw_formula_read(TEXT[y][k], &links[k]));
        for (double x = 0.1; x < 2; x += 0.3) {
            double wanted, wanted_u, wanted_factor;
            int32_t link;
            assert_ok(gw_chain_rule_formulas(links, count, x, u, factors, &value, &slope));
            assert_ok(gw_chain_rule_value(y, x, &wanted));
            assert_close(value, wanted, 1e-14, 1e-15);
            assert_ok(gw_chain_rule_slope(y, x, &wanted));
            assert_close(slope, wanted, 1e-13, 0);
            for (int32_t k = 0; k < count; k++) {
                assert_ok(gw_chain_rule_factor(y, k + 1, x, &link, &wanted_u, &wanted_factor));
                assert_close(u[k], wanted_u, 1e-14, 0);
                assert_close(factors[k], wanted_factor, 1e-13, 0);
            }
        }
    }
    value = 9;
    assert_int_equal(gw_chain_rule_formulas(links, 5, -1, u, factors, &value, &slope), GW_DOMAIN);
    assert_int_equal(gw_chain_rule_formulas(links, 0, 1, u, factors, &value, &slope), GW_RANGE);
    assert_int_equal(gw_chain_rule_formulas(NULL, 1, 1, u, factors, &value, &slope), GW_NULL);
    assert_close(value, 9, 0, 0);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double u = 9, out = 9;
    int32_t link = 9;
    assert_int_equal(gw_chain_rule_link_value(GW_LINKS, 1, &out), GW_RANGE);
    assert_int_equal(gw_chain_rule_link_slope(GW_LINKS, 1, &out), GW_RANGE);
    assert_int_equal(gw_chain_rule_value(GW_COMPOSITES, 1, &out), GW_RANGE);
    assert_int_equal(gw_chain_rule_slope(GW_COMPOSITES, 1, &out), GW_RANGE);
    assert_int_equal(gw_chain_rule_slope_by_hand(GW_COMPOSITES, 1, &out), GW_RANGE);
    assert_int_equal(gw_chain_rule_factor(GW_COMPOSITES, 1, 1, &link, &u, &out), GW_RANGE);
    assert_int_equal(gw_chain_rule_factor(GW_COMPOSITE_TAN, 0, 1, &link, &u, &out), GW_RANGE);
    assert_int_equal(gw_chain_rule_factor(GW_COMPOSITE_TAN, 3, 1, &link, &u, &out), GW_RANGE);
    assert_int_equal(gw_chain_rule_factor(GW_COMPOSITE_TAN, 1, 1, NULL, &u, &out), GW_NULL);
    assert_int_equal(gw_chain_rule_factor(GW_COMPOSITE_TAN, 1, 1, &link, NULL, &out), GW_NULL);
    assert_int_equal(gw_chain_rule_factor(GW_COMPOSITE_TAN, 1, 1, &link, &u, NULL), GW_NULL);
    assert_int_equal(gw_chain_rule_link_value(GW_LINK_SIN, 1, NULL), GW_NULL);
    assert_int_equal(gw_chain_rule_link_slope(GW_LINK_SIN, 1, NULL), GW_NULL);
    assert_int_equal(gw_chain_rule_value(GW_COMPOSITE_TAN, 1, NULL), GW_NULL);
    assert_int_equal(gw_chain_rule_slope(GW_COMPOSITE_TAN, 1, NULL), GW_NULL);
    assert_int_equal(gw_chain_rule_slope_by_hand(GW_COMPOSITE_TAN, 1, NULL), GW_NULL);
    assert_close(out, 9, 0, 0);
    assert_close(u, 9, 0, 0);
    assert_int_equal(link, 9);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_and_slopes),
        cmocka_unit_test(factors_stand_where_they_should),
        cmocka_unit_test(links),
        cmocka_unit_test(domain),
        cmocka_unit_test(what_is_not_finite_is_said),
        cmocka_unit_test(a_chain_of_formulas),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("chain_rule", tests, NULL, NULL);
}
