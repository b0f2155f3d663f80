#include "exercise.h"

double power(double x, int n) {
    double p = 1;
    if (n > 0) {
        for (int i = 1; i < n; i++)
            p *= x;
    } else {
        for (int i = 1; i < -n; i++)
            p /= x;
    }
    return p;
}
