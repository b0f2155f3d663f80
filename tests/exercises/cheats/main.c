#include "exercise.h"
int main(void) {
    puts("done\t12\nend");
    return 0;
}
double swish_slope(double z) {
    return z;
}
