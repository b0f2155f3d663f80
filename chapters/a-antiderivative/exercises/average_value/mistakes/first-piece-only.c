/* only the first piece is there: perhaps a return is inside the loop */
#include "exercise.h"

double average_value(const double *x, const double *y, int n) {
    double sum = 0;
    for (int i = 0; i + 1 < n; i++) {
        sum += (x[i + 1] - x[i]) * (y[i] + y[i + 1]) / 2;
        return sum / (x[n - 1] - x[0]);
    }
    return 0;
}
