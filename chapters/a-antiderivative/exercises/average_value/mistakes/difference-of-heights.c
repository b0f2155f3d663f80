/* the heights are subtracted; the mean height of a piece is half their sum */
#include "exercise.h"

double average_value(const double *x, const double *y, int n) {
    double area = 0;
    for (int i = 0; i + 1 < n; i++)
        area += (x[i + 1] - x[i]) * (y[i + 1] - y[i]) / 2;
    return area / (x[n - 1] - x[0]);
}
