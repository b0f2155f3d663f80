#include "exercise.h"

double power(double x, int n) {
    double p = 0;
    for (int i = 0; i < (n < 0 ? -n : n); i++)
        p = p * x;
    return n < 0 ? 1 / p : p;
}
