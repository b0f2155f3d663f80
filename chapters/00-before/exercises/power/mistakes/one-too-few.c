/* it has one factor too few: i = 0; i < n makes n rounds, i = 1; i < n makes n − 1 */
#include "exercise.h"

double power(double x, int n) {
    double p = 1;
    if (n > 0) {
        for (int i = 1; i < n; i++)
            p *= x;
    } else {
        for (int i = 1; i < -n; i++)
            p /= x;
    }
    return p;
}
