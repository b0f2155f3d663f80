/* Chapter 12. Better descent: one step of each optimiser, two landscapes to try
 * them on, and the mini-batch.
 *
 * A step changes one parameter matrix P by its gradient dP = ∂J/∂P, entry by
 * entry. What an optimiser remembers (V, S) are matrices of P's shape that the
 * caller keeps, 0 before the first step.
 *
 * Every step: GW_RANGE for α not above 0, a β outside [0, 1) or ε not above 0,
 * and then nothing is written; GW_NOT_FINITE if P or S is no longer finite, as
 * when the descent diverges. */
#ifndef GW_BETTER_DESCENT_H
#define GW_BETTER_DESCENT_H

#include "matrix.h"

/* P := P − α dP. */
GW_SHAPES(dP(n, m), P(n, m))
GW_NODISCARD gw_status gw_better_descent_plain(double alpha, const gw_matrix *dP, gw_matrix *P);

/* V := β V + dP, P := P − α V.
 *
 * The classic form (Polyak, USSR Comput. Math. 4, 1964; Sutskever et al., ICML
 * 2013). With it the same α is safe wherever plain descent is, and the known
 * rates hold as they stand. Some write V := β V + (1 − β) dP, an average: that
 * is this with α(1 − β) for α. */
GW_SHAPES(dP(n, m), V(n, m), P(n, m))
GW_NODISCARD gw_status gw_better_descent_momentum(double alpha, double beta, const gw_matrix *dP,
                                                  gw_matrix *V, gw_matrix *P);

/* S := β S + (1 − β) dP², P := P − α dP/(√S + ε).
 *
 * Tieleman & Hinton, Neural Networks for Machine Learning, lecture 6.5 (2012);
 * ε, outside the root as in Adam, only keeps 0/0 away. */
GW_SHAPES(dP(n, m), S(n, m), P(n, m))
GW_NODISCARD gw_status gw_better_descent_rmsprop(double alpha, double beta, double epsilon,
                                                 const gw_matrix *dP, gw_matrix *S, gw_matrix *P);

/* V := β₁ V + (1 − β₁) dP, S := β₂ S + (1 − β₂) dP², and with the bias of their
 * start at 0 taken out, V̂ = V/(1 − β₁ᵗ), Ŝ = S/(1 − β₂ᵗ):
 * P := P − α V̂/(√Ŝ + ε).
 *
 * Kingma & Ba, ICLR 2015, algorithm 1. t counts the steps from 1; GW_RANGE
 * below. */
GW_SHAPES(dP(n, m), V(n, m), S(n, m), P(n, m))
GW_NODISCARD gw_status gw_better_descent_adam(double alpha, double beta1, double beta2,
                                              double epsilon, int32_t t, const gw_matrix *dP,
                                              gw_matrix *V, gw_matrix *S, gw_matrix *P);

/* A stretched bowl over the plane, P = (x, y): *J := ½(u² + κ v²) with
 * u = x cos φ + y sin φ, v = −x sin φ + y cos φ, and dP := ∂J/∂P. κ is its
 * condition number, the tilt φ how far its axes are turned. GW_RANGE for κ
 * below 1 or not finite, or a φ that is not. */
GW_SHAPES(P(2, 1), dP(2, 1), J())
GW_NODISCARD gw_status gw_better_descent_bowl(double kappa, double tilt, const gw_matrix *P,
                                              gw_matrix *dP, double *J);

/* A saddle between two valleys: *J := ½x² − ½y² + ¼y⁴, dP := ∂J/∂P. Flat at
 * (0, 0), the saddle, and at (0, ±1), its two minima. */
GW_SHAPES(P(2, 1), dP(2, 1), J())
GW_NODISCARD gw_status gw_better_descent_saddle(const gw_matrix *P, gw_matrix *dP, double *J);

/* A mini-batch M: its column j := column order_j of X, counted from 0. `order` is
 * a piece of a random permutation. GW_RANGE, and nothing written, for an entry
 * that is no column of X. M apart from X. */
GW_SHAPES(X(n, m), order(1, B), M(n, B))
GW_NODISCARD gw_status gw_better_descent_batch(const gw_matrix *X, const gw_matrix *order,
                                               gw_matrix *M);

#endif
