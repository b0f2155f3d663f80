/* csrc/base/elementary.h: sin, cos and atan2 beside quadruple precision, whole powers, and that one
 * number at a time gives the bits of many. */
#include "elementary.h"
#include "elementwise.h"
#include "random.h"
#include "test.h"

/* glibc's, which clang does not see declared. */
typedef __float128 quad;
quad sinf128(quad x);
quad cosf128(quad x);
quad atan2f128(quad y, quad x);

enum { POINTS = 1 << 17 };

static double ulps(double value, quad truth) {
    double nearest = (double)truth;
    int exponent = fabs(nearest) < DBL_MIN ? -1022 : ilogb(nearest);
    return fabs((double)((value - truth) / ldexp(1, exponent - 52)));
}

/* A third within two turns, a third of all magnitudes, a third beside the multiples of π/2,
 * where sin or cos is nearly 0 and all digits of the reduced angle are seen. */
static double angle(gw_random *rng, int i) {
    double sign = gw_random_uniform(rng) < 0.5 ? -1 : 1;
    if (i % 3 == 0)
        return sign * 12.6 * gw_random_uniform(rng);
    if (i % 3 == 1)
        return sign * ldexp(1 + gw_random_uniform(rng), gw_random_below(rng, 1040) - 1022);
    double x = 1.5707963267948966 * gw_random_below(rng, 636000);
    for (int k = gw_random_below(rng, 5); k > 0; k--)
        x = nextafter(x, INFINITY);
    return sign * x;
}

static void angles(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 6);
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
        double x = angle(&rng, i);
        double s = gw_sin(x), c = gw_cos(x);
        if (fabs(x) > 1e6) {
            assert_true(isnan(s) && isnan(c));
            continue;
        }
        worst = fmax(worst, fmax(ulps(s, sinf128(x)), ulps(c, cosf128(x))));
    }
    print_message("%.2f ulp\n", worst);
    assert_true(worst <= 3);
    for (int i = 0; i < POINTS; i++) {
        double x = gw_random_normal(&rng), y = gw_random_normal(&rng);
        if (i % 2)
            y *= ldexp(1, gw_random_below(&rng, 200) - 100);
        worst = fmax(worst, ulps(gw_atan2(y, x), atan2f128(y, x)));
    }
    assert_true(worst <= 3);
    for (int i = 0; i < 25; i++) { /* on the axes, and at infinity */
        static const double PLACE[] = {-INFINITY, -1, 0, 1, INFINITY};
        double x = PLACE[i % 5], y = PLACE[i / 5];
        assert_true(fabs(gw_atan2(y, x) - (double)atan2f128(y, x)) <= 3 * DBL_EPSILON);
    }
    assert_true(isnan(gw_atan2(NAN, 1)) && isnan(gw_atan2(1, NAN)));
    assert_true(gw_sin(0) == 0 && signbit(gw_sin(-0.0)) && gw_cos(0) == 1);
    assert_true(isnan(gw_sin(NAN)) && isnan(gw_cos(INFINITY)));
}

static void whole_powers(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 9);
    for (int i = 0; i < 2000; i++) {
        int32_t n = gw_random_below(&rng, 500);
        double x = (i % 2 ? -1 : 1) * (0.5 + gw_random_uniform(&rng));
        quad truth = 1;
        for (int32_t k = 0; k < n; k++)
            truth *= x;
        /* Each squaring doubles the relative error and adds a rounding: n in all. */
        assert_close(gw_power(x, n), (double)truth, (n + 1) * DBL_EPSILON, 0);
    }
    assert_true(gw_power(0, 0) == 1 && gw_power(0.9, 1) == 0.9 && isnan(gw_power(2, -1)));
}

static void one_number_has_the_bits_of_many(void **state) {
    (void)state;
    static const struct {
        gw_fast_function f;
        double (*one)(double);
    } PAIR[] = {{GW_FAST_EXP, gw_exp},
                {GW_FAST_LOG, gw_log},
                {GW_FAST_LOG1P, gw_log1p},
                {GW_FAST_TANH, gw_tanh},
                {GW_FAST_TANH_SLOPE, gw_tanh_slope}};
    static double x[POINTS], y[POINTS];
    gw_random rng;
    gw_random_seed(&rng, 2);
    for (int i = 0; i < POINTS; i++)
        x[i] = i % 2 ? 40 * (gw_random_uniform(&rng) - 0.5) : angle(&rng, i + 1);
    for (size_t p = 0; p < sizeof PAIR / sizeof *PAIR; p++) {
        assert_ok(gw_fast_elementwise(PAIR[p].f, POINTS, x, y));
        for (int i = 0; i < POINTS; i++) {
            double one = PAIR[p].one(x[i]);
            assert_true(one == y[i] || (isnan(one) && isnan(y[i])));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(angles),
        cmocka_unit_test(whole_powers),
        cmocka_unit_test(one_number_has_the_bits_of_many),
    };
    return cmocka_run_group_tests_name("elementary", tests, NULL, NULL);
}
