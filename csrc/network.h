/* Chapter 9. A network with one hidden layer, forward.
 *
 * n0 inputs, n1 hidden units, n2 outputs (mostly one), m examples as
 * columns. The hidden layer's activation is g1, the output's is σ. */
#ifndef GW_NETWORK_H
#define GW_NETWORK_H

#include "sigmoid.h"

/* Z := W A + b, one layer's linear part; b is added to every column. Z apart
 * from the others. */
GW_SHAPES(W(n, k), A(k, m), b(n, 1), Z(n, m))
GW_NODISCARD gw_status gw_network_linear(const gw_matrix *W, const gw_matrix *A, const gw_matrix *b,
                                         gw_matrix *Z);

/* The four equations, vectorised:
 *     Z1 := W1 X + b1    A1 := g1(Z1)    Z2 := W2 A1 + b2    A2 := σ(Z2)
 * GW_RANGE for an unknown g1. */
GW_SHAPES(X(n0, m), W1(n1, n0), b1(n1, 1), W2(n2, n1), b2(n2, 1), Z1(n1, m), A1(n1, m), Z2(n2, m),
          A2(n2, m))
GW_NODISCARD gw_status gw_network_forward(gw_activation g1, const gw_matrix *X, const gw_matrix *W1,
                                          const gw_matrix *b1, const gw_matrix *W2,
                                          const gw_matrix *b2, gw_matrix *Z1, gw_matrix *A1,
                                          gw_matrix *Z2, gw_matrix *A2);

#endif
