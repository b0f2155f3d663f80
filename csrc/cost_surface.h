/* Chapter 6. The cost J(w, b) of logistic regression with one feature, as a
 * surface over the plane of w and b: its height, its two partial derivatives,
 * how it curves, and a descent on it. Beside it the same with squared error,
 * which is no bowl.
 *
 * X and Y are rows (1, m): the feature and the label, 0 or 1, of m examples.
 * z_i = w x_i + b and a_i = σ(z_i). Every cost is a mean over the examples. */
#ifndef GW_COST_SURFACE_H
#define GW_COST_SURFACE_H

#include "matrix.h"

/* What an answer a costs where y was right. */
typedef enum {
    GW_LOG_LOSS = 0,  /* −(y ln a + (1 − y) ln(1 − a)): convex in z */
    GW_SQUARED_ERROR, /* (a − y)²/2: not convex in z                */
    GW_CRITERIA       /* how many there are                         */
} gw_criterion;

/* The loss of one example from its z, its slope dL/dz and its curvature d²L/dz².
 *   log loss:       a − y and a' = a(1 − a)
 *   squared error:  (a − y) a' and a'² + (a − y) a' (1 − 2a)
 * NaN for a criterion that is none of the list. */
double gw_cost_surface_loss(gw_criterion criterion, double z, double y);
double gw_cost_surface_loss_slope(gw_criterion criterion, double z, double y);
double gw_cost_surface_loss_curvature(gw_criterion criterion, double z, double y);

/* J(w, b) = (1/m) Σ_i L(z_i, y_i). GW_RANGE for an unknown criterion,
 * GW_NOT_FINITE where J is not finite. */
GW_SHAPES(X(1, m), Y(1, m), J())
GW_NODISCARD gw_status gw_cost_surface_value(gw_criterion criterion, const gw_matrix *X,
                                             const gw_matrix *Y, double w, double b, double *J);

/* dw = ∂J/∂w = (1/m) Σ_i x_i dL/dz_i and db = ∂J/∂b = (1/m) Σ_i dL/dz_i. Errors
 * as above. */
GW_SHAPES(X(1, m), Y(1, m))
GW_NODISCARD gw_status gw_cost_surface_gradient(gw_criterion criterion, const gw_matrix *X,
                                                const gw_matrix *Y, double w, double b, double *dw,
                                                double *db);

/* The second derivatives ∂²J/∂w², ∂²J/∂w∂b and ∂²J/∂b², which make the Hessian
 * (ww wb; wb bb): with c_i = d²L/dz_i² the means of x_i² c_i, x_i c_i and c_i.
 * Errors as above. */
GW_SHAPES(X(1, m), Y(1, m))
GW_NODISCARD gw_status gw_cost_surface_hessian(gw_criterion criterion, const gw_matrix *X,
                                               const gw_matrix *Y, double w, double b, double *ww,
                                               double *wb, double *bb);

/* The Hessian's determinant without a difference that cancels, as a sum over
 * pairs (Lagrange's identity): (1/m²) Σ_{i<j} c_i c_j (x_i − x_j)². For the log
 * loss no c is negative, so neither is this: the bowl. Errors as above. */
GW_SHAPES(X(1, m), Y(1, m))
GW_NODISCARD gw_status gw_cost_surface_determinant(gw_criterion criterion, const gw_matrix *X,
                                                   const gw_matrix *Y, double w, double b,
                                                   double *determinant);

/* The eigenvalues of the Hessian, *low ≤ *high: the least and the greatest
 * curvature in any direction. GW_NOT_FINITE if an entry is not finite. */
GW_NODISCARD gw_status gw_cost_surface_eigenvalues(double ww, double wb, double bb, double *low,
                                                   double *high);

/* Gradient descent: w := w − α dw, b := b − α db, n − 1 times from (w, b).
 * Column i of the path holds w, b and J after i steps. GW_RANGE unless α > 0
 * and the criterion is known; GW_NOT_FINITE where the path leaves the numbers:
 * columns from there on are left alone. */
GW_SHAPES(X(1, m), Y(1, m), path(3, n))
GW_NODISCARD gw_status gw_cost_surface_descend(gw_criterion criterion, const gw_matrix *X,
                                               const gw_matrix *Y, double w, double b, double alpha,
                                               gw_matrix *path);

#endif
