/* Trainings of every awkward shape, for the tests of csrc/fast: random examples that are
 * the same for a number on every machine, in matrices wider than their rows, that begin
 * at a place that is no whole vector. */
#ifndef GW_SHAPES_H
#define GW_SHAPES_H

#include "at.h"
#include "elementwise.h"
#include "logistic_regression_fast.h"
#include "network_fast.h"
#include "random.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    int32_t n0, n1, m; /* n1 = 0 is logistic regression */
    gw_activation g1;
    int32_t beside; /* doubles between the rows */
} shape;

/* One example; fewer than a vector; one more or less than a group, a block, a leaf; odd
 * numbers of leaves' groups; more features than are taken together; rows so far from each
 * other that they count as beyond every cache, of more and of fewer features than a block. */
static const shape SHAPES[] = {
    {1, 0, 1, 0, 0},
    {2, 0, 400, 0, 0},
    {3, 0, 7, 0, 1},
    {5, 0, 129, 0, 3},
    {30, 0, 569, 0, 0},
    {11, 0, 1025, 0, 5},
    {4, 0, 5003, 0, 2},
    {17, 0, 2048, 0, 1},
    {1, 1, 1, GW_TANH, 0},
    {2, 4, 400, GW_TANH, 0},
    {3, 5, 9, GW_SIGMOID, 1},
    {2, 3, 257, GW_RELU, 3},
    {7, 9, 1025, GW_TANH, 2},
    {65, 6, 300, GW_TANH, 1},
    {130, 8, 77, GW_LEAKY_RELU, 0},
    {6, 33, 511, GW_TANH, 4},
    {5, 2, 4099, GW_TANH, 7},
    {13, 10, 2050, GW_SIGMOID, 0},
    {8, 12, 96, GW_IDENTITY, 9},
    {19, 0, 2051, 0, 60000},
    {3000, 0, 131, 0, 300},
};
enum { MANY_SHAPES = sizeof SHAPES / sizeof *SHAPES };

typedef struct {
    shape of;
    gw_network net; /* in logistic regression W[1] holds w as a column, b[1] b */
    gw_matrix X, Y, J;
} training;

/* A matrix whose data begins one double behind what malloc gave. */
static gw_matrix shapes_matrix(int32_t rows, int32_t cols, int32_t beside) {
    gw_matrix M = {rows, cols, cols + beside, NULL};
    double *memory = malloc(((size_t)rows * (size_t)M.stride + 1) * sizeof(double));
    if (memory == NULL)
        abort();
    for (size_t i = 0; i <= (size_t)rows * (size_t)M.stride; i++)
        memory[i] = -1e300; /* beside the rows: nobody may read it */
    M.data = memory + 1;
    return M;
}

static void shapes_fill(gw_matrix *M, gw_random *rng, double size) {
    for (int32_t i = 0; i < M->rows; i++)
        for (int32_t j = 0; j < M->cols; j++)
            at(M, i, j) = size * (2 * gw_random_uniform(rng) - 1);
}

static training shapes_begin(shape of, uint64_t seed, int32_t iterations) {
    gw_random rng;
    gw_random_seed(&rng, seed);
    training t = {.of = of};
    gw_network *net = &t.net;
    net->layers = 2;
    net->g[1] = of.g1;
    t.X = shapes_matrix(of.n0, of.m, of.beside);
    t.Y = shapes_matrix(1, of.m, of.beside);
    t.J = shapes_matrix(1, iterations, 0);
    net->W[1] = of.n1 ? shapes_matrix(of.n1, of.n0, of.beside) : shapes_matrix(of.n0, 1, of.beside);
    net->b[1] = shapes_matrix(of.n1 ? of.n1 : 1, 1, of.beside);
    net->W[2] = shapes_matrix(1, of.n1 ? of.n1 : 1, 0);
    net->b[2] = shapes_matrix(1, 1, 0);
    shapes_fill(&t.X, &rng, 2);
    for (int32_t i = 0; i < of.m; i++)
        t.Y.data[i] = i % 7 == 3 ? gw_random_uniform(&rng) : gw_random_below(&rng, 2);
    for (int l = 1; l <= 2; l++) {
        shapes_fill(&net->W[l], &rng, 1);
        shapes_fill(&net->b[l], &rng, 0.5);
    }
    return t;
}

static void shapes_end(training *t) {
    gw_matrix *all[] = {&t->X,        &t->Y,        &t->J,       &t->net.W[1],
                        &t->net.b[1], &t->net.W[2], &t->net.b[2]};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]->data - 1);
}

static gw_status shapes_train(training *t, double alpha, int32_t threads) {
    int32_t size;
    if (t->of.n1 == 0)
        GW_TRY(gw_fast_logistic_regression_room(t->of.n0, t->of.m, threads, &size));
    else
        GW_TRY(gw_fast_network_room(&t->net, t->of.m, threads, &size));
    gw_matrix room = shapes_matrix(1, size, 0);
    gw_network *net = &t->net;
    gw_status status = t->of.n1 == 0
                           ? gw_fast_logistic_regression(&t->X, &t->Y, alpha, &net->W[1],
                                                         &net->b[1], &t->J, &room, threads)
                           : gw_fast_network(net, &t->X, &t->Y, alpha, &t->J, &room, threads);
    free(room.data - 1);
    return status;
}

/* FNV-1a of the doubles of a matrix. */
static uint64_t shapes_hash(uint64_t hash, const gw_matrix *M) {
    for (int32_t i = 0; i < M->rows; i++)
        for (int32_t j = 0; j < M->cols; j++) {
            uint64_t word;
            memcpy(&word, &at(M, i, j), sizeof word);
            for (int k = 0; k < 64; k += 8)
                hash = (hash ^ (word >> k & 0xff)) * UINT64_C(0x100000001b3);
        }
    return hash;
}

/* Of all costs on the way and all parameters at the end. */
static uint64_t shapes_hash_of(const training *t) {
    uint64_t hash = shapes_hash(UINT64_C(0xcbf29ce484222325), &t->J);
    for (int l = 1; l <= (t->of.n1 ? 2 : 1); l++)
        hash = shapes_hash(shapes_hash(hash, &t->net.W[l]), &t->net.b[l]);
    return hash;
}

#endif
