/* Chapter 11. What mistake makes a gradient wrong in just this way?
 *
 * Hypotheses about any function, tested on one block that failed: with a the
 * analytic and n ± bound the numeric gradient, is n = c a, with a c that means
 * something? n − a = c θ? a permutation of n? Each is accepted only if every
 * entry of the block agrees within its bound, so that a name is evidence. */
#ifndef GW_DIAGNOSIS_H
#define GW_DIAGNOSIS_H

#include "gradcheck.h"

typedef struct {
    char key[32];   /* stable: "missing-mean" */
    char text[192]; /* the evidence, in a sentence */
    double factor;  /* the number in it, where there is one; else 0 */
} gw_diagnosis;

enum { GW_DIAGNOSES = 4 }; /* at most so many hold at once */

/* Writes to list, which holds GW_DIAGNOSES, what holds of a block, the likelier
 * first, and how many to *count; one with the key "unknown" where nothing does.
 * 0 for a block that did not fail. `examples` is m, or 0 if unknown. GW_RANGE
 * for a block that is none. */
GW_NODISCARD gw_status gw_diagnose(const gw_gradcheck *check, int32_t block, int32_t examples,
                                   gw_diagnosis *list, int32_t *count);

#endif
