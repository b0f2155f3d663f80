/* β has been multiplied to V before the point was worked out, so it is in there twice: the point
 * needs the old V */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    *V *= beta;
    *V += c * (*P - alpha * beta * *V);
    *P -= alpha * *V;
}
