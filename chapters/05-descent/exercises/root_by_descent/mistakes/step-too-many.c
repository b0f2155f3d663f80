/* this is one step too many: a loop from 0 while i < n makes n rounds, with <= one more */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 0; i <= n; i++)
        w = w - alpha * (w * w - s);
    return w;
}
