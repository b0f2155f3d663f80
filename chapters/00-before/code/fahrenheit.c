#include <stdio.h>

/* [function] */
double fahrenheit(double celsius) {
    return 1.8 * celsius + 32;
}
/* [/function] */

/* [main] */
int main(void) {
    double morning = 5;
    printf("%g\n", fahrenheit(morning));
    printf("%g\n", fahrenheit(0));
    return 0;
}
/* [/main] */
