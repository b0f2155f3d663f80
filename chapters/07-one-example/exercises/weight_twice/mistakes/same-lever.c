/* at z1 the weight multiplies x, not a1: x · dz1 */
#include "exercise.h"

void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double p = 1 / (1 + exp(-w * x - b)), q = 1 / (1 + exp(-w * p - b)), d = q - y,
           e = d * w * p * (1 - p);
    *dw = (d + e) * p;
    *db = d + e;
}
