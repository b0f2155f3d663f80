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
 * θ is counted as gw_network_entry does; the network has one output. */
#ifndef GW_NETWORK_STEPS_H
#define GW_NETWORK_STEPS_H

#include "network.h"

/* The forward pass at θ, row by row as the steps do it. To be run again when θ or X
 * has changed. Errors: gw_network_check's. */
GW_SHAPES(Y(1, m))
GW_NODISCARD gw_status gw_network_steps_start(const gw_network *net, const gw_matrix *Y,
                                              gw_network_pass *pass);

/* *J := the cost at θ with θ[entry] = value, by the shortcut, after start. `room` is
 * workspace; all else is only read, so several threads may share it. GW_RANGE for
 * an entry that is none, GW_NOT_FINITE if the cost is not. */
GW_SHAPES(Y(1, m), room(1, m), J())
GW_NODISCARD gw_status gw_network_steps_cost(const gw_network *net, const gw_matrix *Y,
                                             const gw_network_pass *pass, int32_t entry,
                                             double value, gw_matrix *room, double *J);

#endif
