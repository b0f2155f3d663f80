/* V and P are right, and U is as it was: the next step needs the new record */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    double u = fmax(beta2 * *U, fabs(dP));
    *P = *P - alpha * *V / (1 - pow(beta1, t)) / u;
}
