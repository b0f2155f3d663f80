#include "twin.h"

#include <complex.h>
#include <math.h>

#include "at.h"

/* The one parameter that is stepped by ih; NULL for none. */
typedef struct {
    const double *place;
    double h;
} step;

static const step NO_STEP = {NULL, 0};

double gw_bfloat16(double x) {
    /* [bfloat16] */
    int exponent;
    double part = frexp(x, &exponent); /* x = part · 2^exponent, ½ ≤ |part| < 1 */
    return ldexp(rint(ldexp(part, 8)), exponent - 8); /* 8 binary digits stay */
    /* [/bfloat16] */
}

#define OF(x)       ((PLAIN)(x))
#define ADD(a, b)   ((a) + (b))
#define TIMES(a, b) ((a) * (b))
#define OVER(a, b)  ((a) / (b))
#define STORED(x)   (x)

/* A new activation does not compile before it has its twin. */
#pragma GCC diagnostic error "-Wswitch"

#define REAL              double
#define PLAIN             double
#define TWIN(name)        name##_real
#define RE(z)             (z)
#define EXP               exp
#define TANH              tanh
#define LOG1P             log1p
#define STEPPED(value, h) OF(value)
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
#undef TWIN
#undef STORED

/* As a processor for networks has it: bfloat16 in memory, sums in single precision. */
#define TWIN(name) name##_bfloat16
#define STORED(x)  ((float)gw_bfloat16(x))
#include "twin.inc"
#undef STORED
#define STORED(x) (x)
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

gw_status gw_twin_network_cost(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                               gw_precision precision, double *J) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check(net, X, Y));
    if (J == NULL)
        return GW_NULL;
    if ((unsigned)precision > GW_BFLOAT16)
        return GW_RANGE;
    *J = precision == GW_SINGLE     ? network_cost_single(net, X, Y, &NO_STEP)
         : precision == GW_BFLOAT16 ? network_cost_bfloat16(net, X, Y, &NO_STEP)
                                    : network_cost_real(net, X, Y, &NO_STEP);
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_twin_network_slope(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                                int32_t entry, double h, double *J, double *slope) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check(net, X, Y));
    if (J == NULL || slope == NULL)
        return GW_NULL;
    const double *place = gw_network_entry(net, entry);
    if (place == NULL || !(h > 0))
        return GW_RANGE;
    /* [complex] */
    const step s = {place, h};
    double complex cost = network_cost_complex(net, X, Y, &s);
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
    *J = logistic_cost_real(X, Y, w, &b, &NO_STEP);
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_twin_logistic_slope(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *w,
                                 double b, int32_t entry, double h, double *J, double *slope) {
    GW_TRY(check_logistic(X, Y, w));
    if (J == NULL || slope == NULL)
        return GW_NULL;
    if (entry < 0 || entry > w->rows || !(h > 0))
        return GW_RANGE;
    const step s = {entry < w->rows ? &at(w, entry, 0) : &b, h};
    double complex cost = logistic_cost_complex(X, Y, w, &b, &s);
    *J = creal(cost);
    *slope = cimag(cost) / h;
    return isfinite(*J) && isfinite(*slope) ? GW_OK : GW_NOT_FINITE;
}
