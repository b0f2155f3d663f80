#include "exercise.h"

double celsius(double f) {
    return (f - 23) / 1.8;
}
