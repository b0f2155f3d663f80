#include "gradcheck.h"
#include "test.h"

#include <stdlib.h>

typedef double (*cost)(const double *theta);

static double noisy(double x) {
    return (double)(float)x; /* single precision */
}
static double parabola(const double *t) {
    return t[0] * t[0] + 12;
}
static double two(const double *t) {
    return sin(t[0]) * exp(t[1]);
}
static double wave(const double *t) {
    return sin(t[0]) * exp(1 - t[0]);
}
static double fast_wave(const double *t) {
    return sin(1e4 * t[0]);
}
static double hidden_wave(const double *t) {
    return t[0] * t[0] + 0.1 * sin(32 * 3.141592653589793 * t[0]);
}
static double corner(const double *t) {
    return fabs(t[0]);
}
static double single(const double *t) {
    return noisy(sin(t[0]));
}
static double logarithm(const double *t) {
    return log(t[0]);
}
static double growing(const double *t) {
    return exp(t[0]);
}
static double flat(const double *t) {
    (void)t;
    return 5;
}
static double undefined(const double *t) {
    (void)t;
    return NAN;
}
static double valley(const double *t) { /* softplus both ways: smooth, even */
    return log1p(exp(t[0])) + log1p(exp(-t[0]));
}
static double dice(const double *t) {
    static int calls;
    return t[0] + ++calls;
}
static double first_only(const double *t) {
    return t[0];
}

/* Runs a check of a cost with one block to its end. */
static gw_gradcheck_summary run(cost f, int n, const double *theta, const double *gradient,
                                gw_gradcheck_entry *entry) {
    gw_gradcheck_block block = {"theta", 0, n, 1};
    gw_gradcheck_problem problem = {
        .size = n, .blocks = 1, .theta = theta, .gradient = gradient, .block = &block, .seed = 7};
    void *memory = malloc(gw_gradcheck_bytes(n, 1));
    double *point = malloc((size_t)n * sizeof(double));
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, point));
        if (ask.entry >= 0)
            assert_close(point[ask.entry], ask.value, 0, 0);
        assert_ok(gw_gradcheck_tell(check, ask.id, f(point)));
    }
    assert_ok(gw_gradcheck_result(check, &result));
    assert_ok(gw_gradcheck_entry_result(check, result.worst, entry));
    free(point);
    free(memory);
    return result;
}

#define CHECK1(f, at, slope) run(f, 1, &(const double){at}, &(const double){slope}, &entry)

static void right_gradients_pass(void **state) {
    (void)state;
    gw_gradcheck_entry entry;
    gw_gradcheck_summary r = CHECK1(parabola, 3, 6);
    assert_int_equal(r.verdict, GW_PASS);
    assert_true(r.digits > 8);
    assert_true(fabs(entry.numeric - 6) <= entry.bound);
    const double theta[] = {0.3, -0.7}, g[] = {cos(0.3) * exp(-0.7), sin(0.3) * exp(-0.7)};
    assert_int_equal(run(two, 2, theta, g, &entry).verdict, GW_PASS);
    assert_int_equal(CHECK1(fast_wave, 1, 1e4 * cos(1e4)).verdict, GW_PASS);
    assert_int_equal(
        CHECK1(hidden_wave, 0.3, 0.6 + 3.2 * 3.141592653589793 * cos(9.6 * 3.141592653589793))
            .verdict,
        GW_PASS);
    assert_int_equal(CHECK1(single, 1, cos(1)).verdict, GW_PASS);
    assert_int_equal(CHECK1(logarithm, 1e-3, 1e3).verdict, GW_PASS);
    assert_int_equal(CHECK1(growing, -650, exp(-650)).verdict, GW_PASS); /* steps reach e^-490 */
    assert_int_equal(CHECK1(first_only, 1e-300, 1).verdict, GW_PASS);
    assert_int_equal(CHECK1(first_only, 1e300, 1).verdict, GW_PASS);
}

static void wrong_gradients_fail(void **state) {
    (void)state;
    gw_gradcheck_entry entry;
    assert_int_equal(CHECK1(parabola, 3, 6 + 1e-6).verdict, GW_FAIL);
    assert_int_equal(CHECK1(parabola, 3, -6).verdict, GW_FAIL);
    assert_int_equal(CHECK1(parabola, 3, 0).verdict, GW_FAIL);
    assert_int_equal(CHECK1(fast_wave, 1, 1.0001e4 * cos(1e4)).verdict, GW_FAIL);
    assert_int_equal(CHECK1(hidden_wave, 0.3, 0.6).verdict, GW_FAIL);
    assert_int_equal(CHECK1(single, 1, cos(1) + 0.01).verdict, GW_FAIL);
    assert_int_equal(CHECK1(flat, 1, 1).verdict, GW_FAIL);
    gw_gradcheck_summary r = CHECK1(parabola, 3, NAN);
    assert_int_equal(r.verdict, GW_FAIL);
    assert_int_equal(r.cause, GW_CAUSE_NOT_FINITE);
    const double theta[] = {0.3, -0.7}, zeros[] = {0, 0};
    assert_int_equal(run(two, 2, theta, zeros, &entry).verdict, GW_FAIL);
}

