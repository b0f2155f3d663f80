/* The hashes of trainings of every shape: hash INSTRUCTIONS THREADS ITERATIONS
 *
 * One line a shape. They must be those of tests/fast/hashes.tsv whatever compiled this
 * and whatever it runs on. INSTRUCTIONS is the number of csrc/fast/elementwise.h; status
 * 3 where this processor has them not. */
#include "shapes.h"

#include <stdio.h>

int main(int argc, char **argv) {
    if (argc != 4) {
        fputs("hash INSTRUCTIONS THREADS ITERATIONS\n", stderr);
        return 2;
    }
    if (gw_fast_use((gw_instructions)atoi(argv[1])) != GW_OK)
        return 3;
    for (int k = 0; k < MANY_SHAPES; k++) {
        training t = shapes_begin(SHAPES[k], (uint64_t)k, atoi(argv[3]));
        gw_status status = shapes_train(&t, 0.1, atoi(argv[2]));
        if (status != GW_OK) {
            fprintf(stderr, "hash: shape %d: %s\n", k, gw_status_text(status));
            return 1;
        }
        printf("%d\t%d\t%d\t%016llx\n", SHAPES[k].n0, SHAPES[k].n1, SHAPES[k].m,
               (unsigned long long)shapes_hash_of(&t));
        shapes_end(&t);
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
