#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double v = *V, p = *P;
    *V = beta * (1 - alpha * c) * v + c * p;
    *P = (1 - alpha * c) * (p - alpha * beta * v);
}
