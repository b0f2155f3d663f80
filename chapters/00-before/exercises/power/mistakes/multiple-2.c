/* this is n times x, and 1 divided by it for a negative n; a power has n factors: multiply in each
 * round */
#include "exercise.h"

double power(double x, int n) {
    if (n == 0)
        return 1;
    return n < 0 ? 1 / (x * -n) : x * n;
}
