/* Our trainings in the bench: ours INSTRUCTIONS THREADS [cpu]
 *
 * Reads lines «ROW N0 N1 M SECONDS» and answers each with a line «SECONDS J»: the time of
 * an iteration, the least of as many runs as fit into SECONDS, and the cost before the
 * tenth update. N1 = 0 is logistic regression. ROW «read» is how long reading N0 · M
 * doubles takes, and «gemm» a product of N0 × N0 matrices by BLAS. «cpu» counts the
 * processor's time alone, which with one thread is that of a machine without other work.
 * Status 3 without these instructions. */
#define _POSIX_C_SOURCE 200809L /* a clock */

#include "elementwise.h"
#include "logistic_regression_fast.h"
#include "network_fast.h"
#include "product.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CHECKED = 10 };

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

static gw_status train(gw_network *net, const gw_matrix *X, const gw_matrix *Y, gw_matrix *J,
                       gw_matrix *room, int32_t threads) {
    return net->layers == 1
               ? gw_fast_logistic_regression(X, Y, 0.1, &net->W[1], &net->b[1], J, room, threads)
               : gw_fast_network(net, X, Y, 0.1, J, room, threads);
}

/* The least time of an iteration of `many`, which take some 2 ms, less than a turn of others. */
static gw_status training(int32_t n0, int32_t n1, int32_t m, double time, int32_t threads,
                          double *least, double *cost) {
    gw_matrix X = made(n0, m), Y = made(1, m);
    numbers(&X, 0, 1);
    for (int32_t i = 0; i < m; i++)
        Y.data[i] = number((uint64_t)i + UINT64_C(1000000007)) > 0;
    gw_network net = {.layers = n1 ? 2 : 1, .g = {0, GW_TANH}};
    net.W[1] = n1 ? made(n1, n0) : made(n0, 1);
    net.b[1] = made(n1 ? n1 : 1, 1);
    net.W[2] = made(1, n1 ? n1 : 1);
    net.b[2] = made(1, 1);
    if (n1) { /* logistic regression begins at 0 */
        numbers(&net.W[1], 77, 0.1);
        numbers(&net.W[2], 78, 0.1);
    }
    int32_t size = 0;
    gw_status status = n1 ? gw_fast_network_room(&net, m, threads, &size)
                          : gw_fast_logistic_regression_room(n0, m, threads, &size);
    if (status != GW_OK)
        return status;
    gw_matrix room = made(1, size), J = made(1, CHECKED);
    double begin = seconds();
    status = train(&net, &X, &Y, &J, &room, threads);
    *cost = J.data[CHECKED - 1];
    double once = (seconds() - begin) / CHECKED;
    int32_t many = once > 1e-3 ? 1 : (int32_t)(2e-3 / once);
    free(J.data);
    J = made(1, many);
    *least = 1e9;
    for (double end = seconds() + time; status == GW_OK && seconds() < end;) {
        begin = seconds();
        status = train(&net, &X, &Y, &J, &room, threads);
        double took = (seconds() - begin) / many;
        *least = took < *least ? took : *least;
    }
    gw_matrix *all[] = {&X, &Y, &room, &J, &net.W[1], &net.b[1], &net.W[2], &net.b[2]};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]->data);
    return status;
}

/* The sum of so many numbers, eight side by side: what is read, no more. */
static double reading(int64_t many, int32_t threads, double time, double *sum) {
    typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
    gw_matrix M = made(1, (int32_t)many);
    for (int64_t i = 0; i < many; i++)
        M.data[i] = 1;
    double least = 1e9;
    for (double end = seconds() + time; seconds() < end;) {
        double begin = seconds(), total = 0;
#pragma omp parallel for num_threads(threads) reduction(+ : total)
        for (int64_t part = 0; part < 64; part++) {
            lanes s[4] = {{0}};
            const double *x = M.data + many / 64 * part;
            for (int64_t i = 0; i + 32 <= many / 64; i += 32)
                for (int k = 0; k < 4; k++)
                    s[k] += *(const lanes *)(x + i + 8 * k);
            for (int k = 0; k < 32; k++)
                total += s[k / 8][k % 8];
        }
        double took = seconds() - begin;
        least = took < least ? took : least;
        *sum = total;
    }
    free(M.data);
    return least;
}

static gw_status product(int32_t n, double time, double *least, double *cost) {
    gw_matrix A = made(n, n), B = made(n, n), C = made(n, n);
    numbers(&A, 1, 1);
    numbers(&B, 2, 1);
    *least = 1e9;
    for (double end = seconds() + time; seconds() < end;) {
        double begin = seconds();
        GW_TRY(gw_fast_multiply(&A, &B, &C));
        double took = seconds() - begin;
        *least = took < *least ? took : *least;
    }
    *cost = C.data[0];
    free(A.data);
    free(B.data);
    free(C.data);
    return GW_OK;
}

int main(int argc, char **argv) {
    if (argc != 3 && !(argc == 4 && strcmp(argv[3], "cpu") == 0))
        return 2;
    if (argc == 4)
        timer = CLOCK_PROCESS_CPUTIME_ID;
    if (gw_fast_use((gw_instructions)atoi(argv[1])) != GW_OK)
        return 3;
    int32_t threads = atoi(argv[2]);
    char row[32];
    int32_t n0, n1, m;
    double time, least = 0, J = 0;
    while (scanf("%31s %d %d %d %lf", row, &n0, &n1, &m, &time) == 5) {
        gw_status status = GW_OK;
        if (strcmp(row, "read") == 0)
            least = reading((int64_t)n0 * m, threads, time, &J);
        else if (strcmp(row, "gemm") == 0)
            status = product(n0, time, &least, &J);
        else
            status = training(n0, n1, m, time, threads, &least, &J);
        if (status != GW_OK) {
            fprintf(stderr, "bench: row %s: %s\n", row, gw_status_text(status));
            return 1;
        }
        printf("%.9g %.17g\n", least, J);
        fflush(stdout);
    }
    return 0;
}
