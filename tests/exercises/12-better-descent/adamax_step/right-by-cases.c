#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    double size = dP < 0 ? -dP : dP, power = 1;
    for (int i = 0; i < t; i++)
        power *= beta1;
    *V += (1 - beta1) * (dP - *V);
    *U *= beta2;
    if (size > *U)
        *U = size;
    *P = *P - alpha / (1 - power) * (*V / *U);
}
