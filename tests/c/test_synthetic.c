#include "synthetic.h"
#include "test.h"

/* Computed once by a program of its own in another language, from the formula
 * and the published xoshiro256** and splitmix64. */
static void values_for_a_seed(void **state) {
    (void)state;
    static const double KNOWN[6][3] = {
        {0.2359571276054034, -1.8610712521499615, 0}, {3.483236386664065, -1.432695100629427, 0},
        {-0.3695309915298071, 2.393828151255842, 0},  {-1.2018424830217382, -3.4841653522174716, 1},
        {1.5742056967636693, 0.1528967659279082, 1},  {0.19223336613923067, 1.7161784370871982, 1},
    };
    double x[12], y[6];
    gw_matrix X = {2, 6, 6, x}, Y = {1, 6, 6, y};
    gw_random rng;
    gw_random_seed(&rng, 9);
    assert_ok(gw_synthetic_flower(&rng, &X, &Y));
    for (int i = 0; i < 6; i++) {
        assert_close(x[i], KNOWN[i][0], 1e-12, 1e-14);
        assert_close(x[6 + i], KNOWN[i][1], 1e-12, 1e-14);
        assert_close(y[i], KNOWN[i][2], 0, 0);
    }
}

/* Half of the examples are of each class; a petal is 4 long, give or take the
 * noise (0.2, and six times that is never met). */
static void classes_and_size(void **state) {
    (void)state;
    enum { M = 400 };
    double x[2 * M], y[M];
    gw_matrix X = {2, M, M, x}, Y = {1, M, M, y};
    gw_random rng;
    gw_random_seed(&rng, 1);
    assert_ok(gw_synthetic_flower(&rng, &X, &Y));
    double ones = 0, longest = 0;
    for (int i = 0; i < M; i++) {
        assert_true(y[i] == 0 || y[i] == 1);
        ones += y[i];
        longest = fmax(longest, hypot(x[i], x[M + i]));
    }
    assert_close(ones, M / 2.0, 0, 0);
    assert_true(longest > 4 && longest < 4 + 6 * 0.2);
}

static void a_seed_names_one_flower(void **state) {
    (void)state;
    double x[3][8], y[4];
    gw_random rng;
    for (int k = 0; k < 3; k++) {
        gw_matrix X = {2, 4, 4, x[k]}, Y = {1, 4, 4, y};
        gw_random_seed(&rng, k < 2 ? 5 : 6);
        assert_ok(gw_synthetic_flower(&rng, &X, &Y));
    }
    assert_memory_equal(x[0], x[1], sizeof x[0]);
    assert_memory_not_equal(x[0], x[2], sizeof x[0]);
}

/* A view wider than its columns: what lies between stays, the rest is the same. */
static void matrices_respect_the_stride(void **state) {
    (void)state;
    double wide[12], plain[8], y[4];
    for (int i = 0; i < 12; i++)
        wide[i] = 77;
    gw_matrix W = {2, 4, 6, wide}, P = {2, 4, 4, plain}, Y = {1, 4, 4, y};
    gw_random rng;
    gw_random_seed(&rng, 5);
    assert_ok(gw_synthetic_flower(&rng, &W, &Y));
    gw_random_seed(&rng, 5);
    assert_ok(gw_synthetic_flower(&rng, &P, &Y));
    for (int r = 0; r < 2; r++) {
        assert_memory_equal(wide + 6 * r, plain + 4 * r, 4 * sizeof(double));
        assert_close(wide[6 * r + 4], 77, 0, 0);
        assert_close(wide[6 * r + 5], 77, 0, 0);
    }
}

