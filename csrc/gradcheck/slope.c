#include "slope.h"
#include "constants.h"

#include <float.h>
#include <math.h>

enum { QUICK, LADDER, SMALLER, FAR, KINK, DONE };

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

/* A central difference from the values 2i and 2i + 1. */
typedef struct {
    double slope, h, noise; /* noise: η/h */
    int usable;
    int still; /* the function did not move, to the bit */
} pair;

static pair read_pair(gw_slope *s, int i) {
    double plus = s->value[2 * i], minus = s->value[2 * i + 1];
    pair p = {.h = (s->at[2 * i] - s->at[2 * i + 1]) / 2};
    p.still = plus == s->base && minus == s->base;
    p.usable = s->usable[2 * i] && s->usable[2 * i + 1] && p.h > 0 && isfinite(p.h);
    if (p.usable) {
        double largest = fmax(fabs(plus), fabs(minus));
        double growth = s->base != 0 ? fmin(NOISE_GROWS, fmax(1, largest / fabs(s->base))) : 1;
        p.slope = (plus - minus) / (2 * p.h);
        p.noise = KAPPA * fmax(s->noise * growth, DBL_EPSILON * largest) / p.h;
        p.usable = isfinite(p.slope) && isfinite(p.noise);
    }
    return p;
}

static double tolerance(const gw_slope *s, double numeric, double error) {
    return error + s->slack + ROUNDING * DBL_EPSILON * fmax(fabs(s->analytic), fabs(numeric));
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

static void start_ladder(gw_slope *s, double h) {
    s->start = s->h = h;
    s->rung = s->rows = 0;
    want(s, LADDER, h, 0);
}

/* The same from nothing: what an earlier table found does not count. */
static void restart_ladder(gw_slope *s, double h) {
    s->best_error = INFINITY;
    start_ladder(s, h);
}

static void after_quick(gw_slope *s) {
    pair wide = read_pair(s, 0), near = read_pair(s, 1);
    if (wide.usable && near.usable) {
        /* [quick] */
        double numeric = near.slope + (near.slope - wide.slope) / 15;
        double truncation = fmax(fabs(numeric - near.slope), fabs(numeric - wide.slope));
        double bound = tolerance(s, numeric, truncation + near.noise * MAGNIFIED[1]);
        /* [/quick] */
        int still = near.still && wide.still;
        /* The ladder begins with this: it may do better, and must not do worse, or a
         * slope ruled out here would pass within a wider bound there. */
        s->best = numeric;
        s->best_error = truncation + near.noise * MAGNIFIED[1];
        s->best_noise = near.noise * MAGNIFIED[1];
        s->best_h = near.h;
        s->best_plain = near.slope;
        s->best_doubt = fmax(s->best_error, DOUBT * fabs(near.slope - wide.slope));
        s->best_still = still;
        if (!still)
            s->curvature = truncation / (wide.h * wide.h);
        if (fabs(s->analytic - numeric) <= bound && bound <= FINE * s->size) {
            finish(s, GW_PASS, still && s->analytic == 0 ? GW_CAUSE_ZERO : GW_CAUSE_NONE, numeric,
                   bound);
            return;
        }
    }
    start_ladder(s, FIRST_STEP * s->jitter * scale_of(s));
}

/* Is the bound small enough to speak of a pass? */
static int tells(const gw_slope *s, double bound) {
    return bound <= LOOSE * counted_size(s) && bound > 0;
}

/* Asks for the bend at six steps, the longest first. */
static void look_for_kink(gw_slope *s) {
    double h = BEND_FROM * s->best_h;
    want(s, KINK, h, h / 4);
    for (h /= 16; s->wanted < GW_SLOPE_OPEN; h /= 4)
        want_pair(s, h);
}

/* Asks for the slope at six points away from here, to see what is large. */
static void look_around(gw_slope *s) {
    static const double SHRINK[] = {-1, 0.5, -0.5, 0.125, -0.125, 1.0 / 64};
    double x = s->x;
    s->stage = FAR;
    s->wanted = s->told = 0;
    for (int i = 0; i < GW_SLOPE_OPEN / 2; i++) {
        s->x = SHRINK[i] * x;
        want_pair(s, FAR_STEP * scale_of(s));
        s->shrink[2 * i] = s->shrink[2 * i + 1] = SHRINK[i];
    }
    s->x = x;
}

static void accuse(gw_slope *s) {
    double bound = tolerance(s, s->best, s->best_doubt);
    if (!s->knows_slack) {
        look_around(s);
        return;
    }
    if (!s->second) {
        s->second = 1;
        s->first = s->best;
        s->first_bound = bound;
        s->restarts = s->grown = 0;
        restart_ladder(s, FIRST_STEP * SECOND_STEP / s->jitter * scale_of(s));
    } else if (fabs(s->first - s->best) <= s->first_bound + bound) {
        look_for_kink(s);
    } else {
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, s->best,
               fmax(fmax(bound, s->first_bound), fabs(s->first - s->best)));
    }
}

