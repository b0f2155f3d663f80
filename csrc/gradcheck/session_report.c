#include "session_state.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What was found, said subject by subject: the equations from the cost back, then θ. */

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

static void say_block(gw_session *s, const subject *of, int32_t b) {
    gw_gradcheck_summary r = gw_session_summary(of, b);
    gw_diagnosis list[GW_SESSION_DIAGNOSES];
    int32_t count = 0;
    gw_session_say(s, "block\t%s\t%s\t%s\t%.1f\t%d\t%d", of->block[b].name,
                   gw_verdict_text(r.verdict), gw_cause_text(r.cause), r.digits, r.entries,
                   r.zeros);
    say_entry(s, "worst", of, r.worst);
    int follows = gw_session_blame(s, of, b);
    gw_status status = of == &s->theta ? gw_session_diagnose(s, b, list, &count)
                                       : gw_diagnose(of->check, b, s->model.examples,
                                                     s->model.alpha, list, &count);
    if (status != GW_OK)
        count = 0;
    for (int32_t k = 0; k < count; k++)
        if (!follows || strcmp(list[k].key, "unknown") != 0)
            gw_session_say(s, "diagnosis\t%s\t%s", list[k].key, list[k].text);
}

static progress next_subject(gw_session *s) {
    s->at_block = 0;
    if (reported(s) == &s->theta)
        return gw_session_next_point(s);
    s->reported++;
    return gw_session_go(s, &GW_SESSION_REPORTS);
}

/* The error of the plain central difference against h, for one entry. */

enum { STEPS = 41 };

static double length(const gw_session *s) {
    double scale = fmax(1, fabs(reported((gw_session *)s)->at[s->worst]));
    return scale * pow(10, -0.35 * (s->step / 2));
}

static double stepped(gw_session *s) {
    volatile double x = reported(s)->at[s->worst] + (s->step % 2 ? -length(s) : length(s));
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
    double minus = stepped(s), h = length(s);
    if (s->step++ % 2 == 0) {
        s->above = answer->value;
        s->plus = minus;
        return;
    }
    double slope = (s->above - answer->value) / (s->plus - minus);
    double error = fabs(slope - reported(s)->check->entry[s->worst].analytic);
    if (isfinite(error))
        gw_session_say(s, "curve\t%.6g\t%.6g", h, error);
}

static const phase_of_session CURVE = {ask_curve, told_curve};

static progress report(gw_session *s, gw_session_ask *ask) {
    (void)ask;
    const subject *of = reported(s);
    if (s->at_block == 0 && s->model.digits > 0) {
        gw_status status = gw_gradcheck_accept(of->check, s->model.digits);
        if (status != GW_OK)
            gw_session_stop(s, "digits", "%s", gw_status_text(status));
    }
    if (s->at_block < of->blocks) {
        say_block(s, of, s->at_block++);
        return WENT_ON;
    }
    gw_gradcheck_summary r = gw_session_summary(of, -1);
    gw_session_say(s, "whole\t%s\t%s\t%.1f\t%.0f\t%.3g", gw_verdict_text(r.verdict),
                   gw_cause_text(r.cause), r.digits,
                   r.evaluations + (of == &s->theta ? s->more : 0), r.noise);
    if (!s->model.explain)
        return next_subject(s);
    say_entry(s, "explain", of, r.worst);
    s->worst = r.worst;
    s->step = 0;
    return gw_session_go(s, &CURVE);
}

const phase_of_session GW_SESSION_REPORTS = {report, NULL};
