/* only the old record fades: β₂ U is compared with |dP| itself */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = beta2 * fmax(*U, fabs(dP));
    *P = *P - alpha * *V / (1 - pow(beta1, t)) / *U;
}
