#include "exercise.h"

double celsius(double f) {
    return (f - 32) * 0.55;
}
