#include "exercise.h"

double celsius(double f) {
    f = 50;
    return (f - 32) / 1.8;
}
