/* Exercise 8.2: every row meets every column
 *
 *     C = A B,   that is C_ij = Σ A_il B_lj,   the sum over l
 *
 * Given  A      n rows of k numbers, one row after the other
 *        B      k rows and m columns, of which you are told two strides: from an entry
 *               to the one below it in its column it is down numbers in memory, to the
 *               one beside it in its row it is right numbers. B[0] is row 0, column 0.
 * Fill   C      n rows of m numbers, one row after the other
 *
 * Here the columns of B lie one after the other: n = 2, k = 3, m = 2, down = 1, right = 3,
 *     A = {1, 2, 0,  3, 1, −1}    B = {2, 0, 5,  1, 3, −2}
 *
 * Worked: C = 2, 7, 1, 8
 */
#include "exercise.h"

void matrix_product(const double *A, const double *B, int n, int k, int m, int down, int right,
                    double *C) {
    for (int i = 0; i < n * m; i++)
        C[i] = 0; /* your three loops */
}
