/* these are the units; each has as many weights as there are units before it, and a bias */
#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    return n1 + n2 + n3;
}
