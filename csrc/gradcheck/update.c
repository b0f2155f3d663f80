#include "session_state.h"

#include <math.h>
#include <string.h>

/* A gradient that fails may be right for other parameters: for those after an update
 * by gradient descent, or before one. Where the step size α is known, it is checked
 * again there. */

enum { WAYS = 3 };

/* The way from θ: against the measured gradient, to where an update leads; along the
 * gradient under test, to where one came from if it is that of there; along the
 * measured one. Returns 0 where a number of it is not finite. */
static int move(gw_session *s) {
    for (int32_t i = 0; i < s->theta.size; i++) {
        const gw_gradcheck_entry *e = &s->theta.check->entry[i];
        s->moved.at[i] = s->theta.at[i] + s->model.alpha * (s->way == 0   ? -e->numeric
                                                            : s->way == 1 ? e->analytic
                                                                          : e->numeric);
        if (!isfinite(s->moved.at[i]))
            return 0;
    }
    return 1;
}

static progress ask_moved(gw_session *s, gw_session_ask *ask) {
    progress made = gw_session_ask_check(s, ask);
    if (made != WENT_ON)
        return made;
    s->more += s->moved.check->evaluations;
    for (int32_t b = 0; b < s->theta.blocks; b++) {
        int32_t holds = 0;
        if (s->stale[b].key[0] == '\0' &&
            gw_diagnose_update(s->theta.check, s->moved.check, b, s->model.alpha, &s->stale[b],
                               &holds) == GW_OK)
            s->left -= holds;
    }
    return gw_session_go(s, &GW_SESSION_UPDATES);
}

static const phase_of_session MOVED = {ask_moved, NULL};

static void count_failed(gw_session *s) {
    s->left = 0; /* blocks that failed and are not explained */
    for (int32_t b = 0; b < s->theta.blocks; b++) {
        s->stale[b].key[0] = '\0';
        s->left += gw_session_summary(&s->theta, b).verdict == GW_FAIL;
    }
}

static progress next_way(gw_session *s, gw_session_ask *ask) {
    (void)ask;
    if (s->way < 0)
        count_failed(s);
    int finds = s->model.alpha > 0 && s->model.mode != GW_SESSION_DIRECTIONS;
    while (finds && s->left > 0 && ++s->way < WAYS)
        if (move(s)) {
            size_t n = (size_t)s->theta.size, blocks = (size_t)s->theta.blocks;
            memcpy(s->moved.gradient, s->theta.gradient, n * sizeof(double));
            memcpy(s->moved.block, s->theta.block, blocks * sizeof *s->moved.block);
            s->phase = &MOVED;
            gw_session_begin(s, &s->moved, GW_GRADCHECK_ENTRIES);
            return WENT_ON;
        }
    s->variant = s->variants_found = 0;
    return gw_session_go(s, &GW_SESSION_VARIANTS);
}

const phase_of_session GW_SESSION_UPDATES = {next_way, NULL};

/* Is it said already, or does it say that nothing is known? */
static int is_told(const gw_diagnosis *list, int32_t count, const gw_diagnosis *d) {
    for (int32_t k = 0; k < count; k++)
        if (strcmp(list[k].key, d->key) == 0)
            return 1;
    return strcmp(d->key, "unknown") == 0;
}

gw_status gw_session_diagnose(const gw_session *s, int32_t block, gw_diagnosis *list,
                              int32_t *count) {
    if (s == NULL || list == NULL || count == NULL)
        return GW_NULL;
    if (block < 0 || block >= s->theta.blocks)
        return GW_RANGE;
    int32_t stale = s->stale[block].key[0] != '\0', known = 0, found;
    gw_diagnosis all[GW_DIAGNOSES];
    GW_TRY(gw_diagnose(s->theta.check, block, s->model.examples, s->model.alpha, all, &found));
    if (stale)
        list[known++] = s->stale[block];
    for (int32_t k = 0; k < s->variants_found && found > 0; k++)
        list[known++] = s->variants[k];
    for (int32_t k = 0; k < found; k++)
        if (known == 0 || !is_told(list, known, &all[k]))
            list[known++] = all[k];
    *count = known;
    return GW_OK;
}
