#include "logistic_regression_fast.h"

#include "at.h"
#include "kernel.h"

#include <math.h>

gw_status gw_fast_logistic_regression_model(int32_t n, gw_model *model) {
    if (model == NULL)
        return GW_NULL;
    if (n < 1 || n > INT32_MAX / 16)
        return GW_RANGE;
    /* About 1.5 ns an example, and 0.25 ns a feature. */
    *model = (gw_model){
        .features = n, .parameters = n + 1, .room = 8 * (int64_t)n, .cost = 1.5e-9 + 2.5e-10 * n};
    return GW_OK;
}

gw_status gw_fast_logistic_regression_room(int32_t n, int32_t m, int32_t threads, int32_t *size) {
    gw_model model;
    GW_TRY(gw_fast_logistic_regression_model(n, &model));
    return gw_engine_row(&model, m, threads, size);
}

static gw_status begin(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *w,
                       const gw_matrix *b, const gw_matrix *room, int32_t threads, gw_model *model,
                       gw_examples *examples) {
    int32_t size;
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(Y, 1, X->cols));
    GW_TRY(gw_matrix_check_shape(w, X->rows, 1));
    GW_TRY(gw_matrix_check_shape(b, 1, 1));
    GW_TRY(gw_matrix_check(room));
    GW_TRY(gw_fast_logistic_regression_model(X->rows, model));
    *examples = gw_engine_all(X, Y);
    GW_TRY(gw_matrix_check_shape(room, 1, room->cols));
    GW_TRY(gw_engine_row(model, X->cols, threads, &size));
    if (room->cols < size)
        return GW_SHAPE;
    double *theta = room->data;
    for (int32_t k = 0; k < X->rows; k++)
        theta[k] = at(w, k, 0);
    theta[X->rows] = b->data[0];
    return GW_OK;
}

gw_status gw_fast_logistic_regression_gradient(const gw_matrix *X, const gw_matrix *Y,
                                               const gw_matrix *w, const gw_matrix *b,
                                               gw_matrix *dw, gw_matrix *db, gw_matrix *J,
                                               gw_matrix *room, int32_t threads) {
    gw_model model;
    gw_examples examples;
    gw_tree tree;
    GW_TRY(gw_matrix_check(w));
    GW_TRY(gw_matrix_check_shape(dw, w->rows, 1));
    GW_TRY(gw_matrix_check_shape(db, 1, 1));
    GW_TRY(gw_matrix_check_shape(J, 1, 1));
    GW_TRY(begin(X, Y, w, b, room, threads, &model, &examples));
    int32_t n = X->rows, m = X->cols;
    GW_TRY(gw_engine_sums(&model, &examples, room->data, threads, room->cols - model.parameters,
                          room->data + model.parameters, &tree));
    const double *sums = tree.node[0];
    unsigned before = gw_ieee_begin();
    for (int32_t k = 0; k < n; k++)
        at(dw, k, 0) = sums[k] / m;
    db->data[0] = sums[n] / m;
    J->data[0] = sums[n + 1] / m;
    gw_ieee_end(before);
    GW_TRY(gw_matrix_check_finite(dw));
    return isfinite(db->data[0]) && isfinite(J->data[0]) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_fast_logistic_regression(const gw_matrix *X, const gw_matrix *Y, double alpha,
                                      gw_matrix *w, gw_matrix *b, gw_matrix *J, gw_matrix *room,
                                      int32_t threads) {
    gw_model model;
    gw_examples examples;
    GW_TRY(gw_matrix_check(J));
    GW_TRY(gw_matrix_check_shape(J, 1, J->cols));
    GW_TRY(begin(X, Y, w, b, room, threads, &model, &examples));
    double *theta = room->data;
    gw_status status = gw_engine_descend(&model, &examples, alpha, J->cols, theta, J->data, threads,
                                         room->cols - model.parameters, theta + model.parameters);
    if (status != GW_OK && status != GW_NOT_FINITE)
        return status;
    for (int32_t k = 0; k < X->rows; k++)
        at(w, k, 0) = theta[k];
    b->data[0] = theta[X->rows];
    return status;
}
