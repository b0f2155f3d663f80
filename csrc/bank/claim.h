/* Chapter 11. A derivative that somebody claims: is it right, and if not, which rule was
 * broken? The command and the page of the site ask this, with formulas as people type
 * them.
 *
 * Method: f is taken at points where it has a value, one check of the session each, and
 * of all of them a claim is as good as at its worst point. */
#ifndef GW_CLAIM_H
#define GW_CLAIM_H

#include "formula.h"
#include "gradcheck.h"

enum {
    GW_CLAIM_POINTS = 24,
    GW_CLAIM_FEWEST = 5,                   /* at fewer points nothing is said */
    GW_CLAIM_TEXT = 3 * GW_FORMULA_LONGEST /* a sentence quotes the formula twice at most */
};

/* What was found at one point. */
typedef struct {
    double x, analytic, numeric, bound;
    gw_verdict verdict;
} gw_claim_point;

/* A mistake that makes just this derivative of f: its key, and a sentence. */
typedef struct {
    char key[40];
    char text[GW_CLAIM_TEXT];
} gw_claim_mistake;

typedef struct {
    gw_verdict verdict;
    gw_cause cause; /* why it is no plain pass; EMPTY: function and claim are 0 throughout */
    int32_t points, passed, failed, undecided;
    int32_t zeros;      /* of those passed, where function and claim stand still */
    int32_t worst;      /* index of the point to look at first */
    double digits;      /* the fewest of any point passed, but zeros; 0 if there is none */
    double evaluations; /* of f */
    gw_claim_point point[GW_CLAIM_POINTS];
    int32_t mistakes; /* of a claim that fails: the likelier first */
    gw_claim_mistake mistake[GW_FORMULA_DIAGNOSES];
} gw_claim;

/* Bytes of memory for a check. */
size_t gw_claim_bytes(void);

/* Checks whether `derivative` is that of f, in `memory`, aligned as for a double. The
 * seed is that of the points and of the checker. GW_DOMAIN if f has a value at fewer than
 * GW_CLAIM_FEWEST points of those tried, from −1000 to 1000: claim->points says at how
 * many. */
GW_NODISCARD gw_status gw_claim_check(const gw_formula *f, const gw_formula *derivative,
                                      uint64_t seed, void *memory, gw_claim *claim);

/* Why a claim is undecided or wrong, or "". */
const char *gw_claim_why(const gw_claim *claim);

#endif
