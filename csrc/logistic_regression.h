/* Chapter 8. Logistic regression on m examples: ŷ = σ(wᵀx + b).
 *
 * X is (n, m), one example a column; Y is (1, m), of 0 and 1; w is (n, 1). */
#ifndef GW_LOGISTIC_REGRESSION_H
#define GW_LOGISTIC_REGRESSION_H

#include "matrix.h"

/* Z := wᵀX + b, a row of m numbers. */
GW_SHAPES(X(n, m), w(n, 1), Z(1, m))
GW_NODISCARD gw_status gw_logistic_regression_forward(const gw_matrix *X, const gw_matrix *w,
                                                      double b, gw_matrix *Z);

/* The cost J, and dw = ∂J/∂w, db = ∂J/∂b, by loops over examples and features:
 * accumulators, divided by m at the end. */
GW_SHAPES(X(n, m), Y(1, m), w(n, 1), dw(n, 1))
GW_NODISCARD gw_status gw_logistic_regression_gradient_loops(const gw_matrix *X, const gw_matrix *Y,
                                                             const gw_matrix *w, double b,
                                                             gw_matrix *dw, double *db, double *J);

/* The same, vectorised. Z := wᵀX + b, A := σ(Z), dZ := A − Y,
 * dw := (1/m) X dZᵀ, db := (1/m) Σ dZ. Z and dZ are left filled. J may be NULL: who
 * only steps needs no cost, and its logarithms take a third of the time. */
GW_SHAPES(X(n, m), Y(1, m), w(n, 1), Z(1, m), dZ(1, m), dw(n, 1))
GW_NODISCARD gw_status gw_logistic_regression_gradient(const gw_matrix *X, const gw_matrix *Y,
                                                       const gw_matrix *w, double b, gw_matrix *Z,
                                                       gw_matrix *dZ, gw_matrix *dw, double *db,
                                                       double *J);

/* Regularisation by L2 (ridge): a price (λ/2m) Σ w² on the weights, none on b, which
 * keeps the minimum finite where a plane separates the examples.
 * price := (λ/2m) Σ w², dw := dw + (λ/m) w.  (added) */
GW_SHAPES(w(n, 1), dw(n, 1), price())
GW_NODISCARD gw_status gw_logistic_regression_ridge(double lambda, int32_t m, const gw_matrix *w,
                                                    gw_matrix *dw, double *price);

/* For Newton's method w and b are one column θ = (w, b), and Xa is X with a row
 * of ones below it: Z = θᵀXa.
 *
 * H := ∂²J/∂θ∂θ = (1/m) Xa diag(a(1 − a)) Xaᵀ, from Z.  (added) */
GW_SHAPES(Xa(n, m), Z(1, m), H(n, n))
GW_NODISCARD gw_status gw_logistic_regression_hessian(const gw_matrix *Xa, const gw_matrix *Z,
                                                      gw_matrix *H);

/* Newton's step from θ: step := −H⁻¹ dθ with dθ := (1/m) Xa dZᵀ, both at θ;
 * θ + step is the next point. It tells how far the minimum still is, which the
 * size of the gradient does not. Z, dZ, dtheta, H and L (its Cholesky factor)
 * are left filled. GW_SINGULAR where the features leave θ undetermined, or all
 * examples are so far from a = ½ that a(1 − a) is 0.  (added) */
GW_SHAPES(Xa(n, m), Y(1, m), theta(n, 1), Z(1, m), dZ(1, m), dtheta(n, 1), H(n, n), L(n, n),
          step(n, 1))
GW_NODISCARD gw_status gw_logistic_regression_newton(const gw_matrix *Xa, const gw_matrix *Y,
                                                     const gw_matrix *theta, gw_matrix *Z,
                                                     gw_matrix *dZ, gw_matrix *dtheta, gw_matrix *H,
                                                     gw_matrix *L, gw_matrix *step);

/* Newton's step, halved until the cost does not rise (a backtracking line search):
 * next := θ + part · step with the first part of 1, ½, ¼, … at which J(next) is at most
 * J(θ); *J is the cost at next, and Z its z. Level to its last digits, as at the
 * minimum, counts as not risen. After GW_HALVINGS of them *part is 0 and next is θ:
 * nothing helps.  (added) */
enum { GW_HALVINGS = 40 };
GW_SHAPES(Xa(n, m), Y(1, m), theta(n, 1), step(n, 1), Z(1, m), next(n, 1), part(), J())
GW_NODISCARD gw_status gw_logistic_regression_backtrack(const gw_matrix *Xa, const gw_matrix *Y,
                                                        const gw_matrix *theta,
                                                        const gw_matrix *step, gw_matrix *Z,
                                                        gw_matrix *next, double *part, double *J);

/* How far chance may have moved θ, asymptotically in m.
 *
 * V := (Xa S Xaᵀ)⁻¹ = (1/m) H⁻¹ with S = diag(a(1 − a)), from Z at the maximum
 * of the likelihood: the covariance of θ. Xa S Xaᵀ is Fisher's information,
 * observed and expected, since y does not occur in it. No 1/m here: each
 * example informs. H and L are left filled. GW_SINGULAR as in Newton's step.
 * Accuracy: each column solves H v = e/m (csrc/base/cholesky.h).
 * R's summary(glm(…)) gives the same: tests/lua/logistic_spec.lua.  (added) */
GW_SHAPES(Xa(n, m), Z(1, m), H(n, n), L(n, n), V(n, n))
GW_NODISCARD gw_status gw_logistic_regression_covariance(const gw_matrix *Xa, const gw_matrix *Z,
                                                         gw_matrix *H, gw_matrix *L, gw_matrix *V);

/* error_i := √(cᵀ V c), c column i of C: the standard error of cᵀθ. Where c is
 * an example with a 1 below, that is the standard error of its z; where c is
 * all 0 but for a 1 in row k, that of θ_k. GW_DOMAIN if cᵀ V c is below 0:
 * then V is not a covariance. GW_NOT_FINITE if it is not finite.  (added) */
GW_SHAPES(V(n, n), C(n, q), error(1, q))
GW_NODISCARD gw_status gw_logistic_regression_standard_errors(const gw_matrix *V,
                                                              const gw_matrix *C, gw_matrix *error);

#endif