/* The truth is within one bound of the number that is found, so a slope that is off
 * by more than two passes only where it is given a wider bound than the right one. */
static void a_wrong_slope_is_given_no_wider_bound(void **state) {
    (void)state;
    static const double OFF[] = {2.1, 3, 10, 30, 100, 1000, 1e4};
    gw_gradcheck_entry entry, again;
    for (int i = 0; i < 300; i++) {
        double x = -2 + 0.0231 * i, slope = exp(1 - x) * (cos(x) - sin(x));
        if (CHECK1(wave, x, slope).verdict != GW_PASS)
            continue;
        for (size_t k = 0; k < sizeof OFF / sizeof *OFF; k++) {
            double wrong = slope + OFF[k] * entry.bound;
            assert_int_not_equal(run(wave, 1, &x, &wrong, &again).verdict, GW_PASS);
        }
    }
}

static void what_cannot_be_told_is_undecided(void **state) {
    (void)state;
    gw_gradcheck_entry entry;
    gw_gradcheck_summary r = CHECK1(corner, 0, 0.7);
    assert_int_equal(r.verdict, GW_UNDECIDED);
    assert_int_equal(r.cause, GW_CAUSE_KINK);
    assert_int_equal(CHECK1(corner, 0, 1.5).verdict, GW_FAIL);
    r = CHECK1(valley, 0, 0); /* no corner, though from afar it looks like one */
    assert_int_equal(r.verdict, GW_UNDECIDED);
    assert_int_equal(r.cause, GW_CAUSE_NOISE);
    r = CHECK1(flat, 1, 0);
    assert_int_equal(r.verdict, GW_UNDECIDED);
    assert_int_equal(r.cause, GW_CAUSE_ZERO);
    assert_int_equal(CHECK1(parabola, 0, 0).verdict, GW_UNDECIDED);
    r = CHECK1(undefined, 1, 0);
    assert_int_equal(r.verdict, GW_UNDECIDED);
    assert_int_equal(r.cause, GW_CAUSE_UNDEFINED);
    r = CHECK1(dice, 1, 1);
    assert_int_equal(r.verdict, GW_FAIL);
    assert_int_equal(r.cause, GW_CAUSE_IMPURE);
}

/* J = 2 max(0, t) + t²: the slope right of the kink is 2 + 2t. */
static gw_gradcheck_summary near_kink(double x, double slope, int told) {
    double memory[10000], t;
    gw_gradcheck_block block = {"t", 0, 1, 1};
    gw_gradcheck_problem p = {
        .size = 1, .blocks = 1, .theta = &x, .gradient = &slope, .block = &block, .seed = 7};
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary r;
    assert_ok(gw_gradcheck_start(&p, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, &t));
        double J = 2 * fmax(0, t) + t * t;
        if (told)
            assert_ok(gw_gradcheck_tell_pattern(check, ask.id, J, t > 0));
        else
            assert_ok(gw_gradcheck_tell(check, ask.id, J));
    }
    assert_ok(gw_gradcheck_result(check, &r));
    return r;
}

/* A kink that is told is used for no step, and is not taken for noise. */
static void a_told_kink_is_no_hindrance(void **state) {
    (void)state;
    for (int k = 3; k <= 10; k++) {
        double x = pow(10, -k), slope = 2 + 2 * x;
        gw_gradcheck_summary r = near_kink(x, slope, 1);
        assert_int_equal(r.verdict, GW_PASS);
        assert_true(r.digits > 13 - k);
        assert_true(r.noise < 1e-14);
        assert_int_equal(near_kink(x, 1.001 * slope, 1).verdict, GW_FAIL);
        assert_int_equal(near_kink(-x, -2 * x, 1).verdict, GW_PASS);
    }
}

/* Nor is one that is not told, where steps are left that are shorter than the way to it:
 * the mean of both slopes does not pass, and the right one does. */
static void a_kink_that_is_not_told_is_seen(void **state) {
    (void)state;
    for (int k = 3; k <= 12; k++) {
        double x = pow(10, -k);
        assert_int_equal(near_kink(x, 2 + 2 * x, 0).verdict, GW_PASS);
        assert_int_equal(near_kink(x, 1 + 2 * x, 0).verdict, GW_FAIL);
        assert_int_equal(near_kink(-x, -2 * x, 0).verdict, GW_PASS);
        assert_int_equal(near_kink(-x, 1 - 2 * x, 0).verdict, GW_FAIL);
    }
    gw_gradcheck_summary r = near_kink(0, 1, 0);
    assert_int_equal(r.verdict, GW_UNDECIDED);
    assert_int_equal(r.cause, GW_CAUSE_KINK);
}

