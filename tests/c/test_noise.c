#include "noise.h"
#include "random.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

/* f at nine points around x, h apart. */
static gw_noise_advice estimate(double (*f)(double, gw_random *), double x, double h,
                                gw_random *rng, double *sigma) {
    double values[GW_NOISE_VALUES];
    int32_t advice;
    for (int i = 0; i < GW_NOISE_VALUES; i++)
        values[i] = f(x + (i - GW_NOISE_VALUES / 2) * h, rng);
    assert_ok(gw_noise_estimate(values, sigma, &advice));
    return (gw_noise_advice)advice;
}

static double smooth(double x, gw_random *rng) {
    (void)rng;
    return sin(x) + 2;
}
static double noisy(double x, gw_random *rng) {
    return smooth(x, rng) * (1 + 1e-6 * gw_random_normal(rng));
}
static double very_noisy(double x, gw_random *rng) {
    return smooth(x, rng) + 1e-2 * gw_random_normal(rng);
}
static double in_floats(double x, gw_random *rng) {
    return (double)(float)smooth(x, rng);
}
static double huge(double x, gw_random *rng) {
    return 1e300 * noisy(x, rng);
}
static double tiny(double x, gw_random *rng) {
    return 1e-300 * noisy(x, rng);
}
static double constant(double x, gw_random *rng) {
    (void)x;
    (void)rng;
    return 5;
}
static double zero(double x, gw_random *rng) {
    (void)x;
    (void)rng;
    return 0;
}

/* Nine values know σ roughly, a factor 2 either way; the middle one of a hundred
 * estimates knows it well. */
static double median_of_estimates(double (*f)(double, gw_random *), double h, int *found) {
    enum { N = 101 };
    double sorted[N];
    gw_random rng;
    gw_random_seed(&rng, 9);
    *found = 0;
    for (int i = 0; i < N; i++) {
        double sigma;
        *found += estimate(f, 0.3 + 0.01 * i, h, &rng, &sigma) == GW_NOISE_FOUND;
        int k = i;
        for (; k > 0 && sorted[k - 1] > sigma; k--)
            sorted[k] = sorted[k - 1];
        sorted[k] = sigma;
    }
    return sorted[N / 2];
}

static void known_noise_is_measured(void **state) {
    (void)state;
    static const struct {
        double (*f)(double, gw_random *);
        double sigma;
    } KNOWN[] = {
        {noisy, 2.7e-6}, /* at f between 2.3 and 2.97 */
        {very_noisy, 1e-2},
        {huge, 2.7e294},
        {tiny, 2.7e-306},
    };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        int found;
        double sigma = median_of_estimates(KNOWN[i].f, 1e-8, &found);
        assert_close(log2(sigma / KNOWN[i].sigma), 0, 0, 0.3); /* a factor 1.23 */
        assert_true(found > 90);
    }
}

/* Rounding to n digits in base 2 is off by up to half a unit of the last: as a
 * uniform error, σ = unit/√12. Between 2 and 4 that unit is 2⁻²² in a float. */
static void rounding_is_noise(void **state) {
    (void)state;
    int found;
    double sigma = median_of_estimates(in_floats, 1e-4, &found);
    assert_close(log2(sigma / (0x1p-22 / sqrt(12))), 0, 0, 1);
    assert_true(found > 60);
}

static double quantum_of(double (*f)(double, gw_random *), double x, double h) {
    double values[GW_NOISE_VALUES];
    for (int i = 0; i < GW_NOISE_VALUES; i++)
        values[i] = f(x + (i - GW_NOISE_VALUES / 2) * h, NULL);
    return gw_noise_quantum(values);
}

static double in_steps(double x, gw_random *rng) {
    return 3e-7 * rint(smooth(x, rng) / 3e-7);
}
static double printed(double x, gw_random *rng) {
    char text[32];
    snprintf(text, sizeof text, "%.6f", smooth(x, rng));
    return strtod(text, NULL);
}

/* Steps are found, where they are seen at all, and none in a smooth function, a straight
 * line or noise: a line's first differences are all multiples of one number too. */
static void steps_are_recognised(void **state) {
    (void)state;
    int steps = 0, digits = 0, coincidences = 0;
    for (int i = 0; i < 100; i++) {
        double x = 0.3 + 0.0137 * i, q = quantum_of(in_steps, x, 2.7e-5);
        double p = quantum_of(printed, x, 2.7e-5);
        steps += q > 0;
        digits += p > 0;
        if (q > 0) /* or twice as large, where no odd number of steps was seen */
            assert_close(q / 3e-7, rint(q / 3e-7), 0, 1e-6);
        if (p > 0)
            assert_close(p / 1e-6, rint(p / 1e-6), 0, 1e-6);
        assert_close(quantum_of(smooth, x, 1e-8), 0, 0, 0);
    }
    /* Not where slope times spacing is nearly a whole number of them. */
    assert_true(steps > 70 && digits > 70);
    gw_random rng;
    gw_random_seed(&rng, 4);
    for (int i = 0; i < 200000; i++) { /* of any numbers there is something left in the end */
        double values[GW_NOISE_VALUES];
        for (int k = 0; k < GW_NOISE_VALUES; k++)
            values[k] = i < 100 ? very_noisy(0.3, &rng) : 2 * gw_random_uniform(&rng) - 1;
        coincidences += gw_noise_quantum(values) > 0;
    }
    assert_true(coincidences <= 5);
    assert_close(gw_noise_quantum(NULL), 0, 0, 0);
}

static void advice_tells_which_way_to_go(void **state) {
    (void)state;
    double sigma = -1;
    /* All values round to the same few floats. */
    assert_int_equal(estimate(in_floats, 0.3, 1e-9, NULL, &sigma), GW_NOISE_TOO_CLOSE);
    assert_true(sigma >= 0);
    /* So far apart that the sine itself is all there is to see. */
    assert_int_equal(estimate(in_floats, 0.3, 0.3, NULL, &sigma), GW_NOISE_TOO_FAR);
    assert_true(sigma > 0x1p-22);
    assert_int_equal(estimate(constant, 0, 1, NULL, &sigma), GW_NOISE_TOO_CLOSE);
    assert_close(sigma, 0, 0, 0);
    assert_int_equal(estimate(zero, 0, 1, NULL, &sigma), GW_NOISE_TOO_CLOSE);
    assert_close(sigma, 0, 0, 0);
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    double values[GW_NOISE_VALUES] = {0}, sigma = 7;
    int32_t advice = 7;
    assert_int_equal(gw_noise_estimate(NULL, &sigma, &advice), GW_NULL);
    assert_int_equal(gw_noise_estimate(values, NULL, &advice), GW_NULL);
    assert_int_equal(gw_noise_estimate(values, &sigma, NULL), GW_NULL);
    for (int i = 0; i < GW_NOISE_VALUES; i++) {
        values[i] = i % 2 ? NAN : -INFINITY;
        assert_int_equal(gw_noise_estimate(values, &sigma, &advice), GW_NOT_FINITE);
        values[i] = 0;
    }
    assert_close(sigma, 7, 0, 0);
    assert_int_equal(advice, 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_noise_is_measured),   cmocka_unit_test(rounding_is_noise),
        cmocka_unit_test(steps_are_recognised),      cmocka_unit_test(advice_tells_which_way_to_go),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests_name("noise", tests, NULL, NULL);
}
