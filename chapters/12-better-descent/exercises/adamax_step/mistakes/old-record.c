/* the step is divided by the U from before; it is the new one that divides */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    double old = *U;
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = fmax(beta2 * *U, fabs(dP));
    double V_hat = *V / (1 - pow(beta1, t));
    *P -= alpha * V_hat / old;
}
