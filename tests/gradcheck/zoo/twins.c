/* The rule of gradcheck --mode complex, as csrc/gradcheck/confirm.c has it, on right
 * gradients of the zoo's models that have a complex twin, in all regimes; and at
 * order-1 points on the same with one entry off by 1e-11 of the largest.
 *
 *     twins RUNS
 *
 * Status 1 if a right gradient is accused, or of those off one passes. */
#include "regimes.h"
#include "session.h"
#include "zoo.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TWINS = NET_LEAKY + 1, ALL = REGIMES + 2, KEPT = 16 };
static const double OFF = 1e-11;

static zoo_case the;
static double gradient[ZOO_SIZE]; /* under test */

static void must(gw_status status) {
    if (status != GW_OK) {
        fprintf(stderr, "twins: %s\n", gw_status_text(status));
        exit(2);
    }
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

static void answer_cost(const gw_session_ask *ask, gw_session_answer *answer) {
    double theta[ZOO_SIZE];
    memcpy(theta, ask->at, (size_t)the.size * sizeof(double));
    if (ask->entry >= 0)
        theta[ask->entry] = ask->value;
    answer->value = zoo_cost(&the, theta);
    answer->has_pattern = 1;
    (void)zoo_pattern(&the, &answer->pattern);
}

/* The verdict of differences, and of the complex step after them. */
typedef struct {
    gw_verdict before, after;
    int certain; /* entries in which the complex step counts */
} verdicts;

static gw_verdict verdict_of(const gw_gradcheck *check, gw_gradcheck_entry *e) {
    gw_gradcheck_summary r;
    must(gw_gradcheck_result(check, &r));
    for (int i = 0; i < the.size; i++)
        must(gw_gradcheck_entry_result(check, i, &e[i]));
    return r.verdict;
}

static verdicts examine(uint64_t seed) {
    gw_gradcheck_entry before[ZOO_SIZE], after[ZOO_SIZE];
    verdicts v = {0};
    const gw_gradcheck_problem problem = {.size = the.size,
                                          .blocks = the.blocks,
                                          .theta = the.theta,
                                          .gradient = gradient,
                                          .block = the.block,
                                          .seed = seed};
    const gw_session_model model = {.given = &problem, .mode = GW_SESSION_COMPLEX};
    void *memory = malloc(gw_session_bytes(&model));
    gw_session *session;
    gw_session_ask ask;
    if (memory == NULL)
        exit(2);
    keeps = 0;
    must(gw_session_start(&model, memory, &session));
    while (gw_session_next(session, &ask)) {
        gw_session_answer answer = {0};
        if (ask.what == GW_ASK_COST)
            answer_cost(&ask, &answer);
        else if (ask.entry < 0) { /* differences have ended, and nothing is confirmed yet */
            v.before = verdict_of(gw_session_check(session), before);
            answer.value = zoo_cost(&the, ask.at);
        } else
            answer.imaginary = ask.value * slopes_at(ask.at)[ask.entry];
        must(gw_session_tell(session, ask.id, &answer));
    }
    if (gw_session_stopped(session))
        exit(2);
    v.after = verdict_of(gw_session_check(session), after);
    for (int i = 0; i < the.size; i++)
        v.certain += after[i].bound < before[i].bound;
    free(memory);
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
