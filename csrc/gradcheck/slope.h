/* Chapter 11. The slope of a computed function of one variable, with a bound on
 * its error, judged against an analytic slope.
 *
 * It asks for values and is told them, like csrc/gradcheck/gradcheck.h, which runs one of
 * these for each entry. slope.c asks, tolerance.c decides the bound and what is beyond it, and
 * slope_doubts.c says what speaks against an accusation.
 *
 * Method.
 *  1. Two central differences, at h and h/4, and their extrapolation
 *     T = D₂ + (D₂ − D₁)/15 (Richardson 1911). Where that settles the matter,
 *     four evaluations were enough. What the same values say of the slopes left and
 *     right is extrapolated too: half of what is left of their difference counts as
 *     error, so that the mean of two slopes at a kink never passes.
 *  2. Else a sweep of central differences at ¼, ¼/4, ¼/16, … of the scale of x, down to
 *     where noise hides the slope, each extrapolated with the three before it (Neville's
 *     scheme; Ridders, Adv. Eng. Softw. 4, 1982). An estimate has the error
 *         E = max(|T[k][j] − T[k][j−1]|, |T[k][j] − T[k−1][j−1]|) + η/h · Π_j + kink,
 *     truncation as observed plus noise as measured, η = 6σ, plus half of the bend.
 *  3. E is no bound where the function hides a scale or a kink from the steps taken. So
 *     an estimate counts only if all shorter steps agree with it within their own noise;
 *     of those that do, the one with the smallest E is the slope.
 *  4. An accusation needs a table whose rows shrink as those of a smooth function do, 16
 *     times each, or counts their whole distance as error; of the estimates that shorter steps
 *     confirm, the one of least doubt accuses. Then a second sweep from another first step
 *     must say the same; and other steps must not speak against it (slope_doubts.h). Before an
 * entry is left undecided, longer steps and those between are tried. Where a kink at x is so weak
 *     that the slopes of both sides are within the bound, it is none.
 *  5. The analytic slope was computed in floating point too: what it may be wrong by is ε
 *     times the slopes that the function has not here, where it may be saturated, but
 *     around. They are measured on the way to the origin, at −θ, ±θ/2, ±θ/8 and θ/64, and
 *     count into the bound. */
#ifndef GW_SLOPE_H
#define GW_SLOPE_H

#include "gradcheck.h"

enum { GW_SLOPE_ORDERS = 4, GW_SLOPE_OPEN = 12, GW_SLOPE_RUNGS = 68 };

/* What x ± h say. */
typedef struct {
    double h, slope;
    double bend;  /* the slope right of x less that left of it */
    double noise; /* η/h */
    int32_t usable;
    int32_t still; /* the function did not move, to the bit */
} gw_slope_pair;

/* A slope and its error, extrapolated from pairs; h, plain and curvature are the shortest's,
 * curve is the second derivative, extrapolated too. */
typedef struct {
    double value, error;
    double kink, noise; /* parts of the error */
    double doubt;       /* the error where the table does not shrink as it should */
    double h, plain, curvature, curve;
    int32_t still;
    int32_t clean; /* the table shrinks as that of a smooth function, above the noise */
} gw_slope_estimate;

/* A slope in the making. Read `result` when `stage` is GW_SLOPE_DONE. */
typedef struct {
    /* the question */
    double x;        /* where */
    double base;     /* the function there */
    double noise;    /* its measured noise σ, ≥ ε|base| */
    double rounding; /* the same without that: a float's half place at least */
    double loud;     /* the noise that vanished from near, of a cost that is rough, else 0 */
    double hidden;   /* a slope that steps longer than */
    double hides;    /* this may not see, or 0 */
    double analytic; /* the slope to judge */
    double size;     /* the largest slope of the block: what counts as small */
    double step;     /* the first step to try */
    double jitter;   /* in [0.7, 1.4): moves the steps of the sweeps */
    uint64_t pattern;
    int32_t has_pattern;
    int32_t careful; /* nothing passes before all steps are looked at */

    /* the values it waits for: J at at[i] is to be told as value[i] */
    int32_t wanted, told;
    double at[GW_SLOPE_OPEN];
    double shrink[GW_SLOPE_OPEN]; /* and all other parameters times this */
    double value[GW_SLOPE_OPEN];
    int32_t usable[GW_SLOPE_OPEN]; /* finite, and in the pattern of x */

    /* what was seen so far */
    int32_t stage, rungs, grown, between, second;
    gw_slope_pair rung[GW_SLOPE_RUNGS]; /* of the sweep, the longest step first */
    double start, h;
    double louder;         /* so many times is the noise here what it was measured to be */
    int32_t stairs;        /* it is that of a staircase: over the shortest steps J did not move */
    gw_slope_pair near[2]; /* what stage 1 saw, the shorter step first, */
    gw_slope_estimate quick, best;
    gw_slope_estimate found; /* what the first sweep accused with, */
    double first_bound;      /* and its bound */
    double ruled_out;        /* the least bound that the analytic slope was not within */
    double slack;            /* what rounding may do to the analytic slope */
    int32_t knows_slack;
    int32_t supported; /* longer steps say that the analytic slope is right */
    int32_t doubtful;  /* the shortest see a piece of a table, or stray from the estimate */
    int32_t foreign;   /* steps that left the pattern */
    double curvature;  /* truncation of stage 1 over h², to choose the next step */

    gw_gradcheck_entry result;
} gw_slope;

/* Sets the first questions from the fields of «the question». */
void gw_slope_start(gw_slope *slope);

/* Answers question i, 0 ≤ i < wanted; when all are told, goes on. */
void gw_slope_tell(gw_slope *slope, int32_t i, double value, uint64_t pattern);

/* 1 when `result` stands. */
int gw_slope_done(const gw_slope *slope);

/* The first step that balances truncation against noise, from what stage 1 saw;
 * 0 where it saw nothing. */
double gw_slope_better_step(const gw_slope *slope);

#endif
