/* The checker asks, a function of the test's answers. */
#ifndef GW_TEST_ASKED_H
#define GW_TEST_ASKED_H

#include "gradcheck.h"
#include "test.h"

#include <stdlib.h>

/* Checks a problem with the cost cost(of, θ); returns the verdict on all of it. The results of
 * its blocks go to block[0 …], that of entry i to *entry, unless these are NULL. */
static inline gw_verdict asked(const gw_gradcheck_problem *problem,
                               double (*cost)(void *of, const double *theta), void *of,
                               gw_gradcheck_summary *block, int32_t i, gw_gradcheck_entry *entry) {
    void *memory = malloc(gw_gradcheck_bytes(problem->size, problem->blocks));
    double *theta = malloc((size_t)problem->size * sizeof *theta);
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary all;
    assert_ok(gw_gradcheck_start(problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, theta));
        assert_ok(gw_gradcheck_tell(check, ask.id, cost(of, theta)));
    }
    assert_ok(gw_gradcheck_result(check, &all));
    for (int32_t b = 0; block && b < problem->blocks; b++)
        assert_ok(gw_gradcheck_block_result(check, b, &block[b]));
    if (entry)
        assert_ok(gw_gradcheck_entry_result(check, i, entry));
    free(theta);
    free(memory);
    return all.verdict;
}

#endif
