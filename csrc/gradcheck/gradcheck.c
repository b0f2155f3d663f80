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
        memset(state, 0, sizeof *state);
        state->block = problem->block[b];
        state->block.name[sizeof state->block.name - 1] = '\0';
        for (int32_t i = 0; i < gw_gradcheck_block_size(&state->block); i++) {
            double g = fabs(c->gradient[state->block.first + i]);
            if (isfinite(g))
                state->size = fmax(state->size, g);
        }
    }
    gw_gradcheck_set_units(c);
    for (int32_t b = 0; b < c->blocks; b++) {
        block_state *block = &c->block[b];
        int32_t first = block->block.first, count = gw_gradcheck_block_size(&block->block);
        for (int32_t i = first; i < first + count; i++)
            if (isfinite(c->gradient[i]))
                block->moves =
                    fmax(block->moves, fabs(c->gradient[i] * gw_gradcheck_along(c, block, i)));
        c->moves = fmax(c->moves, block->moves);
    }
    c->spacing = gw_gradcheck_spaced(c, SPACING);
    c->narrowest = INFINITY;
    c->line_error = INFINITY;
    *check = c;
    return GW_OK;
}

gw_status gw_gradcheck_allow_noise(gw_gradcheck *c, double sigma) {
    if (c == NULL)
        return GW_NULL;
    if (!(sigma >= 0))
        return GW_RANGE;
    c->allowed = sigma;
    return GW_OK;
}

/* The position on the noise line, in spacings, of noise question i: −4 … 4, but
 * not 0, which is θ, and then those further away. */
static int noise_position(int32_t i) {
    if (i >= LINE_SPAN)
        return (i % 2 ? 1 : -1) * GW_FAR[(i - LINE_SPAN) / 2];
    return i < LINE_SPAN / 2 ? i - LINE_SPAN / 2 : i - LINE_SPAN / 2 + 1;
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
        for (int32_t b = 0; b < c->blocks; b++) {
            const block_state *block = &c->block[b];
            int32_t first = block->block.first, n = gw_gradcheck_block_size(&block->block);
            for (int32_t i = first; i < first + n; i++)
                theta[i] += distance * gw_gradcheck_along(c, block, i);
        }
    }
    return GW_OK;
}

void gw_gradcheck_begin_entries(gw_gradcheck *c) {
    /* Noise is never below the rounding of the value itself. The first step
     * balances truncation and noise for a function whose third derivative is
     * of its own size; each block then learns its own. */
    double rounding = HALF_A_PLACE * DBL_EPSILON * fabs(c->base);
    c->noise = fmax(c->noise, fmax(rounding, DBL_MIN));
    double relative = c->base != 0 ? c->noise / fabs(c->base) : DBL_EPSILON;
    double step = cbrt(STEP_NOISES * relative);
    c->phase = AT_ENTRIES;
    /* What was looked at again from near, and stayed, is noise. */
    if (c->first_noise > 0 && c->loud > QUIET * rounding && c->noise >= c->loud)
        c->rough = 0;
    /* The second time: all entries again where the noise is larger than it seemed, or where
     * the cost is rough; then none passes before all steps are seen. */
    double apart = fabs(c->line_slope - c->first_slope);
    /* Two slopes from near that are not one: each is rounded to whole steps of the cost. */
    if (!c->rough && c->first_noise > 0 && apart > CLEARLY * (c->line_error + c->first_error) &&
        apart * c->line_spacing > WIDER * c->curved)
        c->noise = fmax(c->noise, apart * LINE_SPAN * c->line_spacing);
    int louder =
        !c->rough && c->noise > SHRINKS * fmax(c->first_noise, DBL_EPSILON * fabs(c->base));
    if (louder)
        c->hidden = 0; /* the first line lay within a step of the cost */
    int again = c->careful || louder;
    /* By less it only varies, and a slope ruled out passes within no wider bound. But it is
     * no noise what vanishes from near now, and at first only seemed to stay. */
    if (c->first_noise > 0 && !louder && !(c->careful && c->loud > SHRINKS * c->noise))
        c->noise = c->first_noise;
    if (c->first_noise > 0 && !again)
        return; /* with what the entries have */
    c->at_block = 0;
    for (int32_t b = 0; b < c->blocks; b++)
        gw_gradcheck_lines_again(&c->block[b], step);
}

