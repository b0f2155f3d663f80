/* Chapter 8's logistic regression, fast, and the same to the last bit everywhere:
 * csrc/fast/engine.h. The plain forms, which are the oracle, are in
 * csrc/logistic_regression.h. */
#ifndef GW_LOGISTIC_REGRESSION_FAST_H
#define GW_LOGISTIC_REGRESSION_FAST_H

#include "engine.h"

/* How many doubles of workspace n features and m examples need with so many threads; 0
 * threads are as many as pay. GW_RANGE if that is more than a matrix can be. */
GW_NODISCARD gw_status gw_fast_logistic_regression_room(int32_t n, int32_t m, int32_t threads,
                                                        int32_t *size);

/* The cost J, dw = ∂J/∂w and db = ∂J/∂b at w and b; J and db are one number each. Plain:
 * gw_logistic_regression_gradient.
 *     z = b + w1 x1 + w2 x2 + …    dz = σ(z) − y    dw = (Σ dz x)/m    db = (Σ dz)/m
 * with the sums in the order of csrc/fast/tree.h. GW_DOMAIN for a y outside of [0, 1],
 * GW_NOT_FINITE if J or the gradient is not finite, GW_SHAPE for a room too small. */
GW_SHAPES(X(n, m), Y(1, m), w(n, 1), b(1, 1), dw(n, 1), db(1, 1), J(1, 1), room(1, k))
GW_NODISCARD gw_status gw_fast_logistic_regression_gradient(const gw_matrix *X, const gw_matrix *Y,
                                                            const gw_matrix *w, const gw_matrix *b,
                                                            gw_matrix *dw, gw_matrix *db,
                                                            gw_matrix *J, gw_matrix *room,
                                                            int32_t threads);

/* As many iterations as J has columns: w := w − α dw, b := b − α db, J[i] the cost before
 * update i. Plain: gw_logistic_regression_gradient, and gw_matrix_add_scaled. GW_RANGE for
 * an α that is not above 0; at GW_NOT_FINITE, which ends it, w and b are what the update
 * made that failed. Other errors as above. */
GW_SHAPES(X(n, m), Y(1, m), w(n, 1), b(1, 1), J(1, q), room(1, k))
GW_NODISCARD gw_status gw_fast_logistic_regression(const gw_matrix *X, const gw_matrix *Y,
                                                   double alpha, gw_matrix *w, gw_matrix *b,
                                                   gw_matrix *J, gw_matrix *room, int32_t threads);

#ifndef GW_CDEF
/* The same for the engine: θ is w, then b. GW_RANGE for n below 1. */
GW_NODISCARD gw_status gw_fast_logistic_regression_model(int32_t n, gw_model *model);
#endif

#endif
