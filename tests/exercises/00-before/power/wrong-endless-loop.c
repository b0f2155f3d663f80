#include "exercise.h"

double power(double x, int n) {
    double p = 1;
    int i = 0;
    while (i != n) {
        p = p * x;
    }
    return p;
}
