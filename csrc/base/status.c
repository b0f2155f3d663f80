#include "status.h"

const char *gw_status_text(gw_status status) {
    switch (status) {
    case GW_OK:
        return "all is well";
    case GW_NULL:
        return "a pointer is NULL";
    case GW_SHAPE:
        return "a matrix has the wrong shape";
    case GW_DOMAIN:
        return "the function has no value there";
    case GW_RANGE:
        return "an argument is outside its range";
    case GW_NOT_FINITE:
        return "a number is not finite";
    case GW_SINGULAR:
        return "the equations have no single solution";
    case GW_NOT_CONVERGED:
        return "the iterations ran out before it converged";
    case GW_NO_ANSWER:
        return "this id is not an open question";
    }
    return "not a status of this library";
}
