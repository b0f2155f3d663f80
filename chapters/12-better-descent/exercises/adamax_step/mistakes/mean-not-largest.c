/* this is a running mean of the sizes: U is the larger of the two, β₂ U and |dP| */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = beta2 * *U + (1 - beta2) * fabs(dP);
    double fair = *V / (1 - pow(beta1, t));
    *P -= alpha * fair / *U;
}
