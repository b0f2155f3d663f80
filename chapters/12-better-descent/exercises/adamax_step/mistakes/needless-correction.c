/* U has been corrected as well: a largest size is not too small at first, only a mean is */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    *V = beta1 * *V + (1 - beta1) * dP;
    *U = fmax(beta2 * *U, fabs(dP));
    double v_hat = *V / (1 - pow(beta1, t));
    double u_hat = *U / (1 - pow(beta2, t));
    *P = *P - alpha * v_hat / u_hat;
}
