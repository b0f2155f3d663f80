/* Asks a reader's function one question after the other: program QUESTIONS REPLIES [MODE]. A
 * file of questions holds for each its length, the length of its reply, and itself. What
 * is answered is written at once, so that it is known where it ended.
 *
 * In a mode it tells something else, where sanitizers, C library and processor can:
 *
 *     loop       where it is, many times, on standard error; for what does not end
 *     invalid    it ends with a report where the first number that is none comes about
 *     infinite   … where the first infinite one does
 *     flags      its replies are two numbers a question: was anything no number on the way,
 *                and was anything divided by 0? */
#ifndef ONE_H
#define ONE_H
#include "ask.h"

#include <fenv.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

void __sanitizer_print_stack_trace(void) __attribute__((weak));
int feenableexcept(int) __attribute__((weak));

enum { SAMPLES = 60, MICROSECONDS = 4000 };

static void say_where(int number) {
    static int said;
    (void)number;
    fputs("sample\n", stderr);
    __sanitizer_print_stack_trace();
    fputs("\n\n", stderr);
    if (++said == SAMPLES)
        _exit(0);
}

static void begin(const char *mode) {
    if (!strcmp(mode, "loop") && __sanitizer_print_stack_trace) {
        signal(SIGPROF, say_where);
        setitimer(ITIMER_PROF, &(struct itimerval){{0, MICROSECONDS}, {0, MICROSECONDS}}, NULL);
    }
    if (!strcmp(mode, "invalid") && feenableexcept)
        feenableexcept(FE_INVALID);
    if (!strcmp(mode, "infinite") && feenableexcept)
        feenableexcept(FE_DIVBYZERO | FE_OVERFLOW);
}

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
    FILE *in = count >= 3 ? fopen(word[1], "rb") : NULL, *out = in ? fopen(word[2], "wb") : NULL;
    const char *mode = count == 4 ? word[3] : "";
    double length[2];
    begin(mode);
    while (out && fread(length, sizeof(double), 2, in) == 2) {
        double *q = malloc((size_t)length[0] * sizeof(double));
        double *r = malloc((size_t)length[1] * sizeof(double));
        if (!q || !r || fread(q, sizeof(double), (size_t)length[0], in) != (size_t)length[0])
            return 3;
        feclearexcept(FE_ALL_EXCEPT);
        ask_one(0, q, r);
        if (!strcmp(mode, "flags")) {
            const double seen[] = {fetestexcept(FE_INVALID) != 0, fetestexcept(FE_DIVBYZERO) != 0};
            fwrite(seen, sizeof(double), 2, out);
        } else if (fwrite(r, sizeof(double), (size_t)length[1], out) != (size_t)length[1] ||
                   fflush(out))
            return DISK_IS_FULL;
        free(q);
        free(r);
    }
    return 0;
}

#endif
