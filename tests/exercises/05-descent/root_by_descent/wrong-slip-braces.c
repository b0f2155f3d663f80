#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    double dw;
    for (int i = 0; i < n; i++)
        dw = w * w - s;
        w = w - alpha * dw;
    return w;
}
