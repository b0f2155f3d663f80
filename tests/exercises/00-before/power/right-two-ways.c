#include "exercise.h"

/* Multiply on the way up, divide on the way down. */
double power(double x, int n) {
    double result = 1;
    while (n > 0) {
        result *= x;
        n--;
    }
    while (n < 0) {
        result /= x;
        n++;
    }
    return result;
}
