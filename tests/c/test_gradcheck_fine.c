/* What is finer than most steps: pieces of tables, weak kinks, waves, costs that were rounded,
 * and arguments that were. No right gradient is accused, and nothing passes but within its
 * bound. */
#include "asked.h"
#include "gradcheck.h"
#include "random.h"
#include "test.h"

typedef struct {
    int kind;
    double fine; /* cells or radians to the unit, a kink's weight, or the unit of a rounding */
    double offset;
} shape;

enum { TABLE, WEAK_KINK, ROUNDED, STAIRS, WAVE };

static double cost(void *of, const double *t) {
    const shape *s = of;
    double smooth = t[1] * t[1] + s->offset;
    if (s->kind == TABLE) {
        double u = t[0] * s->fine, i = floor(u), a = u - i;
        return (1 - a) * exp(i / s->fine) + a * exp((i + 1) / s->fine) + smooth;
    }
    if (s->kind == WEAK_KINK)
        return exp(t[0]) + s->fine * fabs(t[0] - 0.3) + smooth;
    if (s->kind == STAIRS)
        return exp(s->fine * rint(t[0] / s->fine)) + smooth;
    if (s->kind == WAVE)
        return sin(s->fine * t[0]) + smooth;
    return s->fine * rint((exp(t[0]) + smooth) / s->fine);
}

static double slope(const shape *s, double x) {
    if (s->kind == TABLE)
        return exp(floor(x * s->fine) / s->fine) * expm1(1 / s->fine) * s->fine;
    if (s->kind == WAVE)
        return s->fine * cos(s->fine * x);
    if (s->kind == STAIRS)
        x = s->fine * rint(x / s->fine);
    return exp(x) + (s->kind == WEAK_KINK ? (x > 0.3 ? s->fine : -s->fine) : 0);
}

static gw_verdict check_two(double (*J)(void *of, const double *theta), void *of,
                            const double *theta, const double *gradient, uint64_t seed,
                            gw_gradcheck_entry *entry) {
    const gw_gradcheck_block block = {"theta", 0, 2, 1};
    const gw_gradcheck_problem problem = {.size = 2,
                                          .blocks = 1,
                                          .theta = theta,
                                          .gradient = gradient,
                                          .block = &block,
                                          .seed = seed};
    return asked(&problem, J, of, NULL, 0, entry);
}

static gw_verdict check(shape *s, const double *theta, const double *gradient, uint64_t seed,
                        gw_gradcheck_entry *entry) {
    return check_two(cost, s, theta, gradient, seed, entry);
}

static double power_of_ten(gw_random *r, double low, double high) {
    return pow(10, low + (high - low) * gw_random_uniform(r));
}

/* Counts right gradients that do not pass, and those of what a table is a table of that pass
 * beyond their bounds. Another wrong one passes within its bound only; an undecided bound reaches
 * the right slope. */
static void fine_structure(int kind, double low, double high, int runs, int *unsure, int *beyond) {
    gw_random r;
    gw_random_seed(&r, 5);
    for (int k = 0; k < runs; k++) {
        shape s = {kind, power_of_ten(&r, low, high), 0};
        double theta[2] = {0.3 + power_of_ten(&r, -7, 0), 0.5 + gw_random_uniform(&r)};
        double right[2] = {slope(&s, theta[0]), 2 * theta[1]};
        double wrong[2] = {right[0] * 1.01, right[1]};
        double tabulated[2] = {exp(theta[0]), right[1]};
        gw_gradcheck_entry e;
        gw_verdict verdict = check(&s, theta, right, (uint64_t)k, &e);
        assert_int_not_equal(verdict, GW_FAIL);
        *unsure += verdict != GW_PASS;
        assert_true(fabs(right[0] - e.numeric) <= e.bound * (1 + 1e-9));
        if (kind == TABLE && check(&s, theta, tabulated, (uint64_t)k, &e) == GW_PASS)
            *beyond += fabs(right[0] - e.numeric) > e.bound;
        if (check(&s, theta, wrong, (uint64_t)k, &e) == GW_PASS)
            assert_true(fabs(right[0] - e.numeric) <= e.bound);
    }
}

