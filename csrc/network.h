/* Chapter 9. A network and its forward pass.
 *
 * Layer l has n[l] units, n[0] are the inputs, m examples are columns. The
 * structs below have a place for each layer under its own number, so that the
 * book's W[1] is net->W[1]; place 0 stays empty where a layer 0 has nothing. All
 * matrices are views of memory that the caller owns. */
#ifndef GW_NETWORK_H
#define GW_NETWORK_H

#include "sigmoid.h"

/* The most layers that there is room for. */
enum { GW_LAYERS = 8 };

/* The activation of the last layer, which goes with the cost. */
typedef enum {
    GW_OUTPUT_SIGMOID = 0, /* σ, unit by unit: each output is a question of its own */
    GW_OUTPUT_SOFTMAX,     /* softmax (csrc/deep.h): the outputs are one choice among n[L] */
    GW_OUTPUTS             /* how many there are */
} gw_output;

/* The layers 1 … layers and their parameters; g[l] is a hidden layer's activation. */
GW_SHAPES(W[l](n[l], n[l - 1]), b[l](n[l], 1))
typedef struct {
    int32_t layers;
    gw_output output;
    gw_activation g[GW_LAYERS + 1];
    gw_matrix W[GW_LAYERS + 1], b[GW_LAYERS + 1];
} gw_network;

/* What a forward pass computes; A[0] is X. */
GW_SHAPES(A[0](n[0], m), Z[l](n[l], m), A[l](n[l], m))
typedef struct {
    gw_matrix Z[GW_LAYERS + 1], A[GW_LAYERS + 1];
} gw_network_pass;

/* What a backward pass computes (csrc/backprop.h). */
GW_SHAPES(dZ[l](n[l], m), dW[l](n[l], n[l - 1]), db[l](n[l], 1))
typedef struct {
    gw_matrix dZ[GW_LAYERS + 1], dW[GW_LAYERS + 1], db[GW_LAYERS + 1];
} gw_network_gradient;

/* Do the parameters fit each other, and examples X and Y, a pass, a gradient of m
 * examples fit them? GW_NULL or GW_SHAPE for a matrix that does not; GW_RANGE for an
 * unknown activation or output, and for a number of layers that there is no room for. */
GW_SHAPES(X(n[0], m), Y(n[L], m))
GW_NODISCARD gw_status gw_network_check(const gw_network *net, const gw_matrix *X,
                                        const gw_matrix *Y);
GW_NODISCARD gw_status gw_network_check_pass(const gw_network *net, const gw_network_pass *pass);
GW_NODISCARD gw_status gw_network_check_gradient(const gw_network *net, int32_t m,
                                                 const gw_network_gradient *gradient);

/* Z := W A + b, one layer's linear part; b is added to every column. Z apart
 * from the others. */
GW_SHAPES(W(n, k), A(k, m), b(n, 1), Z(n, m))
GW_NODISCARD gw_status gw_network_linear(const gw_matrix *W, const gw_matrix *A, const gw_matrix *b,
                                         gw_matrix *Z);

/* The four equations, vectorised:
 *     Z1 := W1 X + b1    A1 := g1(Z1)    Z2 := W2 A1 + b2    A2 := σ(Z2)
 * Errors: gw_network_check's and gw_network_check_two's. */
GW_NODISCARD gw_status gw_network_forward(const gw_network *net, gw_network_pass *pass);

#ifndef GW_CDEF
/* GW_RANGE unless there are two layers and the output is a sigmoid: what the functions
 * take that speak of Z1, A1, Z2 and A2. */
GW_NODISCARD gw_status gw_network_check_two(const gw_network *net);

/* One parameter of a network that fits: entry i of θ, which is W1, b1, W2, b2, each
 * row by row, as the checker counts its entries. NULL for an i that is none. */
double *gw_network_entry(const gw_network *net, int32_t i);
#endif

#endif
