/* What a check of many entries takes, one by one and along random directions: evaluations,
 * memory, and the chance to miss. */
#include "gradcheck.h"
#include "test.h"

#include <stdlib.h>

enum { MANY = 300 };
static double last_bound; /* of the first block's last direction */

/* J = Σ sin(θ_i) (1 + i/10), in two blocks; entry `wrong` of its gradient is off by
 * `by`. Returns the summary over all, and of each block. */
static gw_gradcheck_summary by_directions(int wrong, double by, uint64_t seed,
                                          gw_gradcheck_summary *block) {
    static double theta[MANY], gradient[MANY], point[MANY];
    for (int i = 0; i < MANY; i++) {
        theta[i] = 0.01 * i - 1;
        gradient[i] = cos(theta[i]) * (1 + i / 10.0) + (i == wrong ? by : 0);
    }
    const gw_gradcheck_block blocks[] = {{"W", 0, 29, 10}, {"b", 290, 10, 1}};
    const gw_gradcheck_problem problem = {.size = MANY,
                                          .blocks = 2,
                                          .theta = theta,
                                          .gradient = gradient,
                                          .block = blocks,
                                          .seed = seed,
                                          .mode = GW_GRADCHECK_DIRECTIONS};
    void *memory = malloc(gw_gradcheck_bytes(MANY, 2));
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, point));
        double sum = 0;
        for (int i = 0; i < MANY; i++)
            sum += sin(point[i]) * (1 + i / 10.0);
        assert_ok(gw_gradcheck_tell(check, ask.id, sum));
    }
    assert_ok(gw_gradcheck_result(check, &result));
    assert_ok(gw_gradcheck_block_result(check, 0, &block[0]));
    assert_ok(gw_gradcheck_block_result(check, 1, &block[1]));
    gw_gradcheck_entry entry;
    assert_ok(gw_gradcheck_entry_result(check, 0, &entry));
    last_bound = entry.bound;
    free(memory);
    return result;
}

static void directions_are_cheap_and_find_the_entry(void **state) {
    (void)state;
    gw_gradcheck_summary block[2];
    gw_gradcheck_summary r = by_directions(-1, 0, 1, block);
    assert_int_equal(r.verdict, GW_PASS);
    assert_true(r.evaluations < 60); /* for 300 entries */
    assert_true(r.digits > 5);
    for (int seed = 1; seed <= 30; seed++) {
        int wrong = seed * 97 % MANY;
        r = by_directions(wrong, 0.1, (uint64_t)seed, block);
        assert_int_equal(r.verdict, GW_FAIL);
        assert_int_equal(r.worst, wrong);
        assert_int_equal(r.failed, 1);
        assert_int_equal(block[wrong < 290].verdict, GW_PASS);
        assert_int_equal(block[wrong >= 290].verdict, GW_FAIL);
    }
}

/* A check of a right gradient of `n` entries in blocks of ten, to its end. */
static gw_gradcheck_summary right_of(int n, gw_gradcheck_mode mode) {
    static double theta[MANY], gradient[MANY], point[MANY];
    static gw_gradcheck_block block[MANY / 10];
    for (int i = 0; i < n; i++) {
        theta[i] = 0.01 * i - 1;
        gradient[i] = cos(theta[i]) * (1 + i / 10.0);
        block[i / 10] = (gw_gradcheck_block){"W", i / 10 * 10, 5, 2};
    }
    const gw_gradcheck_problem problem = {.size = n,
                                          .blocks = n / 10,
                                          .theta = theta,
                                          .gradient = gradient,
                                          .block = block,
                                          .mode = mode};
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    assert_ok(gw_gradcheck_start(&problem, malloc(gw_gradcheck_bytes(n, n / 10)), &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, point));
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += sin(point[i]) * (1 + i / 10.0);
        assert_ok(gw_gradcheck_tell(check, ask.id, sum));
    }
    assert_ok(gw_gradcheck_result(check, &result));
    free(check);
    return result;
}

static void most_entries_take_four_evaluations(void **state) {
    (void)state;
    for (int n = 100; n <= MANY; n += 100) {
        gw_gradcheck_summary r = right_of(n, GW_GRADCHECK_ENTRIES);
        assert_int_equal(r.verdict, GW_PASS);
        assert_true(r.evaluations >= 4.0 * n);
        assert_true(r.evaluations <= 4.5 * n + 100);
    }
}

/* About eight for each more block: the noise is measured once for all of them, and a
 * direction that four do not settle is rare. */
static void a_block_by_directions_takes_about_eight(void **state) {
    (void)state;
    double few = right_of(50, GW_GRADCHECK_DIRECTIONS).evaluations;
    gw_gradcheck_summary r = right_of(200, GW_GRADCHECK_DIRECTIONS);
    assert_int_equal(r.verdict, GW_PASS);
    double a_block = (r.evaluations - few) / (20 - 5);
    assert_true(a_block >= 8 && a_block < 9.5);
}

static void memory_grows_with_the_entries_alone(void **state) {
    (void)state;
    double one = (double)gw_gradcheck_bytes(1, 1);
    for (int n = 1000; n <= 100000000; n *= 10) {
        double bytes = (double)gw_gradcheck_bytes(n, 1) - one;
        assert_true(bytes <= 64.0 * n);
        assert_close((double)gw_gradcheck_bytes(2 * n, 1) - one, 2 * bytes, 0, 64);
    }
}

/* Errors of ten bounds may pass both directions in (0.8/10)² of the runs. */
static void directions_miss_as_rarely_as_they_say(void **state) {
    (void)state;
    gw_gradcheck_summary block[2];
    int missed = 0, runs = 400;
    for (int seed = 1; seed <= runs; seed++) {
        assert_int_equal(by_directions(-1, 0, (uint64_t)seed, block).verdict, GW_PASS);
        missed += by_directions(5, 10 * last_bound, (uint64_t)seed, block).verdict == GW_PASS;
    }
    /* 0.64 % are expected at most; five standard deviations for chance. */
    assert_true(missed <= 3 + 5 * 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(directions_are_cheap_and_find_the_entry),
        cmocka_unit_test(most_entries_take_four_evaluations),
        cmocka_unit_test(a_block_by_directions_takes_about_eight),
        cmocka_unit_test(memory_grows_with_the_entries_alone),
        cmocka_unit_test(directions_miss_as_rarely_as_they_say),
    };
    return cmocka_run_group_tests_name("gradcheck_many", tests, NULL, NULL);
}
