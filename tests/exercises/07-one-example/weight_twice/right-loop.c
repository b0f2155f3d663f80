#include "exercise.h"

/* A machine for any number of words: forwards, then back with +=. */
void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double a[3] = {x};
    for (int t = 0; t < 2; t++)
        a[t + 1] = 1 / (1 + exp(-(w * a[t] + b)));
    double dz = a[2] - y;
    *dw = *db = 0;
    for (int t = 1; t >= 0; t--) {
        *dw += dz * a[t];
        *db += dz;
        dz = dz * w * a[t] * (1 - a[t]);
    }
}
