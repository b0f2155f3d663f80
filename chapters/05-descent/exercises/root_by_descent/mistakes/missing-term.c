/* the slope lacks its second half: the term − s w has a slope too, − s */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 0; i < n; i++) {
        double dw = 3 * w * w / 3;
        w = w - alpha * dw;
    }
    return w;
}
