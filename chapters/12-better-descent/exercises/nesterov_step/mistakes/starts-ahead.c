/* only the slope is taken ahead: the step starts at P, and −αβV is in it already, through V */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    *P = *P - alpha * beta * *V;
    double slope = c * *P;
    *V = beta * *V + slope;
    *P = *P - alpha * *V;
}
