/* The zoo's cases through plain functions, one case at a time, for the real
 * checkers of others: tests/gradcheck/zoo/real.py, real.R and real.cc call these. */
#include "regimes.h"
#include "zoo.h"

#include <math.h>

int flat_models(void);
int flat_regimes(int right);
int flat_mistakes(int model);
int flat_make(int model, int regime, int seed, int mistake);
int flat_size(void);
const double *flat_theta(void);
const double *flat_gradient(void);
double flat_cost(const double *theta);
int flat_rule(int rule);
void flat_r_make(const int *model, const int *regime, const int *seed, const int *mistake,
                 int *size, double *theta, double *gradient);
void flat_r_cost(const double *theta, double *J);

static zoo_case the;
static double gradient[ZOO_SIZE];
static uint64_t seed_of_rules;

int flat_models(void) {
    return ZOO_MODELS;
}

/* Right gradients are checked in two more. */
int flat_regimes(int right) {
    return right ? REGIMES + 2 : REGIMES;
}

int flat_mistakes(int model) {
    return zoo_mistakes(model);
}

/* Makes a case and its gradient, mistake 0 being none. Returns 0 where zoo.c too
 * leaves the case out: the mistake is none here, or a number is not finite. */
int flat_make(int model, int regime, int seed, int mistake) {
    double truth[ZOO_SIZE], moved = 0, size = 0;
    seed_of_rules = (uint64_t)seed;
    zoo_make(&the, model, regime < REGIMES ? &REGIME[regime] : &FAR[regime - REGIMES],
             seed_of_rules);
    zoo_truth(&the, truth);
    zoo_gradient(&the, mistake, gradient);
    for (int i = 0; i < the.size; i++) {
        if (!isfinite(truth[i]) || !isfinite(gradient[i]))
            return 0;
        moved = fmax(moved, fabs(gradient[i] - truth[i]));
        size = fmax(size, fabs(truth[i]));
    }
    return mistake == 0 || moved > 1e-12 * size;
}

int flat_size(void) {
    return the.size;
}

const double *flat_theta(void) {
    return the.theta;
}

const double *flat_gradient(void) {
    return gradient;
}

double flat_cost(const double *theta) {
    return zoo_cost(&the, theta);
}

/* What the rule of rules.c says of this case. */
int flat_rule(int rule) {
    gw_random rng;
    gw_random_seed(&rng, seed_of_rules);
    return zoo_rule(rule, &the, gradient, &rng);
}

/* R passes everything by address. */
void flat_r_make(const int *model, const int *regime, const int *seed, const int *mistake,
                 int *size, double *theta, double *g) {
    flat_make(*model, *regime, *seed, *mistake);
    *size = the.size;
    for (int i = 0; i < the.size; i++) {
        theta[i] = the.theta[i];
        g[i] = gradient[i];
    }
}

void flat_r_cost(const double *theta, double *J) {
    *J = zoo_cost(&the, theta);
}
