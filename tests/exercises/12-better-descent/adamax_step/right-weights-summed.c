#include "exercise.h"

/* The weights of V, added up one by one. */
void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    double sum = 0;
    for (int s = 0; s < t; s++)
        sum += (1 - beta1) * pow(beta1, s);
    double v = beta1 * *V + (1 - beta1) * dP, u = sqrt(fmax(pow(beta2 * *U, 2), dP * dP));
    *P = (*P * u * sum - alpha * v) / (u * sum);
    *U = u;
    *V = v;
}
