/* Appendix A. From the slope back to the function: antiderivatives, and the
 * area under a curve as a limit of sums.
 *
 * Method: an interval is cut at x_0 < x_1 < … < x_n into pieces of any width
 * Δx_i. Each piece gives a rectangle y_i Δx_i, with y_i = f(t_i) for one place
 * t_i in it. For a smooth f, with w = max Δx_i and on [a, b],
 *     left, right  |sum − area| ≤ (b − a) w  max|f'| / 2,
 *     middle       |sum − area| ≤ (b − a) w² max|f''| / 24,
 *     the mean of left and right (trapezoids)
 *                  |sum − area| ≤ (b − a) w² max|f''| / 12. */
#ifndef GW_ANTIDERIVATIVE_H
#define GW_ANTIDERIVATIVE_H

#include "matrix.h"

/* Where in its piece a rectangle takes its height. */
typedef enum {
    GW_RIEMANN_LEFT = 0,
    GW_RIEMANN_RIGHT,
    GW_RIEMANN_MIDDLE,
    GW_RIEMANNS /* how many there are */
} gw_riemann;

/* t_i := the left end, the right end or the middle of piece i. x holds the
 * m = n + 1 cuts of n pieces. GW_SHAPE for another m, GW_RANGE for an unknown
 * place and for cuts that do not increase. */
GW_SHAPES(x(1, m), t(1, n))
GW_NODISCARD gw_status gw_antiderivative_places(gw_riemann place, const gw_matrix *x, gw_matrix *t);

/* sum := Σ y_i Δx_i and widest := max Δx_i. Errors as above; GW_NOT_FINITE for a
 * sum that is not. */
GW_SHAPES(x(1, m), y(1, n), sum(), widest())
GW_NODISCARD gw_status gw_antiderivative_sum(const gw_matrix *x, const gw_matrix *y, double *sum,
                                             double *widest);

/* The two integrals worked in the chapter. */
typedef enum {
    GW_INTEGRAL_SIN = 0,    /* ∫ sin(3x + 1) dx = −(1/3) cos(3x + 1) + C */
    GW_INTEGRAL_RECIPROCAL, /* ∫ dx/(5 − 2x) = −(1/2) ln|5 − 2x| + C     */
    GW_INTEGRALS            /* how many there are                        */
} gw_integral;

/* f(x), what stands under the integral; F(x), its antiderivative with C = 0.
 * GW_RANGE for an unknown integral, GW_DOMAIN for the second one at x = 5/2,
 * GW_NOT_FINITE for an x that is not or is too large. */
GW_NODISCARD gw_status gw_antiderivative_integrand(gw_integral which, double x, double *f);
GW_NODISCARD gw_status gw_antiderivative_value(gw_integral which, double x, double *F);

/* The substitution behind F: u, du/dx, and the table's g(u) and G(u) = ∫ g du,
 * so that f = g(u) and F = G(u)/(du/dx). Errors as above.
 *     u = 3x + 1   ∫ sin u du = −cos u + C
 *     u = 5 − 2x   ∫ du/u = ln|u| + C */
GW_NODISCARD gw_status gw_antiderivative_substitution(gw_integral which, double x, double *u,
                                                      double *du, double *g, double *G);

/* area := ∫_a^b f dx = F(b) − F(a), negative where b < a and f > 0. GW_DOMAIN
 * for the second integral where 5/2 lies in between: F(b) − F(a) is a number
 * there too, but the area is infinite on both sides and the number means
 * nothing. */
GW_NODISCARD gw_status gw_antiderivative_definite(gw_integral which, double a, double b,
                                                  double *area);

#endif
