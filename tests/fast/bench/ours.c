/* Our trainings in the bench. Reads commands, and answers each with a line:
 *
 *     load N0 N1 M                         makes examples and a model, N1 = 0 for logistic
 *                                          regression: 0
 *     cost INSTRUCTIONS THREADS            the cost before the tenth update
 *     train INSTRUCTIONS THREADS SECONDS   seconds an iteration takes, the least of as many
 *                                          runs as fit into SECONDS
 *     one INSTRUCTIONS THREADS SECONDS     the same, each iteration by a call of its own
 *     read THREADS SECONDS                 seconds that reading X takes
 *     products THREADS SECONDS             the network's two large products, by OpenBLAS
 *     square THREADS SECONDS               a product of two 1000 × 1000 matrices, by OpenBLAS
 *     blas                                 its name
 *
 * «-» is the answer where this processor has no such instructions, or no OpenBLAS was
 * there. With the argument «cpu» the processor's time counts alone, which with one thread
 * is that of a machine without other work. */
#define _POSIX_C_SOURCE 200809L /* a clock */

#include "elementwise.h"
#include "logistic_regression_fast.h"
#include "network_fast.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef GW_BENCH_BLAS
#include <cblas.h>
#endif

enum { CHECKED = 10, MOST = 4096, SQUARE = 1000 };

static clockid_t timer = CLOCK_MONOTONIC;

static double seconds(void) {
    struct timespec t;
    clock_gettime(timer, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static gw_matrix made(int32_t rows, int32_t cols) {
    gw_matrix M = {rows, cols, cols, calloc((size_t)rows * (size_t)cols, sizeof(double))};
    if (M.data == NULL)
        exit(2);
    return M;
}

/* Number i of a sequence from −1 to 1, as others.py has it too. */
static double number(uint64_t i) {
    uint64_t h = (i + 1) * UINT64_C(0x9e3779b97f4a7c15);
    h = (h ^ (h >> 29)) * UINT64_C(0xbf58476d1ce4e5b9);
    return (double)((h ^ (h >> 32)) >> 11) * 0x1p-52 - 1;
}

static void numbers(gw_matrix *M, uint64_t from, double size) {
    for (size_t i = 0; i < (size_t)M->rows * (size_t)M->cols; i++)
        M->data[i] = size * number(from + i);
}

/* What was loaded. */
static gw_matrix X, Y, J, room;
static gw_network net;

static void start(void) {
    numbers(&net.W[1], 77, net.layers == 2 ? 0.1 : 0); /* logistic regression begins at 0 */
    numbers(&net.W[2], 78, net.layers == 2 ? 0.1 : 0);
    for (int l = 1; l <= 2; l++)
        memset(net.b[l].data, 0, sizeof(double) * (size_t)net.b[l].rows);
}

static void load(int32_t n0, int32_t n1, int32_t m) {
    gw_matrix *all[] = {&X, &Y, &J, &net.W[1], &net.b[1], &net.W[2], &net.b[2]};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]->data);
    X = made(n0, m);
    Y = made(1, m);
    J = made(1, MOST);
    numbers(&X, 0, 1);
    for (int32_t i = 0; i < m; i++)
        Y.data[i] = number((uint64_t)i + UINT64_C(1000000007)) > 0;
    net.layers = n1 ? 2 : 1;
    net.g[1] = GW_TANH;
    net.W[1] = n1 ? made(n1, n0) : made(n0, 1);
    net.b[1] = made(n1 ? n1 : 1, 1);
    net.W[2] = made(1, n1 ? n1 : 1);
    net.b[2] = made(1, 1);
    start();
}

static gw_status train(int32_t iterations, int32_t threads) {
    gw_matrix costs = {1, iterations, iterations, J.data};
    return net.layers == 1 ? gw_fast_logistic_regression(&X, &Y, 0.1, &net.W[1], &net.b[1], &costs,
                                                         &room, threads)
                           : gw_fast_network(&net, &X, &Y, 0.1, &costs, &room, threads);
}

/* Room for so many threads, and these instructions; 0 where they are missing. */
static int prepare(int32_t instructions, int32_t threads) {
    int32_t size = 0;
    gw_status status = net.layers == 2
                           ? gw_fast_network_room(&net, X.cols, threads, &size)
                           : gw_fast_logistic_regression_room(X.rows, X.cols, threads, &size);
    if (gw_fast_use((gw_instructions)instructions) != GW_OK)
        return 0;
    if (status != GW_OK)
        exit(1);
    if (room.cols < size) {
        free(room.data);
        room = made(1, size);
    }
    return 1;
}

