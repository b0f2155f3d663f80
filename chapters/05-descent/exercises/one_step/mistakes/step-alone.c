/* this is how long the step is; where it leads is w minus that */
#include "exercise.h"

double one_step(double w, double alpha) {
    return alpha * 2 * (w - 3);
}
