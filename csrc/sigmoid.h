/* Chapter 4. The sigmoid and the other activation functions, each beside its
 * derivative.
 *
 * Method: every value and slope is computed from z, and by the form that does
 * not cancel: σ' from e^(−|z|), not as a(1 − a), which is 0 from z = 37 on.
 * Accuracy: within 4 ulp of the true value where that is above 1e-307, the slope of tanh
 * 5; beyond, it underflows to 0 as the true value does. No input gives NaN but
 * NaN. */
#ifndef GW_SIGMOID_H
#define GW_SIGMOID_H

#include "matrix.h"

/* g in A = g(Z). */
typedef enum {
    GW_SIGMOID = 0, /* σ(z) = 1/(1 + e^(−z)),  σ' = σ(1 − σ)                     */
    GW_TANH,        /* tanh z,                 tanh' = 1 − tanh²                 */
    GW_RELU,        /* max(0, z),              1 right of 0, else 0              */
    GW_LEAKY_RELU,  /* z right of 0, else z/100                                  */
    GW_IDENTITY,    /* z: no activation, to show what a network then cannot do   */
    GW_ACTIVATIONS  /* how many there are                                        */
} gw_activation;

/* The slope of the leaky ReLU left of 0. */
#define GW_LEAK 0.01

/* σ(z) = 1/(1 + e^(−z)). */
double gw_sigmoid_value(double z);

/* σ'(z) = σ(z)(1 − σ(z)). */
double gw_sigmoid_slope(double z);

/* The same two as one types them first: 1/(1 + e^(−z)) and a(1 − a). They lose
 * digits, then all of them; the chapter shows where. */
double gw_sigmoid_value_plain(double z);
double gw_sigmoid_slope_plain(double z);

/* One line of the derivation of σ', as a number.
 * line 1 … GW_SIGMOID_LINES; *scale is the size of its largest term, since a
 * difference of terms is known only to ε times that. GW_RANGE for another
 * line. */
enum { GW_SIGMOID_LINES = 7 };
GW_NODISCARD gw_status gw_sigmoid_derivation(int32_t line, double z, double *value, double *scale);

/* g(z) and g'(z); at a kink (z = 0 for ReLU) the slope from the left. NaN for
 * a g that is none of the list. */
double gw_activation_value(gw_activation g, double z);
double gw_activation_slope(gw_activation g, double z);

/* D := D ∘ g'(Z), elementwise: what comes back through g. GW_RANGE for an unknown g. */
GW_SHAPES(Z(n, m), D(n, m))
GW_NODISCARD gw_status gw_activation_backward(gw_activation g, const gw_matrix *Z, gw_matrix *D);

/* A := g(Z), elementwise; A may be Z. GW_RANGE for an unknown g. */
GW_SHAPES(Z(n, m), A(n, m))
GW_NODISCARD gw_status gw_activation_forward(gw_activation g, const gw_matrix *Z, gw_matrix *A);

/* D := g'(Z), elementwise, from Z and not from A. */
GW_SHAPES(Z(n, m), D(n, m))
GW_NODISCARD gw_status gw_activation_derivative(gw_activation g, const gw_matrix *Z, gw_matrix *D);

#endif
