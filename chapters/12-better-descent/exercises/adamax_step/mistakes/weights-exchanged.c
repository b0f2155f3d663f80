/* in V the old one has the weight β₁, and the new gradient 1 − β₁ */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = (1 - beta1) * *V + beta1 * dP;
    *U = fmax(beta2 * *U, fabs(dP));
    *P = *P - alpha * *V / (1 - pow(beta1, t)) / *U;
}
