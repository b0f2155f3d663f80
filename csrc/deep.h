/* Chapter 10, beyond the course. Networks of any number of layers, and outputs that are
 * one choice among several classes.
 *
 * The equations are those of csrc/network.h and csrc/backprop.h with the number of the
 * layer as a letter. With two layers and a sigmoid they are the same to the last bit. */
#ifndef GW_DEEP_H
#define GW_DEEP_H

#include "network.h"

/* Softmax, column by column: A_ri := e^(z_ri) / Σ_k e^(z_ki), so that a column adds up to 1.
 * Method: the column's largest z is subtracted first, which changes no quotient and
 * leaves nothing to overflow. A may be Z. */
GW_SHAPES(Z(n, m), A(n, m))
GW_NODISCARD gw_status gw_softmax(const gw_matrix *Z, gw_matrix *A);

/* *J := −(1/m) Σ_i Σ_r y_ri ln a_ri with a = softmax(z), the cross-entropy of m examples
 * whose columns of Y add up to 1 (all 0 but a 1 at the right class, say). Method: from z,
 * ln a_ri = z_ri − ln Σ_k e^(z_ki), with the column's largest z taken out of the sum; over
 * the examples as gw_loss_sum does. GW_NOT_FINITE if J is not finite. */
GW_SHAPES(Z(n, m), Y(n, m), J())
GW_NODISCARD gw_status gw_cross_entropy(const gw_matrix *Z, const gw_matrix *Y, double *J);

/* For l = 1 … L, with g[L] the output: Z[l] := W[l] A[l−1] + b[l], A[l] := g[l](Z[l]).
 * Errors of this and the next three: gw_network_check's. */
GW_NODISCARD gw_status gw_deep_forward(const gw_network *net, gw_network_pass *pass);

/* *J, the cost that goes with the output: gw_loss_cost or gw_cross_entropy of Z[L]. */
GW_SHAPES(Y(n[L], m), J())
GW_NODISCARD gw_status gw_deep_cost(const gw_network *net, const gw_network_pass *pass,
                                    const gw_matrix *Y, double *J);

/* After a forward pass, for l = L … 1, with dZ[L] = A[L] − Y:
 *     dW[l] := (1/m) dZ[l] A[l−1]ᵀ    db[l] := (1/m) Σ dZ[l]
 *     dZ[l−1] := W[l]ᵀ dZ[l] ∘ g[l−1]'(Z[l−1]) */
GW_SHAPES(Y(n[L], m))
GW_NODISCARD gw_status gw_deep_backward(const gw_network *net, const gw_matrix *Y,
                                        const gw_network_pass *pass, gw_network_gradient *gradient);

/* One iteration of gradient descent, as gw_backprop_step. */
GW_SHAPES(Y(n[L], m), J())
GW_NODISCARD gw_status gw_deep_step(gw_network *net, double alpha, const gw_matrix *Y,
                                    gw_network_pass *pass, gw_network_gradient *gradient,
                                    double *J);

#endif
