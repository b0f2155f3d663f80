#include "better_descent.h"

#include "at.h"
#include "elementary.h"

/* Written so that NaN fails. */
static int positive(double x) {
    return x > 0 && isfinite(x);
}

static int memory(double beta) {
    return beta >= 0 && beta < 1;
}

static gw_status check_same_shape(const gw_matrix *dP, const gw_matrix *M) {
    GW_TRY(gw_matrix_check(dP));
    return gw_matrix_check_shape(M, dP->rows, dP->cols);
}

gw_status gw_better_descent_plain(double alpha, const gw_matrix *dP, gw_matrix *P) {
    GW_TRY(check_same_shape(dP, P));
    if (!positive(alpha))
        return GW_RANGE;
    /* [plain] */
    return gw_matrix_add_scaled(-alpha, dP, P);
    /* [/plain] */
}

gw_status gw_better_descent_momentum(double alpha, double beta, const gw_matrix *dP, gw_matrix *V,
                                     gw_matrix *P) {
    GW_TRY(check_same_shape(dP, V));
    GW_TRY(check_same_shape(dP, P));
    if (!positive(alpha) || !memory(beta))
        return GW_RANGE;
    for (int32_t i = 0; i < P->rows; i++)
        for (int32_t j = 0; j < P->cols; j++) {
            double dp = at(dP, i, j);
            double *v = &at(V, i, j), *p = &at(P, i, j);
            /* [momentum] */
            *v = beta * *v + dp;
            *p -= alpha * *v;
            /* [/momentum] */
        }
    return gw_matrix_check_finite(P);
}

gw_status gw_better_descent_rmsprop(double alpha, double beta, double epsilon, const gw_matrix *dP,
                                    gw_matrix *S, gw_matrix *P) {
    GW_TRY(check_same_shape(dP, S));
    GW_TRY(check_same_shape(dP, P));
    if (!positive(alpha) || !memory(beta) || !positive(epsilon))
        return GW_RANGE;
    for (int32_t i = 0; i < P->rows; i++)
        for (int32_t j = 0; j < P->cols; j++) {
            double dp = at(dP, i, j);
            double *s = &at(S, i, j), *p = &at(P, i, j);
            /* [rmsprop] */
            *s = beta * *s + (1 - beta) * dp * dp;
            *p -= alpha * dp / (sqrt(*s) + epsilon);
            /* [/rmsprop] */
        }
    GW_TRY(gw_matrix_check_finite(S)); /* dP² can overflow where P stays as it was */
    return gw_matrix_check_finite(P);
}

gw_status gw_better_descent_adam(double alpha, double beta1, double beta2, double epsilon,
                                 int32_t t, const gw_matrix *dP, gw_matrix *V, gw_matrix *S,
                                 gw_matrix *P) {
    GW_TRY(check_same_shape(dP, V));
    GW_TRY(check_same_shape(dP, S));
    GW_TRY(check_same_shape(dP, P));
    if (!positive(alpha) || !memory(beta1) || !memory(beta2) || !positive(epsilon) || t < 1)
        return GW_RANGE;
    double weight1 = 1 - gw_power(beta1, t),
           weight2 = 1 - gw_power(beta2, t); /* seen so far, of 1 */
    for (int32_t i = 0; i < P->rows; i++)
        for (int32_t j = 0; j < P->cols; j++) {
            double dp = at(dP, i, j);
            double *v = &at(V, i, j), *s = &at(S, i, j);
            double *p = &at(P, i, j);
            /* [adam] */
            *v = beta1 * *v + (1 - beta1) * dp;
            *s = beta2 * *s + (1 - beta2) * dp * dp;
            double v_hat = *v / weight1, s_hat = *s / weight2;
            *p -= alpha * v_hat / (sqrt(s_hat) + epsilon);
            /* [/adam] */
        }
    GW_TRY(gw_matrix_check_finite(S));
    return gw_matrix_check_finite(P);
}

/* P and dP are points of the plane and J has a place to go. */
static gw_status check_plane(const gw_matrix *P, const gw_matrix *dP, const double *J) {
    GW_TRY(gw_matrix_check_shape(P, 2, 1));
    GW_TRY(gw_matrix_check_shape(dP, 2, 1));
    return J == NULL ? GW_NULL : GW_OK;
}

gw_status gw_better_descent_bowl(double kappa, double tilt, const gw_matrix *P, gw_matrix *dP,
                                 double *J) {
    GW_TRY(check_plane(P, dP, J));
    if (!(kappa >= 1 && isfinite(kappa) && isfinite(tilt)))
        return GW_RANGE;
    double x = at(P, 0, 0), y = at(P, 1, 0);
    /* [bowl] */
    double c = cos(tilt), s = sin(tilt);
    double u = c * x + s * y, v = c * y - s * x; /* along the bowl and across it */
    *J = 0.5 * (u * u + kappa * v * v);
    at(dP, 0, 0) = c * u - s * kappa * v;
    at(dP, 1, 0) = s * u + c * kappa * v;
    /* [/bowl] */
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_better_descent_saddle(const gw_matrix *P, gw_matrix *dP, double *J) {
    GW_TRY(check_plane(P, dP, J));
    double x = at(P, 0, 0), y = at(P, 1, 0);
    /* [saddle] */
    *J = 0.5 * x * x - 0.5 * y * y + 0.25 * y * y * y * y;
    at(dP, 0, 0) = x;
    at(dP, 1, 0) = y * y * y - y;
    /* [/saddle] */
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_better_descent_batch(const gw_matrix *X, const gw_matrix *order, gw_matrix *M) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check(order));
    GW_TRY(gw_matrix_check_shape(order, 1, order->cols));
    GW_TRY(gw_matrix_check_shape(M, X->rows, order->cols));
    for (int32_t j = 0; j < order->cols; j++) {
        double column = at(order, 0, j);
        if (!(column >= 0 && column < X->cols && column == floor(column)))
            return GW_RANGE;
    }
    for (int32_t i = 0; i < X->rows; i++)
        for (int32_t j = 0; j < order->cols; j++)
            at(M, i, j) = at(X, i, (int32_t)at(order, 0, j));
    return GW_OK;
}
