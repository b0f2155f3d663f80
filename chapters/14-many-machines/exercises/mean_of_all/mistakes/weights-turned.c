/* who has few examples counts more here: multiply its mean by its count, do not divide */
#include "exercise.h"

double mean_of_all(const double *mean, const double *count, int p) {
    double sum = 0, examples = 0;
    for (int r = 0; r < p; r++) {
        sum += mean[r] / count[r];
        examples += 1 / count[r];
    }
    return sum / examples;
}
