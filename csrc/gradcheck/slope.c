#include "slope.h"
#include "constants.h"
#include "slope_doubts.h"

#include <float.h>
#include <math.h>

enum { QUICK, SWEEP, FAR, DONE };

/* Π (16^i + 1)/(16^i − 1): how extrapolating j times magnifies noise. */
static const double MAGNIFIED[GW_SLOPE_ORDERS] = {1.0, 17.0 / 15, 17.0 / 15 * 257 / 255,
                                                  17.0 / 15 * 257 / 255 * 4097 / 4095};

static double scale_of(const gw_slope *s) {
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

/* The values 2i and 2i + 1 just told: the central difference, and the bend, the slope
 * right of x less that left of it. */
static gw_slope_pair read_pair(const gw_slope *s, int i) {
    double plus = s->value[2 * i], minus = s->value[2 * i + 1];
    gw_slope_pair p = {.h = (s->at[2 * i] - s->at[2 * i + 1]) / 2};
    p.still = plus == s->base && minus == s->base;
    p.usable = s->usable[2 * i] && s->usable[2 * i + 1] && p.h > 0 && isfinite(p.h);
    if (p.usable) {
        double largest = fmax(fabs(plus), fabs(minus));
        /* Of a sum of squares near its least the noise grows as its root does. */
        double ratio = s->base != 0 ? fmax(1, largest / fabs(s->base)) : 1;
        p.slope = (plus - minus) / (2 * p.h);
        p.bend = (plus - 2 * s->base + minus) / p.h;
        p.noise = KAPPA * fmax(s->noise * sqrt(ratio), HALF_A_PLACE * DBL_EPSILON * largest) / p.h;
        p.usable = isfinite(p.slope) && isfinite(p.bend) && isfinite(p.noise);
    }
    return p;
}

/* What the cost hides from all steps but the shortest: nothing where one of these speaks
 * of so small a slope. */
static double hidden(const gw_slope *s) {
    for (int k = 0; k < s->rungs; k++)
        if (s->rung[k].usable && s->rung[k].h <= s->hides &&
            s->louder * s->rung[k].noise < s->hidden)
            return 0;
    return s->hidden;
}

double gw_slope_tolerance(const gw_slope *s, double numeric, double error) {
    return error + s->slack + hidden(s) +
           ROUNDING * DBL_EPSILON * fmax(fabs(s->analytic), fabs(numeric));
}

/* The size that digits are counted from. */
static double counted_size(const gw_slope *s) {
    return fmax(fabs(s->analytic), SMALL * s->size);
}

static void finish(gw_slope *s, gw_verdict verdict, gw_cause cause, double numeric, double bound) {
    s->stage = DONE;
    s->wanted = s->told = 0;
    s->result.analytic = s->analytic;
    s->result.numeric = numeric;
    s->result.bound = bound;
    s->result.verdict = verdict;
    s->result.cause = cause;
    s->result.digits =
        verdict == GW_PASS && bound > 0 ? fmax(0, log10(counted_size(s) / bound)) : 0;
}

static const gw_slope_estimate NOTHING = {.value = NAN, .error = INFINITY, .doubt = INFINITY};

/* The best estimate whose shortest step is that of p[0]; p[1] has the step four times as
 * long, and so on. Extrapolation takes h², h⁴, … out of the differences, and h, h³, …
 * out of the bends; what is left of a bend as h shrinks is a kink at x, where the
 * difference is the mean of two slopes, half the bend away from either. */
static gw_slope_estimate extrapolate(const gw_slope_pair *p, int count) {
    gw_slope_estimate best = NOTHING;
    double slope[GW_SLOPE_ORDERS], bend[GW_SLOPE_ORDERS];
    for (int i = 0; i < count; i++) {
        slope[i] = p[i].slope;
        bend[i] = p[i].bend;
    }
    /* Rows of a smooth function shrink 16 times, until noise hides it; where they do
     * not, the distance of the rows themselves is the error. */
    double spread = count > 1 ? fabs(slope[0] - slope[1]) : 0;
    double before = count > 2 ? fabs(slope[1] - slope[2]) : 0;
    double hidden = p[0].noise / KAPPA;
    int regular = count > 2 && before < SHRINKS_MOST * fmax(spread, hidden) &&
                  (before > SHRINKS_LEAST * spread || spread < KAPPA * hidden);
    double doubt = before / SHRINKS_LEAST;
    for (int j = 1; j < count; j++) {
        double near = slope[0], wide = slope[1];
        for (int i = 0; i + j < count; i++) {
            slope[i] += (slope[i] - slope[i + 1]) / (pow(16, j) - 1);
            bend[i] += (bend[i] - bend[i + 1]) / (pow(4, 2 * j - 1) - 1);
        }
        /* [quick] */
        double truncation = fmax(fabs(slope[0] - near), fabs(slope[0] - wide));
        double error = truncation + p[0].noise * MAGNIFIED[j] + KINK_HALF * fabs(bend[0]);
        /* [/quick] */
        if (error < best.error)
            best = (gw_slope_estimate){.value = slope[0],
                                       .error = error,
                                       .kink = KINK_HALF * fabs(bend[0]),
                                       .noise = p[0].noise * MAGNIFIED[j],
                                       .doubt = regular ? error : fmax(error, doubt),
                                       .h = p[0].h,
                                       .curvature = p[0].bend / p[0].h,
                                       .plain = p[0].slope,
                                       .still = p[0].still && p[1].still,
                                       .clean = regular && spread > p[0].noise};
    }
    return best;
}

/* What the table says with its shortest step at rung k. */
gw_slope_estimate gw_slope_at_rung(const gw_slope *s, int k) {
    gw_slope_pair p[GW_SLOPE_ORDERS];
    int count = 0;
    while (count < GW_SLOPE_ORDERS && count <= k && s->rung[k - count].usable) {
        p[count] = s->rung[k - count];
        p[count++].noise *= s->louder;
    }
    return count > 0 ? extrapolate(p, count) : NOTHING;
}

static void sweep_from(gw_slope *s, double h) {
    s->start = s->h = h;
    s->rungs = 0;
    s->louder = 1;
    want(s, SWEEP, h, 0);
}

/* Is the error small enough to speak of a pass? */
static int tells(const gw_slope *s, double bound) {
    return bound <= LOOSE * counted_size(s) && bound > 0;
}

int gw_slope_supports(const gw_slope *s, const gw_slope_estimate *e) {
    return fabs(s->analytic - e->value) <= gw_slope_tolerance(s, e->value, e->error);
}

/* Is the error that of a kink? */
int gw_slope_is_kinked(const gw_slope_estimate *e) {
    return e->kink > e->error / 2 && e->kink > BEND_SHOWS * e->noise;
}

static void pass(gw_slope *s, const gw_slope_estimate *e) {
    finish(s, GW_PASS, e->still && s->analytic == 0 ? GW_CAUSE_ZERO : GW_CAUSE_NONE, e->value,
           gw_slope_tolerance(s, e->value, e->error));
}

static void after_quick(gw_slope *s) {
    gw_slope_pair wide = read_pair(s, 0), near = read_pair(s, 1);
    if (wide.usable && near.usable) {
        s->quick = extrapolate((gw_slope_pair[]){near, wide}, 2);
        if (!s->quick.still)
            s->curvature = fabs(s->quick.value - wide.slope) / (wide.h * wide.h);
        if (!s->careful && gw_slope_supports(s, &s->quick) && !gw_slope_is_kinked(&s->quick) &&
            gw_slope_tolerance(s, s->quick.value, s->quick.error) <= FINE * s->size) {
            pass(s, &s->quick);
            return;
        }
    }
    /* The sweep keeps this: it may do better, and must not do worse, or a slope ruled
     * out here would pass within a wider bound there. */
    s->best = s->quick;
    sweep_from(s, FIRST_STEP * s->jitter * scale_of(s));
}

/* Asks for the slope at six points away from here, to see what is large. */
static void look_around(gw_slope *s) {
    static const double SHRINK[] = {-1, 0.5, -0.5, 0.125, -0.125, 1.0 / 64};
    double x = s->x;
    s->stage = FAR;
    s->wanted = s->told = 0;
    for (int i = 0; i < GW_SLOPE_OPEN / 2; i++) {
        s->x = SHRINK[i] * x;
        want_pair(s, FAR_STEP * fmin(scale_of(s), x != 0 ? fabs(x) : 1));
        s->shrink[2 * i] = s->shrink[2 * i + 1] = SHRINK[i];
    }
    s->x = x;
}

static double clearly(const gw_slope *s) {
    return s->louder > 1 || (s->base != 0 && s->noise > NOISY * fabs(s->base)) ? CLEARLY_IN_NOISE
                                                                               : CLEARLY;
}

/* Is the analytic slope further away than all the checker's doubts, and not by
 * a little? A difference of a bound or two is no proof. At a kink any slope between
 * those left and right is as good. */
/* [is_wrong] */
static int is_wrong(const gw_slope *s, const gw_slope_estimate *e) {
    double off = fabs(s->analytic - e->value) - e->kink;
    return off > clearly(s) * gw_slope_tolerance(s, e->value, e->doubt - e->kink);
}
/* [/is_wrong] */

/* Do all shorter steps agree with an estimate? Each may differ by its own noise, and by
 * what is left of the truncation. A step that only looks well between longer ones, over
 * a ripple, a kink or a jump, is found out by these. */
static int is_confirmed(const gw_slope *s, const gw_slope_estimate *e) {
    int shorter = 0;
    for (int m = 0; m < s->rungs; m++) {
        const gw_slope_pair *p = &s->rung[m];
        if (!p->usable || p->h >= e->h)
            continue;
        double shrink = p->h / e->h;
        double truncation = TRUNCATION * fabs(e->plain - e->value) * shrink * shrink;
        if (fabs(p->slope - e->value) > e->error + truncation + s->louder * p->noise)
            return 0;
        shorter++;
    }
    return shorter >= SHORTER_STEPS;
}

/* The estimate of the smallest error, or the least doubt, that all shorter steps confirm. */
static gw_slope_estimate confirmed(const gw_slope *s, int by_doubt) {
    gw_slope_estimate best = NOTHING;
    if (s->quick.error < INFINITY && s->louder == 1 && is_confirmed(s, &s->quick))
        best = s->quick;
    for (int k = 0; k < s->rungs; k++) {
        gw_slope_estimate e = gw_slope_at_rung(s, k);
        if ((by_doubt ? e.doubt < best.doubt : e.error < best.error) && is_confirmed(s, &e))
            best = e;
    }
    return best;
}

static void accuse(gw_slope *s, const gw_slope_estimate *e) {
    double bound = gw_slope_tolerance(s, e->value, e->doubt);
    s->supported |= gw_slope_another_scale_supports(s, e);
    s->piece |= gw_slope_is_a_piece(s, e);
    if (!s->knows_slack) {
        s->found = *e;
        look_around(s);
    } else if (!s->second) {
        s->second = 1;
        s->found = *e;
        s->first_bound = bound;
        s->best = NOTHING;
        s->grown = 0;
        sweep_from(s, s->start * SECOND_STEP / (s->jitter * s->jitter));
    } else if (fabs(s->found.value - e->value) > s->first_bound + bound || s->piece ||
               gw_slope_is_doubtful(s, e) ||
               (!gw_slope_is_curved(s, e) &&
                (s->supported || (s->loud > 0 && !gw_slope_another_scale_accuses(s)))))
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, e->value, /* it may be the analytic one */
               fmax(bound, s->first_bound) +
                   fmax(fabs(s->found.value - e->value), fabs(s->analytic - e->value)));
    else
        finish(s, GW_FAIL, gw_slope_is_kinked(e) ? GW_CAUSE_KINK : GW_CAUSE_NONE, e->value, bound);
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
    gw_slope_estimate e = confirmed(s, 0);
    /* No step agrees with the shorter ones: here the noise is larger than was measured. */
    for (int i = 0; i < LOUDER_TIMES && !(e.error < INFINITY); i++) {
        s->louder *= LOUDER;
        e = confirmed(s, 0);
    }
    /* A step that has just come into the smooth piece knows the slope before the rows of
     * its table shrink; shorter ones accuse. */
    gw_slope_estimate sure = confirmed(s, 1);
    if (is_wrong(s, &sure))
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
    if (is_wrong(s, &e))
        accuse(s, &e);
    else if (s->second && off > bound) /* one sweep accuses, this one does not quite */
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, e.value,
               bound + fmax(off, fabs(s->found.value - e.value)));
    else if (gw_slope_is_kinked(&e) && !(off <= bound && tells(s, bound)))
        finish(s, GW_UNDECIDED, GW_CAUSE_KINK, e.value, bound);
    else if (off > bound && try_others(s, &e))
        s->ruled_out = fmin(s->ruled_out, bound); /* it passes within no wider bound */
    else if (off > bound && !s->knows_slack) {
        s->found = e;
        look_around(s);
    } else if (off > bound || bound > s->ruled_out)
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, e.value, clearly(s) * bound);
    else if (tells(s, bound) || (e.still && s->analytic == 0))
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
    double told = s->careful ? LOOSE * counted_size(s) : 0;
    told = fmax(told, fmax(fabs(s->analytic - e->value), e->error));
    return p->usable && p->h < e->h && p->noise > LOST * told;
}