/* The least time of an iteration; so many at once take some 2 ms, less than a turn of others. */
static double training(int apart, int32_t threads, double time) {
    start();
    gw_status status = train(1, threads);
    double begin = seconds(), least = 1e9;
    status |= train(1, threads);
    double once = seconds() - begin;
    int32_t many = once > 1e-3 ? 1 : once > 2e-3 / MOST ? (int32_t)(2e-3 / once) : MOST;
    for (double end = seconds() + time; status == GW_OK && seconds() < end;) {
        begin = seconds();
        for (int32_t i = 0; i < (apart ? many : 1); i++)
            status |= train(apart ? 1 : many, threads);
        double took = (seconds() - begin) / many;
        least = took < least ? took : least;
    }
    if (status != GW_OK) {
        fprintf(stderr, "bench: a training failed\n");
        exit(1);
    }
    return least;
}

/* The sum of X's numbers, eight side by side: what is read, no more. */
static double reading(int32_t threads, double time) {
    typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
    int64_t many = (int64_t)X.rows * X.cols;
    double sum = 0;
    double least = 1e9;
    for (double end = seconds() + time; seconds() < end;) {
        double begin = seconds(), total = 0;
#pragma omp parallel for num_threads(threads) reduction(+ : total)
        for (int64_t part = 0; part < 64; part++) {
            lanes s[4] = {{0}};
            const double *x = X.data + many / 64 * part;
            for (int64_t i = 0; i + 32 <= many / 64; i += 32)
                for (int k = 0; k < 4; k++)
                    s[k] += *(const lanes *)(x + i + 8 * k);
            for (int k = 0; k < 32; k++)
                total += s[k / 8][k % 8];
        }
        double took = seconds() - begin;
        least = took < least ? took : least;
        sum += total;
    }
    return isnan(sum) ? -1 : least; /* so that it is computed */
}

#ifdef GW_BENCH_BLAS
/* The least time of W1 X and dZ1 Xᵀ, or of a square product. */
static double products(int square, int32_t threads, double time) {
    int32_t n0 = square ? SQUARE : X.rows, n1 = square ? SQUARE : net.W[1].rows,
            m = square ? SQUARE : X.cols;
    gw_matrix A = made(n1, n0), B = made(n0, m), Z = made(n1, m);
    numbers(&A, 1, 1);
    numbers(&B, 2, 1);
    double least = 1e9;
    openblas_set_num_threads(threads);
    for (double end = seconds() + time; seconds() < end;) {
        double begin = seconds();
        cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n1, m, n0, 1, A.data, n0, B.data, m,
                    0, Z.data, m);
        if (!square)
            cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, n1, n0, m, 1, Z.data, m, B.data, m,
                        0, A.data, n0);
        double took = seconds() - begin;
        least = took < least ? took : least;
        numbers(&A, 1, 1); /* as small as before */
    }
    free(A.data);
    free(B.data);
    free(Z.data);
    return least;
}

static const char *blas(void) {
    return openblas_get_config();
}
#else
static double products(int square, int32_t threads, double time) {
    (void)square;
    (void)threads;
    (void)time;
    return -1;
}

static const char *blas(void) {
    return "-";
}
#endif

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "cpu") == 0)
        timer = CLOCK_PROCESS_CPUTIME_ID;
    char line[128], word[32];
    while (fgets(line, sizeof line, stdin) != NULL) {
        double a[3] = {0};
        if (sscanf(line, "%31s %lf %lf %lf", word, a, a + 1, a + 2) < 1)
            return 2;
        double found = -1; /* missing */
        int32_t first = (int32_t)a[0], second = (int32_t)a[1];
        if (strcmp(word, "load") == 0) {
            load(first, second, (int32_t)a[2]);
            found = 0;
        } else if (strcmp(word, "cost") == 0 && prepare(first, second)) {
            start();
            found = train(CHECKED, second) == GW_OK ? J.data[CHECKED - 1] : -1;
        } else if (strcmp(word, "train") == 0 && prepare(first, second)) {
            found = training(0, second, a[2]);
        } else if (strcmp(word, "one") == 0 && prepare(first, second)) {
            found = training(1, second, a[2]);
        } else if (strcmp(word, "read") == 0) {
            found = reading(first, a[1]);
        } else if (strcmp(word, "products") == 0 || strcmp(word, "square") == 0) {
            found = products(word[0] == 's', first, a[1]);
        }
        if (strcmp(word, "blas") == 0)
            printf("%s\n", blas());
        else if (found < 0)
            printf("-\n");
        else
            printf("%.17g\n", found);
        fflush(stdout);
    }
    return 0;
}
