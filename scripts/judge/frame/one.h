/* Asks a reader's function one question after the other: program QUESTIONS REPLIES. A
 * file of questions holds for each its length, the length of its reply, and itself. What
 * is answered is written at once, so that it is known where it ended. */
#ifndef ONE_H
#define ONE_H
#include "ask.h"

#include <unistd.h>

double *matrix_at(const matrix *M, int i, int j, const char *name, int line) {
    if (i < 0 || i >= M->rows || j < 0 || j >= M->cols) {
        fprintf(
            stderr,
            "\nindex\t%d\tat(%s, …) asks for row %d, column %d; %s has rows 0 to %d and columns 0 "
            "to %d\n",
            line, name, i, j, name, M->rows - 1, M->cols - 1);
        _exit(1);
    }
    return &M->data[(size_t)i * (size_t)M->cols + (size_t)j];
}

enum { DISK_IS_FULL = 28 };

int main(int count, char **word) {
    FILE *in = count == 3 ? fopen(word[1], "rb") : NULL, *out = in ? fopen(word[2], "wb") : NULL;
    double length[2];
    while (out && fread(length, sizeof(double), 2, in) == 2) {
        double *q = malloc((size_t)length[0] * sizeof(double));
        double *r = malloc((size_t)length[1] * sizeof(double));
        if (!q || !r || fread(q, sizeof(double), (size_t)length[0], in) != (size_t)length[0])
            return 3;
        ask_one(0, q, r);
        if (fwrite(r, sizeof(double), (size_t)length[1], out) != (size_t)length[1] || fflush(out))
            return DISK_IS_FULL;
        free(q);
        free(r);
    }
    return 0;
}

#endif
