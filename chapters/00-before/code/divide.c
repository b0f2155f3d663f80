#include <stdio.h>

/* [main] */
int main(void) {
    int m = 4;
    printf("9 / 5 is %d\n", 9 / 5);
    printf("1 / m is %d\n", 1 / m);
    printf("1.0 / m is %g\n", 1.0 / m);
    return 0;
}
/* [/main] */
