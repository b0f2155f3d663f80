#include "product.h"

#include "kernel.h"

/* With this thread's rounding and subnormal numbers as csrc/fast wants them. */
static void multiply(gw_left A, const gw_matrix *B, gw_matrix *C) {
    unsigned before = gw_ieee_begin();
    gw_kernel_used()->multiply(A, B, C);
    gw_ieee_end(before);
}

gw_status gw_fast_multiply(const gw_matrix *A, const gw_matrix *B, gw_matrix *C) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check(B));
    GW_TRY(gw_matrix_check_shape(B, A->cols, B->cols));
    GW_TRY(gw_matrix_check_shape(C, A->rows, B->cols));
    multiply((gw_left){A->data, (size_t)A->stride, 1}, B, C);
    return GW_OK;
}

gw_status gw_fast_multiply_at(const gw_matrix *A, const gw_matrix *B, gw_matrix *C) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check(B));
    GW_TRY(gw_matrix_check_shape(B, A->rows, B->cols));
    GW_TRY(gw_matrix_check_shape(C, A->cols, B->cols));
    multiply((gw_left){A->data, 1, (size_t)A->stride}, B, C);
    return GW_OK;
}

gw_status gw_fast_multiply_bt(double factor, const gw_matrix *A, const gw_matrix *B, gw_matrix *C) {
    GW_TRY(gw_matrix_check(A));
    GW_TRY(gw_matrix_check(B));
    GW_TRY(gw_matrix_check_shape(B, B->rows, A->cols));
    GW_TRY(gw_matrix_check_shape(C, A->rows, B->rows));
    unsigned before = gw_ieee_begin();
    gw_kernel_used()->multiply_bt(factor, A, B, C);
    gw_ieee_end(before);
    return GW_OK;
}
