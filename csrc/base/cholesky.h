/* Linear equations H x = r with a symmetric positive definite H, as Newton's
 * step has them.
 *
 * Method: H = L Lᵀ with L lower triangular (Cholesky), then L y = r from the
 * top and Lᵀ x = y from the bottom. O(n³/3).
 * Accuracy: x solves a system whose matrix differs from H by about n² ε of it
 * at most (Higham, Accuracy and Stability of Numerical Algorithms, § 10.1). */
#ifndef GW_CHOLESKY_H
#define GW_CHOLESKY_H

#include "matrix.h"

/* L := the lower triangular matrix with L Lᵀ = H, zeros above its diagonal. Of
 * H only the lower triangle is read. L apart from H. GW_SINGULAR if H is not
 * positive definite beyond rounding: what is left of a diagonal entry, after
 * the columns before it, is at most n ε of that entry. Then L is unspecified. */
GW_SHAPES(H(n, n), L(n, n))
GW_NODISCARD gw_status gw_cholesky_factor(const gw_matrix *H, gw_matrix *L);

/* x := the solution of L Lᵀ x = r; x may be r. GW_SINGULAR for a zero on the
 * diagonal of L. */
GW_SHAPES(L(n, n), r(n, 1), x(n, 1))
GW_NODISCARD gw_status gw_cholesky_solve(const gw_matrix *L, const gw_matrix *r, gw_matrix *x);

#endif
