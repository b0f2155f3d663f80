/* the point is P − αβV: with a plus you look back to where you came from */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double next = *P + alpha * beta * *V;
    *V = beta * *V + c * next;
    *P = *P - alpha * *V;
}
