/* The zoo's cases through plain functions, one case at a time, for the real
 * checkers of others: tests/gradcheck/zoo/real.py, real.R and real.cc call these. */
#include "gradcheck.h"
#include "regimes.h"
#include "wild.h"
#include "zoo.h"

#include <math.h>

int flat_models(void);
int flat_regimes(int right);
int flat_mistakes(int model);
int flat_kinds(void);
int flat_make(int model, int regime, int seed, int mistake);
int flat_size(void);
const double *flat_theta(void);
const double *flat_gradient(void);
double flat_cost(const double *theta);
int flat_rule(int rule);
int flat_own(void);
void flat_r_make(const int *model, const int *regime, const int *seed, const int *mistake,
                 int *size, double *theta, double *gradient);
void flat_r_cost(const double *theta, double *J);

static zoo_case the;
static double gradient[ZOO_SIZE];
static uint64_t seed_of_rules;
static wild_case generated;
static int is_generated;

int flat_models(void) {
    return ZOO_MODELS;
}

/* Right gradients are checked in two more. */
int flat_regimes(int right) {
    return right ? REGIMES + 2 : REGIMES;
}

int flat_mistakes(int model) {
    return model < ZOO_MODELS ? zoo_mistakes(model) : WILD_MISTAKES - 1;
}

/* The kinds of generated costs whose slopes are their gradients: the models behind the
 * others, of one regime. */
static const wild_class KIND[] = {WILD_SCALES, WILD_QUANTUM, WILD_DIGITS, WILD_OFFSET,
                                  WILD_KINK,   WILD_RIPPLE,  WILD_FAST,   WILD_SATURATED,
                                  WILD_POWERS, WILD_COST,    WILD_TABLE,  WILD_STAIRS};

int flat_kinds(void) {
    return (int)(sizeof KIND / sizeof *KIND);
}

static int make_generated(wild_class kind, int seed, int mistake) {
    double truth[WILD_SIZE], doubt[WILD_SIZE], part, off = 0;
    wild_make(&generated, kind, (uint64_t)seed);
    wild_truth(&generated, truth, doubt, &part);
    the.size = generated.size;
    int counts = wild_gradient(&generated, (wild_mistake)mistake, gradient);
    for (int i = 0; i < the.size; i++) {
        the.theta[i] = generated.theta[i];
        off = fmax(off, fabs(gradient[i] - truth[i]) - doubt[i]);
    }
    return counts && (mistake == WILD_RIGHT || off > 0);
}

/* Makes a case and its gradient, mistake 0 being none. Returns 0 where zoo.c too
 * leaves the case out: the mistake is none here, or a number is not finite. */
int flat_make(int model, int regime, int seed, int mistake) {
    double truth[ZOO_SIZE], moved = 0, size = 0;
    seed_of_rules = (uint64_t)seed;
    is_generated = model >= ZOO_MODELS;
    if (is_generated)
        return make_generated(KIND[model - ZOO_MODELS], seed, mistake);
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
    return is_generated ? wild_cost(&generated, theta) : zoo_cost(&the, theta);
}

/* What the rule of rules.c says of this case, which is none that is generated. */
int flat_rule(int rule) {
    gw_random rng;
    gw_random_seed(&rng, seed_of_rules);
    return zoo_rule(rule, &the, gradient, &rng);
}

/* The verdict of this checker on a generated cost. */
int flat_own(void) {
    static double memory[20000];
    const gw_gradcheck_block block = {"theta", 0, the.size, 1};
    const gw_gradcheck_problem problem = {.size = the.size,
                                          .blocks = 1,
                                          .theta = the.theta,
                                          .gradient = gradient,
                                          .block = &block,
                                          .seed = seed_of_rules};
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary found;
    double theta[WILD_SIZE];
    if (gw_gradcheck_bytes(the.size, 1) > sizeof memory ||
        gw_gradcheck_start(&problem, memory, &check) != GW_OK)
        return -1;
    while (gw_gradcheck_next(check, &ask))
        if (gw_gradcheck_point(check, ask.id, theta) != GW_OK ||
            gw_gradcheck_tell(check, ask.id, wild_cost(&generated, theta)) != GW_OK)
            return -1;
    return gw_gradcheck_result(check, &found) == GW_OK ? (int)found.verdict : -1;
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
    *J = flat_cost(theta);
}
