#include "session_state.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* What a gradient does wrong whatever its mathematics: it is asked twice, its buffers
 * full of 0 and full of another number. */

void gw_session_impure(gw_session *s, gw_name name, const char *function, const char *text) {
    /* Later points only say what the first mistake left behind. */
    if (s->impure_at == 0)
        s->impure_at = s->number;
    if (s->impure_at != s->number)
        return;
    gw_session_say(s, "purity\t%s\t%s\t%s%s %s", gw_diagnose_key((int32_t)name), function,
                   gw_session_prefix(s), function, text);
}

/* A number that is added to no entry unnoticed. */
static double filling(int32_t size, const double *x) {
    double largest = 0;
    for (int32_t i = 0; i < size; i++)
        if (isfinite(x[i]))
            largest = fmax(largest, fabs(x[i]));
    return fmin(1 + 1.375 * largest, DBL_MAX);
}

/* A step outside may be seen in one of two answers alone. */
static void note_outside(gw_session *s, const gw_session_answer *answer) {
    if (answer->outside)
        snprintf(s->outside, sizeof s->outside, "%s", answer->outside);
}

void gw_session_check_changed(gw_session *s, const char *function,
                              const gw_session_answer *answer) {
    if (answer->changed)
        gw_session_impure(s, GW_NAME_THETA_MODIFIED, function, "changes theta");
}

void gw_session_first_answer(gw_session *s, const char *function, subject *of,
                             const gw_session_answer *answer) {
    size_t bytes = (size_t)of->size * sizeof(double);
    gw_session_check_changed(s, function, answer);
    s->outside[0] = '\0';
    note_outside(s, answer);
    memcpy(of->gradient, answer->gradient, bytes);
    s->fill = filling(of->size, of->gradient);
    if (of->equation >= 0) {
        memcpy(of->at, answer->values, bytes);
        s->fill = fmax(s->fill, filling(of->size, of->at));
    }
}

static void compare(gw_session *s, const char *function, int32_t size, const double *once,
                    const double *again) {
    int32_t unwritten = 0, added = 0, doubled = 0, other = 0;
    char text[60];
    for (int32_t i = 0; i < size; i++) {
        double a = once[i], b = again[i];
        if (b == a || (isnan(a) && isnan(b)))
            continue;
        if (b == s->fill)
            unwritten++;
        else if (fabs(b - a - s->fill) <= 8 * DBL_EPSILON * s->fill)
            added++;
        else if (fabs(b - 2 * a) <= 8 * DBL_EPSILON * fabs(a))
            doubled++;
        else
            other++;
    }
    snprintf(text, sizeof text, "leaves %d of %d entries as they were", unwritten, size);
    if (other > 0 || (doubled > 0 && added > 0))
        gw_session_impure(s, GW_NAME_NOT_A_FUNCTION, function,
                          "answers differently when asked again");
    else if (doubled > 0)
        gw_session_impure(s, GW_NAME_ACCUMULATED, function,
                          "adds to what an earlier call left: clear its sums first");
    else if (added > 0)
        gw_session_impure(s, GW_NAME_ACCUMULATED, function,
                          "adds to what is in the buffer: clear it first");
    else if (unwritten > 0)
        gw_session_impure(s, GW_NAME_UNWRITTEN, function,
                          unwritten == size ? "writes nothing" : text);
}

void gw_session_second_answer(gw_session *s, const char *function, const subject *of,
                              const gw_session_answer *answer) {
    note_outside(s, answer);
    if (s->outside[0] != '\0')
        gw_session_impure(s, GW_NAME_OUT_OF_BOUNDS, function, s->outside);
    compare(s, function, of->size, of->gradient, answer->gradient);
    if (of->equation >= 0)
        compare(s, function, of->size, of->at, answer->values);
}

static progress ask_gradient(gw_session *s, gw_session_ask *ask) {
    if (s->round == 2)
        return gw_session_check_theta(s);
    ask->fill = s->round == 0 ? 0 : s->fill;
    return gw_session_ask_at(s, ask, GW_ASK_GRADIENT, &s->theta);
}

static void told_gradient(gw_session *s, const gw_session_answer *answer) {
    if (s->round++ == 0)
        gw_session_first_answer(s, "gradient", &s->theta, answer);
    else
        gw_session_second_answer(s, "gradient", &s->theta, answer);
}

static const phase_of_session GRADIENT = {ask_gradient, told_gradient};

static progress ask_pattern(gw_session *s, gw_session_ask *ask) {
    if (s->round == 2 || !s->model.has_pattern) {
        s->round = 0;
        return gw_session_go(s, &GRADIENT);
    }
    return gw_session_ask_at(s, ask, GW_ASK_PATTERN, &s->theta);
}

static void told_pattern(gw_session *s, const gw_session_answer *answer) {
    if (s->round++ == 0) {
        s->pattern = answer->pattern;
        gw_session_check_changed(s, "pattern", answer);
    } else if (answer->pattern != s->pattern)
        gw_session_impure(s, GW_NAME_NOT_A_FUNCTION, "pattern",
                          "answers differently when asked again");
}

const phase_of_session GW_SESSION_PURITY = {ask_pattern, told_pattern};
