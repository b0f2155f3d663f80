#include "session_state.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A gradient that fails may be right for other parameters: for those after an update
 * by gradient descent, or before one. Where the step size α is known, it is checked
 * again there. */

/* How far a slope at θ − αn may be from that at the point after the update, where
 * each n is known within its bound only: a part ‖bound‖/‖n‖ of how much slopes change
 * on the way, twice. */
static double uncertainty(const gw_gradcheck *check, const gw_gradcheck *moved) {
    double bounds = 0, slopes = 0, change = 0;
    for (int32_t i = 0; i < check->size; i++) {
        const gw_gradcheck_entry *e = &check->entry[i];
        bounds = hypot(bounds, e->bound);
        slopes = hypot(slopes, e->numeric);
        change = fmax(change, fabs(moved->entry[i].numeric - e->numeric));
    }
    return 2 * change * bounds / slopes;
}

gw_status gw_diagnose_update(const gw_gradcheck *check, const gw_gradcheck *moved, int32_t block,
                             double alpha, gw_diagnosis *found, int32_t *holds) {
    if (check == NULL || moved == NULL || found == NULL || holds == NULL)
        return GW_NULL;
    if (block < 0 || block >= check->blocks)
        return GW_RANGE;
    if (moved->size != check->size || moved->blocks != check->blocks)
        return GW_SHAPE;
    *holds = 0;
    const gw_gradcheck_block *b = &check->block[block].block;
    double doubt = uncertainty(check, moved), along = 0;
    int telling = 0; /* is an entry far off at θ, beside how near it is there? */
    for (int32_t i = b->first; i < b->first + gw_gradcheck_block_size(b); i++) {
        const gw_gradcheck_entry *here = &check->entry[i], *there = &moved->entry[i];
        double near = there->bound + doubt + 1e-9 * fabs(there->numeric);
        if (here->cause == GW_CAUSE_DIRECTION || !(fabs(there->analytic - there->numeric) <= near))
            return GW_OK;
        telling |= here->verdict == GW_FAIL && fabs(here->analytic - here->numeric) > 10 * near;
    }
    if (!telling)
        return GW_OK;
    for (int32_t i = 0; i < check->size; i++)
        along += (moved->theta[i] - check->theta[i]) * check->entry[i].numeric;
    snprintf(found->key, sizeof found->key, "%s", gw_diagnose_key(GW_NAME_STALE_PARAMETERS));
    snprintf(found->text, sizeof found->text,
             "d%s is right for other parameters: this is the gradient %s an update by α = %.6g.",
             b->name, along < 0 ? "after" : "before", alpha);
    found->factor = alpha;
    *holds = 1;
    return GW_OK;
}

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

static progress ask_after_step(gw_session *s, gw_session_ask *ask) {
    progress made = gw_session_ask_check(s, ask);
    if (made != WENT_ON)
        return made;
    s->more += s->moved.check->evaluations;
    for (int32_t b = 0; b < s->theta.blocks; b++) {
        gw_diagnosis found = {{0}, {0}, 0};
        int32_t holds = 0;
        gw_status status =
            gw_diagnose_update(s->theta.check, s->moved.check, b, s->model.alpha, &found, &holds);
        if (status == GW_OK && holds)
            s->left -= gw_session_claim(s, &s->stale[b], &found);
    }
    return gw_session_go(s, &GW_SESSION_UPDATES);
}

static const phase_of_session MOVED = {ask_after_step, NULL};

static void count_failed(gw_session *s) {
    s->left = 0; /* blocks that failed and are not explained */
    for (int32_t b = 0; b < s->theta.blocks; b++) {
        int fails = gw_session_summary(&s->theta, b).verdict == GW_FAIL;
        s->stale[b].of += fails;
        s->left += fails;
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
    s->variant = 0;
    return gw_session_go(s, &GW_SESSION_VARIANTS);
}

const phase_of_session GW_SESSION_UPDATES = {next_way, NULL};

int gw_session_claim(const gw_session *s, claim *c, const gw_diagnosis *found) {
    int is_new = c->points == 0 || c->last != s->checked;
    int agrees = c->points == 0 || strcmp(c->name.text, found->text) == 0;
    if (is_new && agrees) {
        c->name = *found;
        c->points++;
        c->last = s->checked;
    }
    return is_new && agrees;
}

/* Is it said already, or does it say that nothing is known? */
static int is_told(const gw_diagnosis *list, int32_t count, const gw_diagnosis *d) {
    for (int32_t k = 0; k < count; k++)
        if (strcmp(list[k].key, d->key) == 0)
            return 1;
    return strcmp(d->key, "unknown") == 0;
}

static int holds(const claim *c) {
    return c->points > 0 && c->points == c->of;
}

gw_status gw_session_names(const gw_session *s, const subject *of, int32_t b, gw_diagnosis *list,
                           int32_t *count) {
    gw_diagnosis all[GW_DIAGNOSES];
    int32_t known = 0, found;
    GW_TRY(
        gw_diagnose_points(of->kept, of->keeps, b, s->model.examples, s->model.alpha, all, &found));
    if (of == &s->theta && found > 0) {
        if (holds(&s->stale[b]))
            list[known++] = s->stale[b].name;
        for (int32_t k = 0, told = 0; k < s->model.variants && told < GW_DIAGNOSES; k++)
            if (holds(&s->variants[k]) && !is_told(list, known, &s->variants[k].name)) {
                list[known++] = s->variants[k].name;
                told++;
            }
    }
    for (int32_t k = 0; k < found; k++)
        if (known == 0 || !is_told(list, known, &all[k]))
            list[known++] = all[k];
    *count = known;
    return GW_OK;
}

gw_status gw_session_diagnose(const gw_session *s, int32_t block, gw_diagnosis *list,
                              int32_t *count) {
    if (s == NULL || list == NULL || count == NULL)
        return GW_NULL;
    if (block < 0 || block >= s->theta.blocks)
        return GW_RANGE;
    return gw_session_names(s, &s->theta, block, list, count);
}
