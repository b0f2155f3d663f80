#include "exercise.h"

double stable_softplus(double z) {
    if (z > 0)
        return z + log1p(1 + exp(-z));
    return log1p(1 + exp(z));
}
