/* β is in the point twice: P − αβV has the V from before this step */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    *V *= beta;
    *V += c * (*P - alpha * beta * *V);
    *P -= alpha * *V;
}
