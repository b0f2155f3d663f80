/* this network has one hidden layer; there is a second one, with n2 units */
#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    return n1 * (n0 + 1) + n3 * (n1 + 1);
}
