/* t is the number of this step, so the power is t, not t + 1 */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = fmax(beta2 * *U, fabs(dP));
    *P = *P - alpha * *V / (1 - pow(beta1, t + 1)) / *U;
}
