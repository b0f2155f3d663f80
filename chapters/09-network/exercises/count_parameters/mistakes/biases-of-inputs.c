/* an input is not a unit: it computes nothing and has no bias */
#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    return n0 * n1 + n1 * n2 + n2 * n3 + n0 + n1 + n2 + n3;
}
