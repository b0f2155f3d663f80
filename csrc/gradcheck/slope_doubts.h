/* What speaks against an accusation: other steps than those of the estimate that accuses.
 * Shared by slope.c and slope_doubts.c; nothing else includes this. */
#ifndef GW_SLOPE_DOUBTS_H
#define GW_SLOPE_DOUBTS_H
#ifndef GW_CDEF

#include "slope.h"

#pragma GCC visibility push(hidden)

int gw_slope_another_scale_supports(const gw_slope *s, const gw_slope_estimate *found);
int gw_slope_another_scale_accuses(const gw_slope *s);
int gw_slope_is_a_piece(const gw_slope *s, const gw_slope_estimate *found);
int gw_slope_is_doubtful(const gw_slope *s, const gw_slope_estimate *found);
int gw_slope_is_curved(const gw_slope *s, const gw_slope_estimate *found);
int gw_slope_may_be_a_wave(const gw_slope *s, const gw_slope_estimate *e);

#pragma GCC visibility pop

#endif
#endif
