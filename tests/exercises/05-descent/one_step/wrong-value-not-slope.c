#include "exercise.h"

double one_step(double w, double alpha) {
    double L = pow(w - 3, 2) + 1;
    return w - alpha * L;
}
