#include "session_state.h"

#include <float.h>
#include <math.h>

gw_status gw_gradcheck_confirm(gw_gradcheck *c, int32_t entry, double slope, double bound) {
    if (c == NULL)
        return GW_NULL;
    if (entry < 0 || entry >= c->size)
        return GW_RANGE;
    if (c->phase != AT_END || c->mode != GW_GRADCHECK_ENTRIES)
        return GW_NO_ANSWER;
    gw_gradcheck_entry *e = &c->entry[entry];
    if (e->cause == GW_CAUSE_NOT_FINITE || e->cause == GW_CAUSE_IMPURE ||
        (e->cause == GW_CAUSE_ZERO && slope == 0))
        return GW_OK;
    int known = isfinite(slope) && bound >= 0;
    int sees = isfinite(e->numeric) && isfinite(e->bound);
    if (!known || (sees && fabs(slope - e->numeric) > CLEARLY * (bound + e->bound))) {
        if (e->verdict != GW_FAIL) {
            e->verdict = GW_UNDECIDED;
            e->cause = GW_CAUSE_TWIN;
        }
        return GW_OK;
    }
    double off = fabs(e->analytic - slope);
    int32_t b = 0;
    while (b + 1 < c->blocks && c->block[b + 1].block.first <= entry)
        b++;
    /* that digits are counted from */
    double size = fmax(fabs(e->analytic), SMALL * gw_gradcheck_size(c, &c->block[b], entry));
    int passes = off <= bound && bound <= LOOSE * size && e->verdict != GW_FAIL;
    /* At a kink a slope of one side proves nothing against that of the other, and where
     * J does not move, or by less than its noise as the entry moves by its own size, a
     * slope is rounding beside 0. */
    int still =
        e->cause == GW_CAUSE_ZERO || (e->analytic == 0 && off * fabs(c->theta[entry]) <= c->noise);
    int fails = off > CLEARLY * bound && e->cause != GW_CAUSE_KINK && !still;
    if (bound < e->bound && (passes || fails))
        *e = (gw_gradcheck_entry){.analytic = e->analytic,
                                  .numeric = slope,
                                  .bound = bound,
                                  .digits = passes && bound > 0 ? fmax(0, log10(size / bound)) : 0,
                                  .verdict = passes ? GW_PASS : GW_FAIL};
    return GW_OK;
}

/* The complex step: for an analytic J the imaginary part of J(θ + ih e_k) over h is
 * the slope, and no difference of near numbers (Squire & Trapp, SIAM Review 40, 1998).
 * Nothing is truncated; what it and the gradient may differ by is rounding. How large
 * that is, the slopes around θ show, where sums may cancel and units be saturated. */

/* The most that J moves as an entry moves by its own size. */
static double moves(const gw_gradcheck *c) {
    double most = 0;
    for (int32_t i = 0; i < c->size; i++)
        if (isfinite(c->entry[i].numeric))
            most = fmax(most, fabs(c->entry[i].numeric * c->theta[i]));
    return most;
}

/* The scale of an entry: how far it must go to move J by as much, but no less than its size,
 * and no more than 1 where it is below. Beside a parameter of 1e-12, whose slope is 1e12, no
 * number near 1 is near; a bias of 1e-12 is rounded where it is added to numbers near 1. */
static double scale_of(const gw_gradcheck *c, int32_t i, double most) {
    double x = fabs(c->theta[i]), reach = most / fabs(c->entry[i].numeric);
    return fmax(x, reach > 0 && reach < 1 ? reach : 1);
}

static void surround(gw_session *s) {
    static const double SHRINK[SHRUNK] = {-1, 0.5, -0.5, 0.125, -0.125, 1.0 / 64};
    double most = moves(s->theta.check);
    for (int p = 0; p < SURROUNDING; p++)
        for (int32_t i = 0; i < s->theta.size; i++) {
            double x = s->theta.at[i], scale = scale_of(s->theta.check, i, most);
            if (p > NEAR + SHRUNK)
                x += scale * gw_random_normal(&s->rng);
            else if (p > NEAR)
                x *= SHRINK[p - NEAR - 1];
            else if (p > 0)
                x += ROUNDING * s->unit * scale * (2 * gw_random_uniform(&s->rng) - 1);
            s->surrounding[p][i] = x;
        }
}

static void confirm(gw_session *s, double bound) {
    gw_status status = gw_gradcheck_confirm(s->theta.check, s->entry, s->slope, bound);
    if (status != GW_OK)
        gw_session_stop(s, "checker", "%s", gw_status_text(status));
    s->entry++;
    s->near = 0;
}

static double rounding(const gw_session *s) {
    double analytic = s->theta.gradient[s->entry];
    return ROUNDING * s->unit * fmax(fabs(analytic), fabs(s->slope)) + SEEN * s->spread;
}

static double length(const gw_session *s) {
    double x = s->surrounding[s->near][s->entry];
    return x == 0 ? COMPLEX_STEP : fmax(COMPLEX_STEP * fabs(x), 1e-200);
}

/* Entry −1: are the two the same function? Then, entry by entry, the slopes at θ and
 * near it and, where that does not explain the difference, far away. */
static progress ask_complex(gw_session *s, gw_session_ask *ask) {
    const gw_gradcheck *c = s->theta.check;
    if (s->entry < 0) {
        s->noise = fmax(c->noise, fmax(DBL_EPSILON * fabs(c->base), DBL_MIN));
        /* What J is computed in: in float, so is the gradient. */
        s->unit = c->base != 0 ? s->noise / fabs(c->base) : DBL_EPSILON;
        surround(s);
    }
    if (s->entry == s->theta.size)
        return gw_session_go(s, &GW_SESSION_UPDATES);
    (void)gw_session_ask_at(s, ask, GW_ASK_COMPLEX, &s->theta);
    ask->at = s->surrounding[s->near];
    ask->entry = s->entry;
    ask->value = s->entry < 0 ? 0 : length(s);
    return ASKED;
}

static void compare_values(gw_session *s, const gw_session_answer *twin) {
    const char *prefix = gw_session_prefix(s);
    double J = s->theta.check->base;
    if (isfinite(twin->value) && fabs(twin->value - J) <= SAME * s->noise && twin->imaginary == 0)
        return;
    if (isnan(twin->value) || isnan(twin->imaginary))
        gw_session_stop(s, "twin", "%scost_complex is NaN where %scost is not", prefix, prefix);
    else
        gw_session_stop(s, "twin",
                        "%scost_complex is %.10g%+.3gi where %scost is %.10g: they must be the "
                        "same function",
                        prefix, twin->value, twin->imaginary, prefix, J);
}

static void told_complex(gw_session *s, const gw_session_answer *answer) {
    if (s->entry < 0) {
        compare_values(s, answer);
        s->entry = s->near = 0;
        return;
    }
    double slope = answer->imaginary / length(s);
    if (s->near == 0) {
        s->slope = slope;
        s->spread = s->around = 0;
    } else if (s->near <= NEAR)
        s->spread = fmax(s->spread, fabs(slope - s->slope));
    else if (isfinite(slope))
        s->around = fmax(s->around, fabs(slope));
    s->near++;
    if (s->near == NEAR + 1 && !(fabs(s->theta.gradient[s->entry] - s->slope) > rounding(s)))
        confirm(s, rounding(s));
    else if (s->near == SURROUNDING) /* saturated here, and large around */
        confirm(s, rounding(s) + ROUNDING * s->unit * s->around);
}

const phase_of_session GW_SESSION_CONFIRMS = {ask_complex, told_complex};
