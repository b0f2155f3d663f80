#include "constants.h"
#include "state.h"

#include <float.h>
#include <math.h>
#include <string.h>

size_t gw_gradcheck_bytes(int32_t size, int32_t blocks) {
    if (size < 1 || blocks < 1)
        return 0;
    return sizeof(gw_gradcheck) + (size_t)blocks * sizeof(block_state) +
           (size_t)size * (2 * sizeof(double) + sizeof(gw_gradcheck_entry));
}

gw_status gw_gradcheck_check_problem(const gw_gradcheck_problem *p) {
    if (p->size < 1 || p->blocks < 1 || (unsigned)p->mode > GW_GRADCHECK_DIRECTIONS)
        return GW_RANGE;
    if (p->theta == NULL || p->gradient == NULL || p->block == NULL)
        return GW_NULL;
    int64_t end = 0;
    for (int32_t b = 0; b < p->blocks; b++) {
        const gw_gradcheck_block *block = &p->block[b];
        if (block->first != end || block->rows < 1 || block->cols < 1)
            return GW_SHAPE;
        end += (int64_t)block->rows * block->cols;
        if (end > p->size)
            return GW_SHAPE;
    }
    if (end != p->size)
        return GW_SHAPE;
    for (int32_t i = 0; i < p->size; i++)
        if (!isfinite(p->theta[i]))
            return GW_NOT_FINITE;
    return GW_OK;
}

gw_status gw_gradcheck_start(const gw_gradcheck_problem *problem, void *memory,
                             gw_gradcheck **check) {
    if (problem == NULL || memory == NULL || check == NULL)
        return GW_NULL;
    GW_TRY(gw_gradcheck_check_problem(problem));
    size_t n = (size_t)problem->size;
    gw_gradcheck *c = memory;
    memset(c, 0, sizeof *c);
    c->size = problem->size;
    c->blocks = problem->blocks;
    c->seed = problem->seed;
    c->mode = problem->mode;
    c->block = (block_state *)(c + 1);
    c->entry = (gw_gradcheck_entry *)(c->block + c->blocks);
    c->theta = (double *)(c->entry + n);
    c->gradient = c->theta + n;
    memcpy(c->theta, problem->theta, n * sizeof(double));
    memcpy(c->gradient, problem->gradient, n * sizeof(double));
    memset(c->entry, 0, n * sizeof(gw_gradcheck_entry));
    for (int32_t b = 0; b < c->blocks; b++) {
        block_state *state = &c->block[b];
        state->block = problem->block[b];
        state->block.name[sizeof state->block.name - 1] = '\0';
        state->size = state->step = state->line_step = 0;
        state->drawn = state->failed = state->first = state->left = 0;
        state->half = state->halving = 0;
        for (int32_t i = 0; i < gw_gradcheck_block_size(&state->block); i++) {
            double g = fabs(c->gradient[state->block.first + i]);
            if (isfinite(g))
                state->size = fmax(state->size, g);
        }
    }
    c->spacing = SPACING;
    c->narrowest = INFINITY;
    *check = c;
    return GW_OK;
}

/* One coordinate of the noise line: ±1 on the scale of the parameter. */
static double noise_direction(const gw_gradcheck *c, int32_t i) {
    double scale = fmax(1, fabs(c->theta[i]));
    return gw_gradcheck_mixed(c, 1, i) >> 63 ? scale : -scale;
}

/* The position on the noise line, in spacings, of noise question i: −4 … 4, but
 * not 0, which is θ. */
static int noise_position(int32_t i) {
    return i < NOISE_IDS / 2 ? i - NOISE_IDS / 2 : i - NOISE_IDS / 2 + 1;
}

int gw_gradcheck_next(gw_gradcheck *c, gw_gradcheck_ask *ask) {
    if (c == NULL || ask == NULL)
        return 0;
    ask->entry = -1;
    ask->value = 0;
    if (c->phase == AT_ENTRIES) {
        if (gw_gradcheck_lines_ask(c, ask)) {
            c->open[ask->id] = 1;
            return 1;
        }
        if (!gw_gradcheck_lines_done(c))
            return 0;
        c->phase = AT_THETA_AGAIN;
        c->asked = c->told = 0;
    }
    switch (c->phase) {
    case AT_THETA:
        if (c->asked == BASE_IDS)
            return 0;
        ask->id = c->asked++;
        break;
    case AT_NOISE:
        if (c->asked == NOISE_IDS)
            return 0;
        ask->id = BASE_IDS + c->asked++;
        break;
    case AT_THETA_AGAIN:
        if (c->asked == 1)
            return 0;
        ask->id = c->asked++;
        break;
    default:
        return 0;
    }
    c->open[ask->id] = 1;
    return 1;
}

gw_status gw_gradcheck_point(const gw_gradcheck *c, int32_t id, double *theta) {
    if (c == NULL || theta == NULL)
        return GW_NULL;
    if (id < 0 || id >= IDS || !c->open[id])
        return GW_NO_ANSWER;
    memcpy(theta, c->theta, (size_t)c->size * sizeof(double));
    if (id >= LANE_IDS) {
        const lane_state *lane = &c->lanes[(id - LANE_IDS) / GW_SLOPE_OPEN];
        gw_gradcheck_lines_point(c, lane, (id - LANE_IDS) % GW_SLOPE_OPEN, theta);
    } else if (id >= BASE_IDS) {
        double distance = noise_position(id - BASE_IDS) * c->spacing;
        for (int32_t i = 0; i < c->size; i++)
            theta[i] += distance * noise_direction(c, i);
    }
    return GW_OK;
}

