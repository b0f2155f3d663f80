#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    if (n == 0)
        return w;
    return root_by_descent(s, w + alpha * (s - w * w), alpha, n - 1);
}
