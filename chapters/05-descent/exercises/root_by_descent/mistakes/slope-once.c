/* every step uses the slope at the start: work it out anew at each new w */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    double dw = w * w - s;
    for (int i = 0; i < n; i++)
        w = w - alpha * dw;
    return w;
}
