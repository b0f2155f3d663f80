#include "exercise.h"

double mean_of_all(const double *mean, const double *count, int p) {
    double examples = 0, result = 0;
    for (int r = 0; r < p; r++)
        examples += count[r];
    for (int r = 0; r < p; r++)
        result += mean[r] * (count[r] / examples);
    return result;
}
