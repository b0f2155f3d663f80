#include "claim.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

static gw_formula f, slope;
static gw_claim claim;
static double *memory;

static int set_up(void **state) {
    (void)state;
    memory = malloc(gw_claim_bytes());
    return memory ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    free(memory);
    return 0;
}

static gw_status check(const char *text, const char *claimed) {
    assert_int_equal(gw_formula_read(text, &f), GW_OK);
    assert_int_equal(gw_formula_read(claimed, &slope), GW_OK);
    return gw_claim_check(&f, &slope, 1, memory, &claim);
}

static void a_right_one_passes_at_every_point(void **state) {
    (void)state;
    assert_int_equal(check("x^2*sin(x)", "2*x*sin(x) + x^2*cos(x)"), GW_OK);
    assert_int_equal(claim.verdict, GW_PASS);
    assert_int_equal(claim.points, GW_CLAIM_POINTS);
    assert_int_equal(claim.passed, claim.points);
    assert_int_equal(claim.mistakes, 0);
    assert_true(claim.digits > 5 && claim.digits < 16);
    assert_string_equal(gw_claim_why(&claim), "");
    for (int i = 0; i < claim.points; i++) {
        const gw_claim_point *p = &claim.point[i];
        double right = 2 * p->x * sin(p->x) + p->x * p->x * cos(p->x);
        assert_true(fabs(p->numeric - right) <= p->bound);
        assert_true(fabs(p->analytic - right) <= 1e-12 * (1 + fabs(right)));
    }
}

static void a_broken_rule_is_named(void **state) {
    (void)state;
    assert_int_equal(check("x^2*sin(x)", "2*x*cos(x)"), GW_OK);
    assert_int_equal(claim.verdict, GW_FAIL);
    assert_true(claim.failed > GW_CLAIM_POINTS / 2);
    assert_int_equal(claim.point[claim.worst].verdict, GW_FAIL);
    assert_int_equal(claim.mistakes, 1);
    assert_string_equal(claim.mistake[0].key, "product-of-slopes");
    assert_non_null(strstr(claim.mistake[0].text, "x^2*sin(x)"));
}

/* Points where both stand still prove nothing alone, and take nothing from others. */
static void where_nothing_moves_nothing_is_proved(void **state) {
    (void)state;
    assert_int_equal(check("0*x", "0"), GW_OK);
    assert_int_equal(claim.verdict, GW_UNDECIDED);
    assert_int_equal(claim.zeros, claim.points);
    assert_string_equal(gw_claim_why(&claim), "everything compared is 0, which proves nothing");
    assert_int_equal(check("(x + abs(x))^2", "4*(x + abs(x))"), GW_OK);
    assert_true(claim.zeros > 0 && claim.zeros < claim.points);
    assert_int_equal(claim.verdict, GW_PASS);
    assert_int_equal(check("(x + abs(x))^2", "2*(x + abs(x))"), GW_OK);
    assert_int_equal(claim.verdict, GW_FAIL);
}

static void too_few_points_are_said(void **state) {
    (void)state;
    assert_int_equal(check("sqrt(-1 - x^2)", "1"), GW_DOMAIN);
    assert_int_equal(claim.points, 0);
    assert_int_equal(gw_claim_check(NULL, &slope, 1, memory, &claim), GW_NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_one_passes_at_every_point),
        cmocka_unit_test(a_broken_rule_is_named),
        cmocka_unit_test(where_nothing_moves_nothing_is_proved),
        cmocka_unit_test(too_few_points_are_said),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
