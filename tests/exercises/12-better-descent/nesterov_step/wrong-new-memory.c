#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    *V *= beta;
    *V += c * (*P - alpha * beta * *V);
    *P -= alpha * *V;
}
