/* this is Adam, with a mean of squares and its root; here U is the largest size */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = beta2 * *U + (1 - beta2) * dP * dP;
    double V_hat = *V / (1 - pow(beta1, t));
    *P -= alpha * V_hat / sqrt(*U);
}
