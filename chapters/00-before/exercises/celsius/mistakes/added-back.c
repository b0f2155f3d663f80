/* on the way there 32 is added last; on the way back it is taken away, and first */
#include "exercise.h"

double celsius(double f) {
    return f / 1.8 + 32;
}
