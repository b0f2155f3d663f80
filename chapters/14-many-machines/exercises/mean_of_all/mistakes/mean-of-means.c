/* the mean of the means counts every machine the same, however few its examples */
#include "exercise.h"

double mean_of_all(const double *mean, const double *count, int p) {
    double sum = 0;
    (void)count;
    for (int r = 0; r < p; r++)
        sum += mean[r];
    return sum / p;
}
