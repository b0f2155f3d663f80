/* this is f itself. Its slope has an extra factor −1/2: the slope of what is inside */
#include "exercise.h"

double leaked(double x) {
    return exp(-x / 2) + 1;
}
