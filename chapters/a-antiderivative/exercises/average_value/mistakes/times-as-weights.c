/* a reading counts by the time of day at which it was taken; it is the length of a piece that
 * counts */
#include "exercise.h"

double average_value(const double *x, const double *y, int n) {
    double area = 0, whole = 0;
    for (int i = 0; i < n; i++) {
        area += x[i] * y[i];
        whole += x[i];
    }
    return area / whole;
}
