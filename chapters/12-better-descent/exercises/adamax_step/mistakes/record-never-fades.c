/* the old record should fade: it is β₂ U that is compared with |dP| */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    double size = fabs(dP);
    if (size > *U)
        *U = size;
    *P -= alpha * (*V / (1 - pow(beta1, t))) / *U;
}
