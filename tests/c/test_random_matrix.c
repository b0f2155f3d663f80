#include "random_matrix.h"
#include "test.h"

/* All 24 orders of four, equally often; a shuffle that swaps with any place, not
 * with those still to come, is far from that. */
static void permutations_are_equally_likely(void **state) {
    (void)state;
    enum { N = 48000 };
    gw_random rng;
    gw_random_seed(&rng, 3);
    int count[256] = {0}, orders = 0;
    double data[4];
    gw_matrix order = {1, 4, 4, data};
    for (int i = 0; i < N; i++) {
        assert_ok(gw_random_permutation(&rng, &order));
        int seen = 0, code = 0;
        for (int k = 0; k < 4; k++) {
            assert_true(data[k] == 0 || data[k] == 1 || data[k] == 2 || data[k] == 3);
            seen |= 1 << (int)data[k];
            code = 4 * code + (int)data[k];
        }
        assert_int_equal(seen, 15);
        count[code]++;
    }
    double p = 1.0 / 24;
    for (int code = 0; code < 256; code++)
        if (count[code] > 0) {
            orders++;
            assert_close(count[code], N * p, 0, 5 * sqrt(N * p * (1 - p)));
        }
    assert_int_equal(orders, 24);
}

static void matrices_are_filled_row_by_row(void **state) {
    (void)state;
    double data[] = {9, 9, 77, 9, 9, 77};
    gw_matrix M = {2, 2, 3, data};
    gw_random one, two;
    gw_random_seed(&one, 4);
    gw_random_seed(&two, 4);
    assert_ok(gw_random_fill_normal(&one, 0.01, &M));
    for (int i = 0; i < 6; i++)
        assert_close(data[i], i % 3 == 2 ? 77 : 0.01 * gw_random_normal(&two), 0, 0);
    assert_ok(gw_random_fill_uniform(&one, -3, 5, &M));
    for (int i = 0; i < 6; i++)
        assert_close(data[i], i % 3 == 2 ? 77 : -3 + 8 * gw_random_uniform(&two), 0, 0);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double data[] = {9, 9};
    gw_matrix column = {2, 1, 1, data}, row = {1, 2, 2, data};
    gw_random rng, before;
    gw_random_seed(&rng, 4);
    before = rng;
    assert_int_equal(gw_random_permutation(&rng, &column), GW_SHAPE);
    assert_int_equal(gw_random_permutation(NULL, &row), GW_NULL);
    assert_int_equal(gw_random_fill_normal(NULL, 1, &row), GW_NULL);
    assert_int_equal(gw_random_fill_normal(&rng, 1, NULL), GW_NULL);
    assert_int_equal(gw_random_fill_uniform(NULL, 0, 1, &row), GW_NULL);
    assert_int_equal(gw_random_fill_uniform(&rng, 0, 1, NULL), GW_NULL);
    assert_memory_equal(&rng, &before, sizeof rng);
    assert_close(data[0] + data[1], 18, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(permutations_are_equally_likely),
        cmocka_unit_test(matrices_are_filled_row_by_row),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("random matrices", tests, NULL, NULL);
}
