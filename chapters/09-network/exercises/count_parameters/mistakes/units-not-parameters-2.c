/* these are the inputs and units; what is learned are the weights between them, and the biases */
#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    return n0 + n1 + n2 + n3;
}
