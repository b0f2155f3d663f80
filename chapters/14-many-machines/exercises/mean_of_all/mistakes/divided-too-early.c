/* each part is divided by the examples counted so far: divide once, after the loop */
#include "exercise.h"

double mean_of_all(const double *mean, const double *count, int p) {
    double sum = 0, examples = 0;
    for (int r = 0; r < p; r++) {
        examples += count[r];
        sum += mean[r] * count[r] / examples;
    }
    return sum;
}
