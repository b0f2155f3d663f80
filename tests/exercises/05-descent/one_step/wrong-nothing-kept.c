#include "exercise.h"

double one_step(double w, double alpha) {
    double dw = 2 * (w - 3);
    w - alpha * dw;
    return w;
}