static void tables_are_not_accused(void **state) {
    (void)state;
    int unsure = 0, beyond = 0;
    fine_structure(TABLE, 1, 6, 300, &unsure, &beyond);
    assert_true(unsure <= 30 && beyond <= 2);
}

/* A kink that leaves two digits or more is none: its slopes are within the bound. */
static void weak_kinks_pass_within_their_bound(void **state) {
    (void)state;
    int unsure = 0;
    fine_structure(WEAK_KINK, -8, -3, 200, &unsure, NULL);
    assert_true(unsure <= 2);
}

static void rounded_costs_are_not_accused(void **state) {
    (void)state;
    int unsure = 0;
    fine_structure(ROUNDED, -11, -5, 200, &unsure, NULL);
    assert_true(unsure <= 4);
}

/* Over one step of a staircase nothing moves: that is no slope of 0. */
static void stairs_are_no_flat_sides(void **state) {
    (void)state;
    int unsure = 0;
    gw_random r;
    fine_structure(STAIRS, -13, -5, 200, &unsure, NULL);
    assert_true(unsure <= 4);
    gw_random_seed(&r, 6);
    for (int k = 0; k < 200; k++) {
        shape s = {STAIRS, power_of_ten(&r, -13, -5), 0};
        double theta[2] = {0.3 + gw_random_uniform(&r), 0.5}, none[2] = {0, 1};
        gw_gradcheck_entry e;
        assert_int_not_equal(check(&s, theta, none, (uint64_t)k, &e), GW_PASS);
    }
}

static void fast_waves_are_not_accused(void **state) {
    (void)state;
    int unsure = 0;
    fine_structure(WAVE, 1, 13, 2000, &unsure, NULL);
    assert_true(unsure <= 250);
}

/* The curve behind a table of ten million pieces: these sag by some units in the last place, and
 * the bound covers them where that shows on a line of thirteen values. */
static void the_bound_counts_pieces(void **state) {
    (void)state;
    int beyond = 0, beyond_wrong = 0;
    gw_random r;
    gw_random_seed(&r, 8);
    for (int k = 0; k < 500; k++) {
        shape s = {TABLE, power_of_ten(&r, 6, 7), 0};
        double theta[2] = {0.3 + gw_random_uniform(&r), 0.5 + gw_random_uniform(&r)};
        double curve[2] = {exp(theta[0]), 2 * theta[1]};
        gw_gradcheck_entry e;
        if (check(&s, theta, curve, (uint64_t)k, &e) == GW_PASS)
            beyond += fabs(slope(&s, theta[0]) - e.numeric) > 10 * e.bound;
        curve[0] *= 1.001;
        assert_int_equal(check(&s, theta, curve, (uint64_t)k, &e), GW_FAIL);
        beyond_wrong += fabs(slope(&s, theta[0]) - e.numeric) > 10 * e.bound;
    }
    assert_true(beyond <= 25 && beyond_wrong <= 90);
}

/* Noise at any distance is a ripple, for all that can be seen: nothing passes, and no slope that
 * the ripple may have fails. Whoever knows better says so. */
static double rippled(void *of, const double *t) {
    const double *ripple = of;
    return exp(t[0]) + ripple[0] * sin(ripple[1] * t[0]) + t[1] * t[1];
}