/* An entry that truly does nothing passes as a zero beside one that does. */
static void zeros_pass_beside_others(void **state) {
    (void)state;
    gw_gradcheck_entry entry;
    const double theta[] = {1, 2}, g[] = {1, 0};
    gw_gradcheck_summary r = run(first_only, 2, theta, g, &entry);
    assert_int_equal(r.verdict, GW_PASS);
    assert_int_equal(r.zeros, 1);
}

static void asks_may_be_open_together(void **state) {
    (void)state;
    enum { N = 40 };
    double theta[N], g[N], point[N];
    for (int i = 0; i < N; i++) {
        theta[i] = 0.1 * i - 1;
        g[i] = i == 17 ? 0.5 : 2 * theta[i];
    }
    gw_gradcheck_block block = {"theta", 0, N, 1};
    gw_gradcheck_problem problem = {
        .size = N, .blocks = 1, .theta = theta, .gradient = g, .block = &block};
    void *memory = malloc(gw_gradcheck_bytes(N, 1));
    gw_gradcheck *check;
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    gw_gradcheck_ask ask[200];
    for (;;) {
        int open = 0;
        while (open < 200 && gw_gradcheck_next(check, &ask[open]))
            open++;
        if (open == 0)
            break;
        while (open-- > 0) { /* told in the reverse order */
            assert_ok(gw_gradcheck_point(check, ask[open].id, point));
            double sum = 0;
            for (int i = 0; i < N; i++)
                sum += point[i] * point[i];
            assert_ok(gw_gradcheck_tell(check, ask[open].id, sum));
            assert_int_equal(gw_gradcheck_tell(check, ask[open].id, sum), GW_NO_ANSWER);
        }
    }
    gw_gradcheck_summary r;
    assert_ok(gw_gradcheck_result(check, &r));
    assert_int_equal(r.verdict, GW_FAIL);
    assert_int_equal(r.failed, 1);
    assert_int_equal(r.worst, 17);
    free(memory);
}

static void bad_problems_are_refused(void **state) {
    (void)state;
    double theta[2] = {1, 2}, memory[10000];
    gw_gradcheck *check;
    gw_gradcheck_block block = {"theta", 0, 2, 1};
    gw_gradcheck_problem good = {
        .size = 2, .blocks = 1, .theta = theta, .gradient = theta, .block = &block};
    assert_true(gw_gradcheck_bytes(2, 1) <= sizeof memory);
    gw_gradcheck_problem p = good;
    p.size = 0;
    assert_int_equal(gw_gradcheck_start(&p, memory, &check), GW_RANGE);
    p = good;
    p.size = 3;
    assert_int_equal(gw_gradcheck_start(&p, memory, &check), GW_SHAPE);
    p = good;
    p.gradient = NULL;
    assert_int_equal(gw_gradcheck_start(&p, memory, &check), GW_NULL);
    theta[1] = INFINITY;
    assert_int_equal(gw_gradcheck_start(&good, memory, &check), GW_NOT_FINITE);
    assert_true(gw_gradcheck_bytes(0, 1) == 0);
}

/* The verdict on the entry at x = 1 of the wave, once a slope with a bound is laid
 * beside what was found; the analytic slope is off by `off`. */
static gw_gradcheck_entry confirmed(double off, double slope_off, double bound) {
    double x = 1, slope = cos(1) - sin(1), wrong = slope + off, memory[10000];
    gw_gradcheck_block block = {"x", 0, 1, 1};
    gw_gradcheck_problem p = {
        .size = 1, .blocks = 1, .theta = &x, .gradient = &wrong, .block = &block};
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_entry e;
    assert_true(gw_gradcheck_bytes(1, 1) <= sizeof memory);
    assert_ok(gw_gradcheck_start(&p, memory, &check));
    assert_int_equal(gw_gradcheck_confirm(check, 0, slope, bound), GW_NO_ANSWER);
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, &x));
        assert_ok(gw_gradcheck_tell(check, ask.id, wave(&x)));
    }
    assert_int_equal(gw_gradcheck_confirm(check, 1, slope, bound), GW_RANGE);
    assert_ok(gw_gradcheck_confirm(check, 0, slope + slope_off, bound));
    assert_ok(gw_gradcheck_entry_result(check, 0, &e));
    return e;
}

