/* A gradient that fails may be right for other parameters: for those after an update
 * by gradient descent, or before one. Where the step size α is known, it is checked
 * again there. gradcheck(1) describes it. */
#include "diagnosis.h"
#include "harness.h"

#include <math.h>
#include <stdlib.h>

static gw_diagnosis found[MAX_BLOCKS];
static int32_t holds[MAX_BLOCKS];

const char *harness_stale(const subject *s, int b) {
    return s->equation < 0 && holds[b] ? found[b].text : NULL;
}

/* The way from θ: against the measured gradient, to where an update leads; along the
 * gradient under test, to where one came from if it is that of there; along the
 * measured one. Returns 0 where a number of it is not finite. */
static int move(const subject *theta, int way, double *at) {
    for (int i = 0; i < theta->size; i++) {
        gw_gradcheck_entry e;
        harness_must(gw_gradcheck_entry_result(theta->check, i, &e));
        at[i] = theta->at[i] + harness_alpha * (way == 0   ? -e.numeric
                                                : way == 1 ? e.analytic
                                                           : e.numeric);
        if (!isfinite(at[i]))
            return 0;
    }
    return 1;
}

void harness_update(subject *theta, uint64_t seed) {
    gw_gradcheck_summary r;
    int left = 0; /* blocks that failed and are not explained */
    theta->more = 0;
    for (int b = 0; b < theta->blocks; b++) {
        harness_must(gw_gradcheck_block_result(theta->check, b, &r));
        left += r.verdict == GW_FAIL;
        holds[b] = 0;
    }
    if (!(harness_alpha > 0) || left == 0)
        return;
    subject moved = *theta;
    moved.check = NULL;
    moved.at = harness_memory((size_t)theta->size * sizeof(double));
    for (int way = 0; way < 3 && left > 0; way++) {
        if (!move(theta, way, moved.at))
            continue;
        harness_run(&moved, seed, GW_GRADCHECK_ENTRIES);
        harness_must(gw_gradcheck_result(moved.check, &r));
        theta->more += r.evaluations;
        for (int b = 0; b < theta->blocks; b++)
            if (!holds[b]) {
                harness_must(gw_diagnose_update(theta->check, moved.check, b, harness_alpha,
                                                &found[b], &holds[b]));
                left -= holds[b];
            }
    }
    free(moved.at);
    free(moved.check);
}
