#include <math.h>
#include <stdio.h>

/* [radians] */
double radians(double degrees) {
    const double pi = 3.14159265358979;
    return degrees * pi / 180;
}
/* [/radians] */

/* [main] */
int main(void) {
    printf("%.3f\n", sin(radians(30)));
    printf("%.3f\n", sin(30));
    return 0;
}
/* [/main] */
