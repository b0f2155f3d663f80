#include "exercise.h"

int count_parameters(int n0, int n1, int n2, int n3) {
    int n[] = {n0, n1, n2, n3}, count = 0;
    for (int layer = 1; layer < 4; layer++)
        for (int unit = 0; unit < n[layer]; unit++)
            count += n[layer - 1] + 1;
    return count;
}
