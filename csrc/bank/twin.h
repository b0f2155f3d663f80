/* Chapter 11. The costs of chapters 8 and 10 by plain loops, in real numbers,
 * complex ones and floats from the same source (csrc/bank/twin.inc).
 *
 * The complex step: for f real-analytic, f(x + ih) = f(x) + ih f'(x) + O(h²), so
 * the imaginary part over h is the slope, without any difference of nearly
 * equal numbers: h may be 1e−20 (Squire & Trapp, SIAM Review 40, 1998).
 * Accuracy: rounding only; the mean of the summands' sizes times a few ε. */
#ifndef GW_TWIN_H
#define GW_TWIN_H

#include "network.h"

/* Which numbers compute: in single precision everything given is rounded to float,
 * every operation is one of floats, and so is what comes out. With bfloat16 so it is, too,
 * and besides every parameter and input, each z and each hidden a, which a layer keeps in
 * memory, is rounded to bfloat16. */
typedef enum { GW_DOUBLE = 0, GW_SINGLE, GW_BFLOAT16 } gw_precision;

/* The number of 8 binary digits next to x, of two as near the even one: bfloat16, float's
 * upper half, but for its range, which is not bounded here. */
double gw_bfloat16(double x);

/* *J := the cost of the network of csrc/network.h, by plain loops: the oracle of
 * the vectorised form. Errors: gw_network_check's, GW_RANGE for an unknown precision. */
GW_SHAPES(X(n[0], m), Y(n[L], m))
GW_NODISCARD gw_status gw_twin_network_cost(const gw_network *net, const gw_matrix *X,
                                            const gw_matrix *Y, gw_precision precision, double *J);

/* *slope := ∂J/∂θ[entry] by a complex step ih in that one parameter; θ is counted
 * as gw_network_entry does. GW_RANGE for an entry that is none, and h ≤ 0. */
GW_SHAPES(X(n[0], m), Y(n[L], m))
GW_NODISCARD gw_status gw_twin_network_slope(const gw_network *net, const gw_matrix *X,
                                             const gw_matrix *Y, int32_t entry, double h, double *J,
                                             double *slope);

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
