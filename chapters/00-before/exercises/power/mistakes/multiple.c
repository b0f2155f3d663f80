/* this is n times x, n summands; a power has n factors: multiply in each round */
#include "exercise.h"

double power(double x, int n) {
    double sum = 0;
    if (n < 0) {
        for (int i = 0; i < -n; i++)
            sum -= x;
        return sum;
    }
    for (int i = 0; i < n; i++)
        sum += x;
    return sum;
}
