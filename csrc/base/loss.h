/* The loss of one example, for every chapter that has one.
 *
 * L(a, y) = −(y ln a + (1 − y) ln(1 − a)) with a = σ(z), and y from 0 to 1.
 *
 * Method: from z, not from a: ln a = −softplus(−z) and ln(1 − a) = −softplus(z),
 * so that a confident mistake costs |z| and not ln 0.
 * Accuracy: within 4 ulp for y = 0 and y = 1. */
#ifndef GW_LOSS_H
#define GW_LOSS_H

#include "matrix.h"

/* softplus(z) = ln(1 + e^z) = max(z, 0) + log1p(e^(−|z|)); its slope is σ(z). */
double gw_softplus(double z);

/* L from z: (1 − y) softplus(z) + y softplus(−z). */
double gw_loss_from_z(double z, double y);

/* L from a, as one writes it first; infinite for a confident mistake. NaN for
 * a or y outside [0, 1]. */
double gw_loss(double a, double y);

/* da = ∂L/∂a = −y/a + (1 − y)/(1 − a). */
double gw_loss_slope_a(double a, double y);

/* dz = ∂L/∂z = a − y with a = σ(z). */
double gw_loss_slope_z(double z, double y);

/* *sum := Σ L(z, y) over all outputs and examples, with Neumaier's compensated
 * summation (ZAMM 54, 1974): rounding noise stays near ε·sum however many
 * examples there are. GW_NOT_FINITE if the sum is not finite. */
GW_SHAPES(Z(n, m), Y(n, m))
GW_NODISCARD gw_status gw_loss_sum(const gw_matrix *Z, const gw_matrix *Y, double *sum);

/* *cost := (1/m) Σ L(z, y), m the number of columns: loss is one example, cost
 * the whole set. */
GW_SHAPES(Z(n, m), Y(n, m), cost())
GW_NODISCARD gw_status gw_loss_cost(const gw_matrix *Z, const gw_matrix *Y, double *cost);

/* How many of the examples lie on the wrong side of a = ½, that is, have z > 0
 * and y < ½, or z ≤ 0 and y ≥ ½. */
GW_SHAPES(Z(1, m), Y(1, m), mistakes())
GW_NODISCARD gw_status gw_loss_mistakes(const gw_matrix *Z, const gw_matrix *Y, int32_t *mistakes);

#endif
