#include "elementary.h"

#include <float.h>

#define WIDE 2
#include "lanes.inc"

#include "functions.inc"

/* One number, in all lanes: then no lane has another's exceptions. */
double gw_exp(double x) {
    return exp_any(all(x))[0];
}

double gw_log(double x) {
    return log_any(all(x))[0];
}

double gw_log1p(double x) {
    return log1p_any(all(x))[0];
}

double gw_tanh(double x) {
    vec slope;
    return tanh_any(all(x), &slope)[0];
}

double gw_tanh_slope(double x) {
    vec slope;
    tanh_any(all(x), &slope);
    return slope[0];
}

/* x less a multiple n of π/2, in two parts. π/2 is held in three, the first two of 33 bits,
 * so that their products with n are exact (Cody and Waite; fdlibm, Sun, 1993). */
static int quarter_turns(double x, double *high, double *low) {
    const double first = 0x1.921fb544p0, second = 0x1.0b4611a6p-34, third = 0x1.3198a2e037073p-69;
    double n = (x * 0x1.45f306dc9c883p-1 + ROUND) - ROUND;
    double r = x - n * first, w = n * second, y = r - w;
    double tail = ((r - y) - w) - n * third;
    *high = y + tail;
    *low = (y - *high) + tail;
    return (int)((int64_t)n & 3);
}

/* fdlibm's kernels, |x| ≤ π/4 and some; y is the tail of x. */
static double sin_of(double x, double y) {
    double z = x * x, v = z * x;
    double r =
        0x1.111111110f8a6p-7 + z * (-0x1.a01a019c161d5p-13 +
                                    z * (0x1.71de357b1fe7dp-19 +
                                         z * (-0x1.ae5e68a2b9cebp-26 + z * 0x1.5d93a5acfd57cp-33)));
    return x - ((z * (0.5 * y - v * r) - y) - v * -0x1.5555555555549p-3);
}

static double cos_of(double x, double y) {
    double z = x * x;
    double r = z * (0x1.555555555554cp-5 +
                    z * (-0x1.6c16c16c15177p-10 +
                         z * (0x1.a01a019cb1590p-16 +
                              z * (-0x1.27e4f809c52adp-22 +
                                   z * (0x1.1ee9ebdb4b1c4p-29 + z * -0x1.8fae9be8838d4p-37)))));
    double half = 0.5 * z, w = 1 - half;
    return w + (((1 - w) - half) + (z * r - x * y));
}

/* sin(x + turns π/2). */
static double turned(double x, int turns) {
    if (!(fabs(x) <= 1e6))
        return NAN;
    double high, low;
    int quadrant = (quarter_turns(x, &high, &low) + turns) & 3;
    double value = quadrant & 1 ? cos_of(high, low) : sin_of(high, low);
    return quadrant & 2 ? -value : value;
}

double gw_sin(double x) {
    return x == 0 ? x : turned(x, 0); /* keeps −0 */
}

double gw_cos(double x) {
    return turned(x, 1);
}

/* fdlibm's, for x ≥ 0: near 0, ½, 1, 3/2 and ∞ by the angle between. */
static double angle_of(double x) {
    static const double HIGH[] = {0, 0x1.dac670561bb4fp-2, 0x1.921fb54442d18p-1,
                                  0x1.f730bd281f69bp-1, 0x1.921fb54442d18p0};
    static const double LOW[] = {0, 0x1.a2b7f222f65e2p-56, 0x1.1a62633145c07p-55,
                                 0x1.007887af0cbbdp-56, 0x1.1a62633145c07p-54};
    int near = x < 0.4375 ? 0 : x < 0.6875 ? 1 : x < 1.1875 ? 2 : x < 2.4375 ? 3 : 4;
    double t = near == 0   ? x
               : near == 1 ? (2 * x - 1) / (2 + x)
               : near == 2 ? (x - 1) / (x + 1)
               : near == 3 ? (x - 1.5) / (1 + 1.5 * x)
                           : -1 / x;
    double z = t * t, w = z * z;
    double odd = z * (0x1.555555555550dp-2 +
                      w * (0x1.24924920083ffp-3 +
                           w * (0x1.745cdc54c206ep-4 +
                                w * (0x1.10d66a0d03d51p-4 +
                                     w * (0x1.97b4b24760debp-5 + w * 0x1.0ad3ae322da11p-6)))));
    double even = w * (-0x1.999999998ebc4p-3 +
                       w * (-0x1.c71c6fe231671p-4 +
                            w * (-0x1.3b0f2af749a6dp-4 +
                                 w * (-0x1.dde2d52defd9ap-5 + w * -0x1.2b4442c6a6c2fp-5))));
    return HIGH[near] - ((t * (odd + even) - LOW[near]) - t);
}

double gw_atan2(double y, double x) {
    const double pi = 0x1.921fb54442d18p1, pi_low = 0x1.1a62633145c07p-53;
    if (isnan(x) || isnan(y))
        return x + y;
    double ratio = y == 0 ? 0 : isinf(x) && isinf(y) ? 1 : fabs(y / x);
    double angle = x == 0 && y != 0 ? pi / 2 : angle_of(ratio);
    return copysign(x < 0 ? pi - (angle - pi_low) : angle, y);
}

double gw_power(double x, int32_t n) {
    if (n < 0)
        return NAN;
    double result = 1;
    for (; n > 0; n >>= 1, x *= x)
        if (n & 1)
            result *= x;
    return result;
}
