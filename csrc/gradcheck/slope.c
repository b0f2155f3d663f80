#include "slope.h"
#include "constants.h"
#include "slope_doubts.h"
#include "tolerance.h"

#include <float.h>
#include <math.h>

enum { QUICK, SWEEP, FAR, DONE };

static double own_scale(const gw_slope *s) {
    return fmax(1, fabs(s->x));
}

/* Asks for the function at x ± h; the sums are rounded to memory, so that the
 * difference of the two points is known exactly. */
static void want_pair(gw_slope *s, double h) {
    volatile double plus = s->x + h, minus = s->x - h;
    s->shrink[s->wanted] = s->shrink[s->wanted + 1] = 1;
    s->at[s->wanted++] = plus;
    s->at[s->wanted++] = minus;
}

static void want(gw_slope *s, int stage, double h1, double h2) {
    s->stage = stage;
    s->wanted = s->told = 0;
    want_pair(s, h1);
    if (h2 > 0)
        want_pair(s, h2);
}

/* Where nothing is decided, the slope may be the analytic one. */
static void finish(gw_slope *s, gw_verdict verdict, gw_cause cause, double numeric, double bound) {
    if (verdict == GW_UNDECIDED)
        bound = fmax(bound, fabs(s->analytic - numeric));
    s->stage = DONE;
    s->wanted = s->told = 0;
    s->result.analytic = s->analytic;
    s->result.numeric = numeric;
    s->result.bound = bound;
    s->result.verdict = verdict;
    s->result.cause = cause;
    s->result.digits =
        verdict == GW_PASS && bound > 0 ? fmax(0, log10(gw_slope_counted_size(s) / bound)) : 0;
}

static void sweep_from(gw_slope *s, double h) {
    s->start = s->h = h;
    s->rungs = 0;
    s->louder = 1;
    s->stairs = 0;
    want(s, SWEEP, h, 0);
}

static void pass(gw_slope *s, const gw_slope_estimate *e) {
    finish(s, GW_PASS, e->still && s->analytic == 0 ? GW_CAUSE_ZERO : GW_CAUSE_NONE, e->value,
           gw_slope_tolerance(s, e->value, e->error));
}

static void after_quick(gw_slope *s) {
    gw_slope_pair wide = gw_slope_read_pair(s, 0), near = gw_slope_read_pair(s, 1);
    s->near[0] = near;
    s->near[1] = wide;
    if (wide.usable && near.usable) {
        s->quick = gw_slope_extrapolate(s->near, 2);
        if (!s->quick.still)
            s->curvature = fabs(s->quick.value - wide.slope) / (wide.h * wide.h);
        if (!s->careful && !s->quick.still && gw_slope_supports(s, &s->quick) &&
            !gw_slope_is_kinked(&s->quick) &&
            gw_slope_tolerance(s, s->quick.value, s->quick.error) <= FINE * s->size) {
            pass(s, &s->quick);
            return;
        }
    }
    /* The sweep keeps this: it may do better, and must not do worse, or a slope ruled
     * out here would pass within a wider bound there. */
    s->best = s->quick;
    sweep_from(s, FIRST_STEP * s->jitter * own_scale(s));
}

/* Asks for the slope at six points away from here, to see what is large. */
static void look_around(gw_slope *s) {
    static const double SHRINK[] = {-1, 0.5, -0.5, 0.125, -0.125, 1.0 / 64};
    double x = s->x;
    s->stage = FAR;
    s->wanted = s->told = 0;
    for (int i = 0; i < GW_SLOPE_OPEN / 2; i++) {
        s->x = SHRINK[i] * x;
        want_pair(s, FAR_STEP * fmin(own_scale(s), x != 0 ? fabs(x) : 1));
        s->shrink[2 * i] = s->shrink[2 * i + 1] = SHRINK[i];
    }
    s->x = x;
}

static void accuse(gw_slope *s, const gw_slope_estimate *e) {
    double bound = gw_slope_tolerance(s, e->value, e->doubt);
    s->supported |= gw_slope_another_scale_supports(s, e);
    s->doubtful |= gw_slope_is_a_piece(s, e) || gw_slope_is_doubtful(s, e);
    if (!s->knows_slack) {
        s->found = *e;
        look_around(s);
    } else if (!s->second) {
        s->second = 1;
        s->found = *e;
        s->first_bound = bound;
        s->best = GW_SLOPE_NOTHING;
        s->grown = 0;
        sweep_from(s, 2 * s->start); /* its steps lie half-way between those of the first */
    } else if (fabs(s->found.value - e->value) > s->first_bound + bound || s->doubtful ||
               (!gw_slope_is_curved(s, e) &&
                (s->supported || (s->loud > 0 && !gw_slope_another_scale_accuses(s)))))
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, e->value, /* it may be the analytic one */
               fmax(bound, s->first_bound) +
                   fmax(fabs(s->found.value - e->value), fabs(s->analytic - e->value)));
    else
        finish(s, GW_FAIL, gw_slope_is_kinked(e) ? GW_CAUSE_KINK : GW_CAUSE_NONE, e->value, bound);
}

