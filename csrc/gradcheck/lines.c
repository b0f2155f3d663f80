#include "constants.h"
#include "random.h"
#include "state.h"

#include <math.h>
#include <string.h>

/* Logarithms of steps are summed in units of 2⁻²⁰. */
static const double LOGARITHM = 0x1p20;

uint64_t gw_gradcheck_mixed(const gw_gradcheck *c, uint64_t use, int32_t entry) {
    gw_random rng;
    gw_random_seed(&rng, c->seed ^ (use << 56) ^ (uint64_t)(uint32_t)entry);
    return gw_random_next(&rng);
}

int gw_gradcheck_by_direction(const gw_gradcheck *c, const block_state *block) {
    return c->mode == GW_GRADCHECK_DIRECTIONS && gw_gradcheck_block_size(&block->block) > FEW;
}

static int32_t lines_of(const gw_gradcheck *c, const block_state *block) {
    return gw_gradcheck_by_direction(c, block) ? DIRECTIONS
                                               : gw_gradcheck_block_size(&block->block);
}

void gw_gradcheck_lines_again(block_state *block, double step) {
    block->step = block->line_step = step;
    block->drawn = block->ended = 0;
    block->until = 1;
}

/* The next line to begin; its count is 0 if there is none now. Lines learn of all those of
 * the rounds before their own and of no other, so that no answer's place in time has a part
 * in what is asked later. */
static line next_line(gw_gradcheck *c) {
    for (int32_t b = 0; b < c->blocks; b++) {
        block_state *block = &c->block[b];
        if (block->halving == 1) {
            block->halving = 2;
            return (line){b, block->first, block->half, 1,
                          (uint64_t)(DIRECTIONS + ++block->halves)};
        }
    }
    while (c->at_block < c->blocks &&
           c->block[c->at_block].drawn == lines_of(c, &c->block[c->at_block]))
        c->at_block++;
    for (int32_t b = c->at_block; b < c->blocks; b++) {
        block_state *block = &c->block[b];
        if (block->drawn == block->until || block->halving != 0)
            continue;
        int32_t k = block->drawn++;
        if (gw_gradcheck_by_direction(c, block))
            return (line){b, block->block.first, gw_gradcheck_block_size(&block->block), 0,
                          (uint64_t)block->drawn};
        return (line){b, block->block.first + k, 1, 0, 0};
    }
    return (line){0};
}

double gw_gradcheck_component(const gw_gradcheck *c, const line *l, int32_t i) {
    if (l->count == 1)
        return 1;
    gw_random rng;
    gw_random_seed(&rng, gw_gradcheck_mixed(c, 3, i) ^ l->seed);
    return gw_random_normal(&rng);
}

static void begin(gw_gradcheck *c, lane_state *lane, const line *l) {
    const block_state *block = &c->block[l->block];
    gw_slope *s = &lane->slope;
    memset(s, 0, sizeof *s);
    lane->line = *l;
    lane->asked = 0;
    if (l->count == 1) {
        s->x = c->theta[l->first];
        s->analytic = c->gradient[l->first];
        s->size = gw_gradcheck_size(c, block, l->first);
        s->step = block->step * fmax(1, fabs(s->x));
    } else { /* the distance from θ is the variable, and 0 is where we are */
        double square = 0;
        for (int32_t i = l->first; i < l->first + l->count; i++) {
            s->analytic += c->gradient[i] * gw_gradcheck_component(c, l, i);
            square += c->gradient[i] * c->gradient[i];
        }
        s->size = sqrt(square);
        s->step = block->line_step / sqrt(l->count);
    }
    s->base = c->base;
    s->noise = c->noise;
    s->rounding = c->line_noise > 0 ? c->rounding : c->noise;
    s->jitter = JITTER * (1 + (double)(gw_gradcheck_mixed(c, 2, l->first) >> 11) * 0x1p-53);
    s->pattern = c->pattern;
    s->has_pattern = c->has_pattern;
    s->careful = c->careful;
    s->loud = c->loud > c->noise ? c->loud : 0;
    if (l->count == 1) {
        double unit = fabs(gw_gradcheck_along(c, block, l->first));
        s->hidden = c->hidden / unit;
        s->hides = c->hides * unit;
    }
    gw_slope_start(s);
}

/* Half of what is left: a failure is in it, or in the other half. */
static void halve(block_state *block, int32_t first, int32_t count) {
    block->first = first;
    block->half = count > 1 ? (count + 1) / 2 : 1;
    block->halving = 1;
}

/* What a direction through a whole block says of each of its entries. */
static void spread(gw_gradcheck *c, block_state *block, const gw_gradcheck_entry *found) {
    int32_t first = block->block.first, n = gw_gradcheck_block_size(&block->block);
    for (int32_t i = first; i < first + n; i++) {
        gw_gradcheck_entry *e = &c->entry[i];
        int fresh = e->cause == GW_CAUSE_NONE && e->verdict == GW_UNDECIDED;
        if (!fresh && e->verdict != GW_PASS)
            continue; /* it was undecided before, and stays so */
        double digits = fresh ? found->digits : fmin(e->digits, found->digits);
        double bound = fresh ? found->bound : fmax(e->bound, found->bound);
        *e = *found;
        e->analytic = c->gradient[i];
        e->numeric = NAN;
        e->digits = digits;
        e->bound = bound;
        if (found->verdict != GW_UNDECIDED && found->cause != GW_CAUSE_ZERO)
            e->cause = GW_CAUSE_DIRECTION;
        if (found->verdict == GW_FAIL)
            e->verdict = GW_UNDECIDED;
    }
}

