#include "mistakes_logistic.h"

#include "at.h"
#include "logistic_regression.h"
#include "sigmoid.h"

#include <math.h>

#define IS(name) (mistake == GW_LOGISTIC_MISTAKE_##name)

static const char *const KEY[GW_LOGISTIC_MISTAKES] = {
    [GW_LOGISTIC_MISTAKE_NONE] = "none",
    [GW_LOGISTIC_MISTAKE_SIGN] = "sign",
    [GW_LOGISTIC_MISTAKE_MISSING_MEAN] = "missing-mean",
    [GW_LOGISTIC_MISTAKE_MISSING_MEAN_BIAS] = "missing-mean",
    [GW_LOGISTIC_MISTAKE_DOUBLE_MEAN] = "double-mean",
    [GW_LOGISTIC_MISTAKE_MEAN_OVER_M_MINUS_1] = "mean-over-m-minus-1",
    [GW_LOGISTIC_MISTAKE_HALF] = "scale",
    [GW_LOGISTIC_MISTAKE_LABELS_FLIPPED] = "labels-flipped",
    [GW_LOGISTIC_MISTAKE_SIGMOID_DERIVATIVE_TWICE] = "sigmoid-derivative-twice",
    [GW_LOGISTIC_MISTAKE_FIRST_EXAMPLE_ONLY] = "first-example-only",
    [GW_LOGISTIC_MISTAKE_LAST_EXAMPLE_ONLY] = "last-example-only",
    [GW_LOGISTIC_MISTAKE_LAST_EXAMPLE_MISSING] = "last-example-missing",
    [GW_LOGISTIC_MISTAKE_ZERO_BIAS] = "zero",
    [GW_LOGISTIC_MISTAKE_REGULARISER_MISSING] = "regulariser-missing",
    [GW_LOGISTIC_MISTAKE_REGULARISER_ON_BIAS] = "regulariser-on-bias",
    [GW_LOGISTIC_MISTAKE_REGULARISER_WITHOUT_MEAN] = "regulariser-without-mean",
    [GW_LOGISTIC_MISTAKE_SHIFTED] = "shifted",
    [GW_LOGISTIC_MISTAKE_SINGLE_ENTRY] = "single-entry",
    [GW_LOGISTIC_MISTAKE_ACCUMULATED] = "accumulated",
    [GW_LOGISTIC_MISTAKE_INPUT_FORGOTTEN] = "input-forgotten",
    [GW_LOGISTIC_MISTAKE_ACTIVATION_MISSING] = "activation-missing",
    [GW_LOGISTIC_MISTAKE_HARD_PREDICTION] = "hard-prediction",
};

const char *gw_logistic_mistake_key(gw_logistic_mistake mistake) {
    return (unsigned)mistake < GW_LOGISTIC_MISTAKES ? KEY[mistake] : "unknown";
}

/* dz of example i of m, with the mistakes that live in this line. */
static double dz(gw_logistic_mistake mistake, double z, double y, int32_t i, int32_t m) {
    double a = gw_sigmoid_value(z);
    if ((IS(FIRST_EXAMPLE_ONLY) && i > 0) || (IS(LAST_EXAMPLE_ONLY) && i < m - 1) ||
        (IS(LAST_EXAMPLE_MISSING) && i == m - 1))
        return 0;
    switch (mistake) {
    case GW_LOGISTIC_MISTAKE_SIGN:
        return y - a;
    case GW_LOGISTIC_MISTAKE_LABELS_FLIPPED:
        return a - (1 - y);
    case GW_LOGISTIC_MISTAKE_SIGMOID_DERIVATIVE_TWICE:
        return (a - y) * a * (1 - a);
    case GW_LOGISTIC_MISTAKE_ACTIVATION_MISSING:
        return z - y;
    case GW_LOGISTIC_MISTAKE_HARD_PREDICTION:
        return (a > 0.5) - y;
    default:
        return a - y;
    }
}

/* The sum over the examples is divided by m, or by what is taken for it. */
static double mean_factor(gw_logistic_mistake mistake, double m) {
    switch (mistake) {
    case GW_LOGISTIC_MISTAKE_MISSING_MEAN:
        return m;
    case GW_LOGISTIC_MISTAKE_DOUBLE_MEAN:
        return 1 / m;
    case GW_LOGISTIC_MISTAKE_MEAN_OVER_M_MINUS_1:
        return m > 1 ? m / (m - 1) : 1;
    case GW_LOGISTIC_MISTAKE_HALF:
        return 0.5;
    default:
        return 1;
    }
}

/* What is done to dw when it is ready. */
static void spoil(gw_logistic_mistake mistake, gw_matrix *dw) {
    double first = at(dw, 0, 0);
    if (IS(SINGLE_ENTRY))
        at(dw, 0, 0) *= 1.01;
    for (int32_t j = 0; IS(SHIFTED) && j < dw->rows; j++)
        at(dw, j, 0) = j + 1 < dw->rows ? at(dw, j + 1, 0) : first;
    for (int32_t j = 0; IS(ACCUMULATED) && j < dw->rows; j++)
        at(dw, j, 0) *= 2;
}

gw_status gw_mistakes_logistic(gw_logistic_mistake mistake, const gw_matrix *X, const gw_matrix *Y,
                               const gw_matrix *w, double b, double lambda, gw_matrix *Z,
                               gw_matrix *dZ, gw_matrix *dw, double *db) {
    GW_TRY(gw_matrix_check(X));
    int32_t n = X->rows, m = X->cols;
    GW_TRY(gw_matrix_check_shape(Y, 1, m));
    GW_TRY(gw_matrix_check_shape(w, n, 1));
    GW_TRY(gw_matrix_check_shape(Z, 1, m));
    GW_TRY(gw_matrix_check_shape(dZ, 1, m));
    GW_TRY(gw_matrix_check_shape(dw, n, 1));
    if (db == NULL)
        return GW_NULL;
    if ((unsigned)mistake >= GW_LOGISTIC_MISTAKES)
        return GW_RANGE;
    GW_TRY(gw_logistic_regression_forward(X, w, b, Z));
    double factor = mean_factor(mistake, m), sum = 0;
    for (int32_t i = 0; i < m; i++) {
        double d = dz(mistake, at(Z, 0, i), at(Y, 0, i), i, m);
        at(dZ, 0, i) = d;
        sum += d;
    }
    double c = IS(REGULARISER_MISSING) ? 0 : IS(REGULARISER_WITHOUT_MEAN) ? lambda : lambda / m;
    for (int32_t j = 0; j < n; j++) {
        double dot = 0;
        for (int32_t i = 0; i < m; i++)
            dot += at(dZ, 0, i) * (IS(INPUT_FORGOTTEN) ? 1 : at(X, j, i));
        at(dw, j, 0) = dot / m * factor + c * at(w, j, 0);
    }
    *db = sum / m * factor;
    if (IS(MISSING_MEAN_BIAS))
        *db = sum;
    if (IS(ZERO_BIAS))
        *db = 0;
    if (IS(REGULARISER_ON_BIAS))
        *db += lambda / m * b;
    if (IS(ACCUMULATED))
        *db *= 2;
    spoil(mistake, dw);
    return isfinite(*db) ? gw_matrix_check_finite(dw) : GW_NOT_FINITE;
}