static void what_trembles_is_undecided(void **state) {
    (void)state;
    int passed = 0, failed = 0, allowed = 0;
    gw_random r;
    gw_random_seed(&r, 9);
    for (int k = 0; k < 300; k++) {
        double ripple[2] = {power_of_ten(&r, -10, -3), power_of_ten(&r, 14, 18)};
        double theta[2] = {0.3 + gw_random_uniform(&r), 0.5}, moved[2];
        double smooth[2] = {exp(theta[0]), 1};
        double right[2] = {smooth[0] + ripple[0] * ripple[1] * cos(ripple[1] * theta[0]), 1};
        gw_gradcheck_entry e;
        passed += check_two(rippled, ripple, theta, smooth, (uint64_t)k, &e) == GW_PASS;
        failed += check_two(rippled, ripple, theta, right, (uint64_t)k, NULL) == GW_FAIL;
        const gw_gradcheck_block block = {"theta", 0, 2, 1};
        const gw_gradcheck_problem problem = {
            .size = 2, .blocks = 1, .theta = theta, .gradient = smooth, .block = &block};
        _Alignas(16) static char memory[200000];
        gw_gradcheck *c;
        gw_gradcheck_ask ask;
        gw_gradcheck_summary all;
        assert_true(gw_gradcheck_bytes(2, 1) <= sizeof memory);
        assert_ok(gw_gradcheck_start(&problem, memory, &c));
        assert_int_equal(gw_gradcheck_allow_noise(c, -1), GW_RANGE);
        assert_int_equal(gw_gradcheck_allow_noise(c, NAN), GW_RANGE);
        assert_ok(gw_gradcheck_allow_noise(c, 10 * ripple[0]));
        while (gw_gradcheck_next(c, &ask)) {
            assert_ok(gw_gradcheck_point(c, ask.id, moved));
            assert_ok(gw_gradcheck_tell(c, ask.id, rippled(ripple, moved)));
        }
        assert_ok(gw_gradcheck_result(c, &all));
        allowed += all.verdict == GW_PASS;
    }
    assert_int_equal(gw_gradcheck_allow_noise(NULL, 0), GW_NULL);
    assert_true(passed == 0 && failed <= 6);
    assert_true(allowed >= 200);
}

/* A block whose slopes are all 0, beside one that moves J, passes. */
static double margin(void *of, const double *t) {
    (void)of;
    return exp(t[0]) + fmax(0, 1 - t[1]) + fmax(0, t[1] - 1) - fabs(t[1] - 1) + 1e-3 * t[1] -
           1e-3 * t[1];
}

static void a_block_without_slopes_passes_beside_others(void **state) {
    (void)state;
    const double theta[] = {0.4, 0.2}, g[] = {exp(0.4), 0};
    const gw_gradcheck_block block[] = {{"w", 0, 1, 1}, {"b", 1, 1, 1}};
    const gw_gradcheck_problem problem = {
        .size = 2, .blocks = 2, .theta = theta, .gradient = g, .block = block, .seed = 1};
    gw_gradcheck_entry e;
    (void)asked(&problem, margin, NULL, NULL, 1, &e);
    assert_int_equal(e.verdict, GW_PASS);
}

/* Slopes by a parameter in nanoseconds are 1e9 times those by one in seconds: an error of the
 * small slope is seen as well. */
static double of_scales(void *scale, const double *t) {
    const double *s = scale;
    return sin(t[0] / s[0]) + tanh(t[1] / s[1]);
}

static void each_parameter_has_its_own_scale(void **state) {
    (void)state;
    gw_random r;
    int unsure = 0;
    gw_random_seed(&r, 7);
    for (int k = 0; k < 1000; k++) {
        double scale[2] = {power_of_ten(&r, -9, 0), power_of_ten(&r, -9, 0)};
        double u = 0.3 + gw_random_uniform(&r), v = 0.5 + gw_random_uniform(&r);
        double theta[2] = {scale[0] * u, scale[1] * v};
        double g[2] = {cos(u) / scale[0], 1 / (cosh(v) * cosh(v)) / scale[1]};
        assert_int_equal(check_two(of_scales, scale, theta, g, (uint64_t)k, NULL), GW_PASS);
        g[k % 2] *= 1 + power_of_ten(&r, -5, 0);
        gw_verdict off = check_two(of_scales, scale, theta, g, (uint64_t)k, NULL);
        assert_int_not_equal(off, GW_PASS);
        unsure += off != GW_FAIL;
    }
    assert_true(unsure <= 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_are_not_accused),
        cmocka_unit_test(weak_kinks_pass_within_their_bound),
        cmocka_unit_test(rounded_costs_are_not_accused),
        cmocka_unit_test(stairs_are_no_flat_sides),
        cmocka_unit_test(fast_waves_are_not_accused),
        cmocka_unit_test(the_bound_counts_pieces),
        cmocka_unit_test(what_trembles_is_undecided),
        cmocka_unit_test(a_block_without_slopes_passes_beside_others),
        cmocka_unit_test(each_parameter_has_its_own_scale),
    };
    return cmocka_run_group_tests_name("gradcheck_fine", tests, NULL, NULL);
}
