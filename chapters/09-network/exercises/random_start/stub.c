/* Exercise 9.2: a start that is neither flat nor equal
 *
 *     W is (n1, n0): a row for each unit, a column for each of its inputs
 *     b is (n1, 1)
 *
 * Fill W with random numbers of spread 1/√n0, each another one, and b with zeros.
 * W->rows is n1 and W->cols is n0. random_normal() gives another random number at
 * each call, of spread 1 (its mean is 0, and the mean of its square is 1).
 *
 * With n1 = 4 and n0 = 64
 *
 * Worked: b = 0, 0, 0, 0
 */
#include "exercise.h"

void random_start(matrix *W, matrix *b) {
    /* your lines: at(W, j, k) = … for each row j and column k, at(b, j, 0) = … */
}
