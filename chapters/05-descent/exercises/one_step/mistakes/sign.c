/* this step goes uphill: the slope has the wrong sign, or α dw is added instead of subtracted */
#include "exercise.h"

double one_step(double w, double alpha) {
    double slope = 2 * (w - 3);
    w += alpha * slope;
    return w;
}
