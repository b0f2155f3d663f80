/* the size is right and the sign is not: x − (x + h) is −h, and 1/x falls where x grows */
#include "exercise.h"

double reciprocal_slope(double x) {
    return 1 / (x * x);
}
