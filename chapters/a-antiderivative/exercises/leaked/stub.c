/* Exercise A.1: a tank that leaks
 *
 *     f(x) = e^(−x/2) litres a minute,   F'(x) = f(x)
 *
 * Given x, return F(x), an antiderivative of f. Any constant C will do: it is judged
 * by how far your F comes from place to place. Here is F with C = 0.
 *
 * Worked: leaked(0) = −2
 */
#include "exercise.h"

double leaked(double x) {
    return 0; /* your formula */
}
