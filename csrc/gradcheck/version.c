#include "version.h"

#include <string.h>

#include "diagnosis.h"
#include "gradcheck.h"
#include "session.h"

const char *gw_gradcheck_version(void) {
    return GW_GRADCHECK_VERSION;
}

size_t gw_gradcheck_size_of(const char *name) {
#define SIZED(type)                                                                                \
    { #type, sizeof(type) }
    static const struct {
        const char *name;
        size_t size;
    } SIZES[] = {SIZED(gw_gradcheck_block), SIZED(gw_gradcheck_problem), SIZED(gw_gradcheck_ask),
                 SIZED(gw_gradcheck_entry), SIZED(gw_gradcheck_summary), SIZED(gw_diagnosis),
                 SIZED(gw_session_model),   SIZED(gw_session_ask),       SIZED(gw_session_answer)};
#undef SIZED
    for (size_t k = 0; k < sizeof SIZES / sizeof *SIZES; k++)
        if (name && strcmp(SIZES[k].name, name) == 0)
            return SIZES[k].size;
    return 0;
}
