#include "exercise.h"

double power(double x, int n) {
    double p = 1; /* x^0 */
    if (n < 0) {
        for (int i = 0; i < -n; i++)
            p = p * x;
        return 1 / p;
    }
    for (int i = 0; i < n; i++)
        p = p * x;
    return p;
}
