#include <stdio.h>

/* [warmer] */
double warmer(double a, double b) {
    if (a >= b) {
        return a;
    } else {
        return b;
    }
}
/* [/warmer] */

/* [main] */
int main(void) {
    printf("%g\n", warmer(3, 8));
    printf("%g\n", warmer(-3, -8));
    return 0;
}
/* [/main] */
