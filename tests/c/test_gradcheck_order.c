/* Questions that are open together may be told in any order: the report is the same, to
 * the bit. */
#include "gradcheck.h"
#include "random.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

enum { N = 90, BLOCKS = 4, ORDERS = 12, MOST = 200 };

typedef struct {
    gw_gradcheck_summary all, block[BLOCKS];
    gw_gradcheck_entry entry[N];
} report;

/* Costs whose entries ask for steps of their own, of which others learn. */
enum { SMOOTH, SINGLE, ROUNDED, RIPPLED, KINKED, COSTS };

static double cost(int kind, const double *theta) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
        double part = sin((1 + i % 7) * theta[i]) * (1 + i / 10.0);
        sum += kind == SINGLE ? (double)(float)part : part;
        sum += kind == KINKED && i % 5 == 0 ? fabs(theta[i] - 0.3) : 0;
    }
    sum += kind == RIPPLED ? 1e-8 * sin(1e7 * theta[3]) : 0;
    return kind == ROUNDED ? 1e-7 * rint(1e7 * sum) : sum;
}

static double slope(int kind, const double *theta, int i) {
    double part = (1 + i % 7) * cos((1 + i % 7) * theta[i]) * (1 + i / 10.0);
    part += kind == KINKED && i % 5 == 0 ? (theta[i] > 0.3 ? 1 : -1) : 0;
    return part + (kind == RIPPLED && i == 3 ? 0.1 * cos(1e7 * theta[3]) : 0);
}

/* Seed 0: one question at a time. Else so many as are to be had, or fewer, and the one
 * told next is any of them. */
static void run(int kind, gw_gradcheck_mode mode, int wrong, uint64_t order, report *found) {
    double theta[N], gradient[N], point[N];
    for (int i = 0; i < N; i++)
        theta[i] = 0.02 * i - 1;
    for (int i = 0; i < N; i++)
        gradient[i] = slope(kind, theta, i);
    gradient[17] *= wrong ? 1.5 : 1;
    gradient[60] *= wrong ? -1 : 1;
    const gw_gradcheck_block block[BLOCKS] = {
        {"W", 0, 7, 6}, {"b", 42, 3, 1}, {"V", 45, 22, 2}, {"c", 89, 1, 1}};
    const gw_gradcheck_problem problem = {.size = N,
                                          .blocks = BLOCKS,
                                          .theta = theta,
                                          .gradient = gradient,
                                          .block = block,
                                          .seed = 3,
                                          .mode = mode};
    void *memory = malloc(gw_gradcheck_bytes(N, BLOCKS));
    gw_gradcheck *check;
    gw_gradcheck_ask ask[MOST];
    gw_random rng;
    gw_random_seed(&rng, order);
    memset(found, 0, sizeof *found);
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    for (int open = 0;;) {
        int most = order == 0 ? 1 : 1 + (int)gw_random_below(&rng, MOST);
        while (open < most && gw_gradcheck_next(check, &ask[open]))
            open++;
        if (open == 0)
            break;
        int k = (int)gw_random_below(&rng, open);
        assert_ok(gw_gradcheck_point(check, ask[k].id, point));
        assert_ok(gw_gradcheck_tell(check, ask[k].id, cost(kind, point)));
        ask[k] = ask[--open];
    }
    assert_ok(gw_gradcheck_result(check, &found->all));
    for (int32_t b = 0; b < BLOCKS; b++)
        assert_ok(gw_gradcheck_block_result(check, b, &found->block[b]));
    for (int32_t i = 0; i < N; i++)
        assert_ok(gw_gradcheck_entry_result(check, i, &found->entry[i]));
    free(memory);
}

static void the_order_of_answers_changes_nothing(void **state) {
    (void)state;
    static report first, again;
    for (int kind = 0; kind < COSTS; kind++)
        for (int wrong = 0; wrong < 2; wrong++)
            for (int mode = GW_GRADCHECK_ENTRIES; mode <= GW_GRADCHECK_DIRECTIONS; mode++) {
                run(kind, (gw_gradcheck_mode)mode, wrong, 0, &first);
                for (uint64_t order = 1; order <= ORDERS; order++) {
                    run(kind, (gw_gradcheck_mode)mode, wrong, order, &again);
                    assert_memory_equal(&first, &again, sizeof first);
                }
            }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_answers_changes_nothing),
    };
    return cmocka_run_group_tests_name("gradcheck_order", tests, NULL, NULL);
}
