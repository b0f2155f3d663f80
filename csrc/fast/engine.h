/* Gradient descent in whole iterations, fused: cost, gradient and update in one go over
 * the examples, with leaves and tree as csrc/fast/tree.h has them. What is trained is a
 * model, csrc/fast/logistic_regression_fast.h or network_fast.h; who spreads the examples
 * over several machines uses gw_engine_sums and gw_engine_update.
 *
 * Everything is the same to the last bit with any instruction set, any number of threads
 * and any cut into runs of leaves. */
#ifndef GW_ENGINE_H
#define GW_ENGINE_H

#include "matrix.h"
#include "network.h"
#include "tree.h"

#ifndef GW_CDEF
/* A network of two layers as the kernels want it: hidden units in tiles of four, the last
 * tile filled up with zeros. θ, and the sums of its derivatives, have the places
 *     W1[4t + r][k] at 4(t n0 + k) + r,   b1[j] at b1 + j,   W2[j] at W2 + j,   b2. */
typedef struct {
    int32_t n0, n1, tiles; /* tiles = ⌈n1/4⌉ */
    gw_activation g1;
    int32_t b1, W2, b2;
} gw_network_places;

/* What an iteration needs to know. */
typedef struct {
    int32_t features, parameters; /* rows of X; numbers in θ, filling included */
    int64_t room;                 /* doubles of workspace for a thread */
    double cost;                  /* seconds an example, roughly: do two threads pay? */
    int is_network;
    gw_network_places places; /* if it is one */
} gw_model;

/* Examples as columns: those of the leaves from `first` to before `end`, of m in all. X
 * and Y hold these alone, X->cols = gw_tree_start(m, end) − gw_tree_start(m, first). */
typedef struct {
    const gw_matrix *X, *Y;
    int64_t m, first, end;
} gw_examples;

/* All of them. */
gw_examples gw_engine_all(const gw_matrix *X, const gw_matrix *Y);

/* The threads that are used where `asked` are asked for: 0 stands for as many as pay and
 * OpenMP would use (OMP_NUM_THREADS), that is, one for an iteration below 0.3 ms. Never
 * more than there are processors or leaves, unless asked for; at most 256. */
int32_t gw_engine_threads(const gw_model *model, const gw_examples *examples, int32_t asked);

/* How many doubles of workspace the next functions need. */
int64_t gw_engine_room(const gw_model *model, const gw_examples *examples, int32_t threads);

/* The same for all of m examples, with θ in front of it: what a matrix of one row has to
 * have. GW_NULL; GW_SHAPE for no example; GW_RANGE if it is more than a matrix can be. */
GW_NODISCARD gw_status gw_engine_row(const gw_model *model, int32_t m, int32_t threads,
                                     int32_t *size);

/* The sums over the examples at θ: for each parameter the derivatives of the examples' own
 * losses, and last the losses themselves; parameters + 1 numbers a node. *tree is left with
 * the whole nodes of the examples' leaves, which lie one behind the other at room; for
 * all leaves that is one node, the sum. GW_NULL, GW_SHAPE; GW_RANGE for leaves that there
 * are not; GW_DOMAIN for a y outside of [0, 1]. */
GW_NODISCARD gw_status gw_engine_sums(const gw_model *model, const gw_examples *examples,
                                      const double *theta, int32_t threads, int64_t size,
                                      double *room, gw_tree *tree);

/* θ := θ − α sums/m, and *J := the mean loss, at θ before. GW_NOT_FINITE if one of them is
 * not. */
GW_NODISCARD gw_status gw_engine_update(const gw_model *model, double alpha, int64_t m,
                                        const double *sums, double *theta, double *J);

/* `iterations` iterations from θ, J[i] the cost before the update i; J may be NULL. The
 * examples are all of them. Errors as above; GW_RANGE for an α that is not above 0. At
 * GW_NOT_FINITE, which ends it, θ is what the update made that failed. */
GW_NODISCARD gw_status gw_engine_descend(const gw_model *model, const gw_examples *examples,
                                         double alpha, int32_t iterations, double *theta, double *J,
                                         int32_t threads, int64_t size, double *room);
#endif

#endif