static double clearly(const gw_slope *s) {
    return s->base != 0 && s->noise > NOISY * fabs(s->base) ? CLEARLY_IN_NOISE : CLEARLY;
}

/* Is the analytic slope further away than all the checker's doubts, and not by
 * a little? A difference of a bound or two is no proof. */
/* [is_wrong] */
static int is_wrong(const gw_slope *s) {
    return fabs(s->analytic - s->best) > clearly(s) * tolerance(s, s->best, s->best_doubt);
}
/* [/is_wrong] */

static void judge_ladder(gw_slope *s) {
    if (!(s->best_error < INFINITY)) {
        finish(s, GW_UNDECIDED, s->foreign > 0 ? GW_CAUSE_KINK : GW_CAUSE_UNDEFINED, NAN, INFINITY);
        return;
    }
    double bound = tolerance(s, s->best, s->best_error);
    if (is_wrong(s))
        want(s, SMALLER, s->best_h / NEARER, s->best_h / NEAREST);
    else if (fabs(s->analytic - s->best) > bound)
        look_for_kink(s);
    else if (s->second) /* the first table accused, this one does not: no verdict */
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, s->best, fmax(bound, fabs(s->first - s->best)));
    else if (s->best_still && s->analytic == 0)
        finish(s, GW_PASS, GW_CAUSE_ZERO, s->best, bound);
    else if (tells(s, bound))
        finish(s, GW_PASS, GW_CAUSE_NONE, s->best, bound);
    else if (s->best_noise > s->best_error * NOISE_RULES && s->best_h >= s->start / NOT_BELOW &&
             s->grown < GROWTHS) {
        s->grown++; /* noise rules and the steps were short: take longer ones */
        restart_ladder(s, s->start * LONGER);
    } else
        look_for_kink(s);
}

static void after_rung(gw_slope *s) {
    pair p = read_pair(s, 0);
    if (p.usable) {
        double row[GW_SLOPE_ORDERS] = {p.slope};
        /* Rows of a smooth function shrink 16 times, until noise hides it. */
        double spread = fabs(p.slope - s->row[0]), before = fabs(s->row[0] - s->older);
        double hidden = p.noise / KAPPA;
        int regular = s->rows >= 2 && before < SHRINKS_MOST * fmax(spread, hidden) &&
                      (before > SHRINKS_LEAST * spread || spread < KAPPA * hidden);
        double doubt = fmax(DOUBT * spread, s->rows >= 2 ? before / SHRINKS_LEAST : 0);
        for (int j = 1; j < GW_SLOPE_ORDERS && j <= s->rows; j++) {
            row[j] = row[j - 1] + (row[j - 1] - s->row[j - 1]) / (pow(16, j) - 1);
            double truncation = fmax(fabs(row[j] - row[j - 1]), fabs(row[j] - s->row[j - 1]));
            double error = truncation + p.noise * MAGNIFIED[j];
            if (error < s->best_error) {
                s->best = row[j];
                s->best_error = error;
                s->best_noise = p.noise * MAGNIFIED[j];
                s->best_h = p.h;
                s->best_plain = p.slope;
                s->best_doubt = regular ? error : fmax(error, doubt);
                s->best_still = p.still && s->row_still;
            }
        }
        s->older = s->row[0];
        for (int j = 0; j < GW_SLOPE_ORDERS; j++)
            s->row[j] = row[j];
        s->row_still = p.still;
        s->rows++;
    } else
        s->rows = 0; /* the table may not reach over a gap */
    double bound = tolerance(s, s->best, s->best_error);
    /* A table that is to confirm another does not stop where it knows less. */
    double fine = s->second ? fmin(FINE * s->size, s->first_bound) : FINE * s->size;
    int settled = fabs(s->analytic - s->best) <= bound && bound <= fine;
    /* Further out the function may be larger, and so its noise. */
    int hopeless = p.usable && p.h < s->best_h && p.noise > s->best_error;
    s->h /= 4;
    if (settled || hopeless || ++s->rung >= RUNGS || s->h < DBL_EPSILON * scale_of(s))
        judge_ladder(s);
    else
        want(s, LADDER, s->h, 0);
}

