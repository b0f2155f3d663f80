#include "exercise.h"

/* swish is also z/(1 + e^(−z)): the quotient rule. */
double swish_slope(double z) {
    double e = exp(-z);
    return ((1 + e) + z * e) / ((1 + e) * (1 + e));
}
