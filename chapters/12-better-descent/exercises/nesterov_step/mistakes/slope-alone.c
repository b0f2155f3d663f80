/* P moves by the new slope alone; it moves by the new V, in which the memory counts, too */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double ahead = *P - alpha * beta * *V;
    *V = beta * *V + c * ahead;
    *P -= alpha * c * ahead;
}
