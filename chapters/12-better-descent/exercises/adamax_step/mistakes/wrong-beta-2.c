/* the record fades by β₂; β₁ belongs to V */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = fmax(beta1 * *U, fabs(dP));
    *P = *P - alpha * *V / (1 - pow(beta1, t)) / *U;
}
