#include "exercise.h"

double celsius(double f) {
    return f / 1.8 - 32;
}
