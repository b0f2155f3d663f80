/* The rule of gradcheck --mode complex, as scripts/checker/harness_modes.c has it, on
 * right gradients of the zoo's models that have a complex twin, in all regimes; and at
 * order-1 points on the same with one entry off by 1e-11 of the largest.
 *
 *     twins RUNS
 *
 * Status 1 if a right gradient is accused, or of those off one passes. */
#include "harness.h"
#include "regimes.h"
#include "zoo.h"

#include <complex.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TWINS = NET_LEAKY + 1, ALL = REGIMES + 2, KEPT = 16 };
static const double OFF = 1e-11;

static zoo_case the;
static double gradient[ZOO_SIZE]; /* under test */

int gradcheck_size(void) {
    return the.size;
}
double gradcheck_cost(const double *theta) {
    return zoo_cost(&the, theta);
}
void gradcheck_gradient(const double *theta, double *g) {
    (void)theta;
    memcpy(g, gradient, (size_t)the.size * sizeof(double));
}

unsigned long gradcheck_pattern(const double *theta) {
    uint64_t pattern = 0;
    (void)zoo_cost(&the, theta);
    (void)zoo_pattern(&the, &pattern);
    return (unsigned long)pattern;
}

/* The slopes at a point by the complex step in each entry; those of the last points
 * are kept. */
static struct { double at[ZOO_SIZE], slope[ZOO_SIZE]; } kept[KEPT];
static int keeps;

static const double *slopes_at(const double *at) {
    size_t bytes = (size_t)the.size * sizeof(double);
    double theta[ZOO_SIZE];
    for (int k = 0; k < keeps && k < KEPT; k++)
        if (!memcmp(kept[k].at, at, bytes))
            return kept[k].slope;
    int k = keeps++ % KEPT;
    memcpy(kept[k].at, at, bytes);
    memcpy(theta, the.theta, bytes);
    memcpy(the.theta, at, bytes);
    zoo_truth(&the, kept[k].slope);
    memcpy(the.theta, theta, bytes);
    return kept[k].slope;
}

/* The harness steps one entry at a time, so far that the slope is all there is. */
double complex gradcheck_cost_complex(const double complex *z) {
    double at[ZOO_SIZE];
    int stepped = -1;
    for (int i = 0; i < the.size; i++) {
        at[i] = creal(z[i]);
        if (cimag(z[i]) != 0)
            stepped = i;
    }
    if (stepped < 0)
        return zoo_cost(&the, at);
    return I * (cimag(z[stepped]) * slopes_at(at)[stepped]);
}

/* The verdict of differences, and of the complex step after them. */
typedef struct {
    gw_verdict before, after;
    int certain; /* entries in which the complex step counts */
} verdicts;

static verdicts examine(uint64_t seed) {
    gw_gradcheck_summary r;
    gw_gradcheck_entry e[ZOO_SIZE] = {0}, now;
    gw_random rng;
    verdicts v = {0};
    double copy[ZOO_SIZE];
    subject s = {.equation = -1,
                 .size = the.size,
                 .blocks = the.blocks,
                 .block = the.block,
                 .at = the.theta,
                 .gradient = gradient,
                 .copy = copy,
                 .theta = the.theta};
    gw_random_seed(&rng, seed);
    keeps = 0;
    harness_run(&s, seed, GW_GRADCHECK_ENTRIES);
    harness_must(gw_gradcheck_result(s.check, &r));
    v.before = r.verdict;
    for (int i = 0; i < the.size; i++)
        harness_must(gw_gradcheck_entry_result(s.check, i, &e[i]));
    harness_confirm(&s, &rng);
    harness_must(gw_gradcheck_result(s.check, &r));
    v.after = r.verdict;
    for (int i = 0; i < the.size; i++) {
        harness_must(gw_gradcheck_entry_result(s.check, i, &now));
        v.certain += now.bound < e[i].bound;
    }
    free(s.check);
    return v;
}

/* Makes the right gradient of a case, as a float where its cost is one; 0 where a
 * number is not finite. */
static int make(int model, int regime, uint64_t seed) {
    zoo_make(&the, model, regime < REGIMES ? &REGIME[regime] : &FAR[regime - REGIMES], seed);
    zoo_gradient(&the, 0, gradient);
    int finite = isfinite(zoo_cost(&the, the.theta));
    for (int i = 0; i < the.size; i++) {
        finite &= isfinite(gradient[i]);
        if (the.single)
            gradient[i] = (float)gradient[i];
    }
    return finite;
}

/* Puts one entry off. */
static void spoil(uint64_t seed) {
    double largest = 0;
    for (int i = 0; i < the.size; i++)
        largest = fmax(largest, fabs(gradient[i]));
    gradient[seed / 7 % (uint64_t)the.size] += OFF * largest;
}

/* Of the checks in one regime, or in all. */
typedef struct {
    double checks, accused, undecided, entries, certain;
} tally;

static void print_row(const char *name, const tally *t) {
    printf("%-20s %7.0f  %7.0f  %8.2f%%  %18.2f%%\n", name, t->checks, t->accused,
           100 * t->undecided / fmax(1, t->checks), 100 * t->certain / fmax(1, t->entries));
}

int main(int count, char **argument) {
    if (count != 2) {
        fprintf(stderr, "usage: twins RUNS\n");
        return 2;
    }
    long runs = atol(argument[1]), off[3] = {0}, off_before[3] = {0};
    tally of[ALL] = {0}, all = {0};
    harness_out = stdout;
    for (long k = 0; k < runs; k++) {
        int regime = (int)(k / TWINS % ALL);
        uint64_t seed = (uint64_t)(1000 + k);
        if (!make((int)(k % TWINS), regime, seed))
            continue;
        verdicts v = examine(seed);
        for (int twice = 0; twice < 2; twice++) {
            tally *t = twice ? &all : &of[regime];
            t->checks++;
            t->accused += v.after == GW_FAIL;
            t->undecided += v.after == GW_UNDECIDED;
            t->entries += the.size;
            t->certain += v.certain;
        }
        if (regime == 0) {
            spoil(seed);
            v = examine(seed);
            off_before[v.before]++;
            off[v.after]++;
        }
    }
    printf("the complex step       right  accused  undecided  sharper than before\n");
    for (int r = 0; r < ALL; r++)
        print_row(r < REGIMES ? REGIME[r].name : FAR[r - REGIMES].name, &of[r]);
    print_row("all", &all);
    printf("\none entry off by 1e-11: %ld of %ld fail, %ld are undecided, %ld pass; by differences "
           "%ld fail\n",
           off[GW_FAIL], off[0] + off[1] + off[2], off[GW_UNDECIDED], off[GW_PASS],
           off_before[GW_FAIL]);
    return zoo_end(all.checks == 0 || all.accused > 0 || off[GW_PASS] > 0);
}
