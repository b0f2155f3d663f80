#include "session_state.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* What was found, subject by subject: the equations from the cost back, then θ. Of
 * each block the worst of the points is kept, and said in the end. */

static subject *reported(gw_session *s) {
    int32_t e = s->equations - 1 - s->reported;
    return e >= 0 ? &s->equation[e] : &s->theta;
}

static void where(const subject *of, int32_t entry, char *text, size_t room) {
    int32_t at = 0;
    while (at + 1 < of->blocks && of->block[at + 1].first <= entry)
        at++;
    const gw_gradcheck_block *b = &of->block[at];
    int32_t k = entry - b->first;
    if (b->rows * b->cols == 1)
        snprintf(text, room, "%s", b->name);
    else if (b->cols == 1)
        snprintf(text, room, "%s[%d]", b->name, k + 1);
    else
        snprintf(text, room, "%s[%d,%d]", b->name, k / b->cols + 1, k % b->cols + 1);
}

static void say_entry(gw_session *s, const char *word, const subject *of, int32_t entry) {
    const gw_gradcheck_entry *e = &of->check->entry[entry];
    char place[64];
    where(of, entry, place, sizeof place);
    gw_session_say(s, "%s\t%s\t%.17g\t%.17g\t%.3g", word, place, e->analytic, e->numeric, e->bound);
}

/* Why a block is not decided; of a cost that moves in steps, or trembles, by how much. */
static void say_cause(const subject *of, gw_cause cause, char *text, size_t room) {
    if (cause == GW_CAUSE_STEPS && of->check->quantum > 0)
        snprintf(text, room,
                 "the cost moves in steps of %.3g, as a rounded number does, and the slope "
                 "drowns in them",
                 of->check->quantum);
    else if (cause == GW_CAUSE_TREMBLES)
        snprintf(
            text, room,
            "the cost trembles by %.1g, %.1g times its rounding: noise, or a ripple finer than "
            "any spacing tried; --noise %.1g accepts it as noise",
            of->check->noise, of->check->noise / (DBL_EPSILON * fabs(of->check->base)),
            2 * of->check->noise);
    else
        snprintf(text, room, "%s", gw_cause_text(cause));
}

/* Lines about a block, as it is at this point; 1 where it follows from another. */
static int say_block(gw_session *s, const subject *of, int32_t b, const gw_gradcheck_summary *r) {
    char cause[192];
    say_cause(of, r->cause, cause, sizeof cause);
    gw_session_say(s, "block\t%s\t%s\t%s\t%.1f\t%d\t%d", of->block[b].name,
                   gw_verdict_text(r->verdict), cause, r->digits, r->entries, r->zeros);
    say_entry(s, "worst", of, r->worst);
    return gw_session_blame(s, of, b);
}

/* And its names, that hold at every point. */
static void say_names(gw_session *s, const subject *of, int32_t b, int follows) {
    gw_diagnosis list[GW_SESSION_DIAGNOSES];
    int32_t count = 0;
    if (gw_session_names(s, of, b, list, &count) != GW_OK)
        count = 0;
    const finding *f = &s->findings[s->at_block - 1];
    if (count == 0 && f->verdict == GW_FAIL)
        gw_session_say(s, "diagnosis\t%s\tIt fails at one of many points alone.",
                       gw_diagnose_key(GW_NAME_UNKNOWN));
    for (int32_t k = 0; k < count; k++)
        if (!follows || strcmp(list[k].key, gw_diagnose_key(GW_NAME_UNKNOWN)) != 0)
            gw_session_say(s, "diagnosis\t%s\t%s", list[k].key, list[k].text);
}

static int rank(gw_verdict verdict) {
    return verdict == GW_FAIL ? 2 : verdict == GW_UNDECIDED;
}

/* Is this to be said rather than that? Digits count as they are shown. */
static int is_told_before(gw_verdict a, double digits_a, gw_verdict b, double digits_b) {
    if (rank(a) != rank(b))
        return rank(a) > rank(b);
    return a == GW_PASS && rint(10 * digits_a) < rint(10 * digits_b);
}

static void keep_block(gw_session *s, const subject *of, int32_t b) {
    finding *f = &s->findings[s->reported + b];
    gw_gradcheck_summary r = gw_session_summary(of, b);
    int compared = r.entries - r.zeros;
    /* Where J moves with no entry, and should not, another point says more. */
    if (f->lines > 0 && compared == 0 && r.verdict != GW_FAIL)
        return;
    if (f->lines > 0 && f->compared > 0 &&
        !is_told_before(r.verdict, r.digits, f->verdict, f->digits))
        return;
    f->follows = say_block(s, of, b, &r);
    f->verdict = r.verdict;
    f->digits = r.digits;
    f->compared = compared;
    for (f->lines = 0; f->lines < s->lines; f->lines++)
        memcpy(f->line[f->lines], s->line[f->lines], LINE);
    s->lines = 0;
}

