/* One check of the gradient of the network 64-32-1 (tanh) on the digits, timed.
 *
 *     check DIGITS.csv THETA entries|directions THREADS
 *
 * Writes the point to the file THETA, as doubles, for other checkers. Prints
 * seconds, evaluations, entries passed, the fewest digits, the checker's bytes,
 * the noise of J in ε|J|, and J. Reading the data is not timed; the gradient is.
 * Status 1 unless the gradient, which is right, passes. */
#define _POSIX_C_SOURCE 200809L /* threads, barriers, a clock */

#include "backprop.h"
#include "gradcheck.h"
#include "network_steps.h"
#include "random_matrix.h"

#include <float.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { M = 1797, N0 = 64, N1 = 32, SIZE = N1 * N0 + N1 + N1 + 1, MOST_THREADS = 2, OPEN = 256 };

static double x[N0 * M], y[M], theta[SIZE], gradient[SIZE];
static gw_matrix Y = {1, M, M, y};

/* A network at a point of its own, and workspace. */
typedef struct {
    double theta[SIZE], z1[N1 * M], a1[N1 * M], z2[M], a2[M], z[M];
    gw_network net;
    gw_network_pass pass;
    gw_matrix room;
} network;

static network at_theta, worker[MOST_THREADS];

/* The questions open now, and the next that nobody has taken. */
static gw_gradcheck *check;
static gw_gradcheck_ask ask[OPEN];
static double answer[OPEN];
static int asked, threads, ended;
static atomic_int taken;
static pthread_barrier_t barrier;

static void must(int good, const char *what) {
    if (!good) {
        fprintf(stderr, "check: %s\n", what);
        exit(2);
    }
}

static void done(gw_status status) {
    must(status == GW_OK, gw_status_text(status));
}

static void read_digits(const char *path) {
    FILE *file = fopen(path, "r");
    char line[1024];
    must(file != NULL, "cannot open the digits");
    must(fgets(line, sizeof line, file) != NULL, "the digits have no heading");
    for (int i = 0; i < M; i++) {
        must(fgets(line, sizeof line, file) != NULL, "the digits are too few");
        char *at = line;
        for (int k = 0; k < N0; k++, at++)
            x[k * M + i] = strtod(at, &at) / 16;
        y[i] = strtod(at, NULL) >= 5;
    }
    fclose(file);
}

static void random_point(void) {
    gw_random rng;
    gw_random_seed(&rng, 1);
    gw_matrix W1 = {N1, N0, N0, theta}, rest = {1, SIZE - N1 * N0, SIZE - N1 * N0, theta + N1 * N0};
    done(gw_random_fill_normal(&rng, 1 / sqrt(N0), &W1));
    done(gw_random_fill_normal(&rng, 1 / sqrt(N1), &rest));
}

static void start(network *n, const double *at) {
    memcpy(n->theta, at, sizeof n->theta);
    double *p = n->theta;
    n->net = (gw_network){.layers = 2, .g[1] = GW_TANH};
    n->net.W[1] = (gw_matrix){N1, N0, N0, p};
    n->net.b[1] = (gw_matrix){N1, 1, 1, p += N1 * N0};
    n->net.W[2] = (gw_matrix){1, N1, N1, p += N1};
    n->net.b[2] = (gw_matrix){1, 1, 1, p + N1};
    n->pass.A[0] = (gw_matrix){N0, M, M, x};
    n->pass.Z[1] = (gw_matrix){N1, M, M, n->z1};
    n->pass.A[1] = (gw_matrix){N1, M, M, n->a1};
    n->pass.Z[2] = (gw_matrix){1, M, M, n->z2};
    n->pass.A[2] = (gw_matrix){1, M, M, n->a2};
    n->room = (gw_matrix){1, M, M, n->z};
    done(gw_network_steps_start(&n->net, &Y, &n->pass));
}

/* J at any point: a step by nothing from there. */
static double cost(network *n, const double *at) {
    double J;
    start(n, at);
    done(gw_network_steps_cost(&n->net, &Y, &n->pass, 0, at[0], &n->room, &J));
    return J;
}

