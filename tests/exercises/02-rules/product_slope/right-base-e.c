#include "exercise.h"

/* 2^x is e^(k x), and with k in place every slope is one of e^x. */
double product_slope(double x) {
    double k = log(4) / 2;
    double e = exp(k * x);
    double df = x + x, dg = k * e;
    return df * e + x * x * dg;
}
