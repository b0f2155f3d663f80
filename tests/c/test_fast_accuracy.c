/* The functions of csrc/fast/elementwise.h, with every instruction set that is here:
 * their accuracy beside quadruple precision, dense where they are used and over all
 * magnitudes, and that they give the same bits. tests/lua/fast_spec.lua holds them to
 * SLEEF's deterministic functions too. */
#include "elementwise.h"
#include "random.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* glibc's, which clang does not see declared. */
typedef __float128 quad;
quad expf128(quad x);
quad logf128(quad x);
quad log1pf128(quad x);
quad tanhf128(quad x);

enum { POINTS = 1 << 17, EDGES = 1 << 10 };

static quad truth(gw_fast_function f, quad x) {
    quad size = x < 0 ? -x : x, e = expf128(-size);
    switch (f) {
    case GW_FAST_EXP:
        return expf128(x);
    case GW_FAST_LOG:
        return logf128(x);
    case GW_FAST_LOG1P:
        return log1pf128(x);
    case GW_FAST_TANH:
        return tanhf128(x);
    case GW_FAST_TANH_SLOPE:
        return 4 * e * e / ((1 + e * e) * (1 + e * e));
    case GW_FAST_SIGMOID:
        return (x < 0 ? e : 1) / (1 + e);
    case GW_FAST_SIGMOID_SLOPE:
        return e / ((1 + e) * (1 + e));
    default:
        return (x > 0 ? x : 0) + log1pf128(e);
    }
}

/* Units in the last place of the truth; below 1e-307 all but exp may give 0. */
static double ulps(gw_fast_function f, double x, double value) {
    quad t = truth(f, x);
    double nearest = (double)t;
    if (isnan(nearest) || isinf(nearest))
        return isnan(nearest) == isnan(value) && (isnan(nearest) || nearest == value) ? 0
                                                                                      : INFINITY;
    if (f != GW_FAST_EXP && fabs(nearest) < 1e-307)
        return fabs(value) < 1.1e-307 ? 0 : INFINITY;
    int exponent = fabs(nearest) < DBL_MIN ? -1022 : ilogb(nearest);
    return fabs((double)((value - t) / ldexp(1, exponent - 52 < -1074 ? -1074 : exponent - 52)));
}

typedef struct {
    double from, to; /* dense between, and of all magnitudes beyond */
    double limit;
} domain;

static const domain DOMAIN[GW_FAST_FUNCTIONS] = {
    [GW_FAST_EXP] = {-40, 1, 3},
    [GW_FAST_LOG] = {0, 4, 3},
    [GW_FAST_LOG1P] = {-1, 1, 3},
    [GW_FAST_TANH] = {-20, 20, 3},
    [GW_FAST_TANH_SLOPE] = {-20, 20, 5},
    [GW_FAST_SIGMOID] = {-40, 40, 3},
    [GW_FAST_SIGMOID_SLOPE] = {-40, 40, 3},
    [GW_FAST_SOFTPLUS] = {-40, 40, 3},
};

/* A third dense, a third of all magnitudes, a third where arguments are reduced, cut off
 * or change their form. */
static double point(gw_fast_function f, gw_random *rng, int i) {
    static const double EDGE[] = {0,     1,        2,        -1,  0.5,      1e-8,
                                  2e-16, 18,       22,       354, 354.1975, 708.39,
                                  708.4, 709.7827, 745.1332, 746, 800,      1e308};
    domain d = DOMAIN[f];
    double sign = gw_random_uniform(rng) < 0.5 ? -1 : 1;
    if (i % 3 == 0)
        return d.from + (d.to - d.from) * gw_random_uniform(rng);
    if (i % 3 == 1)
        return sign * ldexp(1 + gw_random_uniform(rng), gw_random_below(rng, 2046) - 1022);
    double edge = i % 6 == 2 ? 0.34657359027997264 * gw_random_below(rng, 2100)
                             : EDGE[gw_random_below(rng, sizeof EDGE / sizeof *EDGE)];
    int steps = gw_random_below(rng, 40) - 20;
    double x = sign * edge;
    for (int k = 0; k < abs(steps); k++)
        x = nextafter(x, steps > 0 ? INFINITY : -INFINITY);
    return x;
}

