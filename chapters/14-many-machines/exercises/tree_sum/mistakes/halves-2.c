/* the array is cut into halves, and these again; the tree adds neighbours first, and then the
 * stride doubles */
#include "exercise.h"

void tree_sum(const double *x, int n, double *t) {
    for (int i = 0; i < n; i++)
        t[i] = x[i];
    int from[64], to[64], is_open[64], top = 0;
    from[0] = 0, to[0] = n, is_open[0] = 1;
    while (top >= 0) {
        int a = from[top], b = to[top], middle = a + (b - a) / 2;
        if (b - a < 2) {
            top--;
        } else if (is_open[top]) {
            is_open[top] = 0;
            from[top + 1] = middle, to[top + 1] = b, is_open[top + 1] = 1;
            from[top + 2] = a, to[top + 2] = middle, is_open[top + 2] = 1;
            top += 2;
        } else {
            t[a] += t[middle];
            top--;
        }
    }
}
