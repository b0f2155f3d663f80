/* a negative gradient is below every record: compare U with its size, |dP| */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    double v_hat = *V / (1 - pow(beta1, t));
    if (dP > beta2 * *U)
        *U = dP;
    else
        *U = beta2 * *U;
    *P -= alpha * v_hat / *U;
}
