/* the point is P − αβV: β is missing in it, and only a part β of the memory goes on */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double lookahead = *P - alpha * *V;
    *V = beta * *V + c * lookahead;
    *P -= alpha * *V;
}
