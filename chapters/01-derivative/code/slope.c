#include <stdio.h>

/* [slope] */
int slope(double height, double width, double *answer) {
    if (width == 0) {
        return 1; /* there is no slope */
    }
    *answer = height / width;
    return 0; /* all went well */
}
/* [/slope] */

/* [main] */
int main(void) {
    double s = 0;
    int status = slope(6, 2, &s);
    printf("status %d, s is %g\n", status, s);
    status = slope(6, 0, &s);
    printf("status %d, s is %g\n", status, s);
    return 0;
}
/* [/main] */
