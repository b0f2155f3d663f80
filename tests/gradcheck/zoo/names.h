/* Mistakes planted in the gradients of generated costs, and whether their names are true. */
#ifndef ZOO_NAMES_H
#define ZOO_NAMES_H

#include "session.h"
#include "wild.h"

enum { POINTS = 3, BLOCKS = 2 };

typedef enum {
    SIGN,
    FACTOR,
    TWICE,
    HALF,
    NO_MEAN,
    MEAN_TWICE,
    M_MINUS_1,
    TIMES_ALPHA,
    ZERO,
    TRANSPOSED,
    NEXT_ROW,
    BACKWARDS,
    ENTRY_1E3,
    ENTRY_1E6,
    ENTRY_SIGN,
    ENTRY_ZERO,
    ENTRY_ADDED,
    ROW,
    NO_REGULARISER,
    REGULARISER,
    FLOATS,
    DIGITS,
    STALE,
    NOT_A_NUMBER,
    NAMED, /* from here on there is no name */
    NOISE = NAMED,
    CONSTANT,
    TWO_ENTRIES,
    SCATTERED,
    CURVED,
    BY_POINT,
    PLANTED
} planted;

typedef struct {
    wild_case c;
    planted mistake;
    int blocks, examples;
    gw_gradcheck_block block[BLOCKS];
    char text[40];
    double alpha, by;
    uint64_t seed;
    int points; /* those where the gradient was asked for, with what was right and said */
    double theta[POINTS][WILD_SIZE], truth[POINTS][WILD_SIZE], wrong[POINTS][WILD_SIZE],
        doubt[POINTS][WILD_SIZE];
} model;

/* What a planted mistake is called here. */
const char *names_planted(planted mistake);

/* A cost of a kind, and where its gradient will be wrong. */
void names_make(model *m, wild_class kind, planted mistake, uint64_t seed);

/* The slopes at θ, and what rounding may do to them. */
void names_slopes(const model *m, const double *theta, double *slope, double *doubt);

/* The gradient with the mistake: in both blocks where it is one of a whole gradient, else in
 * the first, or in the biases. 0 where there is no such mistake. */
int names_gradient(const model *m, int point, const double *theta, double *g);

/* Is what a name says true? */
int names_is_true(const model *m, const gw_gradcheck_block *b, const char *key, const char *text);

/* Has the block's mistake a name that could be found? Where the mistake is none in it, or an
 * accident of a cost that is another than its gradient's, there is nothing to ask for. */
int names_has_name(const model *m, const gw_gradcheck_block *b);

#endif
