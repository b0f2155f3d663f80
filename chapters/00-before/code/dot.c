#include <stdio.h>

/* [dot] */
double dot(const double *w, const double *x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
        sum += w[i] * x[i];
    }
    return sum;
}
/* [/dot] */

/* [main] */
int main(void) {
    double w[3] = {2, -1, 3};
    double x[3] = {4, 5, 1};
    printf("%g\n", dot(w, x, 3));
    return 0;
}
/* [/main] */
