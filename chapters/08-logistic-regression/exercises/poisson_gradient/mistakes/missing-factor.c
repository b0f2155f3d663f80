/* in dw, x multiplies e^z but not y: x (e^z − y) needs its brackets */
#include "exercise.h"

void poisson_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                      double *db) {
    double s = 0, t = 0;
    for (int i = 0; i < m; i++) {
        double e = exp(w * x[i] + b);
        s += x[i] * e - y[i];
        t += e - y[i];
    }
    *dw = s / m;
    *db = t / m;
}
