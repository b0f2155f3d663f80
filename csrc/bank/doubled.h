/* Chapter 11. The cost of chapter 10 with twice the digits, to know how wrong a
 * slope in double precision is.
 *
 * A number is the sum of two doubles, high + low, with |low| ≤ ε/2 |high|: about
 * 32 digits (Dekker, Numer. Math. 18, 1971). Sums and products keep what they
 * round off; e^z is a Taylor series after halving z, and ln is one Newton step
 * from the double's.
 * Accuracy: 1e−30, for |z| < 300 and costs of about 1. */
#ifndef GW_DOUBLED_H
#define GW_DOUBLED_H

#include "network.h"

/* *J + *rest := the cost of csrc/network.h, for a hidden layer of sigmoid or
 * tanh; *J alone is it, correctly rounded. GW_RANGE for another activation, and
 * the errors of gw_network_check. */
GW_SHAPES(X(n[0], m), Y(n[L], m))
GW_NODISCARD gw_status gw_doubled_network_cost(const gw_network *net, const gw_matrix *X,
                                               const gw_matrix *Y, double *J, double *rest);

/* *slope + *rest := ∂J/∂θ[entry] by D(h/4) + (D(h/4) − D(h))/15, D the central
 * difference of that cost in that one parameter; θ is counted as gw_network_entry
 * does. Error: J⁽⁵⁾h⁴/1920 from truncation, and 1e−28/h from rounding. At h = 1e−6
 * about 1e−22: the truth, to every digit of a double and six more. It shares
 * nothing with the six equations, and with the differences under test only the
 * formula. GW_RANGE for an entry that is none, and h ≤ 0. */
GW_SHAPES(X(n[0], m), Y(n[L], m), slope(), rest())
GW_NODISCARD gw_status gw_doubled_network_slope(const gw_network *net, const gw_matrix *X,
                                                const gw_matrix *Y, int32_t entry, double h,
                                                double *slope, double *rest);

#endif
