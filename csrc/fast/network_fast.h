/* Chapter 9's and 10's network of two layers with one output, fast, and the same to the
 * last bit everywhere: csrc/fast/engine.h. The plain forms, which are the oracle, are in
 * csrc/network.h and csrc/backprop.h. An activation that csrc/fast/kernel_network.inc does
 * not know works too, one number at a time, with libm's bits. */
#ifndef GW_NETWORK_FAST_H
#define GW_NETWORK_FAST_H

#include "engine.h"

/* How many doubles of workspace the network and m examples need with so many threads; 0
 * threads are as many as pay. Errors: gw_network_check_two's; GW_SHAPE for more than one
 * output or no example, GW_RANGE if it is more than a matrix can be. */
GW_NODISCARD gw_status gw_fast_network_room(const gw_network *net, int32_t m, int32_t threads,
                                            int32_t *size);

/* The cost J and its gradient dW[1], db[1], dW[2], db[2]; dZ is left alone. Plain:
 * gw_network_forward, gw_loss_cost and gw_backprop.
 *     z1 = b1 + W1 x, features in order    a1 = g1(z1)    z2 = b2 + W2 a1, units in order
 *     dz2 = σ(z2) − y    dz1 = (W2 dz2) g1'(z1)    each sum over examples, divided by m,
 * with the sums folded to one number for each 256 examples of a leaf, and in the order of
 * csrc/fast/tree.h. GW_DOMAIN for a y outside of [0, 1], GW_NOT_FINITE if J or the gradient
 * is not finite, GW_SHAPE for a room too small or more than one output. */
GW_SHAPES(X(n[0], m), Y(1, m), J(1, 1), room(1, k))
GW_NODISCARD gw_status gw_fast_network_gradient(const gw_network *net, const gw_matrix *X,
                                                const gw_matrix *Y, gw_network_gradient *gradient,
                                                gw_matrix *J, gw_matrix *room, int32_t threads);

/* As many iterations as J has columns: P := P − α dP for each parameter, J[i] the cost
 * before update i. Plain: gw_backprop_step. GW_RANGE for an α that is not above 0; at
 * GW_NOT_FINITE, which ends it, the parameters are what the update made that failed.
 * Other errors as above. */
GW_SHAPES(X(n[0], m), Y(1, m), J(1, q), room(1, k))
GW_NODISCARD gw_status gw_fast_network(gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                                       double alpha, gw_matrix *J, gw_matrix *room,
                                       int32_t threads);

#ifndef GW_CDEF
/* The same for the engine, whose θ has model->parameters numbers; to and from it. */
GW_NODISCARD gw_status gw_fast_network_sized(int32_t n0, int32_t n1, gw_activation g1,
                                             gw_model *model);
GW_NODISCARD gw_status gw_fast_network_model(const gw_network *net, gw_model *model);
void gw_fast_network_pack(const gw_model *model, const gw_network *net, double *theta);
void gw_fast_network_unpack(const gw_model *model, const double *theta, gw_network *net);
#endif

#endif
