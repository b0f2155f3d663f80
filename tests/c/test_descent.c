#include "descent.h"
#include "gradcheck.h"
#include "test.h"

#include <string.h>

enum { ROOM = 200 };

/* By hand: 9 + 12; π²/20 + 2 sin π + 3 at π/2 and its slope π/5 + 4 cos π. */
static void values_and_slopes(void **state) {
    (void)state;
    const double pi = 3.141592653589793;
    assert_close(gw_descent_value(GW_BOWL, 3), 21, 0, 0);
    assert_close(gw_descent_slope(GW_BOWL, -3), -6, 0, 0);
    assert_close(gw_descent_value(GW_HILLS, 0), 3, 0, 0);
    assert_close(gw_descent_slope(GW_HILLS, 0), 4, 0, 0);
    assert_close(gw_descent_value(GW_HILLS, pi / 2), pi * pi / 20 + 3, 4 * DBL_EPSILON, 0);
    assert_close(gw_descent_slope(GW_HILLS, pi / 2), pi / 5 - 4, 4 * DBL_EPSILON, 0);
    assert_true(isnan(gw_descent_value(GW_TERRAINS, 1)));
    assert_true(isnan(gw_descent_slope(GW_TERRAINS, 1)));
    assert_true(isnan(gw_descent_slope(GW_BOWL, NAN)));
}

/* By hand, from 5 at α = 0.25: each step halves w, all exact in binary. The
 * change of L is ¾ w²: 18.75, 4.6875, 1.171875, …, below 0.02 at the sixth. */
static void a_descent_step_by_step(void **state) {
    (void)state;
    double data[2 * ROOM];
    gw_matrix path = {2, ROOM, ROOM, data};
    int32_t steps, ending;
    assert_ok(gw_descent_run(GW_BOWL, 5, 0.25, 0.02, &path, &steps, &ending));
    assert_int_equal(ending, GW_SETTLED);
    assert_int_equal(steps, 6);
    for (int i = 0; i <= 6; i++) {
        double w = ldexp(5, -i);
        assert_close(data[i], w, 0, 0);
        assert_close(data[ROOM + i], w * w + 12, 0, 0);
    }
}

/* Below ε means below: a change of exactly ε goes on. */
static void the_stop_rule(void **state) {
    (void)state;
    assert_int_equal(gw_descent_settled(13, 12.75, 0.25), 0);
    assert_int_equal(gw_descent_settled(13, 12.75, 0.250001), 1);
    assert_int_equal(gw_descent_settled(12.75, 13, 0.250001), 1);
    assert_int_equal(gw_descent_settled(12, NAN, 1), 0);
    assert_int_equal(gw_descent_settled(12, 12, 0), 0);
}

static int32_t ending_of(double start, double alpha, double epsilon, int32_t room, int32_t *steps) {
    double data[2 * ROOM];
    gw_matrix path = {2, room, ROOM, data};
    int32_t ending;
    assert_ok(gw_descent_run(GW_BOWL, start, alpha, epsilon, &path, steps, &ending));
    for (int32_t i = 0; i <= *steps; i++) /* whatever the ending, the path is numbers */
        assert_true(isfinite(data[i]) && isfinite(data[ROOM + i]));
    return ending;
}

static void every_ending(void **state) {
    (void)state;
    int32_t steps;
    assert_int_equal(ending_of(5, 0.1, 0.01, ROOM, &steps), GW_SETTLED);
    assert_int_equal(ending_of(5, 0.1, 0.01, 4, &steps), GW_OUT_OF_STEPS);
    assert_int_equal(steps, 3);
    assert_int_equal(ending_of(5, 0.1, 0.01, 1, &steps), GW_OUT_OF_STEPS);
    assert_int_equal(steps, 0);
    assert_int_equal(ending_of(5, 1.1, 0.01, ROOM, &steps), GW_DIVERGED);
    assert_int_equal(steps, GW_RISES);
    assert_int_equal(ending_of(5, 1e300, 0.01, ROOM, &steps), GW_DIVERGED);
    assert_int_equal(steps, 0); /* the first step has no finite cost */
    /* α = 1 jumps between −5 and 5, where L is the same: the rule is fooled. */
    assert_int_equal(ending_of(5, 1, 0.01, ROOM, &steps), GW_SETTLED);
    assert_int_equal(steps, 1);
    assert_int_equal(ending_of(0, 0.1, 0.01, ROOM, &steps), GW_SETTLED);
    for (int e = 0; e <= GW_DIVERGED; e++)
        assert_true(strlen(gw_ending_text((gw_ending)e)) > 0);
    assert_string_equal(gw_ending_text((gw_ending)99), "not an ending of a descent");
}