/* Does a much smaller step agree with the best of the table? It may differ by
 * its own noise, and by what is left of the truncation at best_h. */
static int agrees(const gw_slope *s, pair p) {
    double shrink = p.h / s->best_h;
    double truncation = TRUNCATION * fabs(s->best_plain - s->best) * shrink * shrink;
    return fabs(p.slope - s->best) <= s->best_error + truncation + p.noise;
}

static void after_smaller(gw_slope *s) {
    pair near = read_pair(s, 0), nearest = read_pair(s, 1);
    if ((!near.usable || agrees(s, near)) && (!nearest.usable || agrees(s, nearest)))
        accuse(s);
    else if (s->restarts++ < RESTARTS)
        restart_ladder(s, s->best_h / SHORTER); /* the steps were too long to see it */
    else
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, s->best, INFINITY);
}

static void after_far(gw_slope *s) {
    double largest = 0;
    for (int i = 0; i < GW_SLOPE_OPEN / 2; i++) {
        double h = (s->at[2 * i] - s->at[2 * i + 1]) / 2;
        double slope = (s->value[2 * i] - s->value[2 * i + 1]) / (2 * h);
        if (isfinite(slope))
            largest = fmax(largest, fabs(slope));
    }
    s->knows_slack = 1;
    s->slack = ROUNDING * DBL_EPSILON * largest;
    double bound = tolerance(s, s->best, s->best_error);
    if (is_wrong(s))
        accuse(s);
    else if (tells(s, bound))
        finish(s, GW_PASS, GW_CAUSE_NONE, s->best, bound);
    else
        finish(s, GW_UNDECIDED, GW_CAUSE_SATURATED, s->best, bound);
}

/* The slope right of x less the slope left of it, as the step p.h sees it. */
static double bend(const gw_slope *s, int i, double h) {
    return (s->value[2 * i] - 2 * s->base + s->value[2 * i + 1]) / h;
}

/* Smooth: the bend shrinks to a quarter with h. A kink: it stays. */
static int is_kink(const gw_slope *s, int i, pair wide, pair near) {
    double ratio = bend(s, i + 1, near.h) / bend(s, i, wide.h);
    return ratio > BEND_LEAST && ratio < BEND_MOST;
}

/* Does the bend between steps i and i + 1 show through the noise? */
static int shows(const gw_slope *s, int i, pair near) {
    return fabs(bend(s, i + 1, near.h)) > BEND_SHOWS * near.noise;
}

static void after_kink(gw_slope *s) {
    double bound = tolerance(s, s->best, s->best_doubt);
    /* The shortest step that shows a bend at all decides: further out, any valley
     * looks like a corner. */
    for (int i = GW_SLOPE_OPEN / 2 - 2; i >= 0; i--) {
        pair wide = read_pair(s, i), near = read_pair(s, i + 1);
        if (!wide.usable || !near.usable || !shows(s, i, near))
            continue;
        if (!is_kink(s, i, wide, near))
            break;
        double half = fabs(bend(s, i + 1, near.h)) / 2 + clearly(s) * (near.noise + bound);
        int between = fabs(s->analytic - near.slope) <= half;
        finish(s, between ? GW_UNDECIDED : GW_FAIL, GW_CAUSE_KINK, s->best, half);
        return;
    }
    if (is_wrong(s))
        finish(s, GW_FAIL, GW_CAUSE_NONE, s->best, bound);
    else if (fabs(s->analytic - s->best) > bound)
        finish(s, GW_UNDECIDED, GW_CAUSE_UNSETTLED, s->best, clearly(s) * bound);
    else
        finish(s, GW_UNDECIDED, GW_CAUSE_NOISE, s->best, bound);
}

void gw_slope_start(gw_slope *s) {
    s->second = s->grown = s->restarts = s->foreign = 0;
    s->knows_slack = 0;
    s->curvature = s->slack = 0;
    s->best = s->best_error = INFINITY;
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
    case LADDER:
        after_rung(s);
        break;
    case SMALLER:
        after_smaller(s);
        break;
    case FAR:
        after_far(s);
        break;
    case KINK:
        after_kink(s);
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