static void a_known_slope_sharpens_the_verdict(void **state) {
    (void)state;
    gw_gradcheck_entry e = confirmed(0, 0, 1e-15);
    assert_int_equal(e.verdict, GW_PASS);
    assert_true(e.digits > 14);
    e = confirmed(1e-13, 0, 1e-15); /* below what differences see */
    assert_int_equal(e.verdict, GW_FAIL);
    assert_int_equal(e.cause, GW_CAUSE_NONE);
    assert_int_equal(confirmed(1e-3, 0, 1e-15).verdict, GW_FAIL);
    e = confirmed(2e-15, 0, 1e-15); /* neither one nor three bounds: as it was */
    assert_int_equal(e.verdict, GW_PASS);
    assert_true(e.digits < 14);
    assert_int_equal(confirmed(0, 0, 1).verdict, GW_PASS); /* too wide to say anything */
    e = confirmed(0, 1e-3, 1e-15);                         /* the slope of something else */
    assert_int_equal(e.verdict, GW_UNDECIDED);
    assert_int_equal(e.cause, GW_CAUSE_TWIN);
    assert_int_equal(confirmed(1e-3, 1e-3, 1e-15).verdict, GW_FAIL); /* and agrees with the wrong */
    assert_int_equal(confirmed(0, NAN, 1e-15).cause, GW_CAUSE_TWIN);
}

/* A check that was never finished says nothing good. */
/* A gradient in single precision fails, and passes to the digits that it has. */
static void digits_asked_for_are_accepted(void **state) {
    (void)state;
    double theta[2] = {0.7, -0.4}, gradient[2];
    gw_gradcheck_block block = {"t", 0, 2, 1};
    gw_gradcheck *check = malloc(gw_gradcheck_bytes(2, 1));
    gradient[0] = (float)(cos(theta[0]) * exp(theta[1]));
    gradient[1] = (float)(sin(theta[0]) * exp(theta[1]));
    for (double digits = 6; digits <= 11; digits += 5) {
        const gw_gradcheck_problem p = {
            .size = 2, .blocks = 1, .theta = theta, .gradient = gradient, .block = &block};
        gw_gradcheck_ask ask;
        gw_gradcheck_summary r;
        double at[2];
        assert_ok(gw_gradcheck_start(&p, check, &check));
        assert_int_equal(gw_gradcheck_accept(check, digits), GW_NO_ANSWER);
        while (gw_gradcheck_next(check, &ask)) {
            assert_ok(gw_gradcheck_point(check, ask.id, at));
            assert_ok(gw_gradcheck_tell(check, ask.id, two(at)));
        }
        assert_ok(gw_gradcheck_result(check, &r));
        assert_int_equal(r.verdict, GW_FAIL);
        assert_int_equal(gw_gradcheck_accept(check, 0), GW_RANGE);
        assert_int_equal(gw_gradcheck_accept(check, NAN), GW_RANGE);
        assert_int_equal(gw_gradcheck_accept(NULL, 6), GW_NULL);
        assert_ok(gw_gradcheck_accept(check, digits));
        assert_ok(gw_gradcheck_result(check, &r));
        assert_int_equal(r.verdict, digits == 6 ? GW_PASS : GW_FAIL);
        if (digits == 6)
            assert_true(r.digits >= 6 && r.digits < 9);
    }
    free(check);
}

static void an_unfinished_check_never_passes(void **state) {
    (void)state;
    const double theta[] = {3}, g[] = {6};
    double memory[10000];
    gw_gradcheck *check;
    gw_gradcheck_block block = {"theta", 0, 1, 1};
    gw_gradcheck_problem p = {
        .size = 1, .blocks = 1, .theta = theta, .gradient = g, .block = &block};
    gw_gradcheck_summary r;
    assert_ok(gw_gradcheck_start(&p, memory, &check));
    assert_ok(gw_gradcheck_result(check, &r));
    assert_int_equal(r.verdict, GW_UNDECIDED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_gradients_pass),
        cmocka_unit_test(wrong_gradients_fail),
        cmocka_unit_test(a_wrong_slope_is_given_no_wider_bound),
        cmocka_unit_test(what_cannot_be_told_is_undecided),
        cmocka_unit_test(a_told_kink_is_no_hindrance),
        cmocka_unit_test(a_kink_that_is_not_told_is_seen),
        cmocka_unit_test(zeros_pass_beside_others),
        cmocka_unit_test(asks_may_be_open_together),
        cmocka_unit_test(a_known_slope_sharpens_the_verdict),
        cmocka_unit_test(bad_problems_are_refused),
        cmocka_unit_test(digits_asked_for_are_accepted),
        cmocka_unit_test(an_unfinished_check_never_passes),
    };
    return cmocka_run_group_tests_name("gradcheck", tests, NULL, NULL);
}
