/* this is f itself. Its slope has a factor −1/2 too much: the slope of what is inside */
#include "exercise.h"

double leaked(double x) {
    return exp(-x / 2) + 1;
}
