#include <stdio.h>

int main(void) {
    printf("It works.\n");
    return 0;
}
