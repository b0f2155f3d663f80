/* What may be between the analytic slope and a measured one, and what is more: the bound of
 * each check is decided here, from the values told alone. Shared by slope.c, which asks for
 * them, and slope_doubts.c; nothing else includes this. */
#ifndef GW_TOLERANCE_H
#define GW_TOLERANCE_H
#ifndef GW_CDEF

#include "slope.h"

#pragma GCC visibility push(hidden)

/* An estimate that says nothing. */
extern const gw_slope_estimate GW_SLOPE_NOTHING;

/* The pair i of the values just told; the estimate E of a table of them, the shortest step
 * first; and what the table of the sweep says with its shortest step at rung k. */
gw_slope_pair gw_slope_read_pair(const gw_slope *s, int i);
gw_slope_estimate gw_slope_extrapolate(const gw_slope_pair *p, int count);
gw_slope_estimate gw_slope_at_rung(const gw_slope *s, int k);

/* The tolerance: the bound of a pass, where the slope was measured with this error; and what
 * rounding may do to the analytic slope, from the values around that were just told. */
double gw_slope_tolerance(const gw_slope *s, double numeric, double error);
double gw_slope_slack_of(const gw_slope *s);

/* The size that digits are counted from, whether a bound is small enough beside it to speak
 * of a pass, and whether no more than the tolerance is between an estimate and the analytic
 * slope. */
double gw_slope_counted_size(const gw_slope *s);
int gw_slope_tells(const gw_slope *s, double bound);
int gw_slope_supports(const gw_slope *s, const gw_slope_estimate *e);

/* Did stage 1, with shorter steps than an estimate, see slopes left and right of x that are not
 * those of a smooth function with such a slope? */
int gw_slope_is_refuted(const gw_slope *s, const gw_slope_estimate *e);

/* Is the error that of a kink? */
int gw_slope_is_kinked(const gw_slope_estimate *e);

/* Is the cost as noisy as in single precision? So many tolerances away the analytic slope is wrong;
 * whether it is; and the estimate of the sweep, of the smallest error or the least doubt, that all
 * shorter steps confirm. Between them, whether an estimate lies on one step of a staircase: so many
 * times louder is that. */
int gw_slope_is_noisy(const gw_slope *s);
double gw_slope_clearly(const gw_slope *s);
double gw_slope_stairs(const gw_slope *s, const gw_slope_estimate *still);
int gw_slope_is_wrong(const gw_slope *s, const gw_slope_estimate *e);
gw_slope_estimate gw_slope_confirmed(const gw_slope *s, int by_doubt);

#pragma GCC visibility pop

#endif
#endif
