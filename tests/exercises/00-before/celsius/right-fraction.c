#include "exercise.h"

/* Nothing is lost here: (f - 32) * 5 is a double before the 9 divides it. */
double celsius(double f) {
    return (f - 32) * 5 / 9;
}