/* The same of the best one, if shorter steps confirm it, or else of the best that they do. */
static int is_lost(const gw_slope *s, const gw_slope_pair *p) {
    if (!is_past(s, p, &s->best))
        return 0;
    gw_slope_estimate e = confirmed(s, 0);
    return e.error < INFINITY && is_past(s, p, &e);
}

static void after_rung(gw_slope *s) {
    gw_slope_pair p = s->rung[s->rungs++] = read_pair(s, 0);
    gw_slope_estimate e = gw_slope_at_rung(s, s->rungs - 1);
    if (e.error < s->best.error)
        s->best = e;
    double bound = gw_slope_tolerance(s, s->best.value, s->best.error);
    /* A sweep that is to confirm another does not stop where it knows less. */
    int quick = !s->second && !s->careful && gw_slope_supports(s, &s->best) &&
                !gw_slope_is_kinked(&s->best);
    /* Further out the function may be larger, and so its noise. */
    int hopeless = p.usable && p.h < s->best.h && p.noise > s->best.error;
    if (quick && (bound <= FINE * s->size || (hopeless && tells(s, bound)))) {
        pass(s, &s->best);
        return;
    }
    s->h /= 4;
    if (is_lost(s, &p) || s->rungs == GW_SLOPE_RUNGS || s->h < 4 * DBL_EPSILON * fabs(s->x))
        judge(s);
    else
        want(s, SWEEP, s->h, 0);
}

