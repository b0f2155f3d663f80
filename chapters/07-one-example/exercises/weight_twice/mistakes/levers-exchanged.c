/* the levers are exchanged: in z2 the weight multiplies a1, in z1 x */
#include "exercise.h"

void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double p = 1 / (1 + exp(-w * x - b)), q = 1 / (1 + exp(-w * p - b)), d = q - y,
           e = d * w * p * (1 - p);
    *dw = d * x + e * p;
    *db = d + e;
}
