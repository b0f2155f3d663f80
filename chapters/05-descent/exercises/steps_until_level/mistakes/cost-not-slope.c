/* this is the chapter's rule, by the change of the cost; here the rule goes by the size of the
 * slope */
#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    double before, after = sqrt(1 + w * w);
    do {
        before = after;
        w = w - alpha * w / sqrt(1 + w * w);
        after = sqrt(1 + w * w);
        steps++;
    } while (fabs(after - before) >= epsilon);
    return steps;
}
