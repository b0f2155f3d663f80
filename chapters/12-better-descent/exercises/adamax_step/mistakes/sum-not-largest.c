/* β₂ U and |dP| are added up; the record is the larger of the two */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = beta2 * *U + fabs(dP);
    double V_hat = *V / (1 - pow(beta1, t));
    *P -= alpha * V_hat / *U;
}
