#include "blas.h"

#include "at.h"

#ifdef GW_USE_CBLAS
#include <cblas.h>

/* C := factor · op(A) op(B). OpenBLAS prints and goes on after a bad argument,
 * so every shape is checked before it is called. */
static void product(double factor, const gw_matrix *A, CBLAS_TRANSPOSE ta, const gw_matrix *B,
                    CBLAS_TRANSPOSE tb, gw_matrix *C) {
    int inner = ta == CblasNoTrans ? A->cols : A->rows;
    cblas_dgemm(CblasRowMajor, ta, tb, C->rows, C->cols, inner, factor, A->data, A->stride, B->data,
                B->stride, 0.0, C->data, C->stride);
}

const char *gw_blas_name(void) {
    return "openblas";
}
#else
enum { CblasNoTrans, CblasTrans };

static void product(double factor, const gw_matrix *A, int ta, const gw_matrix *B, int tb,
                    gw_matrix *C) {
    int32_t inner = ta == CblasNoTrans ? A->cols : A->rows;
    for (int32_t i = 0; i < C->rows; i++)
        for (int32_t j = 0; j < C->cols; j++) {
            double sum = 0;
            for (int32_t k = 0; k < inner; k++)
                sum += (ta == CblasNoTrans ? at(A, i, k) : at(A, k, i)) *
                       (tb == CblasNoTrans ? at(B, k, j) : at(B, j, k));
            at(C, i, j) = factor * sum;
        }
}

const char *gw_blas_name(void) {
    return "none";
}
#endif

gw_status gw_blas_multiply(const gw_matrix *A, const gw_matrix *B, gw_matrix *C) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check(B));
    GW_TRY(gw_matrix_check_shape(B, A->cols, B->cols));
    GW_TRY(gw_matrix_check_shape(C, A->rows, B->cols));
    product(1.0, A, CblasNoTrans, B, CblasNoTrans, C);
    return GW_OK;
}

gw_status gw_blas_multiply_bt(double factor, const gw_matrix *A, const gw_matrix *B, gw_matrix *C) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check(B));
    GW_TRY(gw_matrix_check_shape(B, B->rows, A->cols));
    GW_TRY(gw_matrix_check_shape(C, A->rows, B->rows));
    product(factor, A, CblasNoTrans, B, CblasTrans, C);
    return GW_OK;
}

gw_status gw_blas_multiply_at(const gw_matrix *A, const gw_matrix *B, gw_matrix *C) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check(B));
    GW_TRY(gw_matrix_check_shape(B, A->rows, B->cols));
    GW_TRY(gw_matrix_check_shape(C, A->cols, B->cols));
    product(1.0, A, CblasTrans, B, CblasNoTrans, C);
    return GW_OK;
}
