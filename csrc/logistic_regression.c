#include "logistic_regression.h"

#include "at.h"
#include "cholesky.h"
#include "loss.h"
#include "product.h"
#include "sigmoid.h"

#include <math.h>

static gw_status check_inputs(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *w) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(w, X->rows, 1));
    return gw_matrix_check_shape(Y, 1, X->cols);
}

gw_status gw_logistic_regression_forward(const gw_matrix *X, const gw_matrix *w, double b,
                                         gw_matrix *Z) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(w, X->rows, 1));
    GW_TRY(gw_matrix_check_shape(Z, 1, X->cols));
    /* [forward] */
    GW_TRY(gw_fast_multiply_at(w, X, Z)); /* wᵀX */
    for (int32_t i = 0; i < Z->cols; i++)
        Z->data[i] += b;
    /* [/forward] */
    return GW_OK;
}

gw_status gw_logistic_regression_gradient_loops(const gw_matrix *X, const gw_matrix *Y,
                                                const gw_matrix *w, double b, gw_matrix *dw,
                                                double *db, double *J) {
    GW_TRY(check_inputs(X, Y, w));
    GW_TRY(gw_matrix_check_shape(dw, w->rows, 1));
    if (db == NULL || J == NULL)
        return GW_NULL;
    GW_TRY(gw_matrix_fill(dw, 0));
    /* [loops] */
    int32_t n = X->rows, m = X->cols;
    double cost = 0, sum_dz = 0;
    for (int32_t i = 0; i < m; i++) {
        double z = b;
        for (int32_t k = 0; k < n; k++)
            z += at(w, k, 0) * at(X, k, i);
        double y = at(Y, 0, i);
        double dz = gw_loss_slope_z(z, y); /* a − y */
        cost += gw_loss_from_z(z, y);
        sum_dz += dz;
        for (int32_t k = 0; k < n; k++)
            at(dw, k, 0) += at(X, k, i) * dz;
    }
    for (int32_t k = 0; k < n; k++)
        at(dw, k, 0) /= m;
    *db = sum_dz / m;
    *J = cost / m;
    /* [/loops] */
    return GW_OK;
}

gw_status gw_logistic_regression_gradient(const gw_matrix *X, const gw_matrix *Y,
                                          const gw_matrix *w, double b, gw_matrix *Z, gw_matrix *dZ,
                                          gw_matrix *dw, double *db, double *J) {
    GW_TRY(check_inputs(X, Y, w));
    GW_TRY(gw_matrix_check_shape(Z, 1, X->cols));
    GW_TRY(gw_matrix_check_shape(dZ, 1, X->cols));
    GW_TRY(gw_matrix_check_shape(dw, w->rows, 1));
    if (db == NULL)
        return GW_NULL;
    /* [vectorised] */
    GW_TRY(gw_logistic_regression_forward(X, w, b, Z));
    double sum_dz = 0;
    for (int32_t i = 0; i < Z->cols; i++) {
        dZ->data[i] = gw_loss_slope_z(Z->data[i], Y->data[i]); /* A − Y */
        sum_dz += dZ->data[i];
    }
    double mean = 1.0 / Z->cols;
    GW_TRY(gw_fast_multiply_bt(mean, X, dZ, dw)); /* (1/m) X dZᵀ */
    *db = mean * sum_dz;
    /* [/vectorised] */
    return J == NULL ? GW_OK : gw_loss_cost(Z, Y, J);
}

gw_status gw_logistic_regression_ridge(double lambda, int32_t m, const gw_matrix *w, gw_matrix *dw,
                                       double *price) {
    GW_TRY(gw_matrix_check(w));
    GW_TRY(gw_matrix_check_shape(w, w->rows, 1));
    GW_TRY(gw_matrix_check_shape(dw, w->rows, 1));
    if (price == NULL)
        return GW_NULL;
    if (!(lambda >= 0) || m < 1)
        return GW_RANGE;
    double sum = 0;
    for (int32_t k = 0; k < w->rows; k++) {
        sum += at(w, k, 0) * at(w, k, 0);
        at(dw, k, 0) += lambda / m * at(w, k, 0);
    }
    *price = lambda / (2.0 * m) * sum;
    return GW_OK;
}

gw_status gw_logistic_regression_hessian(const gw_matrix *Xa, const gw_matrix *Z, gw_matrix *H) {
    GW_TRY(gw_matrix_check(Xa));
    GW_TRY(gw_matrix_check_shape(Z, 1, Xa->cols));
    GW_TRY(gw_matrix_check_shape(H, Xa->rows, Xa->rows));
    GW_TRY(gw_matrix_fill(H, 0));
    /* [hessian] */
    int32_t n = Xa->rows, m = Xa->cols;
    for (int32_t i = 0; i < m; i++) {
        double curvature = gw_sigmoid_slope(at(Z, 0, i)) / m; /* a(1 − a)/m */
        for (int32_t j = 0; j < n; j++) {
            double row = curvature * at(Xa, j, i);
            for (int32_t k = 0; k <= j; k++)
                at(H, j, k) += row * at(Xa, k, i);
        }
    }
    for (int32_t j = 0; j < n; j++) /* H is symmetric */
        for (int32_t k = 0; k < j; k++)
            at(H, k, j) = at(H, j, k);
    /* [/hessian] */
    return GW_OK;
}

