/* exp, log, log1p, tanh, sin, cos and atan2 with the same bits on every machine: libm's last
 * bits depend on the processor and its version. Whoever includes this instead of <math.h>
 * writes them by C's names and gets these.
 *
 * Only IEEE operations, each correctly rounded, in a stated order: csrc/base/functions.inc,
 * and csrc/base/elementary.c for angles. Accuracy: within 3 ulp where the true value
 * is a normal number (tests/c/test_fast_accuracy.c, tests/c/test_elementary.c, against
 * quadruple precision). NaN stays NaN. csrc/fast/elementwise.h has the same bits, many
 * numbers at a time. */
#ifndef GW_ELEMENTARY_H
#define GW_ELEMENTARY_H

#include "api.h"

double gw_exp(double x);
double gw_log(double x);   /* −∞ at 0, NaN below */
double gw_log1p(double x); /* −∞ at −1, NaN below */
double gw_tanh(double x);

/* 1 − tanh² x = 4e/(1 + e)² with e = e^(−2|x|), within 5 ulp. */
double gw_tanh_slope(double x);

/* x in radians. |x| ≤ 10⁶; NaN beyond, where a sum of x and a turn says little. */
double gw_sin(double x);
double gw_cos(double x);

/* The angle of the point (x, y), from −π to π; 0 at (0, 0). */
double gw_atan2(double y, double x);

/* xⁿ for a whole n ≥ 0, by squaring: at most 2 log2 n multiplications. NaN for n < 0. */
double gw_power(double x, int32_t n);

#ifndef GW_CDEF
#include <math.h>

#define exp   gw_exp
#define log   gw_log
#define log1p gw_log1p
#define tanh  gw_tanh
#define sin   gw_sin
#define cos   gw_cos
#define atan2 gw_atan2
#endif

#endif
