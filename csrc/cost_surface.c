#include "cost_surface.h"

#include <math.h>

#include "at.h"
#include "loss.h"
#include "sigmoid.h"

static double squared_error(double z, double y) {
    double error = gw_loss_slope_z(z, y); /* a − y */
    return error * error / 2;
}

/* [squared-slope] */
static double squared_error_slope(double z, double y) {
    return gw_loss_slope_z(z, y) * gw_sigmoid_slope(z);
}
/* [/squared-slope] */

static double log_loss_curvature(double z, double y) {
    (void)y; /* the label only shifts dL/dz */
    return gw_sigmoid_slope(z);
}

static double squared_error_curvature(double z, double y) {
    double slope = gw_sigmoid_slope(z);
    double bend = -tanh(z / 2); /* 1 − 2a, with all its digits */
    return slope * slope + gw_loss_slope_z(z, y) * slope * bend;
}

typedef double (*of_example)(double z, double y);

static const struct {
    of_example loss, slope, curvature;
} CRITERION[GW_CRITERIA] = {
    [GW_LOG_LOSS] = {gw_loss_from_z, gw_loss_slope_z, log_loss_curvature},
    [GW_SQUARED_ERROR] = {squared_error, squared_error_slope, squared_error_curvature},
};

static int known(gw_criterion criterion) {
    return (unsigned)criterion < GW_CRITERIA;
}

double gw_cost_surface_loss(gw_criterion criterion, double z, double y) {
    return known(criterion) ? CRITERION[criterion].loss(z, y) : NAN;
}

double gw_cost_surface_loss_slope(gw_criterion criterion, double z, double y) {
    return known(criterion) ? CRITERION[criterion].slope(z, y) : NAN;
}

double gw_cost_surface_loss_curvature(gw_criterion criterion, double z, double y) {
    return known(criterion) ? CRITERION[criterion].curvature(z, y) : NAN;
}

static gw_status check_inputs(gw_criterion criterion, const gw_matrix *X, const gw_matrix *Y) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(X, 1, X->cols));
    GW_TRY(gw_matrix_check_shape(Y, 1, X->cols));
    return known(criterion) ? GW_OK : GW_RANGE;
}

static gw_status finite(double a, double b, double c) {
    return isfinite(a) && isfinite(b) && isfinite(c) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_cost_surface_value(gw_criterion criterion, const gw_matrix *X, const gw_matrix *Y,
                                double w, double b, double *J) {
    GW_TRY(check_inputs(criterion, X, Y));
    if (J == NULL)
        return GW_NULL;
    /* [value] */
    double sum = 0;
    for (int32_t i = 0; i < X->cols; i++)
        sum += CRITERION[criterion].loss(w * X->data[i] + b, Y->data[i]);
    *J = sum / X->cols;
    /* [/value] */
    return finite(*J, 0, 0);
}

gw_status gw_cost_surface_gradient(gw_criterion criterion, const gw_matrix *X, const gw_matrix *Y,
                                   double w, double b, double *dw, double *db) {
    GW_TRY(check_inputs(criterion, X, Y));
    if (dw == NULL || db == NULL)
        return GW_NULL;
    /* [gradient] */
    double sum_w = 0, sum_b = 0;
    for (int32_t i = 0; i < X->cols; i++) {
        double dz = CRITERION[criterion].slope(w * X->data[i] + b, Y->data[i]);
        sum_w += X->data[i] * dz;
        sum_b += dz;
    }
    *dw = sum_w / X->cols;
    *db = sum_b / X->cols;
    /* [/gradient] */
    return finite(*dw, *db, 0);
}

gw_status gw_cost_surface_hessian(gw_criterion criterion, const gw_matrix *X, const gw_matrix *Y,
                                  double w, double b, double *ww, double *wb, double *bb) {
    GW_TRY(check_inputs(criterion, X, Y));
    if (ww == NULL || wb == NULL || bb == NULL)
        return GW_NULL;
    /* [hessian] */
    double sum_ww = 0, sum_wb = 0, sum_bb = 0;
    for (int32_t i = 0; i < X->cols; i++) {
        double x = X->data[i];
        double c = CRITERION[criterion].curvature(w * x + b, Y->data[i]);
        sum_ww += x * x * c;
        sum_wb += x * c;
        sum_bb += c;
    }
    *ww = sum_ww / X->cols;
    *wb = sum_wb / X->cols;
    *bb = sum_bb / X->cols;
    /* [/hessian] */
    return finite(*ww, *wb, *bb);
}

gw_status gw_cost_surface_determinant(gw_criterion criterion, const gw_matrix *X,
                                      const gw_matrix *Y, double w, double b, double *determinant) {
    GW_TRY(check_inputs(criterion, X, Y));
    if (determinant == NULL)
        return GW_NULL;
    double m = X->cols, sum = 0;
    for (int32_t i = 0; i < X->cols; i++) {
        double c_i = CRITERION[criterion].curvature(w * X->data[i] + b, Y->data[i]);
        for (int32_t j = 0; j < i; j++) {
            double c_j = CRITERION[criterion].curvature(w * X->data[j] + b, Y->data[j]);
            double apart = X->data[i] - X->data[j];
            sum += c_i * c_j * apart * apart;
        }
    }
    *determinant = sum / (m * m);
    return finite(*determinant, 0, 0);
}

gw_status gw_cost_surface_eigenvalues(double ww, double wb, double bb, double *low, double *high) {
    if (low == NULL || high == NULL)
        return GW_NULL;
    GW_TRY(finite(ww, wb, bb));
    /* [eigenvalues] */
    double middle = ww / 2 + bb / 2;
    double reach = hypot(ww / 2 - bb / 2, wb);
    *low = middle - reach;
    *high = middle + reach;
    /* [/eigenvalues] */
    return finite(*low, *high, 0);
}

gw_status gw_cost_surface_descend(gw_criterion criterion, const gw_matrix *X, const gw_matrix *Y,
                                  double w, double b, double alpha, gw_matrix *path) {
    GW_TRY(check_inputs(criterion, X, Y));
    GW_TRY(gw_matrix_check(path));
    GW_TRY(gw_matrix_check_shape(path, 3, path->cols));
    if (!(alpha > 0))
        return GW_RANGE;
    /* [descend] */
    for (int32_t i = 0; i < path->cols; i++) {
        double J, dw, db;
        GW_TRY(gw_cost_surface_value(criterion, X, Y, w, b, &J));
        at(path, 0, i) = w;
        at(path, 1, i) = b;
        at(path, 2, i) = J;
        GW_TRY(gw_cost_surface_gradient(criterion, X, Y, w, b, &dw, &db));
        w -= alpha * dw;
        b -= alpha * db; /* both slopes are from before either moved */
    }
    /* [/descend] */
    return GW_OK;
}
