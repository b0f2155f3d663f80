#include "tolerance.h"
#include "constants.h"

#include <float.h>
#include <math.h>

/* Π (16^i + 1)/(16^i − 1): how extrapolating j times magnifies noise. */
static const double MAGNIFIED[GW_SLOPE_ORDERS] = {1.0, 17.0 / 15, 17.0 / 15 * 257 / 255,
                                                  17.0 / 15 * 257 / 255 * 4097 / 4095};

/* The values 2i and 2i + 1 just told: the central difference, and the bend, the slope
 * right of x less that left of it. */
gw_slope_pair gw_slope_read_pair(const gw_slope *s, int i) {
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

const gw_slope_estimate GW_SLOPE_NOTHING = {.value = NAN, .error = INFINITY, .doubt = INFINITY};

/* The best estimate whose shortest step is that of p[0]; p[1] has the step four times as
 * long, and so on. Extrapolation takes h², h⁴, … out of the differences, and h, h³, …
 * out of the bends; what is left of a bend as h shrinks is a kink at x, where the
 * difference is the mean of two slopes, half the bend away from either. */
gw_slope_estimate gw_slope_extrapolate(const gw_slope_pair *p, int count) {
    gw_slope_estimate best = GW_SLOPE_NOTHING;
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
                                       .curve = (16 * p[0].bend / p[0].h - p[1].bend / p[1].h) / 15,
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
    return count > 0 ? gw_slope_extrapolate(p, count) : GW_SLOPE_NOTHING;
}

/* What the cost hides from all steps but the shortest: nothing where one of these speaks
 * of so small a slope, or lies on one step of a staircase. */
static double hidden(const gw_slope *s) {
    if (s->stairs)
        return 0;
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

/* Of what the slopes around may be, nothing counts that only a far larger J has: beside
 * the pole of x⁻¹² all is rounding, and nothing here is computed from it. */
double gw_slope_slack_of(const gw_slope *s) {
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
    return ROUNDING * DBL_EPSILON * largest;
}

/* The size that digits are counted from. */
double gw_slope_counted_size(const gw_slope *s) {
    return fmax(fabs(s->analytic), SMALL * s->size);
}

/* Is the error small enough to speak of a pass? */
int gw_slope_tells(const gw_slope *s, double bound) {
    return bound <= LOOSE * gw_slope_counted_size(s) && bound > 0;
}

int gw_slope_supports(const gw_slope *s, const gw_slope_estimate *e) {
    return fabs(s->analytic - e->value) <= gw_slope_tolerance(s, e->value, e->error);
}

/* Is the error that of a kink? */
int gw_slope_is_kinked(const gw_slope_estimate *e) {
    return e->kink > e->error / 2;
}

int gw_slope_is_noisy(const gw_slope *s) {
    return s->base != 0 && s->noise > NOISY * fabs(s->base);
}

double gw_slope_clearly(const gw_slope *s) {
    return s->louder > 1 || gw_slope_is_noisy(s) ? CLEARLY_IN_NOISE : CLEARLY;
}

/* Is the analytic slope further away than all the checker's doubts, and not by
 * a little? A difference of a bound or two is no proof. At a kink any slope between
 * those left and right is as good. */
/* [is_wrong] */
int gw_slope_is_wrong(const gw_slope *s, const gw_slope_estimate *e) {
    double off = fabs(s->analytic - e->value) - e->kink;
    return off > gw_slope_clearly(s) * gw_slope_tolerance(s, e->value, e->doubt - e->kink);
}
/* [/is_wrong] */

/* Two steps in a row, longer than those of an estimate over which J did not move to the bit,
 * that say by how much it must have moved there, beyond all noise: NOTHING where there are
 * none. At the edge of a flat side, as of a dead unit's, they see a kink, and within a flat
 * bottom slopes that grow with the step: these are not sharp. */
static gw_slope_estimate beyond_still(const gw_slope *s, const gw_slope_estimate *still) {
    int in_a_row = 0;
    for (int k = 0; k < s->rungs && s->rung[k].h > still->h; k++) {
        gw_slope_estimate e = gw_slope_at_rung(s, k);
        int sharp =
            !e.still && e.error < SHARP * fabs(e.value) && still->noise < fabs(e.value) - e.error;
        in_a_row = sharp ? in_a_row + 1 : 0;
        if (in_a_row == 2)
            return e;
    }
    return GW_SLOPE_NOTHING;
}

/* Where an argument is rounded inside of J, to a float or to what an interval was halved to, J
 * is a staircase: each step is flat, though not in its height, and what noise was measured on
 * one is far too small. How many times louder the stairs are, by what the steps stray from the
 * slope of the longer ones; 0 where there are none. */
double gw_slope_stairs(const gw_slope *s, const gw_slope_estimate *still) {
    double strays = 0;
    gw_slope_estimate far = still->still ? beyond_still(s, still) : GW_SLOPE_NOTHING;
    for (int k = 0; k < s->rungs && far.error < INFINITY; k++) {
        const gw_slope_pair *p = &s->rung[k];
        if (p->usable && p->h < far.h)
            strays = fmax(strays, fabs(p->slope - far.value) / p->noise);
    }
    return KAPPA / 2 * strays; /* the largest that was seen is two standard deviations */
}

/* Does a shorter step see slopes left and right of x that are not those of a smooth function
 * with such a slope? Half of what bends beyond the curve is an error of it: over the pieces of
 * a table the means of both may agree, where each is that of another piece. */
static int is_bent(const gw_slope *s, const gw_slope_estimate *e, const gw_slope_pair *p) {
    double shrink = p->h / e->h;
    double curved = TRUNCATION * fabs(e->curvature - e->curve) * shrink * shrink * p->h;
    return fabs(p->bend - e->curve * p->h) / 2 > e->error + curved + s->louder * p->noise;
}

int gw_slope_is_refuted(const gw_slope *s, const gw_slope_estimate *e) {
    for (int i = 0; i < 2; i++)
        if (s->near[i].usable && s->near[i].h < e->h && is_bent(s, e, &s->near[i]))
            return 1;
    return 0;
}

/* Do all shorter steps agree with an estimate? Each may differ by its own noise, and by
 * what is left of the truncation. A step that only looks well between longer ones, over
 * a ripple, a kink or a jump, is found out by these. */
static int is_confirmed(const gw_slope *s, const gw_slope_estimate *e) {
    int shorter = 0;
    if (s->stairs && e->still)
        return 0; /* it is of one step */
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
gw_slope_estimate gw_slope_confirmed(const gw_slope *s, int by_doubt) {
    gw_slope_estimate best = GW_SLOPE_NOTHING;
    if (s->quick.error < INFINITY && s->louder == 1 && is_confirmed(s, &s->quick))
        best = s->quick;
    for (int k = 0; k < s->rungs; k++) {
        gw_slope_estimate e = gw_slope_at_rung(s, k);
        if ((by_doubt ? e.doubt < best.doubt : e.error < best.error) && is_confirmed(s, &e))
            best = e;
    }
    return best;
}
