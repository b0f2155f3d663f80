/* The zoo of mistakes: models whose right gradient is known, and the ways people
 * get it wrong. */
#ifndef GW_ZOO_H
#define GW_ZOO_H

#include "backprop.h"
#include "gradcheck.h"
#include "random_matrix.h"

#include <stdio.h>

enum { ZOO_SIZE = 64, ZOO_BLOCKS = 4, ZOO_MEMORY = 4096, ZOO_MODELS = 7 };

/* The models. */
enum { LOGISTIC, NET_SIGMOID, NET_TANH, NET_RELU, NET_LEAKY, GRAPH, FUNCTION };

/* How a case is made: which regime of the list. */
typedef struct {
    const char *name;
    double inputs;     /* X is N(0, 1) times this */
    double parameters; /* θ is N(0, 1) times this */
    double cost;       /* J is multiplied by this */
    int trained;       /* steps of descent before the check */
    int single;        /* J is rounded to float */
} zoo_regime;

typedef struct {
    int model;
    int size, blocks, examples;
    gw_gradcheck_block block[ZOO_BLOCKS];
    double theta[ZOO_SIZE];
    double cost_scale, lambda, alpha;
    int single;
    int function;   /* which of the one-dimensional ones */
    gw_network net; /* logistic regression has layer 1 of these three alone */
    gw_network_pass pass;
    gw_network_gradient gradient;
    gw_matrix Y, work;
    double memory[ZOO_MEMORY];
} zoo_case;

/* "logistic", "network-sigmoid", … */
const char *zoo_model_name(int model);

void zoo_make(zoo_case *c, int model, const zoo_regime *regime, uint64_t seed);

/* J at θ. */
double zoo_cost(zoo_case *c, const double *theta);

/* Which of the smooth pieces of J the θ last asked for lies in, for a model that has
 * several: *pattern identifies its active units. 0 for a model that is smooth. */
int zoo_pattern(const zoo_case *c, uint64_t *pattern);

/* The gradient at c->theta with a mistake, 0 for none, as a person's code would
 * compute it. */
void zoo_gradient(zoo_case *c, int mistake, double *gradient);

/* The same to rounding of its own terms, by the complex step or by formulas
 * that do not cancel. */
void zoo_truth(zoo_case *c, double *gradient);

/* The mistake of a model that mistakes.tsv calls id, or −1. Mistakes count from
 * 1 to zoo_mistakes(model). */
int zoo_mistake(int model, const char *id);
int zoo_mistakes(int model);

/* The keys that a model's bank finds for a gradient, as "a|b" for a tie; empty if
 * none fits or the model has no bank. */
void zoo_bank(zoo_case *c, const double *gradient, char *keys, size_t room);

/* The same for GRAPH and FUNCTION alone, in small.c; a right gradient is mistake 0. */
double zoo_small_cost(const zoo_case *c, const double *theta);
void zoo_small_gradient(const zoo_case *c, int mistake, double *gradient);
int zoo_small_mistakes(int model);
const char *zoo_small_id(int model, int mistake);

/* Rules of other checkers, from their published defaults: 1 pass, 0 fail. */
enum { ZOO_RULES = 8 };
const char *zoo_rule_name(int rule);
int zoo_rule(int rule, zoo_case *c, const double *gradient, gw_random *rng);

/* The status that a program ends with: 2 if what it printed is lost. */
static inline int zoo_end(int status) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "zoo: what it printed is lost\n");
    return 2;
}

#endif
