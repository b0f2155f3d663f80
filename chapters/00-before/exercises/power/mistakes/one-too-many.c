/* it has one factor too many: i <= n makes n + 1 rounds, and a product that begins with x has a
 * factor before the first */
#include "exercise.h"

double power(double x, int n) {
    int rounds = n;
    if (n < 0)
        rounds = -n;
    double p = 1;
    for (int i = 0; i <= rounds; i++)
        p = p * x;
    if (n < 0)
        return 1 / p;
    return p;
}
