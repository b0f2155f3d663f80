/* (1 + x²)² is not 1 + x⁴: write it as a product, (1 + x * x) * (1 + x * x) */
#include "exercise.h"

double quotient_slope(double x) {
    return (1 - x * x) / (1 + pow(x, 4));
}
