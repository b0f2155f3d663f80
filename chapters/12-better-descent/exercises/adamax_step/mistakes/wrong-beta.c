/* V gathers with β₁, so divide it by 1 − β₁^t */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = fmax(beta2 * *U, fabs(dP));
    *P = *P - alpha * *V / (1 - pow(beta2, t)) / *U;
}
