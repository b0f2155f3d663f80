/* Chapter 11. A bank of mistakes: the backward pass of chapter 10 with each
 * classic mistake planted. A gradient that equals one of them, and not the
 * right one, was very likely made by that mistake.
 *
 * The cost is J + (λ/2m) (‖W1‖² + ‖W2‖²), so that mistakes with a regulariser
 * have a place; λ = 0 leaves it out. */
#ifndef GW_MISTAKES_H
#define GW_MISTAKES_H

#include "backprop.h"

typedef enum {
    GW_MISTAKE_NONE = 0, /* the right gradient */
    GW_MISTAKE_SIGN,
    GW_MISTAKE_MISSING_MEAN,
    GW_MISTAKE_MISSING_MEAN_BIAS,
    GW_MISTAKE_DOUBLE_MEAN,
    GW_MISTAKE_MEAN_OVER_M_MINUS_1,
    GW_MISTAKE_SCALE,
    GW_MISTAKE_MISSING_ACTIVATION_DERIVATIVE,
    GW_MISTAKE_ACTIVATION_DERIVATIVE_OF_A,
    GW_MISTAKE_WRONG_ACTIVATION_DERIVATIVE,
    GW_MISTAKE_SIGMOID_DERIVATIVE_TWICE,
    GW_MISTAKE_MISSING_WEIGHTS_TRANSPOSE,
    GW_MISTAKE_LABELS_FLIPPED,
    GW_MISTAKE_SUM_OVER_WRONG_AXIS,
    GW_MISTAKE_FIRST_EXAMPLE_ONLY,
    GW_MISTAKE_LAST_EXAMPLE_ONLY,
    GW_MISTAKE_LAST_EXAMPLE_MISSING,
    GW_MISTAKE_ZERO,
    GW_MISTAKE_TRANSPOSED,
    GW_MISTAKE_SHIFTED,
    GW_MISTAKE_SINGLE_ENTRY,
    GW_MISTAKE_REGULARISER_MISSING,
    GW_MISTAKE_REGULARISER_ON_BIAS,
    GW_MISTAKE_REGULARISER_WITHOUT_MEAN,
    GW_MISTAKE_ACCUMULATED,
    GW_MISTAKE_STALE_PARAMETERS,
    GW_MISTAKE_UPDATED_WEIGHTS,
    GW_MISTAKE_PREACTIVATION,
    GW_MISTAKE_BIAS_FORGOTTEN,
    GW_MISTAKES /* how many there are */
} gw_mistake;

/* The stable key, "missing-mean", and the sentence on how it comes about. */
const char *gw_mistake_key(gw_mistake mistake);
const char *gw_mistake_text(gw_mistake mistake);

/* How many doubles of workspace gw_mistakes_network needs on m examples. */
double gw_mistakes_network_work(const gw_network *net, int32_t m);

/* The gradient of the cost above, with the mistake in it, and dZ as the six
 * equations had it on the way. alpha is the learning rate of the update that
 * STALE_PARAMETERS and UPDATED_WEIGHTS have seen; work is (1, k) with k at least
 * gw_mistakes_network_work. GW_RANGE for an unknown mistake, GW_SHAPE for too
 * little work, and the errors of gw_network_check. */
GW_SHAPES(X(n[0], m), Y(n[L], m), work(1, k))
GW_NODISCARD gw_status gw_mistakes_network(gw_mistake mistake, const gw_network *net,
                                           const gw_matrix *X, const gw_matrix *Y, double lambda,
                                           double alpha, gw_matrix *work,
                                           gw_network_gradient *gradient);

/* Which mistakes give this gradient? *names gets bit k set for each mistake k whose
 * dW and db agree with `given` in every entry to within `bounds`; bit 0 is the right
 * gradient. Asked of the right gradient itself, it tells which mistakes are hidden at
 * these parameters. work is (1, k) with k at least gw_mistakes_names_work. The dZ of
 * `given` and `bounds` are not read. Errors as of gw_mistakes_network, for bounds too. */
double gw_mistakes_names_work(const gw_network *net, int32_t m);
GW_SHAPES(X(n[0], m), Y(n[L], m), work(1, k))
GW_NODISCARD gw_status gw_mistakes_names(const gw_network *net, const gw_matrix *X,
                                         const gw_matrix *Y, double lambda, double alpha,
                                         const gw_network_gradient *given,
                                         const gw_network_gradient *bounds, gw_matrix *work,
                                         uint64_t *names);

/* Writes what such names say, cut to size − 1 bytes: the one mistake's text, or the keys
 * of several that give the same, or that none is known; "" for the right gradient. */
void gw_mistakes_say(uint64_t names, char *text, size_t size);

#endif
