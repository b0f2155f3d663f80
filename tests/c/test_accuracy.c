/* The accuracy that csrc/sigmoid.h, csrc/base/loss.h and csrc/fast/vector_math.h
 * promise, at a million points against long double, whose own rounding is a
 * thousandth of theirs. */
#include "loss.h"
#include "random.h"
#include "sigmoid.h"
#include "test.h"
#include "vector_math.h"

enum { POINTS = 1000000, AT_ONCE = 1000 };

/* How far a value is from the true one, in units of the true one's last place;
 * below 1e-307, in that. */
static double ulps(double value, long double truth) {
    long double size = fabsl(truth), error = fabsl(value - truth);
    return (double)(size < 1e-307L ? error / 1e-307L : error / ldexpl(1, ilogbl(size) - 52));
}

static long double true_sigmoid(long double z) {
    long double e = expl(-fabsl(z));
    return (z >= 0 ? 1 : e) / (1 + e);
}

static long double true_value(gw_activation g, long double z) {
    return g == GW_SIGMOID ? true_sigmoid(z)
           : g == GW_TANH  ? tanhl(z)
                           : gw_activation_value(g, (double)z);
}

/* 1 − tanh² z = 4 σ'(2z) */
static long double true_slope(gw_activation g, long double z) {
    long double twice = g == GW_TANH ? 2 * z : z;
    return (g == GW_TANH ? 4 : 1) * true_sigmoid(twice) * true_sigmoid(-twice);
}

static long double true_loss(long double z, long double y) {
    return log1pl(expl(-fabsl(z))) + (1 - y) * fmaxl(z, 0) + y * fmaxl(-z, 0);
}

/* Both signs, of all magnitudes from 1e-9 to 1e3. */
static double anywhere(gw_random *rng) {
    double size = pow(10, -9 + 12 * gw_random_uniform(rng));
    return gw_random_uniform(rng) < 0.5 ? size : -size;
}

static void worst_of(double *worst, double value, long double truth) {
    *worst = fmax(*worst, ulps(value, truth));
}

static void within_four_ulp(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 1);
    double value[2] = {0}, slope[2] = {0}, loss[2] = {0};
    for (int i = 0; i < POINTS; i++) {
        double z = anywhere(&rng);
        for (int g = GW_SIGMOID; g <= GW_TANH; g++) {
            worst_of(&value[g], gw_activation_value((gw_activation)g, z),
                     true_value((gw_activation)g, z));
            worst_of(&slope[g], gw_activation_slope((gw_activation)g, z),
                     true_slope((gw_activation)g, z));
        }
        for (int y = 0; y < 2; y++)
            worst_of(&loss[y], gw_loss_from_z(z, y), true_loss(z, y));
    }
    for (int k = 0; k < 2; k++) {
        assert_close(value[k], 0, 0, 4);
        assert_close(slope[k], 0, 0, k == GW_TANH ? 5 : 4);
        assert_close(loss[k], 0, 0, 4);
    }
}

static void vectors_within_four_ulp(void **state) {
    (void)state;
    static double z[AT_ONCE], y[AT_ONCE], a[AT_ONCE];
    gw_random rng;
    gw_random_seed(&rng, 2);
    double worst[GW_ACTIVATIONS + 1] = {0};
    for (int k = 0; k < POINTS / AT_ONCE; k++) {
        for (int i = 0; i < AT_ONCE; i++) {
            z[i] = anywhere(&rng);
            y[i] = i % 3 == 0 ? 0 : i % 3 == 1 ? 1 : gw_random_uniform(&rng);
        }
        for (int g = 0; g < GW_ACTIVATIONS; g++) {
            assert_ok(gw_vector_activation((gw_activation)g, AT_ONCE, z, a));
            for (int i = 0; i < AT_ONCE; i++)
                worst_of(&worst[g], a[i], true_value((gw_activation)g, z[i]));
        }
        assert_ok(gw_vector_loss(AT_ONCE, z, y, a));
        for (int i = 0; i < AT_ONCE; i++)
            worst_of(&worst[GW_ACTIVATIONS], a[i], true_loss(z[i], y[i]));
    }
    for (int g = 0; g <= GW_ACTIVATIONS; g++)
        assert_close(worst[g], 0, 0, 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(within_four_ulp),
        cmocka_unit_test(vectors_within_four_ulp),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