/* What trembles as near as numbers are told apart may be a ripple, which has any slope, unless it
 * is the rounding of arguments of θ's size, or of sums that cancel. Then nothing passes, nor does
 * what such a ripple would explain fail: its slopes are no less than its height over the least
 * distances looked at. */
static void doubt_ripples(gw_gradcheck *c) {
    double moves = 0;
    for (int32_t b = 0; b < c->blocks; b++) {
        const block_state *block = &c->block[b];
        int32_t first = block->block.first, n = gw_gradcheck_block_size(&block->block);
        for (int32_t i = first; i < first + n; i++)
            if (isfinite(c->entry[i].numeric))
                moves += fabs(gw_gradcheck_along(c, block, i) * c->entry[i].numeric);
    }
    double explained = fmax(TREMBLES * fabs(c->base), QUIET * DBL_EPSILON * moves);
    if (!c->trembles || c->noise <= fmax(c->allowed, explained))
        return;
    for (int32_t b = 0; b < c->blocks; b++) {
        const block_state *block = &c->block[b];
        int32_t first = block->block.first, n = gw_gradcheck_block_size(&block->block);
        for (int32_t i = first; i < first + n; i++) {
            gw_gradcheck_entry *e = &c->entry[i];
            double off = fabs((e->analytic - e->numeric) * gw_gradcheck_along(c, block, i));
            if (e->verdict != GW_PASS && !(off * NEAREST_SPACING > c->noise))
                continue;
            e->bound = INFINITY;
            e->verdict = GW_UNDECIDED;
            e->cause = GW_CAUSE_TREMBLES;
            e->digits = 0;
        }
    }
}

static void end_entries(gw_gradcheck *c) {
    if (c->mode == GW_GRADCHECK_ENTRIES)
        gw_gradcheck_look_for_pieces(c);
    for (int32_t b = 0; b < c->blocks && fmax(c->piece, c->doubt) > 0; b++) {
        const block_state *block = &c->block[b];
        int32_t first = block->block.first, n = gw_gradcheck_block_size(&block->block);
        for (int32_t i = first; i < first + n; i++)
            gw_gradcheck_count_pieces(c, block, i);
    }
    doubt_ripples(c);
    c->phase = AT_THETA_AGAIN;
    c->asked = c->told = 0;
}

/* Before anything is said that is no pass, the noise is measured once more, at another
 * spacing: the first may have been a whole number of a rounded cost's steps. */
static int is_suspicious(const gw_gradcheck *c) {
    for (int32_t i = 0; i < c->size; i++) {
        const gw_gradcheck_entry *e = &c->entry[i];
        if (e->verdict != GW_PASS && e->cause != GW_CAUSE_NOT_FINITE &&
            e->cause != GW_CAUSE_UNDEFINED)
            return 1;
    }
    gw_addition a = gw_gradcheck_add_up(c);
    return !gw_gradcheck_adds_up(c, &a);
}

/* From here on as at first, at another spacing. */
static void measure_again(gw_gradcheck *c) {
    gw_addition a = gw_gradcheck_add_up(c);
    gw_gradcheck_look_for_pieces(c);
    if (!gw_gradcheck_adds_up(c, &a)) {
        c->careful = 1;
        c->hidden = a.apart;
        c->hides = c->line_spacing;
    }
    c->first_noise = c->noise;
    c->first_slope = c->line_slope;
    c->first_error = c->line_error;
    c->rough = c->loud > c->noise; /* what vanished from near is no noise now either */
    c->noise = c->loud = 0;
    c->trembles = 0;
    c->spacings = 0;
    c->narrowest = INFINITY;
    c->phase = AT_NOISE;
    gw_gradcheck_next_spacing(c, SPACING * ANOTHER);
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
        if (c->mode == GW_GRADCHECK_ENTRIES && c->first_noise == 0 && is_suspicious(c)) {
            measure_again(c);
        } else {
            end_entries(c);
        }
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
        c->values[LINE_SPAN / 2] = c->base;
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
        int is_near = i < LINE_SPAN, is_foreign = has_pattern && pattern != c->pattern;
        if (is_near)
            c->values[i < LINE_SPAN / 2 ? i : i + 1] = value;
        else
            c->far[(i - LINE_SPAN) / 2][i % 2] = is_foreign ? NAN : value;
        c->foreign += is_near && is_foreign;
        if (c->told == NOISE_IDS)
            gw_gradcheck_after_noise(c);
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
