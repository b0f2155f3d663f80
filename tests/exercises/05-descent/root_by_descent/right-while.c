#include "exercise.h"

/* w² − s, as the product of two sums. */
static double slope(double s, double w) {
    return (w - sqrt(s)) * (w + sqrt(s));
}

double root_by_descent(double s, double w, double alpha, int n) {
    double place = w;
    while (n > 0) {
        place -= alpha * slope(s, place);
        n--;
    }
    return place;
}
