/* this is the slope at w; you are asked for the new w, after the update */
#include "exercise.h"

double one_step(double w, double alpha) {
    double dw = 2 * (w - 3);
    w = w - alpha * dw;
    return dw;
}
