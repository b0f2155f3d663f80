#include "exercise.h"

double one_step(double w, double alpha) {
w:
    = w - alpha * 2 * (w - 3);
    return w;
}
