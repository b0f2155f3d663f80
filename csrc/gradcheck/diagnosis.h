/* Chapter 11. What mistake makes a gradient wrong in just this way?
 *
 * Hypotheses about any function, tested on one block that failed: with a the
 * analytic and n ± bound the numeric gradient, is n = c a, with a c that means
 * something? n − a = c θ? a permutation of n? Each is accepted only if every
 * entry of the block agrees within its bound, so that a name is evidence. */
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

/* Writes to list, which holds GW_DIAGNOSES, what holds of a block, the likelier
 * first, and how many to *count; one with the key "unknown" where nothing does.
 * 0 for a block that did not fail. `examples` is m and `alpha` the step size of an
 * update, each 0 if unknown. GW_RANGE for a block that is none. */
GW_NODISCARD gw_status gw_diagnose(const gw_gradcheck *check, int32_t block, int32_t examples,
                                   double alpha, gw_diagnosis *list, int32_t *count);

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
