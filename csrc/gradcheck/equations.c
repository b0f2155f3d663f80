#include "session_state.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Equation by equation: the gradient with respect to each intermediate, from the cost
 * back, judged by J with that intermediate moved and all before it left alone. */

static double noise_of(const gw_gradcheck *c) {
    return fmax(c->noise, fmax(DBL_EPSILON * fabs(c->base), DBL_MIN));
}

static progress ask_from(gw_session *s, gw_session_ask *ask) {
    return gw_session_ask_at(s, ask, GW_ASK_COST_FROM, &s->equation[s->at_equation]);
}

static progress ask_check(gw_session *s, gw_session_ask *ask) {
    progress made = gw_session_ask_check(s, ask);
    return made != WENT_ON ? made : gw_session_go(s, &GW_SESSION_BY_EQUATIONS);
}

static const phase_of_session CHECKS = {ask_check, NULL};

/* The values of an intermediate must be those that lead to J. */
static void told_from(gw_session *s, const gw_session_answer *answer) {
    subject *of = &s->equation[s->at_equation];
    const gw_gradcheck *c = s->theta.check;
    const char *prefix = gw_session_prefix(s);
    if (!(fabs(answer->value - c->base) <= SAME * noise_of(c))) {
        gw_session_stop(s, "equation",
                        "%scost_from gives %.10g for %s as %sequation has it, where %scost is "
                        "%.10g",
                        prefix, answer->value, of->block->name, prefix, prefix, c->base);
        return;
    }
    s->phase = &CHECKS;
    s->round = 0;
    gw_session_begin(s, of, of->size > MANY ? GW_GRADCHECK_DIRECTIONS : GW_GRADCHECK_ENTRIES);
}

static const phase_of_session FROM = {ask_from, told_from};

static progress ask_equation(gw_session *s, gw_session_ask *ask) {
    if (s->round == 0 && s->at_equation-- == 0)
        return gw_session_go(s, &GW_SESSION_UPDATES);
    (void)gw_session_ask_at(s, ask, GW_ASK_EQUATION, &s->equation[s->at_equation]);
    ask->at = s->theta.at;
    ask->fill = s->round == 0 ? 0 : s->fill;
    return ASKED;
}

static void told_equation(gw_session *s, const gw_session_answer *answer) {
    subject *of = &s->equation[s->at_equation];
    if (s->round++ == 0) {
        gw_session_first_answer(s, "equation", of, answer);
        return;
    }
    gw_session_second_answer(s, "equation", of, answer);
    s->phase = &FROM;
    for (int32_t i = 0; i < of->size; i++)
        if (!isfinite(of->at[i])) {
            gw_session_stop(s, "equation", "%sequation gives no finite number for %s",
                            gw_session_prefix(s), of->block->name);
            return;
        }
}

const phase_of_session GW_SESSION_BY_EQUATIONS = {ask_equation, told_equation};

/* Which intermediates depend on a block of θ that failed? Moved a little, they change. */

static int fails(const subject *of, int32_t block) {
    return gw_session_summary(of, block).verdict == GW_FAIL;
}

static progress ask_moved(gw_session *s, gw_session_ask *ask) {
    const subject *theta = &s->theta;
    while (s->at_block < theta->blocks && (s->at_equation == 0 || !fails(theta, s->at_block))) {
        s->at_block++;
        s->at_equation = s->equations;
    }
    if (s->at_block == theta->blocks) {
        s->reported = 0;
        s->at_block = 0;
        return s->model.given ? gw_session_next_point(s) : gw_session_go(s, &GW_SESSION_REPORTS);
    }
    s->at_equation--;
    const gw_gradcheck_block *b = &theta->block[s->at_block];
    memcpy(s->point, theta->at, (size_t)theta->size * sizeof(double));
    for (int32_t i = b->first; i < b->first + gw_gradcheck_block_size(b); i++)
        s->point[i] += (i % 2 ? 0.125 : -0.25) * fmax(1, fabs(theta->at[i]));
    (void)gw_session_ask_at(s, ask, GW_ASK_EQUATION, &s->equation[s->at_equation]);
    ask->at = s->point;
    return ASKED;
}

static void told_moved(gw_session *s, const gw_session_answer *answer) {
    const subject *of = &s->equation[s->at_equation];
    unsigned char moved = 0;
    for (int32_t i = 0; i < of->size; i++)
        moved |= answer->values[i] != of->at[i];
    s->depends[s->at_block * s->equations + s->at_equation] = moved;
}

const phase_of_session GW_SESSION_DEPENDS = {ask_moved, told_moved};

int gw_session_blame(gw_session *s, const subject *of, int32_t b) {
    int known = 1, before = 0; /* are those behind it right? are there any? */
    if (s->equations == 0 || !fails(of, b))
        return 0;
    for (int32_t e = s->equations - 1; e > of->equation; e--) {
        if (of->equation < 0 && !s->depends[b * s->equations + e])
            continue;
        before++;
        gw_verdict verdict = gw_session_summary(&s->equation[e], -1).verdict;
        if (verdict == GW_FAIL) {
            gw_session_say(s,
                           "diagnosis\t%s\tIt is computed from d%s, which is wrong: fix that "
                           "first.",
                           gw_diagnose_key(GW_NAME_FOLLOWS), s->equation[e].block->name);
            return 1;
        }
        known &= verdict == GW_PASS;
    }
    const char *name = of->block[b].name, *key = gw_diagnose_key(GW_NAME_FIRST_WRONG);
    if (!known)
        gw_session_say(s,
                       "diagnosis\t%s\tThe equation of d%s is the first that is known to be wrong.",
                       key, name);
    else
        gw_session_say(s, "diagnosis\t%s\tThe equation of d%s itself is wrong: %s.", key, name,
                       before ? "all that it is computed from is right"
                              : "it is the first, counted from the cost back");
    return 0;
}
