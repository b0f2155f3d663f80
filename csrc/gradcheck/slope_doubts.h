/* What speaks against an accusation: other steps than those of the estimate that accuses.
 * Shared by slope.c and slope_doubts.c; nothing else includes this. */
#ifndef GW_SLOPE_DOUBTS_H
#define GW_SLOPE_DOUBTS_H
#ifndef GW_CDEF

#include "slope.h"

#pragma GCC visibility push(hidden)

/* In slope.c. What the table says with its shortest step at rung k; what may be between a
 * slope measured with this error and the analytic one; whether no more is between them; and
 * whether the error is that of a kink. */
gw_slope_estimate gw_slope_at_rung(const gw_slope *s, int k);
double gw_slope_tolerance(const gw_slope *s, double numeric, double error);
int gw_slope_supports(const gw_slope *s, const gw_slope_estimate *e);
int gw_slope_is_kinked(const gw_slope_estimate *e);

/* In slope_doubts.c. */
int gw_slope_another_scale_supports(const gw_slope *s, const gw_slope_estimate *found);
int gw_slope_another_scale_accuses(const gw_slope *s);
int gw_slope_is_a_piece(const gw_slope *s, const gw_slope_estimate *found);
int gw_slope_is_doubtful(const gw_slope *s, const gw_slope_estimate *found);
int gw_slope_is_curved(const gw_slope *s, const gw_slope_estimate *found);

#pragma GCC visibility pop

#endif
#endif
