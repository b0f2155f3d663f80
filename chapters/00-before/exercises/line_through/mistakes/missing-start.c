/* this line goes through 0 at x = 0: the b of y = w x + b is missing */
#include "exercise.h"

double line_through(double x1, double y1, double x2, double y2, double x) {
    double height = y2 - y1;
    double width = x2 - x1;
    return height / width * x;
}
