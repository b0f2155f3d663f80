#include "learner.h"

#include <math.h>

#include "derivative.h"
#include "descent.h"
#include "loss.h"
#include "sigmoid.h"

/* [share] */
static double cost(const double *y, int m, double c) {
    double sum = 0;
    for (int i = 0; i < m; i++)
        sum += (c - y[i]) * (c - y[i]);
    return sum / m;
}
/* [/share] */

gw_status gw_learner_share_cost(const gw_matrix *Y, double c, double *J) {
    GW_TRY(gw_matrix_check_shape(Y, 1, Y ? Y->cols : 0));
    if (J == NULL)
        return GW_NULL;
    *J = cost(Y->data, Y->cols, c);
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

static gw_status check_share(const gw_matrix *Y, int32_t steps, const double *c) {
    GW_TRY(gw_matrix_check_shape(Y, 1, Y ? Y->cols : 0));
    if (c == NULL)
        return GW_NULL;
    return steps < 0 ? GW_RANGE : GW_OK;
}

gw_status gw_learner_share_measured(const gw_matrix *Y, int32_t steps, double *share) {
    GW_TRY(check_share(Y, steps, share));
    const double *y = Y->data, h = 0.001;
    int m = Y->cols;
    /* [measured] */
    double c = 0, slope;
    for (int i = 0; i < steps; i++) {
        double left = cost(y, m, c - h), right = cost(y, m, c + h);
        GW_TRY(gw_derivative_central(left, right, h, &slope));
        c = c - slope / 10;
    }
    /* [/measured] */
    *share = c;
    return isfinite(c) ? GW_OK : GW_NOT_FINITE;
}

/* [rule] */
static double slope(const double *y, int m, double c) {
    double sum = 0;
    for (int i = 0; i < m; i++)
        sum += 2 * (c - y[i]);
    return sum / m;
}
/* [/rule] */

gw_status gw_learner_share(const gw_matrix *Y, int32_t steps, double *share) {
    GW_TRY(check_share(Y, steps, share));
    double c = 0;
    for (int i = 0; i < steps; i++)
        c = c - slope(Y->data, Y->cols, c) / 10;
    *share = c;
    return isfinite(c) ? GW_OK : GW_NOT_FINITE;
}

static double line_cost(double z, double y) {
    return (z - y) * (z - y);
}

/* [line] */
static double line(double z, double y) {
    return 2 * (z - y);
}
/* [/line] */

static double sigmoid_cost(double z, double y) {
    return line_cost(gw_sigmoid_value(z), y);
}

/* [sigmoid] */
static double sigmoid(double z, double y) {
    return 2 * (gw_sigmoid_value(z) - y) * gw_sigmoid_slope(z);
}
/* [/sigmoid] */

/* [log-loss] */
static double log_loss(double z, double y) {
    return gw_sigmoid_value(z) - y;
}
/* [/log-loss] */

/* What z costs where y was right, and the slope of that with respect to z. */
static const struct {
    double (*cost)(double z, double y);
    double (*outer)(double z, double y);
} KIND[GW_LEARNER_KINDS] = {
    [GW_LEARNER_LINE] = {line_cost, line},
    [GW_LEARNER_SIGMOID] = {sigmoid_cost, sigmoid},
    [GW_LEARNER_LOG_LOSS] = {gw_loss_from_z, log_loss},
};

static gw_status check(gw_learner_kind kind, const gw_matrix *T, const gw_matrix *Y) {
    GW_TRY(gw_matrix_check_shape(T, 1, T ? T->cols : 0));
    GW_TRY(gw_matrix_check_shape(Y, 1, T->cols));
    return (unsigned)kind < GW_LEARNER_KINDS ? GW_OK : GW_RANGE;
}

gw_status gw_learner_cost(gw_learner_kind kind, const gw_matrix *T, const gw_matrix *Y, double w,
                          double b, double *J) {
    GW_TRY(check(kind, T, Y));
    if (J == NULL)
        return GW_NULL;
    double sum = 0;
    for (int32_t i = 0; i < T->cols; i++)
        sum += KIND[kind].cost(w * T->data[i] + b, Y->data[i]);
    *J = sum / T->cols;
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_learner_slopes(gw_learner_kind kind, const gw_matrix *T, const gw_matrix *Y, double w,
                            double b, double *slope_w, double *slope_b) {
    GW_TRY(check(kind, T, Y));
    if (slope_w == NULL || slope_b == NULL)
        return GW_NULL;
    double (*outer)(double, double) = KIND[kind].outer;
    const double *t = T->data, *y = Y->data;
    int m = T->cols;
    /* [chain] */
    double dw = 0, db = 0;
    for (int i = 0; i < m; i++) {
        double dz = outer(w * t[i] + b, y[i]);
        dw += dz * t[i] / m; /* if w moves, z moves t times as much */
        db += dz / m;        /* if b moves, z moves with it */
    }
    /* [/chain] */
    *slope_w = dw;
    *slope_b = db;
    return isfinite(dw) && isfinite(db) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_learner_descend(gw_learner_kind kind, const gw_matrix *T, const gw_matrix *Y,
                             double alpha, double epsilon, int32_t most, gw_matrix *parameters,
                             int32_t *taken) {
    GW_TRY(check(kind, T, Y));
    GW_TRY(gw_matrix_check_shape(parameters, 1, 2));
    if (taken == NULL)
        return GW_NULL;
    if (!(alpha > 0) || !(epsilon >= 0) || most < 0)
        return GW_RANGE;
    double w = parameters->data[0], b = parameters->data[1], before, after;
    int32_t steps = 0;
    GW_TRY(gw_learner_cost(kind, T, Y, w, b, &after));
    before = INFINITY;
    /* [descend] */
    while (steps < most && !gw_descent_settled(before, after, epsilon)) {
        double dw, db;
        GW_TRY(gw_learner_slopes(kind, T, Y, w, b, &dw, &db));
        w = gw_descent_update(w, dw, alpha);
        b = gw_descent_update(b, db, alpha);
        before = after;
        GW_TRY(gw_learner_cost(kind, T, Y, w, b, &after));
        steps++;
    }
    /* [/descend] */
    parameters->data[0] = w;
    parameters->data[1] = b;
    *taken = steps;
    return GW_OK;
}
