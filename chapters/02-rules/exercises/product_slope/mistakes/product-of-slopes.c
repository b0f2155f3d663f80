/* the two slopes are multiplied; the product rule is f' g + f g', two strips */
#include "exercise.h"

double product_slope(double x) {
    double df = 2 * x;
    double dg = pow(2, x) * log(2);
    return df * dg;
}
