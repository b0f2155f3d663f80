/* What the zoo counts, between the files that run it: zoo.c (mistakes and right
 * gradients), planted.c (errors of known sizes) and tables.c (what is printed). */
#ifndef GW_ZOO_SCORES_H
#define GW_ZOO_SCORES_H

#include "regimes.h"
#include "zoo.h"

typedef struct {
    long runs, caught, undecided, hidden, missed; /* of mistakes */
    long checks, alarms, unsure;                  /* of right gradients */
    long bank, named;                             /* caught, and named rightly first */
    long entries, uncovered;                      /* bounds that do not hold the truth */
    long near, fine;                              /* bounds at order 1, and the narrow ones */
    double evaluations, first_entries;
    double *each;  /* the same of each check at a point of order 1, */
    long ordinary; /* and how many these are */
} score;

/* The same by regime. */
typedef struct {
    long entries, uncovered; /* bounds, on right gradients */
    long runs, uncaught;     /* mistakes */
} regime_score;

/* Errors of so many bounds, planted in blocks that are checked along directions. */
static const double BOUNDS[] = {3, 10, 30, 100, 1000};
enum { SIZES = sizeof BOUNDS / sizeof *BOUNDS };

typedef struct {
    long runs, missed, undecided;
    double stated; /* misses that the stated probability allows: its sum over the runs */
} direction_score;

/* One entry of a block off by 1e-6 of the block's largest. */
typedef struct {
    long runs, caught, undecided, passed;
} fine_score;

/* At points of order 1 a checker must not pass one part in 10⁶ of a block's largest
 * slope, whatever its own bounds say. */
static const double FINE = 1e-6;

/* Every case of the zoo goes through these. A status that is no success ends it. */
void zoo_must(gw_status status);

/* Is a model with kinks asked which of its pieces it is in? */
typedef enum { UNTOLD = 0, TOLD } zoo_patterns;

/* Runs a check to its end; its results stand until the next. */
gw_gradcheck *zoo_check(zoo_case *c, const double *gradient, uint64_t seed, gw_gradcheck_mode mode,
                        zoo_patterns patterns);

double zoo_largest(const gw_gradcheck_block *b, const double *x);

/* In planted.c: */
void zoo_one_direction(direction_score *tally, int model, const zoo_regime *regime, uint64_t seed);
void zoo_mistake_by_directions(direction_score *tally, int model, int mistake,
                               const zoo_regime *regime, uint64_t seed);
void zoo_one_fine(fine_score *tally, int model, uint64_t seed, zoo_patterns patterns);

/* In tables.c: all of them; 1 if any shows less than is asked. */
int zoo_print(int mistakes, const score *ours, const score *others, const regime_score *regimes,
              const direction_score *listed, const direction_score *sizes,
              fine_score (*fine)[ZOO_MODELS]);

#endif
