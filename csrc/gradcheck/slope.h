/* Chapter 11. The slope of a computed function of one variable, with a bound on
 * its error, judged against an analytic slope.
 *
 * It asks for values and is told them, like csrc/gradcheck/gradcheck.h, which runs one of
 * these for each entry.
 *
 * Method.
 *  1. Two central differences, at h and h/4, and their extrapolation
 *     T = D₂ + (D₂ − D₁)/15 (Richardson 1911). Where that settles the matter,
 *     four evaluations were enough.
 *  2. Else a table of central differences at ¼, ¼/4, ¼/16, … of the scale of x,
 *     extrapolated three times (Neville's scheme; Ridders, Adv. Eng. Softw. 4,
 *     1982). Each candidate has the error
 *         E = max(|T[k][j] − T[k][j−1]|, |T[k][j] − T[k−1][j−1]|) + η/h · Π_j,
 *     truncation as observed plus noise as measured, η = 6σ; the smallest is kept, that
 *     of stage 1 included, so that no slope ruled out there passes here within a
 *     wider bound.
 *  3. E is no bound where the function hides a scale or a kink from the steps
 *     taken. So an accusation needs a table whose rows shrink as those of a
 *     smooth function do, 16 times each, or counts their whole distance as
 *     error; two much smaller steps, h/64 and h/4096, that agree within their
 *     own noise; and then a second table from another first step, that says the
 *     same. Where it does not, the entry is undecided.
 *  4. The analytic slope was computed in floating point too: what it may be
 *     wrong by is ε times the slopes that the function has not here, where it
 *     may be saturated, but around. They are measured on the way to the origin,
 *     at −θ, ±θ/2, ±θ/8 and θ/64, and count into the bound.
 *  5. Before it is made, the slopes left and right are compared: where they
 *     differ, there is a kink, and any value between them is as good. */
#ifndef GW_SLOPE_H
#define GW_SLOPE_H

#include "gradcheck.h"

enum { GW_SLOPE_ORDERS = 4, GW_SLOPE_OPEN = 12 };

/* A slope in the making. Read `result` when `stage` is GW_SLOPE_DONE. */
typedef struct {
    /* the question */
    double x;        /* where */
    double base;     /* the function there */
    double noise;    /* its measured noise σ, ≥ ε|base| */
    double analytic; /* the slope to judge */
    double size;     /* the largest slope of the block: what counts as small */
    double step;     /* the first step to try */
    double jitter;   /* in [0.7, 1.4): moves the steps of the tables */
    uint64_t pattern;
    int32_t has_pattern;

    /* the values it waits for: J at at[i] is to be told as value[i] */
    int32_t wanted, told;
    double at[GW_SLOPE_OPEN];
    double shrink[GW_SLOPE_OPEN]; /* and all other parameters times this */
    double value[GW_SLOPE_OPEN];
    int32_t usable[GW_SLOPE_OPEN]; /* finite, and in the pattern of x */

    /* the table so far */
    int32_t stage, rung, rows, grown, restarts, second;
    double start, h;
    double row[GW_SLOPE_ORDERS], older; /* older: the difference two rungs back */
    double best, best_error, best_h, best_plain, best_noise;
    double best_doubt; /* its error where the table does not shrink as it should */
    double slack;      /* what rounding may do to the analytic slope */
    int32_t knows_slack;
    double first, first_bound;     /* what the first table accused with */
    int32_t foreign;               /* steps that left the pattern */
    int32_t row_still, best_still; /* the function did not move, to the bit */
    double curvature;              /* truncation of stage 1 over h², to choose the next step */

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
