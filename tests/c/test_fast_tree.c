/* csrc/fast/tree.h: leaves of any m, and the same brackets however the leaves are shared
 * out. A bracket is seen by its name: what is added are hashes of the two halves. */
#include "random.h"
#include "test.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

enum { LEAVES = 300, OWNERS = 9, WIDTH = 3 };

static void leaves_cover_the_examples(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 1);
    for (int k = 0; k < 3000; k++) {
        int64_t m = k < 2500 ? k + 1 : (int64_t)(gw_random_next(&rng) >> (24 + k % 38)) + 1;
        int64_t leaves = gw_tree_leaves(m);
        assert_true(leaves == 1 ? m <= GW_LEAF : leaves % 2 == 0 && m > GW_LEAF * (leaves - 2));
        assert_int_equal(gw_tree_start(m, 0), 0);
        assert_int_equal(gw_tree_start(m, leaves), m);
        for (int i = 0; i < 50; i++) {
            int64_t leaf = i < 25 ? i : leaves - 1 - (i - 25);
            if (leaf < 0 || leaf >= leaves)
                continue;
            int64_t size = gw_tree_start(m, leaf + 1) - gw_tree_start(m, leaf);
            assert_in_range(size, 1, GW_LEAF);
            if (leaf < leaves - 1)
                assert_int_equal(size % 8, 0);
        }
        for (int64_t owners = 1; owners < 12; owners++) {
            int64_t run = gw_tree_run(leaves, owners, 1) - gw_tree_run(leaves, owners, 0);
            assert_int_equal(gw_tree_run(leaves, owners, 0), 0);
            assert_int_equal(gw_tree_run(leaves, owners, owners), leaves);
            int64_t last = leaves - gw_tree_run(leaves, owners, owners - 1);
            assert_in_range(last - run + 1, 0, 2);
        }
    }
}

/* The sum by the definition: strides double. */
static void by_strides(int32_t leaves, double x[][WIDTH]) {
    for (int32_t s = 1; s < leaves; s *= 2)
        for (int32_t i = 0; i + s < leaves; i += 2 * s)
            for (int k = 0; k < WIDTH; k++)
                x[i][k] += x[i + s][k];
}

static void no_owner_changes_the_sum(void **state) {
    (void)state;
    static double leaf[LEAVES][WIDTH], expected[LEAVES][WIDTH];
    gw_random rng;
    gw_random_seed(&rng, 2);
    for (int32_t leaves = 1; leaves <= LEAVES; leaves += leaves < 40 ? 1 : 13)
        for (int32_t owners = 1; owners <= OWNERS; owners++) {
            for (int32_t i = 0; i < leaves; i++)
                for (int k = 0; k < WIDTH; k++)
                    leaf[i][k] = ldexp(gw_random_normal(&rng), (int)(gw_random_below(&rng, 40)));
            memcpy(expected, leaf, sizeof leaf);
            by_strides(leaves, expected);
            gw_tree run[OWNERS], whole;
            double *rooms[OWNERS];
            /* Runs cut anywhere, not only where gw_tree_run would. */
            int32_t cut[OWNERS + 1] = {0};
            for (int32_t t = 1; t < owners; t++)
                cut[t] = gw_random_below(&rng, leaves + 1);
            cut[owners] = leaves;
            for (int32_t t = 1; t < owners; t++)
                for (int32_t u = t; u > 1 && cut[u - 1] > cut[u]; u--) {
                    int32_t c = cut[u];
                    cut[u] = cut[u - 1];
                    cut[u - 1] = c;
                }
            for (int32_t t = 0; t < owners; t++) {
                rooms[t] = malloc((size_t)gw_tree_room(leaves) * WIDTH * sizeof(double));
                assert_ok(gw_tree_begin(&run[t], leaves, cut[t], WIDTH));
                for (int32_t i = cut[t]; i < cut[t + 1]; i++) {
                    double *place = rooms[t] + run[t].count * WIDTH;
                    assert_true(run[t].count < gw_tree_room(leaves));
                    memcpy(place, leaf[i], sizeof leaf[i]);
                    assert_ok(gw_tree_add(&run[t], place, i + 1));
                }
                for (int32_t k = 0; k < run[t].count; k++)
                    assert_ptr_equal(run[t].node[k], rooms[t] + k * WIDTH);
            }
            /* By columns, each shared tree by itself. */
            for (int32_t k = 0; k < WIDTH; k++) {
                assert_ok(gw_tree_begin(&whole, leaves, 0, WIDTH));
                whole.from = k;
                whole.to = k + 1;
                for (int32_t t = 0; t < owners; t++)
                    assert_ok(gw_tree_join(&whole, &run[t]));
                assert_int_equal(whole.count, 1);
                assert_int_equal(whole.first[1], leaves);
                assert_memory_equal(&whole.node[0][k], &expected[0][k], sizeof(double));
            }
            for (int32_t t = 0; t < owners; t++)
                free(rooms[t]);
        }
}

static void bad_runs_are_refused(void **state) {
    (void)state;
    gw_tree tree, other;
    double x[4] = {0};
    assert_int_equal(gw_tree_begin(NULL, 1, 0, 1), GW_NULL);
    assert_int_equal(gw_tree_begin(&tree, 0, 0, 1), GW_RANGE);
    assert_int_equal(gw_tree_begin(&tree, 5, 6, 1), GW_RANGE);
    assert_int_equal(gw_tree_begin(&tree, 5, -1, 1), GW_RANGE);
    assert_int_equal(gw_tree_begin(&tree, 5, 0, 0), GW_RANGE);
    assert_ok(gw_tree_begin(&tree, 5, 1, 1));
    assert_int_equal(gw_tree_add(&tree, x, 1), GW_RANGE);
    assert_int_equal(gw_tree_add(&tree, x, 3), GW_RANGE); /* leaves 1 and 2 are no node */
    assert_int_equal(gw_tree_add(&tree, x, 6), GW_RANGE);
    assert_ok(gw_tree_add(&tree, x, 2));
    assert_ok(gw_tree_begin(&other, 5, 3, 1));
    assert_int_equal(gw_tree_join(&tree, &other), GW_RANGE); /* leaf 2 is missing */
    assert_ok(gw_tree_begin(&other, 6, 2, 1));
    assert_int_equal(gw_tree_join(&tree, &other), GW_RANGE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_cover_the_examples),
        cmocka_unit_test(no_owner_changes_the_sum),
        cmocka_unit_test(bad_runs_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
