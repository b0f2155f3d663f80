/* Matrix products at speed. csrc/base/blas.c is the one file that knows CBLAS; built
 * with BLAS=none it computes the same by plain loops. */
#ifndef GW_BLAS_H
#define GW_BLAS_H

#include "matrix.h"

/* C := A B. */
GW_SHAPES(A(n, k), B(k, m), C(n, m))
GW_NODISCARD gw_status gw_blas_multiply(const gw_matrix *A, const gw_matrix *B, gw_matrix *C);

/* C := factor · A Bᵀ, as in dW = (1/m) dZ Aᵀ. */
GW_SHAPES(A(n, k), B(m, k), C(n, m))
GW_NODISCARD gw_status gw_blas_multiply_bt(double factor, const gw_matrix *A, const gw_matrix *B,
                                           gw_matrix *C);

/* C := Aᵀ B, as in dA[1] = W[2]ᵀ dZ[2]. */
GW_SHAPES(A(k, n), B(k, m), C(n, m))
GW_NODISCARD gw_status gw_blas_multiply_at(const gw_matrix *A, const gw_matrix *B, gw_matrix *C);

/* "openblas", or "none" for the plain loops. */
const char *gw_blas_name(void);

#endif
