/* this is how far the step goes; you are asked where it leads: w − α dw */
#include "exercise.h"

double one_step(double w, double alpha) {
    double dw = 2 * (w - 3);
    return -alpha * dw;
}
