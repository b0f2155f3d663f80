#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    double v = beta1 * *V + (1 - beta1) * dP;
    *U = fmax(beta2 * *U, fabs(dP));
    double vh = v / (1 - pow(beta1, t));
    *P = *P - alpha * vh / *U;
}
