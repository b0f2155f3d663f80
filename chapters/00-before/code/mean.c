#include <stdio.h>

/* [mean] */
double mean(const double *x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
        sum += x[i];
    }
    return sum / n;
}
/* [/mean] */

/* [main] */
int main(void) {
    double mornings[4] = {3, 5, 4, 8};
    printf("%g\n", mornings[0]);
    printf("%g\n", mean(mornings, 4));
    return 0;
}
/* [/main] */
