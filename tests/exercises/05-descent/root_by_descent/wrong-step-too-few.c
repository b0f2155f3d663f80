#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 1; i < n; i++)
        w -= alpha * (pow(w, 2) - s);
    return w;
}
