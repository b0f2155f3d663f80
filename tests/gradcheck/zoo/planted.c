/* Errors of known sizes, planted in right gradients: spread over a block that is
 * checked along random directions, or in one entry. */
#include "scores.h"

#include <math.h>
#include <string.h>

/* The bound on a block as seen along directions: the one of its last direction. */
static double direction_bound(gw_gradcheck *done, const gw_gradcheck_block *b) {
    gw_gradcheck_entry e;
    zoo_must(gw_gradcheck_entry_result(done, b->first, &e));
    return e.bound;
}

/* Blocks of up to four entries are checked one by one also in that mode. */
static int by_direction(const gw_gradcheck_block *b) {
    return b->rows * b->cols > 4;
}

/* An error spread over a block at random, in bounds τ of the right gradient's check.
 * What is stated: it passes with a probability of at most (0.8 τ/norm)². Every pass is
 * a miss, so a check that gives the wrong gradient a wider bound is found out. */
void zoo_one_direction(direction_score *tally, int model, const zoo_regime *regime, uint64_t seed) {
    static zoo_case c;
    double right[ZOO_SIZE], wrong[ZOO_SIZE], error[ZOO_SIZE];
    gw_random rng;
    gw_gradcheck_summary r;
    zoo_make(&c, model, regime, seed);
    zoo_gradient(&c, 0, right);
    gw_gradcheck_block *b = &c.block[0];
    if (!by_direction(b))
        return;
    gw_gradcheck *done = zoo_check(&c, right, seed, GW_GRADCHECK_DIRECTIONS, TOLD);
    zoo_must(gw_gradcheck_block_result(done, 0, &r));
    if (r.verdict != GW_PASS)
        return; /* that point says nothing of this block */
    double bound = direction_bound(done, b), norm = 0;
    gw_random_seed(&rng, seed);
    for (int i = 0; i < b->rows * b->cols; i++) {
        error[i] = gw_random_normal(&rng);
        norm += error[i] * error[i];
    }
    for (int k = 0; k < SIZES; k++) {
        memcpy(wrong, right, sizeof wrong);
        for (int i = 0; i < b->rows * b->cols; i++)
            wrong[b->first + i] += BOUNDS[k] * bound * error[i] / sqrt(norm);
        done = zoo_check(&c, wrong, seed, GW_GRADCHECK_DIRECTIONS, TOLD);
        zoo_must(gw_gradcheck_block_result(done, 0, &r));
        tally[k].runs++;
        tally[k].missed += r.verdict == GW_PASS;
        tally[k].undecided += r.verdict == GW_UNDECIDED;
        tally[k].stated += pow(0.8 / BOUNDS[k], 2);
    }
}

/* The mistakes themselves: how many may be missed follows from each block's error. */
void zoo_mistake_by_directions(direction_score *tally, int model, int mistake,
                               const zoo_regime *regime, uint64_t seed) {
    static zoo_case c;
    double right[ZOO_SIZE], wrong[ZOO_SIZE], stated = 1;
    gw_gradcheck_summary r;
    zoo_make(&c, model, regime, seed);
    zoo_gradient(&c, 0, right);
    zoo_gradient(&c, mistake, wrong);
    for (int i = 0; i < c.size; i++)
        if (!isfinite(right[i]) || !isfinite(wrong[i]))
            return;
    gw_gradcheck *done = zoo_check(&c, right, seed, GW_GRADCHECK_DIRECTIONS, TOLD);
    for (int k = 0; k < c.blocks; k++) {
        const gw_gradcheck_block *b = &c.block[k];
        double bound = direction_bound(done, b), norm = 0;
        for (int i = b->first; i < b->first + b->rows * b->cols; i++) {
            gw_gradcheck_entry e;
            zoo_must(gw_gradcheck_entry_result(done, i, &e));
            double off = fabs(wrong[i] - right[i]);
            if (!by_direction(b) && off > 10 * e.bound)
                stated = 0; /* seen one by one */
            norm += off * off;
        }
        if (by_direction(b))
            stated *= pow(fmin(1, 0.8 * bound / fmax(sqrt(norm), 1e-300)), 2);
    }
    if (!(stated < 0.5))
        return; /* hidden at this point, for any checker of that bound */
    done = zoo_check(&c, wrong, seed, GW_GRADCHECK_DIRECTIONS, TOLD);
    zoo_must(gw_gradcheck_result(done, &r));
    tally->runs++;
    tally->missed += r.verdict == GW_PASS;
    tally->undecided += r.verdict == GW_UNDECIDED;
    tally->stated += stated;
}

/* A single weight wrong by one part in 10⁶ of its block's largest entry, at a point
 * of order 1; blocks whose gradient is of order 1 there. */
void zoo_one_fine(fine_score *tally, int model, uint64_t seed, zoo_patterns patterns) {
    static zoo_case c;
    double gradient[ZOO_SIZE], truth[ZOO_SIZE];
    gw_gradcheck_summary r;
    zoo_make(&c, model, &REGIME[0], seed);
    zoo_gradient(&c, 0, gradient);
    zoo_truth(&c, truth);
    for (int b = 0; b < c.blocks; b++) {
        const gw_gradcheck_block *block = &c.block[b];
        double size = zoo_largest(block, truth);
        if (!(size >= 0.1 && size <= 10))
            continue;
        int entries = block->rows * block->cols, i = block->first + (int)(seed % (uint64_t)entries);
        double kept = gradient[i];
        gradient[i] += (seed / 7 % 2 ? FINE : -FINE) * size;
        gw_gradcheck *done = zoo_check(&c, gradient, seed, GW_GRADCHECK_ENTRIES, patterns);
        gradient[i] = kept;
        zoo_must(gw_gradcheck_block_result(done, b, &r));
        tally->runs++;
        tally->caught += r.verdict == GW_FAIL;
        tally->undecided += r.verdict == GW_UNDECIDED;
        tally->passed += r.verdict == GW_PASS;
    }
}
