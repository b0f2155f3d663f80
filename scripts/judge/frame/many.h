/* Asks many variants of a function the same questions, each in a process of its own, since
 * it may crash or never end: program QUESTIONS REPLIES FIRST LAST MILLISECONDS. The replies: for
 * each variant how many numbers it answered, and as many places as the questions have replies. */
#ifndef MANY_H
#define MANY_H
#include "ask.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

double *matrix_at(const matrix *M, int i, int j, const char *name, int line) {
    static double nowhere;
    (void)name;
    (void)line;
    if (i >= 0 && i < M->rows && j >= 0 && j < M->cols)
        return &M->data[(size_t)i * (size_t)M->cols + (size_t)j];
    changed = 2;
    nowhere = NAN;
    return &nowhere;
}

int main(int count, char **word) {
    FILE *in = count == 6 ? fopen(word[1], "rb") : NULL;
    if (in == NULL || fseek(in, 0, SEEK_END))
        return 2;
    size_t bytes = (size_t)ftell(in), replies = 0;
    double *all = malloc(bytes + 1);
    rewind(in);
    if (all == NULL || fread(all, 1, bytes, in) != bytes)
        return 3;
    const double *end = all + bytes / sizeof(double);
    for (const double *q = all; q < end; q += 2 + (size_t)q[0])
        replies += (size_t)q[1];
    size_t room = (replies + 1) * sizeof(double);
    double *found = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    FILE *out = fopen(word[2], "wb");
    if (found == MAP_FAILED || out == NULL)
        return 3;
    for (int which = atoi(word[3]); which <= atoi(word[4]); which++) {
        memset(found, 0, room);
        pid_t process = fork();
        if (process == 0) {
            setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
            setitimer(ITIMER_VIRTUAL, &(struct itimerval){{0, 0}, {0, 1000 * atoi(word[5])}}, NULL);
            fclose(stdout);
            double *r = found + 1;
            for (const double *q = all; q < end; q += 2 + (size_t)q[0]) {
                ask_one(which, q + 2, r);
                r += (size_t)q[1];
                found[0] = (double)(r - found - 1);
            }
            _exit(0);
        }
        waitpid(process, NULL, 0);
        fwrite(found, sizeof(double), replies + 1, out);
    }
    return fclose(out) ? 2 : 0;
}

#endif
