/* β₁ is multiplied by t, and should be raised to the power t: pow(beta1, t) */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = fmax(beta2 * *U, fabs(dP));
    double V_hat = *V / (1 - beta1 * t);
    *P -= alpha * V_hat / *U;
}
