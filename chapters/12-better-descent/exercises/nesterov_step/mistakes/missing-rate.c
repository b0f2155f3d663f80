/* the point is P − αβV: α is missing in it */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double q = *P - beta * *V;
    *V = beta * *V + c * q;
    *P -= alpha * *V;
}
