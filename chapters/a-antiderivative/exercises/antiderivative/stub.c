/* Exercise A.2: an inside that is not a straight line
 *
 *     f(x) = x / (1 + x²),   F'(x) = f(x)
 *
 * Given x, return F(x), an antiderivative of f. Any constant C will do. Here is F
 * with C = 0; log is ln.
 *
 * Worked: antiderivative(1) = 0.346574
 */
#include "exercise.h"

double antiderivative(double x) {
    return 0; /* your formula */
}
