/* Chapter 1. The derivative from values of the function: differences, the
 * tangent, and how long a step should be.
 *
 * Nothing here calls f. The caller evaluates it and hands in the values: f0 is
 * f(x), fp is f(x + h), fm is f(x − h).
 *
 * Accuracy: each difference has a truncation error, from the part of f that is
 * not straight, and a rounding error, from the noise of its values divided by
 * h. The bounds below say how large both are together. */
#ifndef GW_DERIVATIVE_H
#define GW_DERIVATIVE_H

#include "matrix.h"

/* The slope of the straight line through two points: height over width,
 * (f1 − f0)/(x1 − x0). GW_DOMAIN if x1 = x0, GW_NOT_FINITE if the slope is not
 * a finite number. */
GW_SHAPES(slope())
GW_NODISCARD gw_status gw_derivative_secant(double x0, double f0, double x1, double f1,
                                            double *slope);

/* f'(x) ≈ (fp − f0)/h, with an error of O(h); a negative h looks to the left.
 * GW_DOMAIN if h = 0, GW_NOT_FINITE if the slope is not a finite number; so also
 * the next two. */
GW_SHAPES(slope())
GW_NODISCARD gw_status gw_derivative_forward(double f0, double fp, double h, double *slope);

/* f'(x) ≈ (fp − fm)/(2h), with an error of O(h²). */
GW_SHAPES(slope())
GW_NODISCARD gw_status gw_derivative_central(double fm, double fp, double h, double *slope);

/* Two central differences D(h) and D(h/2) with the h² of their errors cancelled:
 * f'(x) ≈ (4D(h/2) − D(h))/3, with an error of O(h⁴) (Richardson 1911). The
 * inner values are those at x ± h/2. */
GW_SHAPES(slope())
GW_NODISCARD gw_status gw_derivative_extrapolated(double fm, double fm_inner, double fp_inner,
                                                  double fp, double h, double *slope);

/* The tangent f_l(x) = f(x0) + f'(x0)(x − x0). */
double gw_derivative_tangent(double x0, double f0, double slope, double x);

/* The angle, in radians, at which a line of this slope rises: arctan slope. */
double gw_derivative_angle(double slope);

/* The three differences as a family, to ask how good each can be. */
typedef enum {
    GW_FORWARD = 0,
    GW_CENTRAL,
    GW_EXTRAPOLATED,
    GW_DIFFERENCES /* how many there are */
} gw_difference;

/* What a difference can be wrong by: truncation + rounding, where `noise` bounds
 * the error of each value of f, and `bend` the size of a derivative of f near x.
 *
 *     forward       bend·h/2    + 2·noise/h    bend ≥ |f''|
 *     central       bend·h²/6   +   noise/h    bend ≥ |f'''|
 *     extrapolated  bend·h⁴/480 + 3·noise/h    bend ≥ |f⁽⁵⁾|
 *
 * GW_RANGE for another kind, h ≤ 0, or a noise or bend below 0. */
GW_NODISCARD gw_status gw_derivative_bound(gw_difference kind, double h, double noise, double bend,
                                           double *bound);

/* The h for which that bound is smallest: longer steps truncate more, shorter
 * ones divide the noise by less.
 *
 *     forward       2·√(noise/bend)
 *     central       ∛(3·noise/bend)
 *     extrapolated  (360·noise/bend)^(1/5)
 *
 * GW_RANGE as above; GW_DOMAIN for bend = 0: nothing is truncated, and no step
 * is too long. */
GW_NODISCARD gw_status gw_derivative_best_h(gw_difference kind, double noise, double bend,
                                            double *h);

/* The p of error ≈ c·h^p: the slope of ln error against ln h, by least squares.
 * GW_DOMAIN for an h or an error that is not above 0, GW_NOT_FINITE if it is not
 * finite, GW_SINGULAR for fewer than two different h. */
GW_SHAPES(h(1, n), error(1, n))
GW_NODISCARD gw_status gw_derivative_order(const gw_matrix *h, const gw_matrix *error,
                                           double *order);

#endif
