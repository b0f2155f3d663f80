#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 0; i < n; i++) {
        double dw = w * w - s;
        double w = w - alpha * dw;
    }
    return w;
}
