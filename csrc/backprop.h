/* Chapter 10. The six equations of back propagation, for the network of
 * csrc/network.h. m examples are columns.
 *
 * What is dZ? Column i of dZ2 and dZ1 is the derivative of example i's own
 * loss, so dZ is m times ∂J/∂Z: J is the mean. dW and db carry the 1/m and are
 * derivatives of J. */
#ifndef GW_BACKPROP_H
#define GW_BACKPROP_H

#include "network.h"

/* dZ2 := A2 − Y; the output's σ' is inside it already. */
GW_SHAPES(A2(n2, m), Y(n2, m), dZ2(n2, m))
GW_NODISCARD gw_status gw_backprop_dZ2(const gw_matrix *A2, const gw_matrix *Y, gw_matrix *dZ2);

/* dW := (1/m) dZ Aᵀ, with A the input of the layer: dW2 from dZ2 and A1, dW1
 * from dZ1 and X. */
GW_SHAPES(dZ(n, m), A(k, m), dW(n, k))
GW_NODISCARD gw_status gw_backprop_dW(const gw_matrix *dZ, const gw_matrix *A, gw_matrix *dW);

/* db := (1/m) Σ over examples of dZ, kept a column. */
GW_SHAPES(dZ(n, m), db(n, 1))
GW_NODISCARD gw_status gw_backprop_db(const gw_matrix *dZ, gw_matrix *db);

/* dZ1 := W2ᵀ dZ2 ∘ g1'(Z1), elementwise. GW_RANGE for an unknown g1. */
GW_SHAPES(W2(n2, n1), dZ2(n2, m), Z1(n1, m), dZ1(n1, m))
GW_NODISCARD gw_status gw_backprop_dZ1(gw_activation g1, const gw_matrix *W2, const gw_matrix *dZ2,
                                       const gw_matrix *Z1, gw_matrix *dZ1);

/* All six, after a forward pass. Errors of this and the next two: gw_network_check's. */
GW_SHAPES(Y(n[L], m))
GW_NODISCARD gw_status gw_backprop(const gw_network *net, const gw_matrix *Y,
                                   const gw_network_pass *pass, gw_network_gradient *gradient);

/* The same gradients one example at a time, forward and back with numbers only:
 * how one would do it by hand, and the oracle of gw_backprop. It leaves dZ alone. */
GW_SHAPES(X(n[0], m), Y(n[L], m))
GW_NODISCARD gw_status gw_backprop_loops(const gw_network *net, const gw_matrix *X,
                                         const gw_matrix *Y, gw_network_gradient *gradient);

/* One iteration of gradient descent: forward, backward, and P := P − α dP for
 * each parameter P. *J is the cost before the update. The matrices of pass and
 * gradient are left as the two passes filled them. GW_RANGE for an α that is not
 * above 0; GW_NOT_FINITE if the cost or a parameter no longer is finite: the
 * descent has diverged. */
GW_SHAPES(Y(n[L], m), J())
GW_NODISCARD gw_status gw_backprop_step(gw_network *net, double alpha, const gw_matrix *Y,
                                        gw_network_pass *pass, gw_network_gradient *gradient,
                                        double *J);

#endif
