#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    *V = beta * *V + c * *P;
    *P = *P - alpha * *V;
}
