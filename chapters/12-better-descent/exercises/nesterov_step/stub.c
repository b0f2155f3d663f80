/* Exercise 12.2: look before you step
 *
 *     V := β V + (the slope of J at P − αβ V, with the old V)
 *     P := P − α V
 *
 * Here J = ½ c P², so its slope at any place Q is c Q. Given alpha, beta and c, and
 * in *V and *P the memory and the parameter before the step, put the new ones there.
 *
 * Worked: nesterov_step(0.1, 0.9, 2, &V, &P) where V is 1 and P is 3 makes them: 6.72, 2.328
 */
#include "exercise.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P) {
    /* *V and *P are the two numbers: read them, and then change them */
}
