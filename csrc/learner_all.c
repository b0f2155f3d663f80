/* All examples at once; apart from learner.c, so that the chapters before the eighth do
 * not depend on what this needs. */
#include <math.h>

#include "descent.h"
#include "learner.h"
#include "logistic_regression.h"

gw_status gw_learner_train(const gw_matrix *X, const gw_matrix *Y, double alpha, int32_t steps,
                           gw_matrix *Z, gw_matrix *dZ, gw_matrix *dw, gw_matrix *w, double *bias) {
    if (bias == NULL)
        return GW_NULL;
    if (!(alpha > 0) || steps < 0)
        return GW_RANGE;
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(Y, 1, X->cols));
    GW_TRY(gw_matrix_check_shape(Z, 1, X->cols));
    GW_TRY(gw_matrix_check_shape(dZ, 1, X->cols));
    GW_TRY(gw_matrix_check_shape(dw, X->rows, 1));
    GW_TRY(gw_matrix_check_shape(w, X->rows, 1));
    GW_TRY(gw_matrix_fill(w, 0));
    double b = 0, db;
    /* [train] */
    for (int32_t i = 0; i < steps; i++) {
        GW_TRY(gw_logistic_regression_gradient(X, Y, w, b, Z, dZ, dw, &db, NULL));
        GW_TRY(gw_matrix_add_scaled(-alpha, dw, w)); /* w := w − α dw */
        b = gw_descent_update(b, db, alpha);
    }
    /* [/train] */
    *bias = b;
    return isfinite(b) ? GW_OK : GW_NOT_FINITE;
}
