/* Chapter 11. The cost of the network of csrc/network.h with one parameter
 * moved, as a gradient check asks for it again and again.
 *
 * A step δ in W1[r][c] changes one row of Z1, by δ X[c]; that row of A1 follows,
 * and Z2 moves by W2[r] times the change of A1[r]. Everything else stays as at
 * θ. So an evaluation costs m activations and m losses, and no product of
 * matrices: O(m) in place of O(n0 n1 m). A step in W2 or b2 needs the losses only.
 *
 * Rounding: a step by 0 gives the cost at θ to the bit, and what a step leaves
 * alone cancels in differences. Otherwise the value is that of a full evaluation
 * within the rounding of its sums; tests/c/test_network_steps.c derives the bound.
 *
 * θ is W1, b1, W2, b2, each row by row, as the checker counts its entries. */
#ifndef GW_NETWORK_STEPS_H
#define GW_NETWORK_STEPS_H

#include "sigmoid.h"

/* A network with one output. X(n0, m), Y(1, m), W1(n1, n0), b1(n1, 1),
 * W2(1, n1), b2(1, 1); start fills Z1(n1, m), A1(n1, m), Z2(1, m). */
typedef struct {
    gw_activation g1;
    const gw_matrix *X, *Y, *W1, *b1, *W2, *b2;
    gw_matrix *Z1, *A1, *Z2;
} gw_network_steps;

/* Checks every shape and runs the forward pass at θ. To be called again when θ,
 * X or Y has changed. GW_RANGE for an unknown g1. */
GW_NODISCARD gw_status gw_network_steps_start(const gw_network_steps *steps);

/* *J := the cost at θ with θ[entry] = value, by the shortcut. `room` is
 * workspace; steps is only read, so several threads may share it. GW_RANGE for
 * an entry that is none, GW_NOT_FINITE if the cost is not. */
GW_SHAPES(room(1, m))
GW_NODISCARD gw_status gw_network_steps_cost(const gw_network_steps *steps, int32_t entry,
                                             double value, gw_matrix *room, double *J);

#endif