static progress next_subject(gw_session *s) {
    s->at_block = 0;
    if (reported(s) == &s->theta)
        return gw_session_next_point(s);
    s->reported++;
    return gw_session_go(s, &GW_SESSION_REPORTS);
}

/* The error of the plain central difference against h, for one entry. */

static double curve_step(const gw_session *s) {
    double scale = fmax(1, fabs(reported((gw_session *)s)->at[s->worst]));
    return scale * pow(10, -0.35 * (s->step / 2));
}

static double stepped(gw_session *s) {
    volatile double x = reported(s)->at[s->worst] + (s->step % 2 ? -curve_step(s) : curve_step(s));
    return x;
}

static progress ask_curve(gw_session *s, gw_session_ask *ask) {
    const subject *of = reported(s);
    if (s->step == 2 * STEPS)
        return next_subject(s);
    (void)gw_session_ask_at(s, ask, of->equation < 0 ? GW_ASK_COST : GW_ASK_COST_FROM, of);
    ask->entry = s->worst;
    ask->value = stepped(s);
    return ASKED;
}

static void told_curve(gw_session *s, const gw_session_answer *answer) {
    double minus = stepped(s), h = curve_step(s);
    if (s->step++ % 2 == 0) {
        s->above = answer->value;
        s->plus = minus;
        return;
    }
    double slope = (s->above - answer->value) / (s->plus - minus);
    double error = fabs(slope - reported(s)->check->entry[s->worst].analytic);
    if (!isfinite(error))
        return;
    s->curve[s->curve_size][0] = h;
    s->curve[s->curve_size++][1] = error;
}

static const phase_of_session CURVE = {ask_curve, told_curve};

static progress report(gw_session *s, gw_session_ask *ask) {
    (void)ask;
    const subject *of = reported(s);
    if (s->at_block == 0 && s->model.digits > 0) {
        gw_status status = gw_gradcheck_accept(of->check, s->model.digits);
        if (status != GW_OK) {
            gw_session_stop(s, "digits", "%s", gw_status_text(status));
            return WENT_ON;
        }
    }
    while (s->at_block < of->blocks)
        keep_block(s, of, s->at_block++);
    gw_gradcheck_summary r = gw_session_summary(of, -1);
    int is_first = s->evaluations == 0;
    s->evaluations += r.evaluations + (of == &s->theta ? s->more : 0);
    int flat = r.zeros == r.entries && r.verdict != GW_FAIL;
    int all_flat = s->all.zeros == s->all.entries;
    if (!is_first && (flat || (!all_flat && !is_told_before(r.verdict, r.digits, s->all.verdict,
                                                            s->all.digits))))
        return next_subject(s);
    s->all = r;
    if (!s->model.explain)
        return next_subject(s);
    say_entry(s, "explain", of, r.worst);
    memcpy(s->explained, s->line[--s->lines], LINE);
    s->worst = r.worst;
    s->step = s->curve_size = 0;
    return gw_session_go(s, &CURVE);
}

const phase_of_session GW_SESSION_REPORTS = {report, NULL};

/* The end: block by block, then the whole, then the curve. */

static void say_whole(gw_session *s) {
    gw_verdict verdict = s->impure_at ? GW_FAIL : s->all.verdict;
    double digits = INFINITY; /* the fewest of a block where anything was compared */
    for (int32_t k = 0; k < s->equations + s->theta.blocks; k++)
        if (s->findings[k].verdict == GW_PASS && s->findings[k].compared > 0)
            digits = fmin(digits, s->findings[k].digits);
    gw_session_say(s, "whole\t%s\t%s\t%.1f\t%.0f\t%d\t%s", gw_verdict_text(verdict),
                   gw_cause_text(s->all.cause), verdict == GW_PASS && isfinite(digits) ? digits : 0,
                   s->evaluations, s->checked, s->points);
    if (s->model.explain)
        gw_session_say(s, "%s", s->explained);
}

static progress ask_nothing(gw_session *s, gw_session_ask *ask) {
    (void)ask;
    int32_t blocks = s->equations + s->theta.blocks, k = s->at_block++;
    if (k < blocks) {
        const finding *f = &s->findings[k];
        for (int32_t i = 0; i < f->lines; i++)
            gw_session_say(s, "%s", f->line[i]);
        if (k < s->equations)
            say_names(s, &s->equation[s->equations - 1 - k], 0, f->follows);
        else
            say_names(s, &s->theta, k - s->equations, f->follows);
    } else if (k == blocks) {
        say_whole(s);
    } else if (k - blocks <= s->curve_size) {
        const double *point = s->curve[k - blocks - 1];
        gw_session_say(s, "curve\t%.6g\t%.6g", point[0], point[1]);
    } else {
        gw_session_say(s, "end");
        return gw_session_go(s, NULL);
    }
    return WENT_ON;
}

const phase_of_session GW_SESSION_CONCLUDES = {ask_nothing, NULL};
