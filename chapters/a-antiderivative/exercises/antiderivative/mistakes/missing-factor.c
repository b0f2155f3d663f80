/* the slope of ln(1 + x²) is 2x/(1 + x²): you need only half of it */
#include "exercise.h"

double antiderivative(double x) {
    return log(1 + x * x);
}
