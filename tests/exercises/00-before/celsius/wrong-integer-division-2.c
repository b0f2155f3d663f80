#include "exercise.h"

double celsius(double f) {
    return (f - 32) / (9 / 5);
}
