/* each unit has one bias, not one for each unit of the layer that it feeds: n1(n0 + 1), not n0(n1
 * + 1) */
#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    return n0 * (n1 + 1) + n1 * (n2 + 1) + n2 * (n3 + 1);
}
