#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double ahead = *P - alpha * beta * *V;
    double v = beta * *V + c * ahead;
    *P = *P - alpha * v;
}
