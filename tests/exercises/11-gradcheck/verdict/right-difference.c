#include "exercise.h"

static int is_nan(double x) {
    return x != x;
}

int verdict(double analytic, double numeric, double bound) {
    double low = numeric - bound, high = numeric + bound;
    int pass =
        analytic >= low && analytic <= high && (bound <= numeric / 100 || bound <= -numeric / 100);
    int fail = is_nan(analytic) || analytic < numeric - 3 * bound || analytic > numeric + 3 * bound;
    if (is_nan(low))
        return 0;
    return pass - fail;
}
