/* P has been moved by the old V: first the new V, then P */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double q = *P - alpha * beta * *V;
    *P -= alpha * *V;
    *V = beta * *V + c * q;
}
