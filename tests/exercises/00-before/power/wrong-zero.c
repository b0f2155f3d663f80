#include "exercise.h"

double power(double x, int n) {
    double p = 0;
    for (int i = 0; i < n; i++)
        p = p * x;
    return p;
}
