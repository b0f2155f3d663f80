#include "random.h"
#include "test.h"

/* xoshiro256** from a state of 1, 2, 3, 4, as its reference implementation
 * prints it, and seeded through splitmix64, as a few lines of Python with whole
 * numbers of any size print it. */
static void first_numbers_are_the_known_ones(void **state) {
    (void)state;
    gw_random rng = {{1, 2, 3, 4}};
    static const uint64_t PLAIN[] = {11520, 0, 1509978240, UINT64_C(1215971899390074240)};
    for (int i = 0; i < 4; i++)
        assert_true(gw_random_next(&rng) == PLAIN[i]);

    static const struct {
        uint64_t seed, first[4];
    } SEEDED[] = {
        {0,
         {UINT64_C(0x99ec5f36cb75f2b4), UINT64_C(0xbf6e1f784956452a), UINT64_C(0x1a5f849d4933e6e0),
          UINT64_C(0x6aa594f1262d2d2c)}},
        {4,
         {UINT64_C(0x437057a4eb7c3a13), UINT64_C(0xe95a0d7fd8c1832c), UINT64_C(0x71807ff81a0c627e),
          UINT64_C(0xfa40f34634632cd2)}},
        {UINT64_MAX,
         {UINT64_C(0x8f5520d52a7ead08), UINT64_C(0xc476a018caa1802d), UINT64_C(0x81de31c0d260469e),
          UINT64_C(0xbf658d7e065f3c2f)}},
    };
    for (size_t s = 0; s < sizeof SEEDED / sizeof *SEEDED; s++) {
        gw_random_seed(&rng, SEEDED[s].seed);
        for (int i = 0; i < 4; i++)
            assert_true(gw_random_next(&rng) == SEEDED[s].first[i]);
    }
}

/* Mean and variance of n numbers against those of the distribution, within 5
 * standard errors: one run in two million would miss them, and the seed is
 * fixed. kurtosis = E(x − μ)⁴/σ⁴ gives the standard error of the variance. */
static void assert_moments(double (*draw)(gw_random *), double mean, double variance,
                           double kurtosis) {
    enum { N = 100000 };
    gw_random rng;
    gw_random_seed(&rng, 12);
    double sum = 0, squares = 0, last = 0, products = 0;
    for (int i = 0; i < N; i++) {
        double x = draw(&rng) - mean;
        sum += x;
        squares += x * x;
        products += x * last;
        last = x;
    }
    assert_close(sum / N, 0, 0, 5 * sqrt(variance / N));
    assert_close(squares / N, variance, 0, 5 * variance * sqrt((kurtosis - 1) / N));
    assert_close(products / N, 0, 0, 5 * variance / sqrt(N)); /* neighbours are unrelated */
}

static void moments(void **state) {
    (void)state;
    assert_moments(gw_random_uniform, 0.5, 1.0 / 12, 1.8);
    assert_moments(gw_random_normal, 0, 1, 3);
}

static void uniform_stays_within_its_ends(void **state) {
    (void)state;
    gw_random known;
    gw_random_seed(&known, 4);
    assert_close(gw_random_uniform(&known), (double)(UINT64_C(0x437057a4eb7c3a13) >> 11) * 0x1p-53,
                 0, 0); /* its last bit is set */
    gw_random ones = {{UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX}}, zeros = {{0, 0, 0, 0}};
    assert_true(gw_random_uniform(&ones) < 1);
    assert_close(gw_random_uniform(&zeros), 0, 0, 0);
    gw_random rng;
    gw_random_seed(&rng, 1);
    for (int i = 0; i < 10000; i++) {
        double u = gw_random_uniform(&rng);
        assert_true(u >= 0 && u < 1);
        assert_close(u * 0x1p53, floor(u * 0x1p53), 0, 0);
    }
}

/* How often |x| exceeds 1, 2 and 3: a shape that two moments do not see. */
static void normal_has_its_tails(void **state) {
    (void)state;
    enum { N = 100000 };
    gw_random rng;
    gw_random_seed(&rng, 6);
    int beyond[4] = {0};
    for (int i = 0; i < N; i++) {
        double x = fabs(gw_random_normal(&rng));
        for (int k = 1; k <= 3; k++)
            beyond[k] += x > k;
    }
    for (int k = 1; k <= 3; k++) {
        double p = erfc(k / sqrt(2));
        assert_close(beyond[k], p * N, 0, 5 * sqrt(N * p * (1 - p)));
    }
}

static void below_reaches_every_number_equally(void **state) {
    (void)state;
    enum { N = 70000 };
    gw_random rng;
    gw_random_seed(&rng, 2);
    int count[7] = {0};
    for (int i = 0; i < N; i++) {
        int32_t x = gw_random_below(&rng, 7);
        assert_in_range(x, 0, 6);
        count[x]++;
    }
    for (int k = 0; k < 7; k++)
        assert_close(count[k], N / 7.0, 0, 5 * sqrt(N * 6 / 49.0));
    assert_int_equal(gw_random_below(&rng, 1), 0);
    /* 2⁶⁴ is no multiple of 7. This state gives 2⁶⁴ − 2, which must be drawn
     * again, or 0 would come more often. */
    gw_random last = {{5, UINT64_C(0x6c5b05b05b05b05b), 6, 7}}, same = last;
    assert_true(gw_random_next(&same) == UINT64_MAX - 1);
    assert_int_equal(gw_random_below(&last, 7), gw_random_next(&same) % 7);
    assert_memory_equal(&last, &same, sizeof same);
    int32_t largest = 0;
    for (int i = 0; i < 100; i++) {
        int32_t x = gw_random_below(&rng, INT32_MAX);
        assert_true(x >= 0 && x < INT32_MAX);
        largest = x > largest ? x : largest;
    }
    assert_true(largest > INT32_MAX / 4 * 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_numbers_are_the_known_ones),
        cmocka_unit_test(moments),
        cmocka_unit_test(uniform_stays_within_its_ends),
        cmocka_unit_test(normal_has_its_tails),
        cmocka_unit_test(below_reaches_every_number_equally),
    };
    return cmocka_run_group_tests_name("random", tests, NULL, NULL);
}
