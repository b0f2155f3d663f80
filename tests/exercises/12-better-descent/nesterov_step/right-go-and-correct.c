#include "exercise.h"

/* Goes ahead first, looks, and corrects. */
void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    *V *= beta;
    *P -= alpha * *V;
    double slope = c * *P;
    *V += slope;
    *P -= alpha * slope;
}