gw_status gw_logistic_regression_newton(const gw_matrix *Xa, const gw_matrix *Y,
                                        const gw_matrix *theta, gw_matrix *Z, gw_matrix *dZ,
                                        gw_matrix *dtheta, gw_matrix *H, gw_matrix *L,
                                        gw_matrix *step) {
    GW_TRY(check_inputs(Xa, Y, theta));
    int32_t n = Xa->rows, m = Xa->cols;
    GW_TRY(gw_matrix_check_shape(Z, 1, m));
    GW_TRY(gw_matrix_check_shape(dZ, 1, m));
    GW_TRY(gw_matrix_check_shape(dtheta, n, 1));
    GW_TRY(gw_matrix_check_shape(H, n, n));
    GW_TRY(gw_matrix_check_shape(L, n, n));
    GW_TRY(gw_matrix_check_shape(step, n, 1));
    /* [newton] */
    double unused_db, unused_J; /* b is the last entry of θ */
    GW_TRY(gw_logistic_regression_gradient(Xa, Y, theta, 0, Z, dZ, dtheta, &unused_db, &unused_J));
    GW_TRY(gw_logistic_regression_hessian(Xa, Z, H));
    GW_TRY(gw_cholesky_factor(H, L));
    GW_TRY(gw_cholesky_solve(L, dtheta, step));
    for (int32_t k = 0; k < n; k++) /* H step = −dθ */
        at(step, k, 0) *= -1;
    /* [/newton] */
    return GW_OK;
}

gw_status gw_logistic_regression_backtrack(const gw_matrix *Xa, const gw_matrix *Y,
                                           const gw_matrix *theta, const gw_matrix *step,
                                           gw_matrix *Z, gw_matrix *next, double *part, double *J) {
    GW_TRY(check_inputs(Xa, Y, theta));
    GW_TRY(gw_matrix_check_shape(step, Xa->rows, 1));
    GW_TRY(gw_matrix_check_shape(Z, 1, Xa->cols));
    GW_TRY(gw_matrix_check_shape(next, Xa->rows, 1));
    if (part == NULL || J == NULL)
        return GW_NULL;
    /* [backtrack] */
    double before, after;
    GW_TRY(gw_logistic_regression_forward(Xa, theta, 0, Z));
    GW_TRY(gw_loss_cost(Z, Y, &before));
    double share = 1;
    for (int i = 0; i < GW_HALVINGS; i++, share /= 2) {
        for (int32_t k = 0; k < theta->rows; k++)
            at(next, k, 0) = at(theta, k, 0) + share * at(step, k, 0);
        GW_TRY(gw_logistic_regression_forward(Xa, next, 0, Z));
        GW_TRY(gw_loss_cost(Z, Y, &after));
        if (after <= before * (1 + 1e-12)) { /* level to its last digits will do */
            *part = share;
            *J = after;
            return GW_OK;
        }
    }
    /* [/backtrack] */
    *part = 0;
    *J = before;
    GW_TRY(gw_matrix_copy(theta, next));
    return gw_logistic_regression_forward(Xa, next, 0, Z);
}

gw_status gw_logistic_regression_covariance(const gw_matrix *Xa, const gw_matrix *Z, gw_matrix *H,
                                            gw_matrix *L, gw_matrix *V) {
    GW_TRY(gw_matrix_check(Xa));
    int32_t n = Xa->rows, m = Xa->cols;
    GW_TRY(gw_matrix_check_shape(Z, 1, m));
    GW_TRY(gw_matrix_check_shape(H, n, n));
    GW_TRY(gw_matrix_check_shape(L, n, n));
    GW_TRY(gw_matrix_check_shape(V, n, n));
    /* [covariance] */
    GW_TRY(gw_logistic_regression_hessian(Xa, Z, H));
    GW_TRY(gw_cholesky_factor(H, L));
    GW_TRY(gw_matrix_fill(V, 0));
    for (int32_t k = 0; k < n; k++) {
        gw_matrix column = {n, 1, V->stride, &at(V, 0, k)};
        at(V, k, k) = 1.0 / m;
        GW_TRY(gw_cholesky_solve(L, &column, &column)); /* H V = (1/m) · identity */
    }
    /* [/covariance] */
    return GW_OK;
}

gw_status gw_logistic_regression_standard_errors(const gw_matrix *V, const gw_matrix *C,
                                                 gw_matrix *error) {
    GW_TRY(gw_matrix_check(C));
    GW_TRY(gw_matrix_check_shape(V, C->rows, C->rows));
    GW_TRY(gw_matrix_check_shape(error, 1, C->cols));
    for (int32_t i = 0; i < C->cols; i++) {
        double variance = 0; /* cᵀ V c */
        for (int32_t j = 0; j < C->rows; j++)
            for (int32_t k = 0; k < C->rows; k++)
                variance += at(C, j, i) * at(V, j, k) * at(C, k, i);
        if (variance < 0)
            return GW_DOMAIN;
        at(error, 0, i) = sqrt(variance);
    }
    return gw_matrix_check_finite(error);
}
