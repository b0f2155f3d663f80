#include "slope_doubts.h"
#include "constants.h"
#include "tolerance.h"

#include <math.h>

/* Do two longer steps say that the analytic slope is right, both sharply enough to tell
 * it from what the shortest say? Then the cost has one slope from near and another from
 * further away. */
int gw_slope_another_scale_supports(const gw_slope *s, const gw_slope_estimate *found) {
    int in_a_row = 0;
    for (int k = 0; k < s->rungs && in_a_row < 2; k++) {
        gw_slope_estimate e = gw_slope_at_rung(s, k);
        int sharp = e.h > found->h && e.error < SHARP * fabs(s->analytic - found->value);
        in_a_row = sharp && gw_slope_supports(s, &e) ? in_a_row + 1 : 0;
    }
    return in_a_row == 2;
}

/* Is what the shortest steps see a piece of something, and the analytic slope that of the
 * whole? From step to step the slopes of a smooth function leave the estimate by 16 times;
 * those of a table, or of numbers that were rounded and joined, break off where the piece
 * ends, and come back to what was tabulated. At one kink the mean of both slopes does not
 * count as that: from further away the bend is still there. */
int gw_slope_is_a_piece(const gw_slope *s, const gw_slope_estimate *found) {
    int broken = 0;
    for (int k = s->rungs - 2; k >= 0 && s->rung[k + 1].usable && s->rung[k].usable; k--) {
        const gw_slope_pair *p = &s->rung[k];
        if (p->h <= found->h)
            continue;
        double before = fmax(fabs(p[1].slope - found->value), s->louder * p[1].noise);
        broken |= fabs(p->slope - found->value) > SHRINKS_MOST * before;
        gw_slope_estimate e = gw_slope_at_rung(s, k);
        if (broken && gw_slope_supports(s, &e) && !gw_slope_is_kinked(&e) &&
            fabs(s->analytic - e.value) < SHARP * fabs(found->value - e.value))
            return 1;
    }
    return 0;
}

/* Do longer steps too say that the analytic slope is wrong, with the roughness of the
 * cost counted as noise? */
int gw_slope_another_scale_accuses(const gw_slope *s) {
    int in_a_row = 0;
    for (int k = 0; k < s->rungs && in_a_row < 2; k++) {
        gw_slope_estimate e = gw_slope_at_rung(s, k);
        double bound = gw_slope_tolerance(s, e.value, e.doubt - e.kink + KAPPA * s->loud / e.h);
        int accuses = fabs(s->analytic - e.value) - e.kink > CLEARLY_IN_NOISE * bound;
        in_a_row = accuses ? in_a_row + 1 : 0;
    }
    return in_a_row == 2;
}

/* Is a slope so near, of the cost's steps to both sides or to one, nearer to the analytic
 * slope, and surely no rounding, though less than the bound of all noise? Then it may be that
 * of a piece of a table, which is flatter than the noise is loud. The curve is taken out of
 * what strays; out of what is `seen` it is not, for a piece may be straight. */
static int is_of_a_piece(const gw_slope *s, const gw_slope_estimate *found, double near,
                         double seen, double noise) {
    double strays = fabs(near - found->value);
    double off = fmin(fabs(near - s->analytic), fabs(seen - s->analytic));
    return strays > found->kink + PIECE_SHOWS * noise && off < strays;
}

/* Do shorter steps stray from the estimate by more than noise does, and by so much that
 * the slope between them may be the analytic one? Longer steps lie over the pieces of a
 * table, and the shortest, within one, are lost in noise. */
int gw_slope_is_doubtful(const gw_slope *s, const gw_slope_estimate *found) {
    double off = fabs(s->analytic - found->value);
    for (int m = 0; m < s->rungs; m++) {
        const gw_slope_pair *p = &s->rung[m];
        if (!p->usable || p->h >= found->h)
            continue;
        double noise = s->louder * p->noise, rounding = s->louder * s->rounding / p->h;
        double truncation = (found->plain - found->value) * pow(p->h / found->h, 2);
        double seen = p->slope - truncation, strays = fabs(seen - found->value);
        double half = (p->bend - found->curvature * p->h) / 2; /* of the bend, but the curve's */
        if (noise < SHARP * off) {
            if (fabs(seen - s->analytic) < strays)
                return 1;
        } else if (p->h < found->h && (is_of_a_piece(s, found, seen, seen, rounding / sqrt(2)) ||
                                       is_of_a_piece(s, found, seen - half, p->slope - p->bend / 2,
                                                     rounding * sqrt(2)) ||
                                       is_of_a_piece(s, found, seen + half, p->slope + p->bend / 2,
                                                     rounding * sqrt(2))))
            return 1;
    }
    return 0;
}

/* Do rows shrink as those of a smooth function near the estimate, and not only hide in
 * noise? What is a straight line from near may be a piece of something. */
int gw_slope_is_curved(const gw_slope *s, const gw_slope_estimate *found) {
    for (int k = 0; k < s->rungs; k++)
        if (s->rung[k].h <= WITHIN * found->h && gw_slope_at_rung(s, k).clean)
            return 1;
    return 0;
}

/* Is the analytic slope so much steeper than any that is seen that J moves by all its noise
 * within a few places of x, as near as noise is looked at? Then the noise, if none of it
 * vanished from there, may be the wave of such a slope: no step is short enough to show it. */
int gw_slope_may_be_a_wave(const gw_slope *s, const gw_slope_estimate *e) {
    return gw_slope_is_noisy(s) && s->loud == 0 &&
           fabs(s->analytic) > WIDER * (fabs(e->value) + e->error) &&
           fabs(s->analytic * s->x) * NEAREST_SPACING > s->noise;
}
