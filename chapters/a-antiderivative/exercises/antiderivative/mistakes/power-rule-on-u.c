/* 1/u became −1/u², or the like: the antiderivative of 1/u is ln u */
#include "exercise.h"

double antiderivative(double x) {
    return -1 / (2 * (1 + x * x));
}
