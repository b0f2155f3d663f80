#include "claim.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "session.h"

static const gw_gradcheck_block BLOCK = {"x", 0, 1, 1};

size_t gw_claim_bytes(void) {
    gw_gradcheck_problem problem = {.size = 1, .blocks = 1, .block = &BLOCK};
    gw_session_model model = {.given = &problem};
    return gw_session_bytes(&model);
}

/* The session about one point, to its end. */
static gw_status check_at(const gw_formula *f, double x, double slope, uint64_t seed, void *memory,
                          gw_gradcheck_summary *found, gw_gradcheck_entry *entry, double *asked) {
    gw_gradcheck_problem problem = {
        .size = 1, .blocks = 1, .theta = &x, .gradient = &slope, .block = &BLOCK, .seed = seed};
    gw_session_model model = {.given = &problem};
    gw_session *session;
    GW_TRY(gw_session_start(&model, memory, &session));
    gw_session_ask ask;
    while (gw_session_next(session, &ask)) {
        gw_session_answer answer = {
            .value = gw_formula_value(f, ask.entry >= 0 ? ask.value : ask.at[0])};
        GW_TRY(gw_session_tell(session, ask.id, &answer));
    }
    GW_TRY(gw_gradcheck_result(gw_session_check(session), found));
    GW_TRY(gw_gradcheck_entry_result(gw_session_check(session), 0, entry));
    *asked = gw_session_evaluations(session);
    return GW_OK;
}

/* How bad a verdict is. */
static int rank(gw_verdict verdict) {
    return verdict == GW_FAIL ? 2 : verdict == GW_UNDECIDED;
}

/* Takes in what was found at the next point. */
static void take_in(gw_claim *claim, const gw_gradcheck_summary *found) {
    int counted = found->passed > found->zeros;
    /* Alone, a point where both stand still shows nothing; beside others it is one more. */
    gw_verdict verdict = found->zeros > 0 ? GW_PASS : found->verdict;
    int worse = rank(verdict) > rank(claim->verdict);
    if (worse || (verdict == claim->verdict && counted && found->digits < claim->digits))
        claim->worst = claim->points;
    if (worse) {
        claim->verdict = verdict;
        claim->cause = found->cause;
    }
    if (counted)
        claim->digits = fmin(claim->digits, found->digits);
    claim->passed += found->passed;
    claim->failed += found->failed;
    claim->undecided += found->undecided;
    claim->zeros += found->zeros;
    claim->points++;
}

static void name_mistakes(const gw_formula *f, const gw_formula *derivative, const double *points,
                          gw_claim *claim) {
    gw_formula_diagnosis list[GW_FORMULA_DIAGNOSES];
    claim->mistakes = gw_formula_diagnose(f, derivative, points, claim->points, list);
    for (int32_t i = 0; i < claim->mistakes; i++) {
        gw_claim_mistake *mistake = &claim->mistake[i];
        snprintf(mistake->key, sizeof mistake->key, "%s", gw_formula_rule_key(list[i].rule));
        gw_formula_say(f, &list[i], mistake->text, sizeof mistake->text);
    }
}

gw_status gw_claim_check(const gw_formula *f, const gw_formula *derivative, uint64_t seed,
                         void *memory, gw_claim *claim) {
    if (!f || !derivative || !memory || !claim)
        return GW_NULL;
    memset(claim, 0, sizeof *claim);
    gw_random rng;
    gw_random_seed(&rng, seed);
    double points[GW_CLAIM_POINTS];
    int32_t count = gw_formula_domain(f, &rng, points, GW_CLAIM_POINTS);
    if (count < GW_CLAIM_FEWEST) {
        claim->points = count;
        return GW_DOMAIN;
    }
    claim->verdict = GW_PASS;
    claim->digits = INFINITY;
    for (int32_t i = 0; i < count; i++) {
        double slope = gw_formula_value(derivative, points[i]), asked;
        gw_gradcheck_summary found;
        gw_gradcheck_entry entry;
        GW_TRY(
            check_at(f, points[i], slope, seed + (uint64_t)i + 2, memory, &found, &entry, &asked));
        claim->point[i] =
            (gw_claim_point){points[i], slope, entry.numeric, entry.bound, entry.verdict};
        claim->evaluations += asked;
        take_in(claim, &found);
    }
    if (claim->digits == INFINITY)
        claim->digits = 0;
    if (claim->verdict == GW_PASS && claim->passed == claim->zeros) {
        claim->verdict = GW_UNDECIDED;
        claim->cause = GW_CAUSE_EMPTY;
    }
    if (claim->verdict == GW_FAIL)
        name_mistakes(f, derivative, points, claim);
    return GW_OK;
}

const char *gw_claim_why(const gw_claim *claim) {
    if (claim->cause == GW_CAUSE_EMPTY)
        return "everything compared is 0, which proves nothing";
    return claim->cause == GW_CAUSE_NONE ? "" : gw_cause_text(claim->cause);
}
