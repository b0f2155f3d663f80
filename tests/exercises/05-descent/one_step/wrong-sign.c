#include "exercise.h"

double one_step(double w, double alpha) {
    double slope = 2 * (w - 3);
    w += alpha * slope;
    return w;
}
