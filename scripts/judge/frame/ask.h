/* How a question reaches a function, and its reply comes back: both are numbers, one
 * after the other. The thunk between is made from the declaration, see declaration.lua.
 *
 * Every table has memory of its own. With AddressSanitizer that is as large as the table;
 * without, something stands around it, so that a step outside shows in the answer. */
#ifndef ASK_H
#define ASK_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
enum { GUARD = 0 };
#else
enum { GUARD = 64 };
#endif

typedef struct {
    double *all, *data, *copy;
    int n;
} block;

static const double *question;
static double *reply;
static double changed; /* 1: an input is not what it was; 2: a step outside */
static unsigned long long random_state;

static double take(void) {
    return *question++;
}

static double *give(double x) {
    *reply = x;
    return reply++;
}

/* Around an input stands what makes an answer NaN; around an output what is no answer. */
static const double BESIDE = 6.0221e66;

static block new_block(int n, double beside) {
    size_t most = (size_t)n + 2 * GUARD;
    double *all = malloc(most * sizeof(double) + (most == 0));
    if (all == NULL)
        exit(3);
    for (int k = 0; k < GUARD; k++)
        all[k] = all[n + GUARD + k] = beside;
    return (block){all, all + GUARD, NULL, n};
}

static int is_beside(double x, int is_input) {
    return is_input ? isnan(x) : x == BESIDE;
}

static void free_block(block b) {
    for (int k = 0; k < GUARD; k++)
        if (!is_beside(b.all[k], b.copy != NULL) || !is_beside(b.data[b.n + k], b.copy != NULL))
            changed = 2;
    free(b.all);
}

/* An input: what is asked. */
__attribute__((unused)) static block taken_block(int n) {
    block b = new_block(n, NAN);
    b.copy = memcpy(malloc((size_t)n * sizeof(double)), question, (size_t)n * sizeof(double));
    memcpy(b.data, question, (size_t)n * sizeof(double));
    question += n;
    return b;
}

__attribute__((unused)) static void end_block(block b) {
    if (memcmp(b.copy, b.data, (size_t)b.n * sizeof(double)))
        changed = 1;
    free_block(b);
    free(b.copy);
}

/* An output, with what stood there before. */
static double before_all;
__attribute__((unused)) static block empty_block(int n) {
    block b = new_block(n, BESIDE);
    for (int k = 0; k < n; k++)
        b.data[k] = before_all;
    return b;
}

__attribute__((unused)) static void give_block(block b) {
    for (int k = 0; k < b.n; k++)
        give(b.data[k]);
    free_block(b);
}

static double uniform(void) {
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return ((double)(random_state >> 11) + 0.5) / 9007199254740992.0;
}

double random_normal(void) {
    return sqrt(-2 * log(uniform())) * cos(6.283185307179586 * uniform());
}

static void ask(int which);

/* Asks one question; returns where its reply ends. */
static double *ask_one(int which, const double *q, double *r) {
    question = q;
    reply = r;
    changed = 0;
    before_all = *q;
    random_state = 4;
    ask(which);
    return reply;
}

#endif