static void begin_entries(gw_gradcheck *c) {
    /* Noise is never below the rounding of the value itself. The first step
     * balances truncation and noise for a function whose third derivative is
     * of its own size; each block then learns its own. */
    double rounding = (c->single ? FLOAT_ROUNDING * FLT_EPSILON : DBL_EPSILON) * fabs(c->base);
    c->noise = fmax(c->noise, fmax(rounding, DBL_MIN));
    double relative = c->base != 0 ? fmin(c->noise / fabs(c->base), MOST_NOISE) : DBL_EPSILON;
    for (int32_t b = 0; b < c->blocks; b++)
        c->block[b].step = c->block[b].line_step = cbrt(STEP_NOISES * relative);
    c->phase = AT_ENTRIES;
}

/* Is every value a float? Then that is how J was computed, or at least kept. */
static int all_single(const double *values) {
    for (int i = 0; i < GW_NOISE_VALUES; i++)
        if ((double)(float)values[i] != values[i])
            return 0;
    return 1;
}

static void after_noise(gw_gradcheck *c) {
    c->single = all_single(c->values);
    double sigma = 0;
    int32_t advice = GW_NOISE_TOO_FAR;
    int finite = gw_noise_estimate(c->values, &sigma, &advice) == GW_OK;
    if (c->foreign > 0 && advice == GW_NOISE_FOUND)
        advice = GW_NOISE_TOO_FAR; /* a kink that is told is no noise */
    if (finite && advice == GW_NOISE_FOUND) {
        c->noise = sigma;
        begin_entries(c);
        return;
    }
    /* Noise does not grow with the spacing, while slopes and kinks do: of the
     * spacings that do not suit, the one that shows least is nearest to it. */
    if (finite && sigma > 0)
        c->noise = c->noise > 0 ? fmin(c->noise, sigma) : sigma;
    /* Wider while values repeat, closer while the function shows
     * through; between the two, the middle on a logarithmic scale. */
    if (advice == GW_NOISE_TOO_CLOSE)
        c->spacing = c->narrowest < INFINITY ? sqrt(c->spacing * c->narrowest) : c->spacing * WIDER;
    else {
        c->narrowest = c->spacing;
        c->spacing /= WIDER;
    }
    if (++c->spacings == SPACINGS || c->spacing > WIDEST)
        begin_entries(c);
    else
        c->asked = c->told = c->foreign = 0;
}

static void fail_all(gw_gradcheck *c, gw_verdict verdict, gw_cause cause) {
    for (int32_t i = 0; i < c->size; i++)
        c->entry[i] = (gw_gradcheck_entry){c->gradient[i], NAN, INFINITY, 0, verdict, cause};
    c->phase = AT_END;
}

static void after_theta(gw_gradcheck *c, double value, uint64_t pattern, int has_pattern) {
    if (c->told == 1) {
        c->base = value;
        c->pattern = pattern;
        c->has_pattern = has_pattern;
    } else if (!isfinite(c->base)) {
        fail_all(c, GW_UNDECIDED, GW_CAUSE_UNDEFINED);
    } else if (value != c->base) {
        c->impure = 1;
        fail_all(c, GW_FAIL, GW_CAUSE_IMPURE);
    } else {
        c->phase = AT_NOISE;
        c->values[NOISE_IDS / 2] = c->base;
        c->asked = c->told = 0;
    }
}

static gw_status tell(gw_gradcheck *c, int32_t id, double value, uint64_t pattern,
                      int has_pattern) {
    if (c == NULL)
        return GW_NULL;
    if (id < 0 || id >= IDS || !c->open[id])
        return GW_NO_ANSWER;
    c->open[id] = 0;
    c->evaluations++;
    c->told++;
    if (id >= LANE_IDS) {
        lane_state *lane = &c->lanes[(id - LANE_IDS) / GW_SLOPE_OPEN];
        gw_gradcheck_lines_tell(c, lane, (id - LANE_IDS) % GW_SLOPE_OPEN, value, pattern);
    } else if (id >= BASE_IDS) {
        int32_t i = id - BASE_IDS;
        c->values[i < NOISE_IDS / 2 ? i : i + 1] = value;
        c->foreign += has_pattern && pattern != c->pattern;
        if (c->told == NOISE_IDS)
            after_noise(c);
    } else if (c->phase == AT_THETA) {
        after_theta(c, value, pattern, has_pattern);
    } else {
        c->impure = value != c->base;
        c->phase = AT_END;
    }
    return GW_OK;
}

gw_status gw_gradcheck_tell(gw_gradcheck *check, int32_t id, double value) {
    return tell(check, id, value, 0, 0);
}

gw_status gw_gradcheck_tell_pattern(gw_gradcheck *check, int32_t id, double value,
                                    uint64_t pattern) {
    return tell(check, id, value, pattern, 1);
}