/* Noise is known within the factor within which its levels agree. Where it is loud, and the
 * shortest steps stray from all longer ones by a little more than was measured, they would
 * leave a slope open that is plain to see. */
static gw_slope_estimate a_little_louder(gw_slope *s, const gw_slope_estimate *e) {
    s->louder = LEVELS_AGREE;
    gw_slope_estimate louder = gw_slope_confirmed(s, 0);
    if (louder.error < e->error)
        return louder;
    s->louder = 1;
    return *e;
}

/* Begins a sweep that may tell more; 0 where there is none. If the longest steps are the
 * best, the others drown in noise, and longer ones still may know more; then steps between
 * those that were taken. */
static int try_others(gw_slope *s, const gw_slope_estimate *e) {
    if (e->h >= s->start / NOT_BELOW && s->grown < GROWTHS) {
        s->grown++;
        sweep_from(s, s->start * LONGER);
        return 1;
    }
    if (s->between || s->second)
        return 0;
    s->between = 1;
    sweep_from(s, s->start / 2);
    return 1;
}

static void judge(gw_slope *s) {
    gw_slope_estimate e = gw_slope_confirmed(s, 0);
    double stairs = gw_slope_stairs(s, &e);
    if (stairs > 0) {
        s->louder = fmax(1, stairs);
        s->stairs = 1;
        e = gw_slope_confirmed(s, 0);
    }
    if (gw_slope_is_noisy(s) && s->louder == 1 && !gw_slope_tells(s, e.error))
        e = a_little_louder(s, &e);
    /* A step that has just come into the smooth piece knows the slope before the rows of
     * its table shrink; shorter ones accuse. */
    gw_slope_estimate sure = gw_slope_confirmed(s, 1);
    if (gw_slope_is_wrong(s, &sure))
        e = sure;
    if (!(e.error < INFINITY)) {
        int seen = s->best.error < INFINITY;
        gw_cause cause = seen             ? GW_CAUSE_UNSETTLED
                         : s->foreign > 0 ? GW_CAUSE_KINK
                                          : GW_CAUSE_UNDEFINED;
        finish(s, GW_UNDECIDED, cause, seen ? s->best.value : NAN, INFINITY);
        return;
    }
    double bound = gw_slope_tolerance(s, e.value, e.error);
    double off = fabs(s->analytic - e.value);
    if (s->stairs && s->analytic == 0) /* right on each step, and for no longer way */
        finish(s, GW_UNDECIDED, GW_CAUSE_STEPS, e.value, bound + off);
    else if (gw_slope_is_wrong(s, &e) && gw_slope_may_be_a_wave(s, &e)) /* of any slope */
        finish(s, GW_UNDECIDED, GW_CAUSE_NOISE, e.value, INFINITY);
    else if (gw_slope_is_wrong(s, &e))
        accuse(s, &e);
    else if (s->second && off > bound) /* one sweep accuses, this one does not quite */
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, e.value,
               bound + fmax(off, fabs(s->found.value - e.value)));
    else if (gw_slope_is_kinked(&e) && !(off <= bound && gw_slope_tells(s, bound))) {
        if (!gw_slope_is_noisy(s) || !try_others(s, &e)) /* noise bends too */
            finish(s, GW_UNDECIDED, GW_CAUSE_KINK, e.value, bound);
    } else if (off > bound && try_others(s, &e))
        s->ruled_out = fmin(s->ruled_out, bound); /* it passes within no wider bound */
    else if (off > bound && !s->knows_slack) {
        s->found = e;
        look_around(s);
    } else if (off > bound || bound > s->ruled_out)
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, e.value, gw_slope_clearly(s) * bound);
    else if (gw_slope_tells(s, bound) || (e.still && s->analytic == 0))
        pass(s, &e);
    else if (!try_others(s, &e))
        finish(s, GW_UNDECIDED,
               s->slack > bound / 2 ? GW_CAUSE_SATURATED
               : s->foreign > 0     ? GW_CAUSE_KINK /* all longer steps leave the pattern */
                                    : GW_CAUSE_NOISE,
               e.value, bound);
}

