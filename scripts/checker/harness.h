/* What the files of the harness share: harness.c, which runs a check and tells what
 * it found, and harness_modes.c, which knows the complex step and the equations. */
#ifndef GW_HARNESS_H
#define GW_HARNESS_H

#include "gradcheck.h"
#include "random.h"

#include <stdio.h>

/* What a model in C defines; see gradcheck(1). The weak ones may be missing. */
int gradcheck_size(void);
double gradcheck_cost(const double *theta);
void gradcheck_gradient(const double *theta, double *gradient);
void gradcheck_point(double *theta) __attribute__((weak));
const char *gradcheck_blocks(void) __attribute__((weak));
int gradcheck_examples(void) __attribute__((weak));
unsigned long gradcheck_pattern(const double *theta) __attribute__((weak));
double gradcheck_alpha(void) __attribute__((weak));
double _Complex gradcheck_cost_complex(const double _Complex *theta) __attribute__((weak));
const char *gradcheck_equations(void) __attribute__((weak));
double gradcheck_cost_from(int equation, const double *theta, const double *intermediate)
    __attribute__((weak));
void gradcheck_equation(int equation, const double *theta, double *value, double *gradient)
    __attribute__((weak));

enum { MAX_BLOCKS = 64 };

/* A list of numbers that J depends on, with the gradient under test: θ, or the
 * intermediate of an equation. */
typedef struct {
    int equation; /* its number, or −1 for θ */
    int size, blocks;
    const gw_gradcheck_block *block;
    double *at, *gradient, *copy; /* copy: at, but where a question moves it */
    const double *theta;
    gw_gradcheck *check;
    double more; /* evaluations of J that the check does not count */
} subject;

extern FILE *harness_out;
extern double harness_alpha; /* the step size of an update, or 0 */

/* Writes what stopped the check, and ends the program. */
_Noreturn void harness_stop(const char *key, const char *text);
void harness_must(gw_status status);
void *harness_memory(size_t bytes);

/* "W1 4x2, b1 4x1" → blocks that follow one another; their size. `function` is who
 * said it, for messages. */
int harness_read_blocks(const char *function, const char *text, gw_gradcheck_block *block,
                        int *blocks);

/* J where the numbers of the subject are x. */
double harness_cost(const subject *s, const double *x);

/* Asks for the gradient twice, into guarded buffers that are full of different
 * numbers, and says what it does wrong whatever its mathematics. */
void harness_gradient(subject *s);
void harness_impure(const char *key, const char *function, const char *text);

void harness_run(subject *s, uint64_t seed, gw_gradcheck_mode mode);
void harness_report(subject *s, int explain);

/* Where a check of θ, each entry on its own, failed and the step size is known: is it
 * the gradient after an update, or before one? harness_stale is what was found of
 * block b, or NULL. */
void harness_update(subject *theta, uint64_t seed);
const char *harness_stale(const subject *s, int b);

/* Where the model has not what a mode needs, says so and ends the program. */
void harness_needs(const char *mode);

/* Confirms each entry of θ, whose check has ended, by the complex step. */
void harness_confirm(subject *theta, gw_random *rng);

/* --mode equations, once: which ones there are. */
void harness_read_equations(int theta_blocks, const gw_gradcheck_block *theta_block);

/* Checks the gradients of the intermediates at θ, then θ itself, and says which
 * equation is wrong first. */
void harness_equations(subject *theta, uint64_t seed, int explain);

/* More that is said of block b of a subject: whether its equation is wrong first, or
 * it follows from another, which it returns. */
int harness_blame(const subject *s, int b);

#endif
