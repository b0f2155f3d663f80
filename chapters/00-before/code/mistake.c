#include <stdio.h>

double fahrenheit(double celsius) {
    return 1.8 * celsius + 32
}

int main(void) {
    printf("%g\n", fahrenheit(5));
    return 0;
}
