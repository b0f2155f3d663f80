#include "matrix.h"

#include <math.h>
#include <string.h>

#include "at.h"

gw_status gw_matrix_check(const gw_matrix *M) {
    if (M == NULL || M->data == NULL)
        return GW_NULL;
    if (M->rows < 1 || M->cols < 1 || M->stride < M->cols)
        return GW_SHAPE;
    return GW_OK;
}

gw_status gw_matrix_check_shape(const gw_matrix *M, int32_t rows, int32_t cols) {
    GW_TRY(gw_matrix_check(M));
    return M->rows == rows && M->cols == cols ? GW_OK : GW_SHAPE;
}

gw_status gw_matrix_check_finite(const gw_matrix *M) {
    GW_TRY(gw_matrix_check(M));
    for (int32_t i = 0; i < M->rows; i++)
        for (int32_t j = 0; j < M->cols; j++)
            if (!isfinite(at(M, i, j)))
                return GW_NOT_FINITE;
    return GW_OK;
}

gw_status gw_matrix_fill(gw_matrix *M, double value) {
    GW_TRY(gw_matrix_check(M));
    for (int32_t i = 0; i < M->rows; i++)
        for (int32_t j = 0; j < M->cols; j++)
            at(M, i, j) = value;
    return GW_OK;
}

gw_status gw_matrix_copy(const gw_matrix *A, gw_matrix *B) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check_shape(B, A->rows, A->cols));
    for (int32_t i = 0; i < A->rows; i++)
        memmove(&at(B, i, 0), &at(A, i, 0), (size_t)A->cols * sizeof(double));
    return GW_OK;
}

gw_status gw_matrix_transpose(const gw_matrix *A, gw_matrix *B) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check_shape(B, A->cols, A->rows));
    /* [transpose] */
    for (int32_t i = 0; i < A->rows; i++)
        for (int32_t j = 0; j < A->cols; j++)
            at(B, j, i) = at(A, i, j);
    /* [/transpose] */
    return GW_OK;
}

gw_status gw_matrix_add_scaled(double factor, const gw_matrix *D, gw_matrix *P) {
    GW_TRY(gw_matrix_check(D));
    GW_TRY(gw_matrix_check_shape(P, D->rows, D->cols));
    for (int32_t i = 0; i < P->rows; i++)
        for (int32_t j = 0; j < P->cols; j++)
            at(P, i, j) += factor * at(D, i, j);
    return gw_matrix_check_finite(P);
}

gw_status gw_matrix_multiply(const gw_matrix *A, const gw_matrix *B, gw_matrix *C) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check(B));
    GW_TRY(gw_matrix_check_shape(B, A->cols, B->cols));
    GW_TRY(gw_matrix_check_shape(C, A->rows, B->cols));
    for (int32_t i = 0; i < C->rows; i++)
        for (int32_t j = 0; j < C->cols; j++) {
            double sum = 0;
            for (int32_t k = 0; k < A->cols; k++)
                sum += at(A, i, k) * at(B, k, j);
            at(C, i, j) = sum;
        }
    return GW_OK;
}

gw_status gw_matrix_map(double (*f)(double), const gw_matrix *A, gw_matrix *B) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check_shape(B, A->rows, A->cols));
    for (int32_t i = 0; i < A->rows; i++)
        for (int32_t j = 0; j < A->cols; j++)
            at(B, i, j) = f(at(A, i, j));
    return GW_OK;
}
