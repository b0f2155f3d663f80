/* Functions of ours, many numbers at a time, the same to the last bit on every machine
 * and with every instruction set; and the choice of it.
 *
 * The plain forms are libm's, gw_sigmoid_value and gw_activation_slope; libm's and
 * libmvec's last bits depend on the processor, these do not.
 *
 * Accuracy, where the true value is a normal number: within 3 ulp, the slope of tanh 5
 * (tests/c/test_fast_accuracy.c, against quadruple precision). Values below about 1e-307
 * may be 0, but for exp, which has the subnormal numbers too. */
#ifndef GW_ELEMENTWISE_H
#define GW_ELEMENTWISE_H

#include "status.h"

/* Which instructions do the work. All give the same bits. */
typedef enum {
    GW_BEST_INSTRUCTIONS = 0, /* the widest that this processor has */
    GW_PLAIN_INSTRUCTIONS,    /* two numbers at a time: SSE2, NEON, or none */
    GW_AVX2,                  /* four */
    GW_AVX512,                /* eight */
    GW_INSTRUCTIONS           /* how many there are */
} gw_instructions;

typedef enum {
    GW_FAST_EXP = 0,       /* e^x                                      */
    GW_FAST_LOG,           /* ln x; −∞ at 0, NaN below                 */
    GW_FAST_LOG1P,         /* ln(1 + x); −∞ at −1, NaN below           */
    GW_FAST_TANH,          /* tanh x                                   */
    GW_FAST_TANH_SLOPE,    /* 1 − tanh² x                              */
    GW_FAST_SIGMOID,       /* σ(x)                                     */
    GW_FAST_SIGMOID_SLOPE, /* σ(x)(1 − σ(x))                           */
    GW_FAST_SOFTPLUS,      /* ln(1 + e^x) = max(x, 0) + log1p(e^(−|x|)) */
    GW_FAST_FUNCTIONS      /* how many there are */
} gw_fast_function;

/* y_i := f(x_i); y may be x. GW_SHAPE for n below 1; GW_RANGE for an unknown f. */
GW_SHAPES(x(n), y(n))
GW_NODISCARD gw_status gw_fast_elementwise(gw_fast_function f, int32_t n, const double *x,
                                           double *y);

/* Does this processor have them? */
int gw_fast_has(gw_instructions instructions);

/* From now on csrc/fast uses these, in all threads: for tests and measurements, for no
 * number depends on it. GW_RANGE if this processor has them not. */
GW_NODISCARD gw_status gw_fast_use(gw_instructions instructions);

#endif
