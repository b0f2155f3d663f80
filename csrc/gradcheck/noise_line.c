/* The line on which the noise of J is measured, and its slope. */
#include "constants.h"
#include "state.h"

#include <float.h>
#include <math.h>

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

/* The size of the slope that an entry's errors count beside: that of its block's largest. But
 * slopes by parameters of other scales are other numbers, and so it is no more than what moves J
 * as far as the block does, when the entry moves by its own size. A block whose slopes are all 0
 * is held to those of the others. */
double gw_gradcheck_size(const gw_gradcheck *c, const block_state *block, int32_t i) {
    double along = fabs(gw_gradcheck_along(c, block, i));
    return block->size > 0 ? fmin(block->size, block->moves / along) : SMALL * c->moves / along;
}

void gw_gradcheck_set_units(gw_gradcheck *c) {
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
double gw_gradcheck_spaced(const gw_gradcheck *c, double spacing) {
    return spacing * (1 + (double)(gw_gradcheck_mixed(c, 4, c->spacings) >> 11) * 0x1p-53);
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
    c->line_spacing = c->spacing;
    c->bend = gw_gradcheck_bend_of_pieces(c, sigma);
    double sum = 0, squares = 0;
    for (int k = 0; k < GW_NOISE_VALUES; k++) {
        double at = k - LINE_SPAN / 2;
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

void gw_gradcheck_next_spacing(gw_gradcheck *c, double spacing) {
    c->spacings++;
    c->spacing = gw_gradcheck_spaced(c, spacing);
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
    /* A wave that is finer may be in step with a spacing, and seem to vanish: then it comes back
     * in the values further away, of which the nearest spacings see nothing else. */
    double strays = gw_gradcheck_strays(c);
    double stays = c->spacing <= NEAREST_SPACING ? fmax(sigma, strays) : sigma;
    if (advice == GW_NOISE_TOO_CLOSE ||
        (stays >= c->loud / SHRINKS && (advice == GW_NOISE_FOUND || c->spacings == SPACINGS))) {
        /* It stays. A wave of 1e12 to the unit does so too, or is seen once in each of its
         * lengths and so vanishes at one spacing alone; but not from as near as θ has
         * numbers. (Of sums whose rounding is loud the same bits are rounded there.) */
        int waves = advice == GW_NOISE_FOUND && fmax(sigma, strays) > TREMBLES * fabs(c->base);
        c->near = 0;
        if (advice == GW_NOISE_FOUND && sigma > c->loud)
            c->noise = c->loud = sigma;
        c->trembles = waves && c->spacing <= 2 * LEAST_SPACING;
        return waves && !c->trembles && c->spacings < SPACINGS ? LEAST_SPACING : 0;
    }
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
            c->still = fmax(c->still, LINE_SPAN * c->spacing);
    } else if (c->still > 0) {
        double move =
            fabs(c->values[0] - c->values[LINE_SPAN]) / (LINE_SPAN * c->spacing) * c->still;
        if (move > QUIET * DBL_EPSILON * fabs(c->base))
            c->steps = fmax(c->steps, move / sqrt(12));
    }
    return advice != GW_NOISE_FOUND || sigma >= c->steps / SHRINKS || c->quantum > 0;
}

void gw_gradcheck_after_noise(gw_gradcheck *c) {
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
            gw_gradcheck_next_spacing(c, next);
        else
            gw_gradcheck_begin_entries(c);
        return;
    }
    /* Noise does not grow with the spacing, while slopes and kinks do: of the
     * spacings that do not suit, the one that shows least is nearest to it. */
    if (finite && sigma > 0 && advice != GW_NOISE_FOUND)
        c->noise = c->noise > 0 ? fmin(c->noise, sigma) : sigma;
    c->noise = fmax(c->noise, c->steps);
    if (c->spacings == SPACINGS ||
        (advice == GW_NOISE_TOO_CLOSE && c->spacing * WIDER > WIDEST && c->narrowest == INFINITY)) {
        gw_gradcheck_begin_entries(c);
        return;
    }
    /* Wider while values repeat, closer while the function shows
     * through; between the two, the middle on a logarithmic scale. */
    if (advice == GW_NOISE_FOUND)
        gw_gradcheck_next_spacing(c, c->spacing * ANOTHER);
    else if (advice == GW_NOISE_TOO_CLOSE)
        gw_gradcheck_next_spacing(c, c->narrowest < INFINITY ? sqrt(c->spacing * c->narrowest)
                                                             : c->spacing * WIDER);
    else {
        c->narrowest = c->spacing;
        c->curved = INFINITY; /* slopes at two spacings may differ */
        gw_gradcheck_next_spacing(c, c->spacing / WIDER);
    }
}
