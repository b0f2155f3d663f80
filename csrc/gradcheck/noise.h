/* Chapter 11. The noise of a computed function: how far its value jumps when
 * its argument hardly moves.
 *
 * Method: ECnoise (Moré & Wild, SIAM J. Sci. Comput. 33, 2011). Of n values at
 * equal spacing the k-th differences lose the smooth part and keep the noise:
 * σ_k² = (k!)²/(2k)! · mean (Δᵏf)². The first k at which σ_k, σ_{k+1}, σ_{k+2}
 * agree within a factor 4, and the differences change sign, gives σ. */
#ifndef GW_NOISE_H
#define GW_NOISE_H

#include "status.h"

typedef enum {
    GW_NOISE_FOUND = 0,
    GW_NOISE_TOO_CLOSE, /* half the neighbours are equal: space them wider */
    GW_NOISE_TOO_FAR    /* the smooth part still shows: space them closer */
} gw_noise_advice;

enum { GW_NOISE_VALUES = 9, GW_NOISE_LEVELS = 8 };

/* *sigma, one standard deviation, from 9 values at equal spacing, and whether
 * the spacing suits; where it does not, *sigma is the largest of the levels,
 * the smooth part among them: an estimate from above. GW_NOT_FINITE if a
 * value is NaN or infinite. */
GW_SHAPES(values(9))
GW_NODISCARD gw_status gw_noise_estimate(const double *values, double *sigma, int32_t *advice);

/* The quantum q of a function whose values are rounded to multiples of it, as a printed
 * number's or a float's are: the largest number of which the third differences of 9
 * values at equal spacing are multiples. 0 where it is not far above ε |values|. */
GW_SHAPES(values(9))
double gw_noise_quantum(const double *values);

#endif
