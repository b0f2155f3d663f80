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

/* One coordinate of the noise line: ± its own size, for θ may have scales of 1e-12 and
 * of 1e12 at one time. An entry that is 0 moves as little as the smallest beside it. */
double gw_gradcheck_along(const gw_gradcheck *c, const block_state *block, int32_t i) {
    double scale = c->theta[i] != 0 ? fabs(c->theta[i]) : block->unit;
    return gw_gradcheck_mixed(c, 1, i) >> 63 ? scale : -scale;
}

static double smallest(const double *theta, int32_t n) {
    double least = INFINITY;
    for (int32_t i = 0; i < n; i++)
        if (theta[i] != 0)
            least = fmin(least, fabs(theta[i]));
    return least;
}

static void set_units(gw_gradcheck *c) {
    double all = smallest(c->theta, c->size);
    for (int32_t b = 0; b < c->blocks; b++) {
        block_state *block = &c->block[b];
        double own =
            smallest(c->theta + block->block.first, gw_gradcheck_block_size(&block->block));
        block->unit = own < INFINITY ? own : all < INFINITY ? all : 1;
    }
}

/* Spacings have no common measure: where slope times spacing is a whole number of quanta
 * of a rounded cost, all higher differences vanish. */
static double spaced(const gw_gradcheck *c, double spacing) {
    return spacing * (1 + (double)(gw_gradcheck_mixed(c, 4, c->spacings) >> 11) * 0x1p-53);
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
    set_units(c);
    for (int32_t b = 0; b < c->blocks; b++) {
        const block_state *block = &c->block[b];
        int32_t first = block->block.first, count = gw_gradcheck_block_size(&block->block);
        for (int32_t i = first; i < first + count; i++)
            if (isfinite(c->gradient[i]))
                c->moves = fmax(c->moves, fabs(c->gradient[i] * gw_gradcheck_along(c, block, i)));
    }
    c->spacing = spaced(c, SPACING);
    c->narrowest = INFINITY;
    c->line_error = INFINITY;
    *check = c;
    return GW_OK;
}

/* The position on the noise line, in spacings, of noise question i: −4 … 4, but
 * not 0, which is θ. */
static int noise_position(int32_t i) {
    return i < NOISE_IDS / 2 ? i - NOISE_IDS / 2 : i - NOISE_IDS / 2 + 1;
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

static void begin_entries(gw_gradcheck *c) {
    /* Noise is never below the rounding of the value itself. The first step
     * balances truncation and noise for a function whose third derivative is
     * of its own size; each block then learns its own. */
    double rounding =
        (c->single ? FLOAT_ROUNDING * FLT_EPSILON : HALF_A_PLACE * DBL_EPSILON) * fabs(c->base);
    c->noise = fmax(c->noise, fmax(rounding, DBL_MIN));
    double relative = c->base != 0 ? fmin(c->noise / fabs(c->base), MOST_NOISE) : DBL_EPSILON;
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
        apart * c->spacing > WIDER * c->curved)
        c->noise = fmax(c->noise, apart * NOISE_IDS * c->spacing);
    int louder =
        !c->rough && c->noise > SHRINKS * fmax(c->first_noise, DBL_EPSILON * fabs(c->base));
    if (louder)
        c->hidden = 0; /* the first line lay within a step of the cost */
    int again = c->careful || louder;
    /* By less it only varies, and a slope ruled out passes within no wider bound. */
    if (c->first_noise > 0 && !louder)
        c->noise = c->first_noise;
    if (c->first_noise > 0 && !again)
        return; /* with what the entries have */
    c->at_block = 0;
    for (int32_t b = 0; b < c->blocks; b++)
        gw_gradcheck_lines_again(&c->block[b], step);
}

/* Is every value a float? Then that is how J was computed, or at least kept. */
static int all_single(const double *values) {
    for (int i = 0; i < GW_NOISE_VALUES; i++)
        if ((double)(float)values[i] != values[i])
            return 0;
    return 1;
}

/* The largest third difference: what a curve leaves. */
static double third_difference(const double *v) {
    double largest = 0;
    for (int i = 0; i + 3 < GW_NOISE_VALUES; i++)
        largest = fmax(largest, fabs(v[i + 3] - 3 * v[i + 2] + 3 * v[i + 1] - v[i]));
    return largest;
}

/* The slope along the noise line, and its error: what entries passed from further away
 * must add up to it. */
