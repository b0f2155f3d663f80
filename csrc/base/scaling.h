/* Feature scaling, for every chapter that learns from data: each feature gets
 * mean 0 and standard deviation 1 over the examples. Chapter 6 shows why.
 *
 * X is (n, m), one example a column; mean and scale are columns (n, 1). They
 * are fitted on the training set and applied to whatever comes later. */
#ifndef GW_SCALING_H
#define GW_SCALING_H

#include "matrix.h"

/* mean_k := (1/m) Σ_i X_ki and scale_k := √((1/m) Σ_i (X_ki − mean_k)²). A
 * feature that never changes has no scale of its own: it gets 1.
 * GW_NOT_FINITE if a number of X is not, or a sum of them.
 *
 * Method: two passes, so that the variance does not cancel, with deviations
 * divided by the largest, so that their squares neither overflow nor vanish. */
GW_SHAPES(X(n, m), mean(n, 1), scale(n, 1))
GW_NODISCARD gw_status gw_scaling_fit(const gw_matrix *X, gw_matrix *mean, gw_matrix *scale);

/* out_ki := (X_ki − mean_k)/scale_k; out may be X. GW_RANGE unless every scale
 * is above 0. */
GW_SHAPES(X(n, m), mean(n, 1), scale(n, 1), out(n, m))
GW_NODISCARD gw_status gw_scaling_apply(const gw_matrix *X, const gw_matrix *mean,
                                        const gw_matrix *scale, gw_matrix *out);

/* The way back. wᵀ(x − mean)/scale + b is the same number as
 * w_originalᵀx + b_original, where w_original_k := w_k/scale_k and
 * *b_original := b − Σ_k w_original_k mean_k. w_original may be w. GW_RANGE
 * unless every scale is above 0. */
GW_SHAPES(w(n, 1), mean(n, 1), scale(n, 1), w_original(n, 1), b_original())
GW_NODISCARD gw_status gw_scaling_undo(const gw_matrix *w, double b, const gw_matrix *mean,
                                       const gw_matrix *scale, gw_matrix *w_original,
                                       double *b_original);

#endif
