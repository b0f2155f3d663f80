/* Matrices: row-major views in borrowed memory, passed by pointer.
 *
 * Examples are columns: X is (n_x, m), Y is (1, m). A view may be part of a
 * wider matrix, hence the stride. `const gw_matrix *` marks an input. */
#ifndef GW_MATRIX_H
#define GW_MATRIX_H

#include "status.h"

/* [struct] */
typedef struct {
    int32_t rows, cols;
    int32_t stride; /* distance between rows, in doubles, ≥ cols */
    double *data;   /* the entry (0, 0); the owner keeps it alive */
} gw_matrix;
/* [/struct] */

/* GW_NULL for a missing matrix or data, GW_SHAPE for sizes below 1 or a stride
 * below cols. */
GW_NODISCARD gw_status gw_matrix_check(const gw_matrix *M);

/* The same, and GW_SHAPE unless M is (rows, cols). */
GW_NODISCARD gw_status gw_matrix_check_shape(const gw_matrix *M, int32_t rows, int32_t cols);

/* GW_NOT_FINITE if any entry is NaN or infinite. */
GW_SHAPES(M(n, m))
GW_NODISCARD gw_status gw_matrix_check_finite(const gw_matrix *M);

/* Every entry := value. */
GW_SHAPES(M(n, m))
GW_NODISCARD gw_status gw_matrix_fill(gw_matrix *M, double value);

/* B := A. */
GW_SHAPES(A(n, m), B(n, m))
GW_NODISCARD gw_status gw_matrix_copy(const gw_matrix *A, gw_matrix *B);

/* B := Aᵀ, A and B apart. */
GW_SHAPES(A(n, m), B(m, n))
GW_NODISCARD gw_status gw_matrix_transpose(const gw_matrix *A, gw_matrix *B);

/* P := P + factor·D, the update of a parameter with factor = −α. GW_NOT_FINITE
 * if an entry of P is no longer finite. */
GW_SHAPES(D(n, m), P(n, m))
GW_NODISCARD gw_status gw_matrix_add_scaled(double factor, const gw_matrix *D, gw_matrix *P);

/* The product C := A B as its definition, C_ij = Σ_k A_ik B_kj: the oracle of
 * gw_fast_multiply. C apart from A and B. */
GW_SHAPES(A(n, k), B(k, m), C(n, m))
GW_NODISCARD gw_status gw_matrix_multiply(const gw_matrix *A, const gw_matrix *B, gw_matrix *C);

#ifndef GW_CDEF
/* The entry (i, j), counted from 0; offsets as size_t, since rows·stride can
 * exceed an int32_t. */
static inline double *gw_matrix_at(const gw_matrix *M, int32_t i, int32_t j) {
    return M->data + (size_t)i * (size_t)M->stride + (size_t)j;
}

/* B_ij := f(A_ij); B may be A. */
GW_NODISCARD gw_status gw_matrix_map(double (*f)(double), const gw_matrix *A, gw_matrix *B);
#endif

#endif
