/* it is divided by the sum of the weights; this J is divided by m, the number of examples */
#include "exercise.h"

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    double sum_w = 0, sum_b = 0, total = 0;
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-(w * x[i] + b)));
        double weight = y[i] == 1 ? c : 1;
        total += weight;
        sum_w += weight * (a - y[i]) * x[i];
        sum_b += weight * (a - y[i]);
    }
    *dw = sum_w / total;
    *db = sum_b / total;
}
