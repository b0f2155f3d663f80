/* it is always 0: a product that begins with 0 stays 0, so begin with 1 */
#include "exercise.h"

double power(double x, int n) {
    double p = 0;
    for (int i = 0; i < n; i++)
        p = p * x;
    return p;
}
