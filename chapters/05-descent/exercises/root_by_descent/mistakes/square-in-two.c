/* the slope of w³/3 is w², and here it is 2w */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 0; i < n; i++)
        w = w - alpha * (2 * w - s);
    return w;
}
