/* Where the zoo checks: the table and the real checkers of others take the same. */
#ifndef GW_ZOO_REGIMES_H
#define GW_ZOO_REGIMES_H

#include "zoo.h"

static const zoo_regime REGIME[] = {
    {"order 1", 1, 1, 1, 0, 0},          {"inputs x 1e-3", 1e-3, 1, 1, 0, 0},
    {"inputs x 30", 30, 1, 1, 0, 0},     {"cost x 1e-6", 1, 1, 1e-6, 0, 0},
    {"cost x 1e6", 1, 1, 1e6, 0, 0},     {"at the start", 1, 0.01, 1, 0, 0},
    {"after training", 1, 1, 1, 300, 0}, {"saturated", 10, 5, 1, 0, 0},
    {"in float", 1, 1, 1, 0, 1},
};
enum { REGIMES = sizeof REGIME / sizeof *REGIME };
/* Right gradients are checked further out too. */
static const zoo_regime FAR[] = {{"inputs x 300", 300, 1, 1, 0, 0},
                                 {"inputs x 1e4", 1e4, 1, 1, 0, 0}};

#endif
