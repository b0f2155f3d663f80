/* the rise is subtracted where it should be added: check the order in each difference */
#include "exercise.h"

double line_through(double x1, double y1, double x2, double y2, double x) {
    double w = (y2 - y1) / (x1 - x2);
    return y1 + w * (x - x1);
}