static void accurate_and_the_same(void **state) {
    (void)state;
    static double x[POINTS], y[POINTS], other[POINTS];
    gw_random rng;
    gw_random_seed(&rng, 1);
    for (int f = 0; f < GW_FAST_FUNCTIONS; f++) {
        for (int i = 0; i < POINTS; i++)
            x[i] = point((gw_fast_function)f, &rng, i);
        assert_ok(gw_fast_use(GW_PLAIN_INSTRUCTIONS));
        assert_ok(gw_fast_elementwise((gw_fast_function)f, POINTS, x, y));
        double worst = 0, where = 0;
        for (int i = 0; i < POINTS; i++) {
            double error = ulps((gw_fast_function)f, x[i], y[i]);
            if (!(error <= worst)) {
                worst = error;
                where = x[i];
            }
        }
        print_message("function %d: %.2f ulp at %.17g\n", f, worst, where);
        assert_true(worst <= DOMAIN[f].limit);
        for (int set = 0; set < GW_INSTRUCTIONS; set++) {
            if (!gw_fast_has((gw_instructions)set))
                continue;
            assert_ok(gw_fast_use((gw_instructions)set));
            /* Places and lengths that are no whole vectors. */
            for (int n = 1; n < 20; n++) {
                memset(other, 0xff, sizeof(double) * 32);
                assert_ok(gw_fast_elementwise((gw_fast_function)f, n, x + n, other + 1));
                assert_memory_equal(other + 1, y + n, sizeof(double) * (size_t)n);
                assert_true(isnan(other[0]) && isnan(other[n + 1]));
            }
            memcpy(other, x, sizeof x);
            assert_ok(gw_fast_elementwise((gw_fast_function)f, POINTS, other, other));
            assert_memory_equal(other, y, sizeof y);
        }
    }
}

static void at_the_edges(void **state) {
    (void)state;
    const double x[] = {NAN, INFINITY, -INFINITY, 0.0, -0.0, -1, -2};
    const double expected[GW_FAST_FUNCTIONS][7] = {
        [GW_FAST_EXP] = {NAN, INFINITY, 0, 1, 1, NAN, NAN},
        [GW_FAST_LOG] = {NAN, INFINITY, NAN, -INFINITY, -INFINITY, NAN, NAN},
        [GW_FAST_LOG1P] = {NAN, INFINITY, NAN, 0, 0, -INFINITY, NAN},
        [GW_FAST_TANH] = {NAN, 1, -1, 0, -0.0, NAN, NAN},
        [GW_FAST_TANH_SLOPE] = {NAN, 0, 0, 1, 1, NAN, NAN},
        [GW_FAST_SIGMOID] = {NAN, 1, 0, 0.5, 0.5, NAN, NAN},
        [GW_FAST_SIGMOID_SLOPE] = {NAN, 0, 0, 0.25, 0.25, NAN, NAN},
        [GW_FAST_SOFTPLUS] = {NAN, INFINITY, 0, 0.693147180559945309, 0.693147180559945309, NAN,
                              NAN},
    };
    for (int set = 0; set < GW_INSTRUCTIONS; set++)
        for (int f = 0; f < GW_FAST_FUNCTIONS && gw_fast_has((gw_instructions)set); f++) {
            double y[7];
            int many = f == GW_FAST_LOG || f == GW_FAST_LOG1P ? 7 : 5;
            assert_ok(gw_fast_use((gw_instructions)set));
            assert_ok(gw_fast_elementwise((gw_fast_function)f, many, x, y));
            for (int i = 0; i < many; i++)
                assert_true(isnan(expected[f][i]) ? isnan(y[i]) : y[i] == expected[f][i]);
        }
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    double x[2] = {0};
    assert_int_equal(gw_fast_elementwise(GW_FAST_EXP, 2, NULL, x), GW_NULL);
    assert_int_equal(gw_fast_elementwise(GW_FAST_EXP, 2, x, NULL), GW_NULL);
    assert_int_equal(gw_fast_elementwise(GW_FAST_EXP, 0, x, x), GW_SHAPE);
    assert_int_equal(gw_fast_elementwise(GW_FAST_FUNCTIONS, 2, x, x), GW_RANGE);
    assert_int_equal(gw_fast_use(GW_INSTRUCTIONS), GW_RANGE);
    assert_int_equal(gw_fast_use((gw_instructions)-1), GW_RANGE);
    assert_ok(gw_fast_use(GW_BEST_INSTRUCTIONS));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accurate_and_the_same),
        cmocka_unit_test(at_the_edges),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
