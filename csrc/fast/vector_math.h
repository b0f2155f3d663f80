/* Activations, losses and a sum over arrays, several numbers at a time, with the same bits
 * everywhere: csrc/fast/elementwise.h. The plain versions, one number at a time:
 * gw_activation_value, with the same bits, gw_loss_from_z, gw_loss_sum.
 *
 * Equal arguments give equal values: a difference of two calls holds no more than their
 * rounding. */
#ifndef GW_VECTOR_MATH_H
#define GW_VECTOR_MATH_H

#include "sigmoid.h"

/* a_i := g(z_i), within 3 ulp; a may be z. GW_RANGE for an unknown g, GW_SHAPE
 * for a count below 1. */
GW_SHAPES(z(n), a(n))
GW_NODISCARD gw_status gw_vector_activation(gw_activation g, int32_t n, const double *z, double *a);

/* d_i := d_i g'(z_i), g' as gw_activation_slope has it, to the bit; d apart from z. Errors as
 * above. */
GW_SHAPES(z(n), d(n))
GW_NODISCARD gw_status gw_vector_backward(gw_activation g, int32_t n, const double *z, double *d);

/* loss_i := L(z_i, y_i) of csrc/base/loss.h, within 4 ulp; loss may be z. As one sum
 * without cancellation for 0 ≤ y ≤ 1:
 *     L = log1p(e^(−|z|)) + (1 − y) max(z, 0) + y max(−z, 0). */
GW_SHAPES(z(n), y(n), loss(n))
GW_NODISCARD gw_status gw_vector_loss(int32_t n, const double *z, const double *y, double *loss);

/* *sum := Σ x_i, compensated: eight sums side by side, each with what rounding
 * dropped, by Knuth's exact error of an addition (TAOCP 2, 4.2.2). */
GW_SHAPES(x(n))
GW_NODISCARD gw_status gw_vector_sum(int32_t n, const double *x, double *sum);

#endif
