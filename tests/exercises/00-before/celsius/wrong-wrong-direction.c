#include "exercise.h"

double celsius(double f) {
    return 1.8 * f + 32;
}
