/* the sign is right, and a factor is missing: dividing by −1/2 is multiplying by −2 */
#include "exercise.h"

double leaked(double x) {
    double C = 1;
    return C - exp(-0.5 * x);
}
