/* The inside of a gradient check, shared by the file that runs it and the file
 * that reports on it; nothing else includes this. */
#ifndef GW_GRADCHECK_STATE_H
#define GW_GRADCHECK_STATE_H
#ifndef GW_CDEF

#include "gradcheck.h"
#include "noise.h"
#include "slope.h"

/* Slopes in progress at a time: what a caller may evaluate in parallel. */
enum { LANES = 16 };
/* Ids: two for θ itself, eight for the noise, then four for each lane. */
enum { BASE_IDS = 2, NOISE_IDS = GW_NOISE_VALUES - 1, LANE_IDS = BASE_IDS + NOISE_IDS };
enum { IDS = LANE_IDS + LANES * GW_SLOPE_OPEN };
enum { SPACINGS = 8 };

typedef enum { AT_THETA, AT_NOISE, AT_ENTRIES, AT_THETA_AGAIN, AT_END } phase;

typedef struct {
    gw_gradcheck_block block;
    double size; /* the largest |∂J/∂θ| in it */
    double step; /* the first step for the next entry, as learned */
} block_state;

typedef struct {
    int32_t entry; /* −1: free */
    int32_t asked;
    gw_slope slope;
} lane_state;

struct gw_gradcheck {
    int32_t size, blocks;
    phase phase;
    int32_t asked, told; /* of the questions of a phase about θ or the noise */
    int32_t next;        /* the next entry to begin */
    int32_t current;     /* the lane asked last */
    int32_t impure, has_pattern;
    int32_t single; /* J's values are floats */
    uint64_t seed, pattern;
    double base, noise, evaluations;
    double spacing, narrowest; /* of the noise line; the narrowest seen too far */
    int32_t spacings;
    double values[GW_NOISE_VALUES];
    unsigned char open[IDS];
    lane_state lanes[LANES];
    block_state *block;
    double *theta, *gradient;
    gw_gradcheck_entry *entry;
};

static inline int32_t gw_gradcheck_block_size(const gw_gradcheck_block *block) {
    return block->rows * block->cols;
}

#endif
#endif
