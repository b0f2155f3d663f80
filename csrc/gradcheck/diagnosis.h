/* Chapter 11. What mistake makes a gradient wrong in just this way?
 *
 * Hypotheses about any function, tested on one block that failed: with a the
 * analytic and n ± bound the numeric gradient, is n = c a, with a c that means
 * something? n − a = c θ? a permutation of n? Each is accepted only if every entry of
 * the block agrees within its bound, or every random direction through it, at every
 * point, and if two of them tell it from the gradient under test: one that is 0, or
 * whose bound is wide, has no vote. So a name is evidence. */
#ifndef GW_DIAGNOSIS_H
#define GW_DIAGNOSIS_H

#include "gradcheck.h"

GW_BEGIN

typedef struct {
    char key[32];   /* stable: "missing-mean" */
    char text[192]; /* the evidence, in a sentence */
    double factor;  /* the number in it, where there is one; else 0 */
} gw_diagnosis;

enum { GW_DIAGNOSES = 4 }; /* at most so many hold at once */

/* What may be said of a function's gradient, by this file or by a session. */
typedef enum {
    GW_NAME_SIGN,
    GW_NAME_SCALE,
    GW_NAME_MISSING_MEAN,
    GW_NAME_DOUBLE_MEAN,
    GW_NAME_MEAN_OVER_M_MINUS_1,
    GW_NAME_ZERO,
    GW_NAME_UNWRITTEN,
    GW_NAME_TRANSPOSED,
    GW_NAME_SHIFTED,
    GW_NAME_SINGLE_ENTRY,
    GW_NAME_REGULARISER_MISSING,
    GW_NAME_REGULARISER_ON_BIAS,
    GW_NAME_REGULARISER_TWICE,
    GW_NAME_STALE_PARAMETERS,
    GW_NAME_ACCUMULATED,
    GW_NAME_SINGLE_PRECISION,
    GW_NAME_FEW_DIGITS,
    GW_NAME_NOT_A_FUNCTION,
    GW_NAME_THETA_MODIFIED,
    GW_NAME_OUT_OF_BOUNDS,
    GW_NAME_NAN,
    GW_NAME_FIRST_WRONG,
    GW_NAME_FOLLOWS,
    GW_NAME_UNKNOWN,
    GW_NAMES
} gw_name;

/* "missing-mean", and in a line what it means; NULL for a number that is none. */
const char *gw_diagnose_key(int32_t name);
const char *gw_diagnose_meaning(int32_t name);

/* Writes to list, which holds GW_DIAGNOSES, what holds of a block, the likelier
 * first, and how many to *count; one with the key "unknown" where nothing does.
 * 0 for a block that did not fail. `examples` is m and `alpha` the step size of an
 * update, each 0 if unknown. GW_RANGE for a block that is none. */
GW_NODISCARD gw_status gw_diagnose(const gw_gradcheck *check, int32_t block, int32_t examples,
                                   double alpha, gw_diagnosis *list, int32_t *count);

/* The same of one gradient that was checked at several points: what holds at all of them,
 * where any fails. GW_RANGE below one point, GW_SHAPE for checks of different blocks or
 * modes. */
GW_NODISCARD gw_status gw_diagnose_points(const gw_gradcheck *const *check, int32_t points,
                                          int32_t block, int32_t examples, double alpha,
                                          gw_diagnosis *list, int32_t *count);

/* Is the gradient under test this variant of it, of `size` numbers? *holds becomes 1 where
 * the two agree in every entry within the bounds, and the variant is not what was measured.
 * GW_NO_ANSWER before the check has ended. */
GW_NODISCARD gw_status gw_diagnose_variant(const gw_gradcheck *check, const double *variant,
                                           int32_t *holds);

/* Is it the gradient after an update, or before one? `moved` is a check, ended like
 * `check`, of the same gradient at another point: at θ − αn, n being what `check`
 * measured, or at θ + αa or θ + αn. *holds becomes 1, and `found` is written with the
 * key "stale-parameters", where the block failed at θ and agrees with the slopes
 * there, 0 elsewhere. GW_SHAPE for checks of different sizes, GW_RANGE for a block
 * that is none. */
GW_NODISCARD gw_status gw_diagnose_update(const gw_gradcheck *check, const gw_gradcheck *moved,
                                          int32_t block, double alpha, gw_diagnosis *found,
                                          int32_t *holds);

GW_END

#endif
