/* 30 less and then half of it is a rule of thumb that comes near; the rule itself has 32 and 1.8 */
#include "exercise.h"

double celsius(double f) {
    return (f - 30) / 2;
}
