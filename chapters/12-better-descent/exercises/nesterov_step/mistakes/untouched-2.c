/* P is right, and V is as it was: the next step needs the new one */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double ahead = *P - alpha * beta * *V;
    double v = beta * *V + c * ahead;
    *P = *P - alpha * v;
}
