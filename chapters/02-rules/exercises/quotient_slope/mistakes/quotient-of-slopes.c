/* the two slopes are divided; the quotient rule is (f' g − f g')/g² */
#include "exercise.h"

double quotient_slope(double x) {
    double df = 1;
    double dg = 2 * x;
    return df / dg;
}
