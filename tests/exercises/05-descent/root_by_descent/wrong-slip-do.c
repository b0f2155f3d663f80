/* Exercise 5.2: a square root by descent
 *
 *     L(w) = w³/3 − s w            w := w − α dw, n times
 *
 * Given s, the start w, the learning rate α and the number of steps n, return
 * where n steps of gradient descent on L lead. With n = 0 that is w itself.
 *
 * Worked: root_by_descent(2, 1, 0.25, 3) = 1.3974
 */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    int done = 0;
    do {
        w -= alpha * (w * w - s);
        done++;
    } while (done < n);
    return w;
}
