/* Chapter 11. The costs of chapters 8 and 10 by plain loops, in real numbers,
 * complex ones and floats from the same source (csrc/bank/twin.inc).
 *
 * The complex step: for f real-analytic, f(x + ih) = f(x) + ih f'(x) + O(h²), so
 * the imaginary part over h is the slope, without any difference of nearly
 * equal numbers: h may be 1e−20 (Squire & Trapp, SIAM Review 40, 1998).
 * Accuracy: rounding only; the mean of the summands' sizes times a few ε. */
#ifndef GW_TWIN_H
#define GW_TWIN_H

#include "sigmoid.h"

/* Which parameter is stepped into the imaginary direction. */
typedef enum { GW_TWIN_W1 = 0, GW_TWIN_b1, GW_TWIN_W2, GW_TWIN_b2 } gw_twin_block;

/* *J := the cost of the network of csrc/network.h, by plain loops: the oracle of
 * the vectorised form. */
GW_SHAPES(X(n0, m), Y(n2, m), W1(n1, n0), b1(n1, 1), W2(n2, n1), b2(n2, 1))
GW_NODISCARD gw_status gw_twin_network_cost(gw_activation g1, const gw_matrix *X,
                                            const gw_matrix *Y, const gw_matrix *W1,
                                            const gw_matrix *b1, const gw_matrix *W2,
                                            const gw_matrix *b2, double *J);

/* The same in single precision: everything given is rounded to float, and every
 * operation computes in floats. *J is a float. */
GW_SHAPES(X(n0, m), Y(n2, m), W1(n1, n0), b1(n1, 1), W2(n2, n1), b2(n2, 1))
GW_NODISCARD gw_status gw_twin_network_cost_single(gw_activation g1, const gw_matrix *X,
                                                   const gw_matrix *Y, const gw_matrix *W1,
                                                   const gw_matrix *b1, const gw_matrix *W2,
                                                   const gw_matrix *b2, double *J);

/* *slope := ∂J/∂P[row][col] by a complex step in that one entry of parameter
 * `block`; row and col count from 0. GW_RANGE for an entry that is none. */
GW_SHAPES(X(n0, m), Y(n2, m), W1(n1, n0), b1(n1, 1), W2(n2, n1), b2(n2, 1))
GW_NODISCARD gw_status gw_twin_network_slope(gw_activation g1, const gw_matrix *X,
                                             const gw_matrix *Y, const gw_matrix *W1,
                                             const gw_matrix *b1, const gw_matrix *W2,
                                             const gw_matrix *b2, gw_twin_block block, int32_t row,
                                             int32_t col, double h, double *J, double *slope);

/* The same two for logistic regression, w (n, 1) and b. Entry k < n is w_k,
 * entry n is b. */
GW_SHAPES(X(n, m), Y(1, m), w(n, 1))
GW_NODISCARD gw_status gw_twin_logistic_cost(const gw_matrix *X, const gw_matrix *Y,
                                             const gw_matrix *w, double b, double *J);
GW_SHAPES(X(n, m), Y(1, m), w(n, 1))
GW_NODISCARD gw_status gw_twin_logistic_slope(const gw_matrix *X, const gw_matrix *Y,
                                              const gw_matrix *w, double b, int32_t entry, double h,
                                              double *J, double *slope);

#endif
