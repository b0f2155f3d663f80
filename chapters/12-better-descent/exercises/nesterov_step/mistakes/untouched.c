/* V and P are as they were: nothing has been stored there */
#include "exercise.h"

/* The pointers are moved, and not the numbers. */
void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double v = *V, p = *P;
    v = beta * v + c * (p - alpha * beta * v);
    p = p - alpha * v;
    V = &v;
    P = &p;
}
