#include "session_state.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

/* A gradient that fails may be one that somebody already knows to be wrong: the model, or
 * a bank of mistakes, gives variants of it, and one that agrees with the gradient under
 * test in every entry is what was made. */

gw_status gw_diagnose_variant(const gw_gradcheck *check, const double *variant, int32_t *holds) {
    if (check == NULL || variant == NULL || holds == NULL)
        return GW_NULL;
    if (check->phase != AT_END)
        return GW_NO_ANSWER;
    int agrees = 1, differs = 0;
    for (int32_t i = 0; i < check->size; i++) {
        const gw_gradcheck_entry *e = &check->entry[i];
        /* Where nothing was measured, rounding alone is allowed. */
        double bound = isfinite(e->bound) ? e->bound : 0;
        agrees &= fabs(variant[i] - e->analytic) <= bound + 64 * DBL_EPSILON * fabs(e->analytic);
        differs |= isfinite(e->bound) && fabs(variant[i] - e->numeric) > e->bound;
    }
    *holds = agrees && differs;
    return GW_OK;
}

static progress ask_variant(gw_session *s, gw_session_ask *ask) {
    int fails = gw_session_summary(&s->theta, -1).verdict == GW_FAIL;
    if (!fails || s->variant >= s->model.variants) {
        s->at_block = 0;
        s->at_equation = s->equations;
        return gw_session_go(s, &GW_SESSION_DEPENDS);
    }
    (void)gw_session_ask_at(s, ask, GW_ASK_VARIANT, &s->theta);
    ask->entry = s->variant++;
    return ASKED;
}

static void told_variant(gw_session *s, const gw_session_answer *answer) {
    claim *c = &s->variants[s->variant - 1];
    gw_diagnosis found = {{0}, {0}, 0};
    int32_t holds = 0;
    c->of++;
    if (answer->gradient == NULL || answer->key == NULL ||
        gw_diagnose_variant(s->theta.check, answer->gradient, &holds) != GW_OK || !holds)
        return;
    snprintf(found.key, sizeof found.key, "%s", answer->key);
    snprintf(found.text, sizeof found.text, "%s", answer->text ? answer->text : answer->key);
    (void)gw_session_claim(s, c, &found);
}

const phase_of_session GW_SESSION_VARIANTS = {ask_variant, told_variant};