/* The sum is of whole numbers: that of fractions would depend on their order. */
static void learn(block_state *block, double better) {
    if (better > 0) {
        block->learners++;
        block->better += llrint(log2(better) * LOGARITHM);
    }
}

/* What a round has learned is the first step of the next, which is twice as long: those
 * who answer several questions at a time seldom wait. */
static void end_round(gw_gradcheck *c, block_state *block) {
    double *step = gw_gradcheck_by_direction(c, block) ? &block->line_step : &block->step;
    if (block->learners > 0) {
        double better = exp2((double)block->better / LOGARITHM / block->learners);
        *step = fmin(fmax(better, *step / LEARNS), fmin(*step * LEARNS, STEP_MOST));
    }
    block->learners = 0;
    block->better = 0;
    int32_t all = lines_of(c, block),
            next = gw_gradcheck_by_direction(c, block) ? 1 : block->until + 1;
    block->until += block->until > all - next ? all - block->until : next;
}

static void end(gw_gradcheck *c, lane_state *lane) {
    const line l = lane->line;
    const gw_slope *s = &lane->slope;
    block_state *block = &c->block[l.block];
    int fails = s->result.verdict == GW_FAIL;
    if (s->result.cause == GW_CAUSE_NOISE && c->quantum > 0)
        lane->slope.result.cause = GW_CAUSE_STEPS;
    lane->line.count = 0;
    if (l.count > 1 && l.seed <= MEASURED) { /* in the order of lines, not of answers */
        block->along[l.seed - 1] =
            (measured_line){l, s->analytic, s->result.numeric, s->result.bound, s->result.verdict};
        block->measured = block->measured > (int32_t)l.seed ? block->measured : (int32_t)l.seed;
    }
    if (l.count > 1 && !l.is_half)
        spread(c, block, &s->result);
    else if (l.count == 1 && (!l.is_half || fails || block->halving == 0))
        c->entry[l.first] = s->result;
    if (!l.is_half && l.count > 1 && fails && !block->failed) {
        block->failed = 1;
        halve(block, l.first, l.count);
        block->left = l.count;
    } else if (l.is_half) {
        /* In this half if it fails, else in the other; until one entry is left. */
        int32_t first = fails ? l.first : l.first + l.count;
        int32_t left = fails ? l.count : block->left - l.count;
        if ((fails && l.count == 1) || left < 1)
            block->halving = 0;
        else {
            halve(block, first, left);
            block->left = left;
        }
    }
    if (!l.is_half) {
        double better = gw_slope_better_step(s);
        learn(block, l.count > 1 ? better * sqrt(l.count) : better / fmax(1, fabs(s->x)));
        if (++block->ended == block->until)
            end_round(c, block);
    }
}

int gw_gradcheck_lines_ask(gw_gradcheck *c, gw_gradcheck_ask *ask) {
    for (int n = 0; n < LANES; n++) {
        int at = (c->current + n) % LANES;
        lane_state *lane = &c->lanes[at];
        while (lane->line.count == 0) {
            line next = next_line(c);
            if (next.count == 0)
                break;
            begin(c, lane, &next);
            if (gw_slope_done(&lane->slope))
                end(c, lane);
        }
        if (lane->line.count > 0 && lane->asked < lane->slope.wanted) {
            c->current = at;
            ask->id = LANE_IDS + at * GW_SLOPE_OPEN + lane->asked;
            /* else the whole point moves */
            if (lane->line.count == 1 && lane->slope.shrink[lane->asked] == 1) {
                ask->entry = lane->line.first;
                ask->value = lane->slope.at[lane->asked];
            }
            lane->asked++;
            return 1;
        }
    }
    return 0;
}

int gw_gradcheck_lines_done(const gw_gradcheck *c) {
    for (int i = 0; i < LANES; i++)
        if (c->lanes[i].line.count > 0)
            return 0;
    return 1; /* every lane is free, and the ask before found no line to begin */
}

void gw_gradcheck_lines_point(const gw_gradcheck *c, const lane_state *lane, int32_t k,
                              double *theta) {
    const line *l = &lane->line;
    if (lane->slope.shrink[k] != 1)
        for (int32_t i = 0; i < c->size; i++)
            theta[i] *= lane->slope.shrink[k];
    if (l->count == 1)
        theta[l->first] = lane->slope.at[k];
    else
        for (int32_t i = l->first; i < l->first + l->count; i++)
            theta[i] += lane->slope.at[k] * gw_gradcheck_component(c, l, i);
}

void gw_gradcheck_lines_tell(gw_gradcheck *c, lane_state *lane, int32_t k, double value,
                             uint64_t pattern) {
    gw_slope_tell(&lane->slope, k, value, pattern);
    if (gw_slope_done(&lane->slope))
        end(c, lane);
    else if (lane->slope.told == 0)
        lane->asked = 0; /* it has new questions */
}
