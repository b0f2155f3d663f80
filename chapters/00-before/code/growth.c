#include <math.h>
#include <stdio.h>

/* [main] */
int main(void) {
    printf("%.4f  %.4f\n", pow(1 + 1.0 / 1, 1), pow(1 + 1.0 / 1, 2));
    printf("%.4f  %.4f\n", pow(1 + 1.0 / 12, 12), pow(1 + 1.0 / 12, 13));
    printf("%.4f  %.4f\n", pow(1 + 1.0 / 365, 365), pow(1 + 1.0 / 365, 366));
    printf("%.4f\n", exp(1));
    printf("%.4f\n", log(exp(3)));
    return 0;
}
/* [/main] */
