/* only one step is made, whatever n is: the loop is missing */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    double dw = w * w - s;
    return w - alpha * dw;
}
