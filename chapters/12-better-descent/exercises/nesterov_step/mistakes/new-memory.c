/* V was multiplied by β before the point was worked out, so β is in there twice: the point needs
 * the old V */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    *V *= beta;
    *V += c * (*P - alpha * beta * *V);
    *P -= alpha * *V;
}
