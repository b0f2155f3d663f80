#include "exercise.h"

double power(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
        p *= x;
    }
    return p;
}
