/* adding 32 was the last step of the way there, so undo it first, before the division */
#include "exercise.h"

double celsius(double f) {
    return f / 1.8 - 32;
}
