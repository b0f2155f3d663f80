/* these steps go uphill: the slope has the wrong sign, or α dw is added instead of subtracted */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 0; i < n; i++)
        w = w - alpha * (s - w * w);
    return w;
}
