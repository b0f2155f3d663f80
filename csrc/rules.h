/* Chapter 2. The table of elementary derivatives, and the rules that build all
 * others from it.
 *
 * Method: the slope is computed from x and by the form that does not cancel:
 * tan' as 1/cos² and not 1 + tan², arcsin' from (1 − x)(1 + x).
 * Where a function or its slope does not exist, the status says so. */
#ifndef GW_RULES_H
#define GW_RULES_H

#include "status.h"

/* f, its slope f', and where both exist. The parameter is c, n or a; the others
 * have none and ignore it. */
typedef enum {
    GW_FN_CONSTANT = 0, /* c                 0                                    */
    GW_FN_POWER,        /* x^n               n x^(n−1)     x > 0; or x < 0, n whole;
                         *                                 or x = 0, n ≥ 1 or n = 0 */
    GW_FN_EXPONENTIAL,  /* a^x               a^x ln a      a > 0                  */
    GW_FN_EXP,          /* e^x               e^x                                  */
    GW_FN_LN,           /* ln x              1/x           x > 0                  */
    GW_FN_LOG,          /* log_a x           1/(x ln a)    x > 0, a > 0, a ≠ 1    */
    GW_FN_SIN,          /* sin x             cos x                                */
    GW_FN_COS,          /* cos x             −sin x                               */
    GW_FN_TAN,          /* tan x             1/cos² x      cos x ≠ 0              */
    GW_FN_SQRT,         /* √x                1/(2√x)       x > 0 (√0 itself is 0) */
    GW_FN_ARCTAN,       /* arctan x          1/(1 + x²)                           */
    GW_FN_ARCSIN,       /* arcsin x          1/√(1 − x²)   |x| < 1 (±1 without slope) */
    GW_FN_SINH,         /* sinh x            cosh x                               */
    GW_FN_COSH,         /* cosh x            sinh x                               */
    GW_FN_TANH,         /* tanh x            1/cosh² x                            */
    GW_FUNCTIONS        /* how many there are                                     */
} gw_function;

/* f(x), and f'(x). GW_RANGE for a function that is none of the list; GW_DOMAIN
 * where it does not exist, for tan also within rounding of a pole, where
 * |cos x| < ε|x|: there x names no point on one side of it. GW_NOT_FINITE if x or
 * the parameter is not finite, or the result overflows. */
GW_SHAPES(value())
GW_NODISCARD gw_status gw_rules_value(gw_function f, double parameter, double x, double *value);
GW_SHAPES(slope())
GW_NODISCARD gw_status gw_rules_slope(gw_function f, double parameter, double x, double *slope);

/* The rules, from the values f, g and the slopes df, dg at one x. */
double gw_rules_sum(double df, double dg);                         /* f' + g'     */
double gw_rules_difference(double df, double dg);                  /* f' − g'     */
double gw_rules_product(double f, double df, double g, double dg); /* f'g + fg'   */
double gw_rules_multiple(double C, double df);                     /* Cf'         */

/* (f/g)' = (f'g − fg')/g². GW_DOMAIN for g = 0, GW_NOT_FINITE for a result that
 * is not a finite number. */
GW_NODISCARD gw_status gw_rules_quotient(double f, double df, double g, double dg, double *slope);

#endif
