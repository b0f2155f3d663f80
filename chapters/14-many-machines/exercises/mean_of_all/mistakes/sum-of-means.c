/* the means are added as they are, without their counts, and then divided by the number of
 * examples */
#include "exercise.h"

double mean_of_all(const double *mean, const double *count, int p) {
    double sum = 0, examples = 0;
    for (int r = 0; r < p; r++) {
        sum += mean[r];
        examples += count[r];
    }
    return sum / examples;
}