/* Of what the slopes around may be, nothing counts that only a far larger J has: beside
 * the pole of x⁻¹² all is rounding, and nothing here is computed from it. */
static void after_far(gw_slope *s) {
    enum { POINTS = GW_SLOPE_OPEN / 2 };
    double size[POINTS], largest = 0, usual = INFINITY;
    for (int i = 0; i < POINTS; i++) {
        size[i] = fmax(fabs(s->value[2 * i]), fabs(s->value[2 * i + 1]));
        usual = fmin(usual, size[i]);
    }
    usual = fmax(usual, fabs(s->base));
    for (int i = 0; i < POINTS; i++) {
        double slope = (s->value[2 * i] - s->value[2 * i + 1]) / (s->at[2 * i] - s->at[2 * i + 1]);
        if (isfinite(slope))
            largest = fmax(largest, fabs(slope) * fmin(1, AROUND * usual / size[i]));
    }
    s->knows_slack = 1;
    s->slack = ROUNDING * DBL_EPSILON * largest;
    gw_slope_estimate e = s->found;
    double bound = gw_slope_tolerance(s, e.value, e.error);
    if (is_wrong(s, &e))
        accuse(s, &e);
    else if (tells(s, bound) && gw_slope_supports(s, &e))
        pass(s, &e);
    else
        finish(s, GW_UNDECIDED, gw_slope_supports(s, &e) ? GW_CAUSE_SATURATED : GW_CAUSE_UNSETTLED,
               e.value, gw_slope_supports(s, &e) ? bound : clearly(s) * bound);
}

void gw_slope_start(gw_slope *s) {
    s->second = s->grown = s->between = s->foreign = s->knows_slack = s->supported = s->piece =
        s->rungs = 0;
    s->curvature = s->slack = 0;
    s->ruled_out = INFINITY;
    s->louder = 1;
    s->best = s->quick = NOTHING;
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