static void find_gradient(void) {
    static double dz2[M], dz1[N1 * M];
    double *g = gradient;
    gw_network_gradient all = {.dZ = {[1] = {N1, M, M, dz1}, [2] = {1, M, M, dz2}}};
    all.dW[1] = (gw_matrix){N1, N0, N0, g};
    all.db[1] = (gw_matrix){N1, 1, 1, g += N1 * N0};
    all.dW[2] = (gw_matrix){1, N1, N1, g += N1};
    all.db[2] = (gw_matrix){1, 1, 1, g + N1};
    done(gw_backprop(&at_theta.net, &Y, &at_theta.pass, &all));
}

static void answer_open(network *own) {
    double at[SIZE];
    for (int i; (i = atomic_fetch_add(&taken, 1)) < asked;)
        if (ask[i].entry >= 0) {
            done(gw_network_steps_cost(&at_theta.net, &Y, &at_theta.pass, ask[i].entry,
                                       ask[i].value, &own->room, &answer[i]));
        } else {
            done(gw_gradcheck_point(check, ask[i].id, at));
            answer[i] = cost(own, at);
        }
}

static void *help(void *own) {
    for (;;) {
        pthread_barrier_wait(&barrier); /* questions are open */
        if (ended)
            return NULL;
        answer_open(own);
        pthread_barrier_wait(&barrier); /* all are answered */
    }
}

static void run(void) {
    pthread_t thread[MOST_THREADS];
    pthread_barrier_init(&barrier, NULL, (unsigned)threads);
    for (int t = 1; t < threads; t++)
        must(pthread_create(&thread[t], NULL, help, &worker[t]) == 0, "no thread");
    for (;;) {
        for (asked = 0; asked < OPEN && gw_gradcheck_next(check, &ask[asked]);)
            asked++;
        ended = asked == 0;
        taken = 0;
        pthread_barrier_wait(&barrier);
        if (ended)
            break;
        answer_open(&worker[0]);
        pthread_barrier_wait(&barrier);
        for (int i = 0; i < asked; i++)
            done(gw_gradcheck_tell(check, ask[i].id, answer[i]));
    }
    for (int t = 1; t < threads; t++)
        pthread_join(thread[t], NULL);
    pthread_barrier_destroy(&barrier);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int count, char **args) {
    must(count == 5, "check DIGITS.csv THETA entries|directions THREADS");
    read_digits(args[1]);
    random_point();
    FILE *file = fopen(args[2], "wb");
    must(file != NULL && fwrite(theta, sizeof theta, 1, file) == 1 && fclose(file) == 0,
         "cannot write the point");
    int directions = strcmp(args[3], "directions") == 0;
    threads = atoi(args[4]);
    must(threads >= 1 && threads <= MOST_THREADS, "one thread or two");
    for (int t = 0; t < threads; t++)
        worker[t].room = (gw_matrix){1, M, M, worker[t].z};

    const gw_gradcheck_block block[] = {{"W1", 0, N1, N0},
                                        {"b1", N1 * N0, N1, 1},
                                        {"W2", N1 * N0 + N1, 1, N1},
                                        {"b2", SIZE - 1, 1, 1}};
    const gw_gradcheck_problem problem = {.size = SIZE,
                                          .blocks = 4,
                                          .theta = theta,
                                          .gradient = gradient,
                                          .block = block,
                                          .seed = 1,
                                          .mode = directions ? GW_GRADCHECK_DIRECTIONS
                                                             : GW_GRADCHECK_ENTRIES};
    size_t bytes = gw_gradcheck_bytes(SIZE, 4);
    void *memory = malloc(bytes);
    must(memory != NULL, "no memory");
    double J, began = now();
    start(&at_theta, theta);
    find_gradient();
    done(gw_gradcheck_start(&problem, memory, &check));
    run();
    gw_gradcheck_summary all;
    done(gw_gradcheck_result(check, &all));
    double seconds = now() - began;
    done(gw_network_steps_cost(&at_theta.net, &Y, &at_theta.pass, 0, theta[0], &at_theta.room, &J));
    printf("%.6f %.0f %d %.2f %zu %.2f %.17g\n", seconds, all.evaluations, all.passed, all.digits,
           bytes, all.noise / (DBL_EPSILON * fabs(J)), J);
    free(memory);
    return all.verdict == GW_PASS ? 0 : 1;
}
