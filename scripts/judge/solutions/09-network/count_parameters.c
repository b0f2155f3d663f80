#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    return n1 * (n0 + 1) + n2 * (n1 + 1) + n3 * (n2 + 1); /* the 1 is the bias */
}