/* Without noise each set is the curve, or lies in the quadrants, that its formula says. */
static void sets_lie_where_they_say(void **state) {
    (void)state;
    enum { M = 40 };
    double x[2 * M], y[M];
    gw_matrix X = {2, M, M, x}, Y = {1, M, M, y};
    gw_random rng;
    gw_random_seed(&rng, 3);
    for (int set = 0; set < GW_SETS; set++) {
        assert_ok(gw_synthetic_set((gw_set)set, &rng, 0, &X, &Y));
        for (int i = 0; i < M; i++) {
            double a = x[i], b = x[M + i], r = hypot(a, b), side = y[i] == 0 ? 1 : -1;
            double q = (i % (M / 2)) / (M / 2 - 1.0);
            assert_true(y[i] == (i >= M / 2));
            assert_true(r < 4 * sqrt(2) + 1e-9);
            if (set == GW_SET_MOONS)
                assert_close(hypot(a + 1.25 * side, b + 0.6 * side), 2.5, 1e-12, 0);
            if (set == GW_SET_CIRCLES)
                assert_close(r, 3 + side, 1e-12, 0);
            if (set == GW_SET_XOR)
                assert_true(a * b * side <= 0);
            if (set == GW_SET_SPIRALS)
                assert_close(r, 4 * (q + 0.1) / 1.1, 1e-12, 0);
            if (set == GW_SET_FLOWER)
                assert_close(r, 4 * fabs(sin(4 * 3.12 * (q + y[i]))), 1e-9, 1e-9);
        }
    }
}

/* Noise moves each number by as much as was asked for. */
static void noise_is_as_large_as_asked(void **state) {
    (void)state;
    enum { M = 4000 };
    static double plain[2 * M], noisy[2 * M], y[M];
    gw_matrix P = {2, M, M, plain}, X = {2, M, M, noisy}, Y = {1, M, M, y};
    gw_random rng;
    for (int set = GW_SET_MOONS; set < GW_SETS; set++) {
        gw_random_seed(&rng, 4);
        assert_ok(gw_synthetic_set((gw_set)set, &rng, 0, &P, &Y));
        gw_random_seed(&rng, 4);
        assert_ok(gw_synthetic_set((gw_set)set, &rng, 0.5, &X, &Y));
        double sum = 0;
        for (int i = 0; i < 2 * M; i++)
            sum += (noisy[i] - plain[i]) * (noisy[i] - plain[i]);
        assert_close(sqrt(sum / (2 * M)), 0.5, 0.05, 0);
    }
}

/* Refused, with nothing written and no random number used. */
static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double x[12], y[6];
    x[0] = y[0] = 77;
    gw_random rng, before;
    gw_random_seed(&rng, 5);
    before = rng;
    gw_matrix X = {2, 4, 4, x}, Y = {1, 4, 4, y};
    gw_matrix odd_X = {2, 5, 5, x}, odd_Y = {1, 5, 5, y}, few_X = {2, 2, 2, x},
              few_Y = {1, 2, 2, y};
    gw_matrix three = {3, 4, 4, x}, two = {2, 2, 2, y};
    assert_int_equal(gw_synthetic_flower(&rng, &odd_X, &odd_Y), GW_SHAPE);
    assert_int_equal(gw_synthetic_flower(&rng, &few_X, &few_Y), GW_SHAPE);
    assert_int_equal(gw_synthetic_flower(&rng, &three, &Y), GW_SHAPE);
    assert_int_equal(gw_synthetic_flower(&rng, &X, &two), GW_SHAPE);
    assert_int_equal(gw_synthetic_flower(&rng, &X, &few_Y), GW_SHAPE);
    assert_int_equal(gw_synthetic_flower(&rng, NULL, &Y), GW_NULL);
    assert_int_equal(gw_synthetic_flower(&rng, &X, NULL), GW_NULL);
    assert_int_equal(gw_synthetic_flower(NULL, &X, &Y), GW_NULL);
    assert_int_equal(gw_synthetic_set(GW_SETS, &rng, 0, &X, &Y), GW_RANGE);
    assert_int_equal(gw_synthetic_set((gw_set)-1, &rng, 0, &X, &Y), GW_RANGE);
    assert_int_equal(gw_synthetic_set(GW_SET_XOR, &rng, -0.1, &X, &Y), GW_RANGE);
    assert_int_equal(gw_synthetic_set(GW_SET_XOR, &rng, NAN, &X, &Y), GW_RANGE);
    assert_close(x[0], 77, 0, 0);
    assert_close(y[0], 77, 0, 0);
    assert_memory_equal(&rng, &before, sizeof rng);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_for_a_seed),
        cmocka_unit_test(classes_and_size),
        cmocka_unit_test(a_seed_names_one_flower),
        cmocka_unit_test(matrices_respect_the_stride),
        cmocka_unit_test(sets_lie_where_they_say),
        cmocka_unit_test(noise_is_as_large_as_asked),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("synthetic", tests, NULL, NULL);
}
