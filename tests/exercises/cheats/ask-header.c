#include "exercise.h"
#include "ask.h"
double swish_slope(double z) {
    return question[0] + *reply * z;
}
