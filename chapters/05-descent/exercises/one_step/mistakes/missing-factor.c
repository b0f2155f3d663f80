/* in 2w − 3 only w is multiplied by 2: it is 2 times the whole of w − 3 */
#include "exercise.h"

double one_step(double w, double alpha) {
    double dw = 2 * w - 3;
    return w - alpha * dw;
}