static void keep_slope(gw_gradcheck *c, double sigma) {
    double sum = 0, squares = 0;
    for (int k = 0; k < GW_NOISE_VALUES; k++) {
        double at = k - NOISE_IDS / 2;
        sum += at * (c->values[k] - c->base);
        squares += at * at;
    }
    c->line_slope = sum / (squares * c->spacing);
    double ulp = nextafter(fabs(c->base), INFINITY) - fabs(c->base);
    c->rounding = fmax(sigma, ulp / sqrt(12));
    c->line_noise = c->rounding / (sqrt(squares) * c->spacing);
    c->curved = fmax(c->curved, third_difference(c->values));
    c->line_error = KAPPA * fmax(sigma, DBL_EPSILON * fabs(c->base)) / (sqrt(squares) * c->spacing);
}

static void next_spacing(gw_gradcheck *c, double spacing) {
    c->spacings++;
    c->spacing = spaced(c, spacing);
    c->asked = c->told = c->foreign = 0;
}

/* From nearer: noise that stays, or values that repeat, are noise. What vanishes, at two
 * spacings, is no noise but a part of the function, a ripple, a kink or steps, and then no
 * entry passes before it was looked at from as near. Returns the next spacing, or 0. */
static double look_nearer(gw_gradcheck *c, double sigma, int32_t advice) {
    if (advice == GW_NOISE_FOUND)
        keep_slope(c, sigma);
    if (c->loud == 0) {
        c->noise = c->loud = sigma;
        c->near = 0;
        int quiet = sigma <= QUIET * DBL_EPSILON * fabs(c->base);
        double next = c->spacing / NEARER; /* as near as before, if it vanished there */
        return quiet || c->quantum > 0 ? 0 : c->nearest > 0 ? fmin(next, c->nearest / 2) : next;
    }
    if (advice == GW_NOISE_TOO_CLOSE || sigma >= c->loud / SHRINKS)
        return 0;
    if (advice == GW_NOISE_TOO_FAR && c->spacings < SPACINGS)
        return c->spacing / ANOTHER; /* it is not noise that is seen yet */
    if (c->near == 0) {
        c->near = fmax(sigma, DBL_MIN);
        return c->spacing / ANOTHER;
    }
    c->careful = 1;
    c->noise = fmax(c->near, sigma);
    c->nearest = c->spacing;
    if (c->noise > QUIET * DBL_EPSILON * fabs(c->base) && c->spacing > NEAREST_SPACING &&
        c->spacings < SPACINGS) {
        c->near = 0; /* there is still more of it */
        return c->spacing / WIDER;
    }
    return 0;
}

/* What the values say of a cost that moves in steps. Where most repeat, those that do
 * not show a step; where none moved, a step is as large as the move that the slope from
 * further away asks for there. Returns 0 where a step must be larger than the noise that
 * was found: then slope times spacing is a whole number of them. */
static int sees_steps(gw_gradcheck *c, double sigma, int32_t advice) {
    double quantum = gw_noise_quantum(c->values);
    if (quantum < QUANTUM_MOST * sigma) /* else it is what is left of a curve */
        c->quantum = fmax(c->quantum, quantum);
    c->steps = fmax(c->steps, c->quantum / sqrt(12)); /* of a rounding anywhere in a quantum */
    if (advice == GW_NOISE_TOO_CLOSE) {
        /* Steps do not grow with the spacing, as a corner between a flat side and another
         * does: the least seen. */
        if (sigma > 0)
            c->steps = c->steps > 0 ? fmin(c->steps, sigma) : sigma;
        else
            c->still = fmax(c->still, NOISE_IDS * c->spacing);
    } else if (c->still > 0) {
        double move =
            fabs(c->values[0] - c->values[NOISE_IDS]) / (NOISE_IDS * c->spacing) * c->still;
        if (move > QUIET * DBL_EPSILON * fabs(c->base))
            c->steps = fmax(c->steps, move / sqrt(12));
    }
    return advice != GW_NOISE_FOUND || sigma >= c->steps / SHRINKS || c->quantum > 0;
}

static void after_noise(gw_gradcheck *c) {
    c->single = all_single(c->values);
    double sigma = 0;
    int32_t advice = GW_NOISE_TOO_FAR;
    int finite = gw_noise_estimate(c->values, &sigma, &advice) == GW_OK;
    if (c->foreign > 0 && advice == GW_NOISE_FOUND)
        advice = GW_NOISE_TOO_FAR; /* a kink that is told is no noise */
    int suits = finite && advice == GW_NOISE_FOUND;
    if (finite && c->foreign == 0 && c->loud == 0 && !sees_steps(c, sigma, advice))
        suits = 0;
    if (suits || (finite && c->loud > 0)) {
        double next = look_nearer(c, fmax(sigma, c->steps), advice);
        if (next > 0)
            next_spacing(c, next);
        else
            begin_entries(c);
        return;
    }
    /* Noise does not grow with the spacing, while slopes and kinks do: of the
     * spacings that do not suit, the one that shows least is nearest to it. */
    if (finite && sigma > 0 && advice != GW_NOISE_FOUND)
        c->noise = c->noise > 0 ? fmin(c->noise, sigma) : sigma;
    c->noise = fmax(c->noise, c->steps);
    if (c->spacings == SPACINGS ||
        (advice == GW_NOISE_TOO_CLOSE && c->spacing * WIDER > WIDEST && c->narrowest == INFINITY)) {
        begin_entries(c);
        return;
    }
    /* Wider while values repeat, closer while the function shows
     * through; between the two, the middle on a logarithmic scale. */
    if (advice == GW_NOISE_FOUND)
        next_spacing(c, c->spacing * ANOTHER);
    else if (advice == GW_NOISE_TOO_CLOSE)
        next_spacing(c, c->narrowest < INFINITY ? sqrt(c->spacing * c->narrowest)
                                                : c->spacing * WIDER);
    else {
        c->narrowest = c->spacing;
        c->curved = INFINITY; /* slopes at two spacings may differ */
        next_spacing(c, c->spacing / WIDER);
    }
}

