#include <stdio.h>

/* [main] */
int main(void) {
    struct {
        double x, y;
    } p = {3, 4}, *q = &p;
    printf("%g %g\n", p.x, q->y);
    return 0;
}
/* [/main] */
