/* Chapter 14. Sums whose order is fixed, and logistic regression and a network whose
 * examples are spread over several machines.
 *
 * J is a mean over m examples, so its gradient is a sum that may be cut. The machines, or
 * ranks, 0 to ranks − 1, have one run each of the leaves of csrc/fast/tree.h. A rank adds
 * its own examples up to whole nodes of that tree; who has the nodes of all ranks, in
 * order, finishes the sum. So the sum, the gradient and the trained θ are to the last bit
 * what one machine computes, whatever the number of ranks.
 *
 * Nothing here speaks with another machine: csrc/mpi does that, and knows no mathematics.
 * θ is a row of p numbers, and p tells the model for n features: of logistic regression
 * n + 1, w and behind it b; of a network with h hidden units (tanh) and one output
 * h (n + 2) + 1, W1, b1, W2 and b2, each row by row. A node is a row of a matrix. */
#ifndef GW_MANY_MACHINES_H
#define GW_MANY_MACHINES_H

#include "matrix.h"

/* *sum := ((x1 + x2) + x3) + …, one number after another. Errors of all three: GW_NULL,
 * GW_SHAPE. */
GW_SHAPES(x(1, m))
GW_NODISCARD gw_status gw_sum_in_order(const gw_matrix *x, double *sum);

/* Eight sums side by side, lane k of x[k], x[k + 8], x[k + 16], …; then
 * ((l0 + l4) + (l2 + l6)) + ((l1 + l5) + (l3 + l7)). */
GW_SHAPES(x(1, m))
GW_NODISCARD gw_status gw_sum_in_lanes(const gw_matrix *x, double *sum);

/* Neighbours first, then sums of two, of four, …: strides double. x is overwritten. */
GW_SHAPES(x(1, m))
GW_NODISCARD gw_status gw_sum_by_tree(gw_matrix *x, double *sum);

/* Rank `rank` of `ranks` has the examples from *from to before *to, counted from 0, of m in
 * all; with more ranks than leaves some have none. GW_NULL; GW_RANGE for no example, or a
 * rank that there is not. So below. */
GW_NODISCARD gw_status gw_shard_range(int32_t m, int32_t ranks, int32_t rank, int32_t *from,
                                      int32_t *to);

/* How many nodes these examples are: at most 2 log2(leaves), and 0 without examples. */
GW_NODISCARD gw_status gw_shard_nodes(int32_t m, int32_t ranks, int32_t rank, int32_t *count);

/* How many doubles of workspace gw_shard_sums needs on this rank for n features and p
 * numbers in θ. GW_SHAPE for a p of neither model. */
GW_NODISCARD gw_status gw_shard_room(int32_t n, int32_t p, int32_t m, int32_t ranks, int32_t rank,
                                     int32_t *size);

/* The rank's nodes at θ; X and Y hold its q examples alone. A row of nodes is, for each
 * number of θ, the sum of the derivatives of the examples' losses, then Σ loss
 * (csrc/fast/logistic_regression_fast.h, network_fast.h). GW_SHAPE for a θ of neither
 * model, another number of examples than the rank has, or too little room; GW_RANGE for
 * another number of nodes; GW_DOMAIN for a y outside of [0, 1]. */
GW_SHAPES(X(n, q), Y(1, q), nodes(c, s), room(1, k))
GW_NODISCARD gw_status gw_shard_sums(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *theta,
                                     int32_t m, int32_t ranks, int32_t rank, gw_matrix *nodes,
                                     gw_matrix *room);

/* The rank's nodes of Σ (x − center)^power for each feature: with center 0 and power 1 they
 * give the means, around these with power 2 the variances. GW_RANGE for another power, or another
 * number of examples or nodes than the rank has. */
GW_SHAPES(X(n, q), center(n, 1), nodes(c, n))
GW_NODISCARD gw_status gw_shard_moments(const gw_matrix *X, const gw_matrix *center, int32_t power,
                                        int32_t m, int32_t ranks, int32_t rank, gw_matrix *nodes);

/* The sum over all examples of the nodes of all ranks, one rank's rows below the other's;
 * nodes is overwritten. GW_RANGE for another number of nodes than they have together. */
GW_SHAPES(nodes(c, s), sums(1, s))
GW_NODISCARD gw_status gw_shard_finish(int32_t m, int32_t ranks, gw_matrix *nodes, gw_matrix *sums);

/* θ := θ − α sums/m, and *J := the cost before. GW_RANGE for an α that is not above 0;
 * GW_NOT_FINITE if θ or J is not. */
GW_SHAPES(sums(1, s))
GW_NODISCARD gw_status gw_shard_update(double alpha, int32_t m, const gw_matrix *sums,
                                       gw_matrix *theta, double *J);

#endif
