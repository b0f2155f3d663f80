/* What the trainings of csrc/fast take of the system: memory THREADS
 *
 * This program's malloc counts. For each shape it allocates the workspace, trains, and
 * prints a line «N0 N1 M BYTES CALLS TASKS»: the bytes that were asked for beside X and Y,
 * all told; by how many calls a training of 50 iterations asked more often than one of 5;
 * and how many threads the process has behind it. The examples are zeros that nobody has
 * written, so that a million of them take no memory. */
#define _GNU_SOURCE

#include "logistic_regression_fast.h"
#include "network_fast.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* glibc's own names of what is counted. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static long calls, bytes;

static void count(size_t size) {
    __atomic_add_fetch(&calls, 1, __ATOMIC_RELAXED);
    __atomic_add_fetch(&bytes, (long)size, __ATOMIC_RELAXED);
}

void *malloc(size_t size) {
    count(size);
    return __libc_malloc(size);
}

void *calloc(size_t many, size_t size) {
    count(many * size);
    return __libc_calloc(many, size);
}

void *realloc(void *old, size_t size) {
    count(size);
    return __libc_realloc(old, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count(size);
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **place, size_t alignment, size_t size) {
    count(size);
    *place = __libc_memalign(alignment, size);
    return *place ? 0 : 12;
}

static double *zeros(int64_t many) {
    void *place = mmap(NULL, (size_t)many * sizeof(double), PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place == MAP_FAILED)
        exit(2);
    return place;
}

static int tasks(void) {
    int many = -2; /* . and .. */
    DIR *folder = opendir("/proc/self/task");
    while (folder != NULL && readdir(folder) != NULL)
        many++;
    if (folder != NULL)
        closedir(folder);
    return many;
}

static void must(gw_status status) {
    if (status != GW_OK) {
        fprintf(stderr, "memory: %s\n", gw_status_text(status));
        exit(1);
    }
}

/* A training of so many iterations with a workspace of its own. */
static void train(gw_network *net, const gw_matrix *X, const gw_matrix *Y, int32_t iterations,
                  int32_t threads) {
    double costs[64];
    gw_matrix J = {1, iterations, iterations, costs};
    int32_t size;
    must(net->layers == 1 ? gw_fast_logistic_regression_room(X->rows, X->cols, threads, &size)
                          : gw_fast_network_room(net, X->cols, threads, &size));
    gw_matrix room = {1, size, size, malloc(sizeof(double) * (size_t)size)};
    must(net->layers == 1
             ? gw_fast_logistic_regression(X, Y, 0.1, &net->W[1], &net->b[1], &J, &room, threads)
             : gw_fast_network(net, X, Y, 0.1, &J, &room, threads));
    free(room.data);
}

int main(int argc, char **argv) {
    /* First those for which two threads do not pay. */
    static const int32_t SHAPES[][3] = {
        {2, 0, 400},    {30, 0, 569},    {2, 4, 400},      {4, 8, 2000},
        {64, 32, 1797}, {1, 0, 1000000}, {32, 0, 1000000}, {32, 4, 1000000},
    };
    static double W1[64 * 64], W2[64], b1[64], b2[1];
    int32_t threads = argc > 1 ? atoi(argv[1]) : 0;
    for (size_t k = 0; k < sizeof SHAPES / sizeof *SHAPES; k++) {
        int32_t n0 = SHAPES[k][0], n1 = SHAPES[k][1], m = SHAPES[k][2];
        gw_matrix X = {n0, m, m, zeros((int64_t)n0 * m)}, Y = {1, m, m, zeros(m)};
        gw_network net = {.layers = n1 ? 2 : 1, .g = {0, GW_TANH}};
        net.W[1] = n1 ? (gw_matrix){n1, n0, n0, W1} : (gw_matrix){n0, 1, 1, W1};
        net.b[1] = n1 ? (gw_matrix){n1, 1, 1, b1} : (gw_matrix){1, 1, 1, b1};
        net.W[2] = (gw_matrix){1, n1 ? n1 : 1, n1 ? n1 : 1, W2};
        net.b[2] = (gw_matrix){1, 1, 1, b2};
        bytes = 0;
        train(&net, &X, &Y, 1, threads); /* with what OpenMP asks for its first team */
        long all = bytes, few = calls;
        train(&net, &X, &Y, 5, threads);
        few = calls - few;
        long many = calls;
        train(&net, &X, &Y, m > 100000 ? 10 : 50, threads);
        many = calls - many;
        printf("%d %d %d %ld %ld %d\n", n0, n1, m, all, many - few, tasks());
        munmap(X.data, sizeof(double) * (size_t)n0 * (size_t)m);
        munmap(Y.data, sizeof(double) * (size_t)m);
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
