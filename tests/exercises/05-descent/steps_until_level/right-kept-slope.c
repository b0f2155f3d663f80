#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int n = 0;
    double dw = w / hypot(1, w);
    while (!(fabs(dw) < epsilon)) {
        w = w - alpha * dw;
        dw = w / hypot(1, w);
        n = n + 1;
    }
    return n;
}
