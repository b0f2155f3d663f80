/* Exercise 9.1: how many numbers?
 *
 * A network with two hidden layers: n0 inputs, n1 units in the first hidden layer,
 * n2 in the second, and n3 outputs. Every unit has a weight for each unit of the
 * layer before (in the first hidden layer: for each input), and one bias.
 *
 * Given the four sizes, return how many parameters the network has: all weights and
 * all biases.
 *
 * Worked: count_parameters(2, 4, 3, 1) = 31
 */
#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    return 0; /* your formula */
}
