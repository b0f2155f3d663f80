/* Costs that no network has: generated at random, with their slopes known. */
#ifndef GW_WILD_H
#define GW_WILD_H

#include "random.h"

enum { WILD_SIZE = 6, WILD_TERMS = 8 };

/* What is wild about a cost. */
typedef enum {
    WILD_SCALES,    /* parameters of scales from 1e-12 to 1e12, in one cost */
    WILD_QUANTUM,   /* the cost is rounded to a multiple of some quantum */
    WILD_DIGITS,    /* the cost is rounded to some significant digits */
    WILD_OFFSET,    /* a large number was added, and may have been taken off again */
    WILD_KINK,      /* a kink near the point, at 1e-12 to 1e-3, or weak, or in another parameter */
    WILD_AT_KINK,   /* parameters exactly at kinks, and others that are not */
    WILD_RIPPLE,    /* a fine ripple under a smooth cost */
    WILD_FAST,      /* nothing but oscillation: sin of 1e1 to 1e13 times x */
    WILD_FLOAT,     /* parts are computed in single precision */
    WILD_SOLVER,    /* a part is what an iteration has reached when it stops */
    WILD_SATURATED, /* slopes that are small beside those around */
    WILD_POWERS,    /* repulsions, like x to the −12: other slopes around are far larger */
    WILD_COST,      /* the cost is about 1e-300 to 1e300 */
    WILD_TABLE,     /* a part is interpolated in a table */
    WILD_STAIRS,    /* a parameter is rounded before anything is computed from it */
    WILD_PRINTED,   /* and its numbers have few digits; the slope is that of what it tabulates */
    WILD_FINE,      /* a table of some million pieces, below the rounding of the cost */
    WILD_FINEST,    /* a ripple finer than numbers are apart, or nearly: nothing may pass */
    WILDS
} wild_class;

const char *wild_name(wild_class kind);

/* Mistakes that can be made in each gradient. */
typedef enum {
    WILD_RIGHT,
    WILD_OFF_1E3,   /* one entry is off by 1e-3 of itself */
    WILD_OFF_1E6,   /* and by 1e-6 */
    WILD_SIGN,      /* of one entry */
    WILD_FACTOR,    /* all are 1.07 times what they should be */
    WILD_FORGOTTEN, /* what is wild has no part in the gradient, where it has in the slope */
    WILD_CURVE,     /* the gradient is of what is tabulated, and not of the table */
    WILD_MISTAKES
} wild_mistake;

typedef struct {
    wild_class kind;
    int size, terms;
    double theta[WILD_SIZE], scale[WILD_SIZE];
    int shape[WILD_TERMS];
    double weight[WILD_TERMS], inner[WILD_TERMS][WILD_SIZE], shift[WILD_TERMS];
    int where;                     /* the parameter with what is wild */
    double quantum, offset, again; /* again: what is taken off */
    double amplitude, frequency, phase, kink, bend;
    int digits, sharp;
    double tolerance, factor;
} wild_case;

void wild_make(wild_case *c, wild_class kind, uint64_t seed);
double wild_cost(const wild_case *c, const double *theta);

/* The slopes, what rounding of their terms may do to them in *doubt, and what the part
 * that is wild has of the one of parameter `where` in *part. */
void wild_truth(const wild_case *c, double *slope, double *doubt, double *part);

/* The gradient with a mistake; 0 where the mistake is none in this case. */
int wild_gradient(const wild_case *c, wild_mistake mistake, double *gradient);

#endif
