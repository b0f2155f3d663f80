/* Matrix products at speed, and the same to the last bit everywhere. Plain:
 * gw_matrix_multiply, gw_matrix_transpose. C apart from A and B. GW_NULL, GW_SHAPE. */
#ifndef GW_PRODUCT_H
#define GW_PRODUCT_H

#include "matrix.h"

/* C := A B. Each entry is Σ_k a_ik b_kj with k in order, from 0. */
GW_SHAPES(A(n, k), B(k, m), C(n, m))
GW_NODISCARD gw_status gw_fast_multiply(const gw_matrix *A, const gw_matrix *B, gw_matrix *C);

/* C := Aᵀ B, as in dA[1] = W[2]ᵀ dZ[2]; sums in order, too. */
GW_SHAPES(A(k, n), B(k, m), C(n, m))
GW_NODISCARD gw_status gw_fast_multiply_at(const gw_matrix *A, const gw_matrix *B, gw_matrix *C);

/* C := factor · A Bᵀ, as in dW = (1/m) dZ Aᵀ. Each entry is a sum over k, the examples,
 * in eight sums s0 … s7 side by side, of k mod 8, each in order; and in the end
 *     factor · (((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))). */
GW_SHAPES(A(n, k), B(m, k), C(n, m))
GW_NODISCARD gw_status gw_fast_multiply_bt(double factor, const gw_matrix *A, const gw_matrix *B,
                                           gw_matrix *C);

#endif
