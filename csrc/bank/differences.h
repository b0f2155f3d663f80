/* Chapter 11. How wrong a measured slope of the network's cost is, by the length of its
 * step: four ways to take it, against the slope in twice the digits. */
#ifndef GW_DIFFERENCES_H
#define GW_DIFFERENCES_H

#include "twin.h"

/* The four: with h to one side; to both sides; the latter with h and h/4, extrapolated,
 * D(h/4) + (D(h/4) − D(h))/15; and the complex step ih. */
enum {
    GW_DIFFERENCE_FORWARD = 0,
    GW_DIFFERENCE_CENTRAL,
    GW_DIFFERENCE_EXTRAPOLATED,
    GW_DIFFERENCE_COMPLEX,
    GW_DIFFERENCE_KINDS /* how many there are */
};

/* truths := the slope in each parameter, a row each, as two doubles: the second is what
 * the first rounds off (gw_doubled_network_slope, which also says for which networks),
 * by a step h. k is at least the number of parameters; rows beyond them stay. */
GW_SHAPES(X(n[0], m), Y(n[L], m), truths(k, 2))
GW_NODISCARD gw_status gw_differences_truths(const gw_network *net, const gw_matrix *X,
                                             const gw_matrix *Y, double h, gw_matrix *truths);

/* errors := how far each of the four is from the truth: |error| of one entry, counted as
 * gw_network_entry does, or for −1 the root mean square over all. A slope is divided by
 * the step that was taken, for θ + h is rounded; where no step is, it is not finite. In
 * single precision θ moves among floats, with bfloat16 among these, and the complex step,
 * which there is none of, is NaN.
 *
 * Moves net's parameters and puts back the very same; writes the pass. GW_RANGE for an
 * entry that is none, an unknown precision and h not above 0; GW_SHAPE for too few truths;
 * and the errors of gw_network_check. */
GW_SHAPES(Y(n[L], m), truths(k, 2), errors(4, 1))
GW_NODISCARD gw_status gw_differences_errors(gw_precision precision, const gw_network *net,
                                             const gw_matrix *Y, gw_network_pass *pass,
                                             int32_t entry, const gw_matrix *truths, double h,
                                             gw_matrix *errors);

#endif
