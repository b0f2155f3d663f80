#include "constants.h"
#include "state.h"

#include <math.h>

gw_status gw_gradcheck_accept(gw_gradcheck *c, double digits) {
    if (c == NULL)
        return GW_NULL;
    if (!(digits >= 1 && digits <= 15))
        return GW_RANGE;
    if (c->phase != AT_END)
        return GW_NO_ANSWER;
    for (int32_t b = 0; b < c->blocks; b++) {
        const gw_gradcheck_block *block = &c->block[b].block;
        for (int32_t i = block->first; i < block->first + gw_gradcheck_block_size(block); i++) {
            gw_gradcheck_entry *e = &c->entry[i];
            double size = fmax(fabs(e->analytic), SMALL * gw_gradcheck_size(c, &c->block[b], i));
            double off = fabs(e->analytic - e->numeric) + e->bound;
            if (e->verdict == GW_FAIL && off <= pow(10, -digits) * size) {
                e->verdict = GW_PASS;
                e->cause = GW_CAUSE_DIGITS;
                e->digits = log10(size / off);
            }
        }
    }
    return GW_OK;
}

gw_status gw_gradcheck_entry_result(const gw_gradcheck *c, int32_t entry,
                                    gw_gradcheck_entry *result) {
    if (c == NULL || result == NULL)
        return GW_NULL;
    if (entry < 0 || entry >= c->size)
        return GW_RANGE;
    *result = c->entry[entry];
    return GW_OK;
}

/* Which of two entries to look at first: a failure before an undecided one
 * before a pass; then the larger excess, or the fewer digits. */
static int is_worse(const gw_gradcheck_entry *a, const gw_gradcheck_entry *b) {
    static const int RANK[] = {[GW_UNDECIDED] = 1, [GW_PASS] = 0, [GW_FAIL] = 2};
    if (a->verdict != b->verdict)
        return RANK[a->verdict] > RANK[b->verdict];
    if (a->verdict == GW_PASS)
        return (a->cause != GW_CAUSE_ZERO && b->cause == GW_CAUSE_ZERO) ||
               (a->cause == b->cause && a->digits < b->digits);
    double excess_a = fabs(a->analytic - a->numeric) / a->bound;
    double excess_b = fabs(b->analytic - b->numeric) / b->bound;
    return excess_a > excess_b || (isnan(excess_a) && !isnan(excess_b));
}

static void count(const gw_gradcheck *c, int32_t i, gw_gradcheck_summary *r) {
    const gw_gradcheck_entry *e = &c->entry[i];
    if (r->entries == 0 || is_worse(e, &c->entry[r->worst]))
        r->worst = i;
    r->entries++;
    r->passed += e->verdict == GW_PASS;
    r->failed += e->verdict == GW_FAIL;
    r->undecided += e->verdict == GW_UNDECIDED;
    if (e->verdict == GW_PASS && e->cause == GW_CAUSE_ZERO)
        r->zeros++;
    else if (e->verdict == GW_PASS)
        r->digits = fmin(r->digits, e->digits);
}

/* fail if any fails, undecided if any is or if all are zeros, else pass. */
static void conclude(const gw_gradcheck *c, gw_gradcheck_summary *r) {
    r->noise = c->noise;
    r->evaluations = c->evaluations;
    if (r->failed > 0 || r->undecided > 0) {
        r->verdict = r->failed > 0 ? GW_FAIL : GW_UNDECIDED;
        r->cause = c->entry[r->worst].cause;
    } else if (r->passed == r->zeros) {
        r->verdict = GW_UNDECIDED;
        r->cause = r->entries > 0 ? GW_CAUSE_ZERO : GW_CAUSE_EMPTY;
    } else {
        r->verdict = GW_PASS;
        r->cause = GW_CAUSE_NONE;
    }
    if (c->impure) {
        r->verdict = GW_FAIL;
        r->cause = GW_CAUSE_IMPURE;
    } else if (c->phase != AT_END && r->verdict != GW_FAIL) {
        r->verdict = GW_UNDECIDED;
        r->cause = GW_CAUSE_EMPTY;
    }
    if (r->digits == INFINITY)
        r->digits = 0;
}

gw_status gw_gradcheck_block_result(const gw_gradcheck *c, int32_t block,
                                    gw_gradcheck_summary *result) {
    if (c == NULL || result == NULL)
        return GW_NULL;
    if (block < 0 || block >= c->blocks)
        return GW_RANGE;
    const gw_gradcheck_block *b = &c->block[block].block;
    *result = (gw_gradcheck_summary){.digits = INFINITY};
    for (int32_t i = b->first; i < b->first + gw_gradcheck_block_size(b); i++)
        count(c, i, result);
    conclude(c, result);
    if (c->block[block].failed)
        result->verdict = GW_FAIL;
    return GW_OK;
}

gw_status gw_gradcheck_result(const gw_gradcheck *c, gw_gradcheck_summary *result) {
    if (c == NULL || result == NULL)
        return GW_NULL;
    *result = (gw_gradcheck_summary){.digits = INFINITY};
    gw_verdict verdict = GW_PASS;
    gw_cause cause = GW_CAUSE_NONE;
    for (int32_t b = 0; b < c->blocks; b++) {
        gw_gradcheck_summary r = {0};
        GW_TRY(gw_gradcheck_block_result(c, b, &r));
        if (r.verdict == GW_FAIL ? verdict != GW_FAIL
                                 : r.verdict == GW_UNDECIDED && verdict == GW_PASS) {
            verdict = r.verdict;
            cause = r.cause;
        }
    }
    for (int32_t i = 0; i < c->size; i++)
        count(c, i, result);
    conclude(c, result);
    result->verdict = verdict;
    result->cause = cause;
    return GW_OK;
}

const char *gw_verdict_text(gw_verdict verdict) {
    static const char *const TEXT[] = {"undecided", "pass", "fail"};
    return (unsigned)verdict < 3 ? TEXT[verdict] : "no verdict";
}

const char *gw_cause_text(gw_cause cause) {
    switch (cause) {
    case GW_CAUSE_NONE:
        return "";
    case GW_CAUSE_ZERO:
        return "the cost does not move with it and its gradient is 0";
    case GW_CAUSE_NOISE:
        return "the slope drowns in the rounding noise of the cost";
    case GW_CAUSE_SATURATED:
        return "saturated: beside the slopes around, this one is rounding";
    case GW_CAUSE_KINK:
        return "the slopes left and right differ: a kink";
    case GW_CAUSE_UNSETTLED:
        return "no two step sizes agree on the slope";
    case GW_CAUSE_UNDEFINED:
        return "the cost has no finite value here or near";
    case GW_CAUSE_NOT_FINITE:
        return "the gradient is not finite";
    case GW_CAUSE_IMPURE:
        return "the cost answered twice differently at the same point";
    case GW_CAUSE_DIRECTION:
        return "seen along random directions only, not alone";
    case GW_CAUSE_EMPTY:
        return "nothing was compared";
    case GW_CAUSE_TWIN:
        return "the complex step gives another slope than the cost has; its function may not be "
               "analytic (cabs, conj, fabs)";
    case GW_CAUSE_STEPS:
        return "the cost moves in steps, as a rounded number does, and the slope drowns in them";
    case GW_CAUSE_TREMBLES:
        return "the cost trembles as near as numbers are told apart: noise, or a ripple of any "
               "slope";
    case GW_CAUSE_DIGITS:
        return "it agrees to the digits that were asked for, and no further";
    case GW_CAUSES:
        break;
    }
    return "not a cause of this library";
}
