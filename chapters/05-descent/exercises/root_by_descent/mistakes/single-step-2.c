/* only the first of the n steps is made: perhaps a return is inside the loop */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 0; i < n; i++) {
        double dw = w * w - s;
        w = w - alpha * dw;
        return w;
    }
    return w;
}