/* How far the slopes of the entries, measured from further away, are from adding up to the
 * one along the noise line, what error all these have, and how large they are. */
typedef struct {
    double apart, error, sizes;
} addition;

static addition add_up(const gw_gradcheck *c) {
    double sum = 0;
    addition a = {0, 0, 0};
    for (int32_t b = 0; b < c->blocks; b++) {
        const block_state *block = &c->block[b];
        int32_t first = block->block.first, n = gw_gradcheck_block_size(&block->block);
        for (int32_t i = first; i < first + n; i++) {
            double along = gw_gradcheck_along(c, block, i);
            sum += along * c->entry[i].numeric;
            a.error += fabs(along) * c->entry[i].bound;
            a.sizes += fabs(along * c->entry[i].numeric);
        }
    }
    a.apart = fabs(sum - c->line_slope);
    return a;
}

/* A ripple between the two does not show in values further away. Where a bound is infinite,
 * that entry is undecided. */
static int adds_up(const gw_gradcheck *c, const addition *a) {
    double error = a->error + c->line_error + a->sizes * DBL_EPSILON / c->spacing; /* θ's own */
    return !(a->apart > CLEARLY * error + FINE * a->sizes);
}

/* By less than that the line may still say clearly that it has another slope: then it lies
 * in a piece of a table, and the pieces are too flat to rise above the rounding of J anywhere
 * else. What longer steps saw is the slope of the whole; that of J is as far away as the
 * line says. */
static void look_for_pieces(gw_gradcheck *c) {
    addition a = add_up(c);
    int apart = a.apart - a.error > APART * c->line_noise && a.apart <= FINE * a.sizes;
    if (apart && c->piece < a.apart + KAPPA * c->line_noise)
        c->piece = a.apart + KAPPA * c->line_noise;
}

static void count_pieces(gw_gradcheck *c, const block_state *block, int32_t i) {
    gw_gradcheck_entry *e = &c->entry[i];
    if (e->verdict == GW_UNDECIDED || e->cause != GW_CAUSE_NONE)
        return;
    double size = fmax(fabs(e->analytic), SMALL * block->size);
    e->bound += c->piece / fabs(gw_gradcheck_along(c, block, i));
    int known = e->verdict == GW_PASS ? e->bound <= LOOSE * size
                                      : fabs(e->analytic - e->numeric) > CLEARLY * e->bound;
    if (!known) {
        e->verdict = GW_UNDECIDED;
        e->cause = GW_CAUSE_UNSETTLED;
    }
    e->digits = e->verdict == GW_PASS ? fmax(0, log10(size / e->bound)) : 0;
}

static void end_entries(gw_gradcheck *c) {
    if (c->mode == GW_GRADCHECK_ENTRIES)
        look_for_pieces(c);
    for (int32_t b = 0; b < c->blocks && c->piece > 0; b++) {
        const block_state *block = &c->block[b];
        int32_t first = block->block.first, n = gw_gradcheck_block_size(&block->block);
        for (int32_t i = first; i < first + n; i++)
            count_pieces(c, block, i);
    }
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
    addition a = add_up(c);
    return !adds_up(c, &a);
}

/* From here on as at first, at another spacing. */
static void measure_again(gw_gradcheck *c) {
    addition a = add_up(c);
    look_for_pieces(c);
    if (!adds_up(c, &a)) {
        c->careful = 1;
        c->hidden = a.apart;
        c->hides = c->spacing;
    }
    c->first_noise = c->noise;
    c->first_slope = c->line_slope;
    c->first_error = c->line_error;
    c->rough = c->loud > c->noise; /* what vanished from near is no noise now either */
    c->noise = c->loud = 0;
    c->spacings = 0;
    c->narrowest = INFINITY;
    c->phase = AT_NOISE;
    next_spacing(c, SPACING * ANOTHER);
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
