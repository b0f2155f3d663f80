/* One status for every function that can fail. */
#ifndef GW_STATUS_H
#define GW_STATUS_H

#include "api.h"

GW_BEGIN

typedef enum {
    GW_OK = 0,
    GW_NULL,          /* a pointer that must not be NULL is */
    GW_SHAPE,         /* a matrix or array has the wrong shape */
    GW_DOMAIN,        /* the function has no value there: ln(−1), 1/0 */
    GW_RANGE,         /* an argument is outside what it may be: α ≤ 0 */
    GW_NOT_FINITE,    /* a number became or was NaN or infinite */
    GW_SINGULAR,      /* a system of equations has no single solution */
    GW_NOT_CONVERGED, /* the iterations ran out first */
    GW_NO_ANSWER      /* an id that was never asked, or is told twice */
} gw_status;

/* The sentence for a status; never NULL, also for a number that is none. */
const char *gw_status_text(gw_status status);

GW_END

#endif