/* A stride wider than the row, and room that is not needed, stay as they were. */
static void what_is_not_the_path_stays(void **state) {
    (void)state;
    double data[] = {9, 9, 9, 9, 55, 9, 9, 9, 9, 55};
    gw_matrix path = {2, 4, 5, data};
    int32_t steps, ending;
    assert_ok(gw_descent_run(GW_BOWL, 1, 0.5, 0.1, &path, &steps, &ending));
    assert_int_equal(steps, 2); /* 1 → 0 → 0 */
    static const double EXPECTED[] = {1, 0, 0, 9, 55, 13, 12, 12, 9, 55};
    for (int i = 0; i < 10; i++)
        assert_close(data[i], EXPECTED[i], 0, 0);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double data[] = {9, 9, 9, 9};
    gw_matrix path = {2, 2, 2, data}, flat = {1, 4, 4, data};
    int32_t steps = 7, ending = 7;
    static const double BAD[] = {0, -0.1, NAN};
    for (int i = 0; i < 3; i++)
        assert_int_equal(gw_descent_run(GW_BOWL, 1, BAD[i], 0.01, &path, &steps, &ending),
                         GW_RANGE);
    assert_int_equal(gw_descent_run(GW_BOWL, 1, 0.1, -1, &path, &steps, &ending), GW_RANGE);
    assert_int_equal(gw_descent_run(GW_BOWL, 1, 0.1, NAN, &path, &steps, &ending), GW_RANGE);
    assert_int_equal(gw_descent_run(GW_TERRAINS, 1, 0.1, 0, &path, &steps, &ending), GW_RANGE);
    assert_int_equal(gw_descent_run(GW_BOWL, INFINITY, 0.1, 0, &path, &steps, &ending),
                     GW_NOT_FINITE);
    assert_int_equal(gw_descent_run(GW_BOWL, 1e200, 0.1, 0, &path, &steps, &ending), GW_NOT_FINITE);
    assert_int_equal(gw_descent_run(GW_BOWL, 1, 0.1, 0, &flat, &steps, &ending), GW_SHAPE);
    assert_int_equal(gw_descent_run(GW_BOWL, 1, 0.1, 0, NULL, &steps, &ending), GW_NULL);
    assert_int_equal(gw_descent_run(GW_BOWL, 1, 0.1, 0, &path, NULL, &ending), GW_NULL);
    assert_int_equal(gw_descent_run(GW_BOWL, 1, 0.1, 0, &path, &steps, NULL), GW_NULL);
    assert_int_equal(steps, 7);
    assert_int_equal(ending, 7);
    for (int i = 0; i < 4; i++)
        assert_close(data[i], 9, 0, 0);
}

/* A formula of a terrain descends as the terrain does, to whatever end; in the hills
 * by small α only, for large steps there double the rounding every time. */
static void a_formula_descends_as_its_terrain(void **state) {
    (void)state;
    static gw_formula J;
    static const char *const TEXT[GW_TERRAINS] = {
        [GW_BOWL] = "x^2 + 12", [GW_HILLS] = "x^2/5 + 2*sin(2*x) + 3"};
    static const double ALPHA[] = {0.02, 0.2, 0.7, 1, 1.1, 30, 1e300};
    for (int t = 0; t < GW_TERRAINS; t++) {
        assert_ok(gw_formula_read(TEXT[t], &J));
        for (int i = 0; i < (t == GW_HILLS ? 2 : 7); i++) {
            double data[2 * ROOM], other[2 * ROOM];
            gw_matrix path = {2, ROOM, ROOM, data}, mine = {2, ROOM, ROOM, other};
            int32_t steps, ending, my_steps, my_ending;
            assert_ok(gw_descent_run((gw_terrain)t, -4.4, ALPHA[i], 1e-3, &path, &steps, &ending));
            assert_ok(
                gw_descent_run_formula(&J, -4.4, ALPHA[i], 1e-3, &mine, &my_steps, &my_ending));
            assert_int_equal(my_steps, steps);
            assert_int_equal(my_ending, ending);
            for (int32_t k = 0; k <= steps; k++)
                assert_close(other[k], data[k], 1e-9, 1e-12);
        }
    }
    int32_t steps = 7, ending = 7;
    double data[4];
    gw_matrix path = {2, 2, 2, data};
    assert_ok(gw_formula_read("ln(x)", &J));
    assert_int_equal(gw_descent_run_formula(&J, -1, 0.1, 0, &path, &steps, &ending), GW_NOT_FINITE);
    assert_int_equal(gw_descent_run_formula(NULL, 1, 0.1, 0, &path, &steps, &ending), GW_NULL);
    assert_int_equal(steps, 7);
}

static gw_verdict check(gw_terrain terrain, double w, double slope) {
    double memory[10000];
    gw_gradcheck_block block = {"w", 0, 1, 1};
    gw_gradcheck_problem p = {
        .size = 1, .blocks = 1, .theta = &w, .gradient = &slope, .block = &block, .seed = 5};
    gw_gradcheck *c;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    assert_true(gw_gradcheck_bytes(1, 1) <= sizeof memory);
    assert_ok(gw_gradcheck_start(&p, memory, &c));
    while (gw_gradcheck_next(c, &ask)) {
        double at;
        assert_ok(gw_gradcheck_point(c, ask.id, &at));
        assert_ok(gw_gradcheck_tell(c, ask.id, gw_descent_value(terrain, at)));
    }
    assert_ok(gw_gradcheck_result(c, &result));
    return result.verdict;
}

/* The slips one makes: no factor 2, no inner derivative, the sign of cos. */
static void planted_wrong_slopes_are_caught(void **state) {
    (void)state;
    for (double w = -5.7; w < 6; w += 1.3) {
        assert_int_equal(check(GW_BOWL, w, gw_descent_slope(GW_BOWL, w)), GW_PASS);
        assert_int_equal(check(GW_BOWL, w, w), GW_FAIL);
        assert_int_equal(check(GW_HILLS, w, gw_descent_slope(GW_HILLS, w)), GW_PASS);
        assert_int_equal(check(GW_HILLS, w, 2 * w / 5 + 2 * cos(2 * w)), GW_FAIL);
        assert_int_equal(check(GW_HILLS, w, 2 * w / 5 - 4 * cos(2 * w)), GW_FAIL);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_and_slopes),
        cmocka_unit_test(a_descent_step_by_step),
        cmocka_unit_test(the_stop_rule),
        cmocka_unit_test(every_ending),
        cmocka_unit_test(what_is_not_the_path_stays),
        cmocka_unit_test(a_formula_descends_as_its_terrain),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(planted_wrong_slopes_are_caught),
    };
    return cmocka_run_group_tests_name("descent", tests, NULL, NULL);
}
