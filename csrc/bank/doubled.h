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

#include "sigmoid.h"
#include "twin.h"

/* *J + *rest := the cost of csrc/network.h, for a hidden layer of sigmoid or
 * tanh; *J alone is it, correctly rounded. GW_RANGE for another activation. */
GW_SHAPES(X(n0, m), Y(n2, m), W1(n1, n0), b1(n1, 1), W2(n2, n1), b2(n2, 1))
GW_NODISCARD gw_status gw_doubled_network_cost(gw_activation g1, const gw_matrix *X,
                                               const gw_matrix *Y, const gw_matrix *W1,
                                               const gw_matrix *b1, const gw_matrix *W2,
                                               const gw_matrix *b2, double *J, double *rest);

/* *slope + *rest := ∂J/∂P[row][col] by D(h/4) + (D(h/4) − D(h))/15, D the central
 * difference of that cost in that one entry; row and col count from 0. Error:
 * J⁽⁵⁾h⁴/1920 from truncation, and 1e−28/h from rounding. At h = 1e−6 about 1e−22:
 * the truth, to every digit of a double and six more. It shares nothing with the
 * six equations, and with the differences under test only the formula.
 * GW_RANGE for an entry that is none, and h ≤ 0. */
GW_SHAPES(X(n0, m), Y(n2, m), W1(n1, n0), b1(n1, 1), W2(n2, n1), b2(n2, 1))
GW_NODISCARD gw_status gw_doubled_network_slope(gw_activation g1, const gw_matrix *X,
                                                const gw_matrix *Y, const gw_matrix *W1,
                                                const gw_matrix *b1, const gw_matrix *W2,
                                                const gw_matrix *b2, gw_twin_block block,
                                                int32_t row, int32_t col, double h, double *slope,
                                                double *rest);

#endif
