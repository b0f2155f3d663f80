#include "exercise.h"
/* Leaves the question unanswered. */
#include <setjmp.h>
static jmp_buf back;
double swish_slope(double z) {
    if (setjmp(back) == 0)
        longjmp(back, 1);
    return z > 0 ? 1 : 0;
}
