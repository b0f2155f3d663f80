#include "twin.h"

#include <complex.h>
#include <math.h>

#include "at.h"

typedef struct {
    gw_activation g1;
    const gw_matrix *X, *Y, *W1, *b1, *W2, *b2;
} network;

/* The one entry that is stepped by ih; block −1 for none. */
typedef struct {
    int block;
    int32_t row, col;
    double h;
} step;

static const step NO_STEP = {-1, -1, -1, 0};

/* A new activation does not compile before it has its twin. */
#pragma GCC diagnostic error "-Wswitch"

#define REAL              double
#define PLAIN             double
#define TWIN(name)        name##_real
#define RE(z)             (z)
#define EXP               exp
#define TANH              tanh
#define LOG1P             log1p
#define STEPPED(value, h) (value)
#include "twin.inc"
#undef REAL
#undef PLAIN
#undef TWIN
#undef EXP
#undef TANH
#undef LOG1P

#define REAL       float
#define PLAIN      float
#define TWIN(name) name##_single
#define EXP        expf
#define TANH       tanhf
#define LOG1P      log1pf
#define NETWORK_ONLY
#include "twin.inc"
#undef REAL
#undef PLAIN
#undef TWIN
#undef RE
#undef EXP
#undef TANH
#undef LOG1P
#undef STEPPED
#undef NETWORK_ONLY

/* C has no complex log1p, and clog(1 + w) loses w where it is small. */
static double complex clog1p(double complex w) {
    return log1p(creal(w)) + I * (cimag(w) / (1 + creal(w)));
}

#define REAL              double complex
#define PLAIN             double
#define TWIN(name)        name##_complex
#define RE(z)             creal(z)
#define EXP               cexp
#define TANH              ctanh
#define LOG1P             clog1p
#define STEPPED(value, h) ((value) + (h)*I)
#include "twin.inc"

static gw_status check_network(const network *n) {
    GW_TRY(gw_matrix_check(n->X));
    GW_TRY(gw_matrix_check(n->W1));
    GW_TRY(gw_matrix_check(n->W2));
    GW_TRY(gw_matrix_check_shape(n->W1, n->W1->rows, n->X->rows));
    GW_TRY(gw_matrix_check_shape(n->b1, n->W1->rows, 1));
    GW_TRY(gw_matrix_check_shape(n->W2, n->W2->rows, n->W1->rows));
    GW_TRY(gw_matrix_check_shape(n->b2, n->W2->rows, 1));
    GW_TRY(gw_matrix_check_shape(n->Y, n->W2->rows, n->X->cols));
    return (unsigned)n->g1 < GW_ACTIVATIONS ? GW_OK : GW_RANGE;
}

gw_status gw_twin_network_cost(gw_activation g1, const gw_matrix *X, const gw_matrix *Y,
                               const gw_matrix *W1, const gw_matrix *b1, const gw_matrix *W2,
                               const gw_matrix *b2, double *J) {
    const network n = {g1, X, Y, W1, b1, W2, b2};
    GW_TRY(check_network(&n));
    if (J == NULL)
        return GW_NULL;
    *J = network_cost_real(&n, &NO_STEP);
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_twin_network_cost_single(gw_activation g1, const gw_matrix *X, const gw_matrix *Y,
                                      const gw_matrix *W1, const gw_matrix *b1, const gw_matrix *W2,
                                      const gw_matrix *b2, double *J) {
    const network n = {g1, X, Y, W1, b1, W2, b2};
    GW_TRY(check_network(&n));
    if (J == NULL)
        return GW_NULL;
    *J = network_cost_single(&n, &NO_STEP);
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_twin_network_slope(gw_activation g1, const gw_matrix *X, const gw_matrix *Y,
                                const gw_matrix *W1, const gw_matrix *b1, const gw_matrix *W2,
                                const gw_matrix *b2, gw_twin_block block, int32_t row, int32_t col,
                                double h, double *J, double *slope) {
    const network n = {g1, X, Y, W1, b1, W2, b2};
    GW_TRY(check_network(&n));
    if (J == NULL || slope == NULL)
        return GW_NULL;
    const gw_matrix *const P[] = {W1, b1, W2, b2};
    if ((unsigned)block > GW_TWIN_b2 || row < 0 || col < 0 || row >= P[block]->rows ||
        col >= P[block]->cols || !(h > 0))
        return GW_RANGE;
    /* [complex] */
    const step s = {(int)block, row, col, h};
    double complex cost = network_cost_complex(&n, &s);
    *J = creal(cost);
    *slope = cimag(cost) / h;
    /* [/complex] */
    return isfinite(*J) && isfinite(*slope) ? GW_OK : GW_NOT_FINITE;
}

static gw_status check_logistic(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *w) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(Y, 1, X->cols));
    return gw_matrix_check_shape(w, X->rows, 1);
}

gw_status gw_twin_logistic_cost(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *w,
                                double b, double *J) {
    GW_TRY(check_logistic(X, Y, w));
    if (J == NULL)
        return GW_NULL;
    *J = logistic_cost_real(X, Y, w, b, &NO_STEP);
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_twin_logistic_slope(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *w,
                                 double b, int32_t entry, double h, double *J, double *slope) {
    GW_TRY(check_logistic(X, Y, w));
    if (J == NULL || slope == NULL)
        return GW_NULL;
    if (entry < 0 || entry > w->rows || !(h > 0))
        return GW_RANGE;
    const step s = {GW_TWIN_W1, entry, 0, h};
    double complex cost = logistic_cost_complex(X, Y, w, b, &s);
    *J = creal(cost);
    *slope = cimag(cost) / h;
    return isfinite(*J) && isfinite(*slope) ? GW_OK : GW_NOT_FINITE;
}
