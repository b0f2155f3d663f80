/* the steps are made with the cost L(w) itself; they need its slope */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 0; i < n; i++) {
        double L = w * w * w / 3 - s * w;
        w = w - alpha * L;
    }
    return w;
}