/* Can shorter steps tell nothing of an estimate any more, for noise hides the slope? Of a
 * rough cost no step is left out that could show another slope. */
static int is_past(const gw_slope *s, const gw_slope_pair *p, const gw_slope_estimate *e) {
    double told = s->careful ? LOOSE * gw_slope_counted_size(s) : 0;
    told = fmax(told, fmax(fabs(s->analytic - e->value), e->error));
    return p->usable && p->h < e->h && p->noise > LOST * told;
}

/* The same of the best one, if shorter steps confirm it, or else of the best that they do. */
static int is_lost(const gw_slope *s, const gw_slope_pair *p) {
    if (!is_past(s, p, &s->best))
        return 0;
    gw_slope_estimate e = gw_slope_confirmed(s, 0);
    return e.error < INFINITY && is_past(s, p, &e);
}

/* Have longer steps moved J where the best did not? Then those between are asked too, whether
 * it lies on one step of a staircase. */
static int may_be_a_stair(const gw_slope *s, const gw_slope_pair *p) {
    int moved = 0;
    for (int k = 0; k < s->rungs; k++)
        moved |= s->rung[k].usable && !s->rung[k].still;
    return s->best.still && moved && p->h > s->best.h;
}

static void after_rung(gw_slope *s) {
    gw_slope_pair p = s->rung[s->rungs++] = gw_slope_read_pair(s, 0);
    gw_slope_estimate e = gw_slope_at_rung(s, s->rungs - 1);
    if (e.error < s->best.error)
        s->best = e;
    double bound = gw_slope_tolerance(s, s->best.value, s->best.error);
    /* A sweep that is to confirm another does not stop where it knows less. */
    int quick = !s->second && !s->careful && gw_slope_supports(s, &s->best) &&
                !gw_slope_is_kinked(&s->best) && !gw_slope_is_refuted(s, &s->best) &&
                !may_be_a_stair(s, &p) && gw_slope_stairs(s, &s->best) == 0;
    /* Further out the function may be larger, and so its noise. */
    int hopeless = p.usable && p.h < s->best.h && p.noise > s->best.error;
    if (quick && (bound <= FINE * s->size || (hopeless && gw_slope_tells(s, bound)))) {
        pass(s, &s->best);
        return;
    }
    s->h /= 4;
    if (is_lost(s, &p) || s->rungs == GW_SLOPE_RUNGS || s->h < 4 * DBL_EPSILON * fabs(s->x))
        judge(s);
    else
        want(s, SWEEP, s->h, 0);
}

static void after_far(gw_slope *s) {
    s->knows_slack = 1;
    s->slack = gw_slope_slack_of(s);
    gw_slope_estimate e = s->found;
    double bound = gw_slope_tolerance(s, e.value, e.error);
    if (gw_slope_is_wrong(s, &e))
        accuse(s, &e);
    else if (gw_slope_tells(s, bound) && gw_slope_supports(s, &e))
        pass(s, &e);
    else
        finish(s, GW_UNDECIDED, gw_slope_supports(s, &e) ? GW_CAUSE_SATURATED : GW_CAUSE_UNSETTLED,
               e.value, gw_slope_supports(s, &e) ? bound : gw_slope_clearly(s) * bound);
}

void gw_slope_start(gw_slope *s) {
    s->second = s->grown = s->between = s->foreign = s->knows_slack = s->supported = s->doubtful =
        s->rungs = 0;
    s->curvature = s->slack = 0;
    s->ruled_out = INFINITY;
    s->louder = 1;
    s->best = s->quick = GW_SLOPE_NOTHING;
    if (!isfinite(s->analytic))
        finish(s, GW_FAIL, GW_CAUSE_NOT_FINITE, NAN, 0);
    else
        want(s, QUICK, s->step, s->step / 4);
}

void gw_slope_tell(gw_slope *s, int32_t i, double value, uint64_t pattern) {
    int inside = !s->has_pattern || pattern == s->pattern;
    s->value[i] = value;
    s->usable[i] = isfinite(value) && inside;
    s->foreign += !inside && s->shrink[i] == 1;
    if (++s->told < s->wanted)
        return;
    switch (s->stage) {
    case QUICK:
        after_quick(s);
        break;
    case SWEEP:
        after_rung(s);
        break;
    case FAR:
        after_far(s);
        break;
    default:
        break;
    }
}

int gw_slope_done(const gw_slope *s) {
    return s->stage == DONE;
}

double gw_slope_better_step(const gw_slope *s) {
    /* curvature·h² = κσ/(h/4), solved for h */
    return s->curvature > 0 ? cbrt(4 * KAPPA * s->noise / s->curvature) : 0;
}
