/* one bias is enough for one unit only: here each unit has its own */
#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    return n1 * n0 + n2 * n1 + n3 * n2 + 1; /* and b */
}
