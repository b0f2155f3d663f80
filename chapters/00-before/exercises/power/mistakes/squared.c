/* the product is multiplied by itself, which squares it in each round: multiply it by x */
#include "exercise.h"

double power(double x, int n) {
    double p = x;
    int rounds = n < 0 ? -n : n;
    for (int i = 1; i < rounds; i++)
        p = p * p;
    return n < 0 ? 1 / p : p;
}
