#include "logistic_regression.h"
#include "loss.h"
#include "mistakes.h"
#include "mistakes_logistic.h"
#include "twin.h"
#include "zoo.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *zoo_model_name(int model) {
    static const char *const NAME[ZOO_MODELS] = {
        "logistic",           "network-sigmoid", "network-tanh", "network-relu",
        "network-leaky-relu", "graph",           "function"};
    return NAME[model];
}

static int is_network(int model) {
    return model >= NET_SIGMOID && model <= NET_LEAKY;
}

static void must(gw_status status) {
    if (status != GW_OK && status != GW_NOT_FINITE) {
        fprintf(stderr, "zoo: %s\n", gw_status_text(status));
        exit(2);
    }
}

static gw_matrix carve(double **at, int32_t rows, int32_t cols) {
    gw_matrix M = {rows, cols, cols, *at};
    *at += rows * cols;
    return M;
}

static void add_block(zoo_case *c, const char *name, int32_t rows, int32_t cols) {
    gw_gradcheck_block *b = &c->block[c->blocks++];
    snprintf(b->name, sizeof b->name, "%s", name);
    b->first = c->size;
    b->rows = rows;
    b->cols = cols;
    c->size += rows * cols;
}

/* Views of θ as matrices; the model reads θ from here. */
static void load(zoo_case *c, const double *theta) {
    if (theta != c->net.W[1].data)
        memcpy(c->net.W[1].data, theta, (size_t)c->size * sizeof(double));
}

/* θ, its gradient and the pass, one after another: n[0] inputs, m examples. */
static void make_layers(zoo_case *c, const int32_t *n, int32_t layers, int32_t m, double *at) {
    static const char *const NAME[][2] = {{"W1", "b1"}, {"W2", "b2"}};
    c->examples = m;
    c->net.layers = layers;
    for (int32_t l = 1; l <= layers; l++) {
        c->net.W[l] = carve(&at, n[l], n[l - 1]);
        c->net.b[l] = carve(&at, n[l], 1);
        add_block(c, NAME[l - 1][0], n[l], n[l - 1]);
        add_block(c, NAME[l - 1][1], n[l], 1);
    }
    for (int32_t l = 1; l <= layers; l++) {
        c->gradient.dW[l] = carve(&at, n[l], n[l - 1]);
        c->gradient.db[l] = carve(&at, n[l], 1);
    }
    c->pass.A[0] = carve(&at, n[0], m);
    c->Y = carve(&at, n[layers], m);
    for (int32_t l = 1; l <= layers; l++) {
        c->pass.Z[l] = carve(&at, n[l], m);
        c->pass.A[l] = carve(&at, n[l], m);
        c->gradient.dZ[l] = carve(&at, n[l], m);
    }
    c->work = carve(&at, 1, (int32_t)gw_mistakes_names_work(&c->net, m));
}

static void make_network(zoo_case *c, gw_random *rng, double *at) {
    int32_t n0 = 2 + gw_random_below(rng, 3), n1 = 2 + gw_random_below(rng, 3), n2 = 1;
    int32_t m = 5 + gw_random_below(rng, 12);
    if (n0 == n1 && gw_random_below(rng, 2)) /* a square W1 hides a transposition least often */
        n0 = n1 == 2 ? 3 : n1 - 1;
    make_layers(c, (int32_t[]){n0, n1, n2}, 2, m, at);
}

static void make_logistic(zoo_case *c, gw_random *rng, double *at) {
    int32_t n = 2 + gw_random_below(rng, 4), m = 5 + gw_random_below(rng, 12);
    c->examples = m;
    c->net.W[1] = carve(&at, n, 1);
    c->net.b[1] = carve(&at, 1, 1);
    add_block(c, "w", n, 1);
    add_block(c, "b", 1, 1);
    c->gradient.dW[1] = carve(&at, n, 1);
    c->gradient.db[1] = carve(&at, 1, 1);
    c->pass.A[0] = carve(&at, n, m);
    c->Y = carve(&at, 1, m);
    c->pass.Z[1] = carve(&at, 1, m);
    c->gradient.dZ[1] = carve(&at, 1, m);
}

static void make_labels(zoo_case *c, gw_random *rng) {
    for (int32_t i = 0; i < c->Y.cols; i++)
        c->Y.data[i] = i < 2 ? i : gw_random_below(rng, 2); /* both labels occur */
}

void zoo_make(zoo_case *c, int model, const zoo_regime *regime, uint64_t seed) {
    gw_random rng;
    gw_random_seed(&rng, seed * 8191 + (uint64_t)model);
    memset(c, 0, sizeof *c);
    c->model = model;
    c->cost_scale = 1;
    c->alpha = 0.1;
    c->lambda = 0.5;
    c->function = (int)(seed % 8);
    if (is_network(model)) {
        c->net.g[1] = (gw_activation)(model - NET_SIGMOID);
        make_network(c, &rng, c->memory);
    } else if (model == LOGISTIC) {
        make_logistic(c, &rng, c->memory);
    } else {
        double *at = c->memory;
        c->examples = 0;
        c->net.W[1] = carve(&at, 3, 1);
        add_block(c, model == GRAPH ? "abc" : "x", 3, 1);
    }
    if (c->pass.A[0].data != NULL) {
        must(gw_random_fill_normal(&rng, regime->inputs, &c->pass.A[0]));
        make_labels(c, &rng);
    }
    for (int i = 0; i < c->size; i++)
        c->theta[i] = model == FUNCTION ? 0.3 + 0.8 * gw_random_uniform(&rng)
                                        : regime->parameters * gw_random_normal(&rng);
    for (int k = 0; k < regime->trained && c->pass.A[0].data != NULL; k++) {
        double g[ZOO_SIZE];
        zoo_gradient(c, 0, g);
        for (int i = 0; i < c->size; i++)
            c->theta[i] -= 0.3 / fmax(1, regime->inputs * regime->inputs) * g[i];
    }
    c->cost_scale = regime->cost;
    c->single = regime->single;
}

static double regulariser(const zoo_case *c, const gw_matrix *W) {
    double sum = 0;
    for (int32_t i = 0; i < W->rows * W->cols; i++)
        sum += W->data[i] * W->data[i];
    return c->lambda / (2 * c->examples) * sum;
}

double zoo_cost(zoo_case *c, const double *theta) {
    double J = NAN;
    load(c, theta);
    if (is_network(c->model)) {
        must(gw_network_forward(&c->net, &c->pass));
        must(gw_loss_cost(&c->pass.Z[2], &c->Y, &J));
        J += regulariser(c, &c->net.W[1]) + regulariser(c, &c->net.W[2]);
    } else if (c->model == LOGISTIC) {
        must(gw_logistic_regression_forward(&c->pass.A[0], &c->net.W[1], c->net.b[1].data[0],
                                            &c->pass.Z[1]));
        must(gw_loss_cost(&c->pass.Z[1], &c->Y, &J));
        J += regulariser(c, &c->net.W[1]);
    } else {
        J = zoo_small_cost(c, theta);
    }
    J *= c->cost_scale;
    return c->single ? (double)(float)J : J;
}

int zoo_pattern(const zoo_case *c, uint64_t *pattern) {
    if (c->model != NET_RELU && c->model != NET_LEAKY)
        return 0;
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (int32_t i = 0; i < c->pass.Z[1].rows * c->pass.Z[1].cols; i++)
        hash = (hash ^ (c->pass.Z[1].data[i] > 0)) * 1099511628211u;
    *pattern = hash;
    return 1;
}

void zoo_gradient(zoo_case *c, int mistake, double *g) {
    load(c, c->theta);
    if (is_network(c->model)) {
        must(gw_mistakes_network((gw_mistake)mistake, &c->net, &c->pass.A[0], &c->Y, c->lambda,
                                 c->alpha, &c->work, &c->gradient));
        memcpy(g, c->gradient.dW[1].data, (size_t)c->size * sizeof(double));
    } else if (c->model == LOGISTIC) {
        must(gw_mistakes_logistic((gw_logistic_mistake)mistake, &c->pass.A[0], &c->Y, &c->net.W[1],
                                  c->net.b[1].data[0], c->lambda, &c->pass.Z[1], &c->gradient.dZ[1],
                                  &c->gradient.dW[1], c->gradient.db[1].data));
        memcpy(g, c->gradient.dW[1].data, (size_t)c->size * sizeof(double));
    } else
        zoo_small_gradient(c, mistake, g);
    for (int i = 0; i < c->size; i++)
        g[i] *= c->cost_scale;
}

void zoo_truth(zoo_case *c, double *g) {
    load(c, c->theta);
    double J, slope, weight = c->examples > 0 ? c->lambda / c->examples : 0;
    if (is_network(c->model)) {
        for (int b = 0; b < c->blocks; b++)
            for (int i = 0; i < c->block[b].rows * c->block[b].cols; i++) {
                int32_t at = c->block[b].first + i;
                must(gw_twin_network_slope(&c->net, &c->pass.A[0], &c->Y, at, 1e-20, &J, &slope));
                g[at] = c->cost_scale * (slope + (b % 2 == 0 ? weight * c->theta[at] : 0));
            }
    } else if (c->model == LOGISTIC) {
        for (int i = 0; i < c->size; i++) {
            must(gw_twin_logistic_slope(&c->pass.A[0], &c->Y, &c->net.W[1], c->net.b[1].data[0], i,
                                        1e-20, &J, &slope));
            g[i] = c->cost_scale * (slope + (i < c->size - 1 ? weight * c->theta[i] : 0));
        }
    } else
        zoo_gradient(c, 0, g);
}

static int has_bank(int model) {
    return is_network(model) || model == LOGISTIC;
}

static const char *bank_key(int model, int k) {
    return model == LOGISTIC ? gw_logistic_mistake_key((gw_logistic_mistake)k)
                             : gw_mistake_key((gw_mistake)k);
}

/* The key, but where two mistakes of a bank share one. */
static const char *bank_id(int model, int k) {
    if (k == (model == LOGISTIC ? (int)GW_LOGISTIC_MISTAKE_MISSING_MEAN_BIAS
                                : (int)GW_MISTAKE_MISSING_MEAN_BIAS))
        return "missing-mean-bias";
    return bank_key(model, k);
}

int zoo_mistakes(int model) {
    return is_network(model)   ? GW_MISTAKES - 1
           : model == LOGISTIC ? GW_LOGISTIC_MISTAKES - 1
                               : zoo_small_mistakes(model);
}

int zoo_mistake(int model, const char *id) {
    for (int k = 1; k <= zoo_mistakes(model); k++) {
        const char *name = has_bank(model) ? bank_id(model, k) : zoo_small_id(model, k);
        if (!strcmp(name, id))
            return k;
    }
    return -1;
}

/* θ's numbers as the gradient of a network, whose dZ nobody reads. */
static gw_network_gradient as_gradient(const zoo_case *c, double *numbers) {
    gw_network_gradient g = c->gradient;
    for (int b = 0; b < c->blocks; b++) {
        gw_matrix *M = b % 2 == 0 ? &g.dW[b / 2 + 1] : &g.db[b / 2 + 1];
        *M = (gw_matrix){c->block[b].rows, c->block[b].cols, c->block[b].cols,
                         numbers + c->block[b].first};
    }
    return g;
}

/* Which mistakes give this gradient within 1e-9 of each block's largest number: bit k for
 * mistake k, bit 0 for the right one. */
static uint64_t names_of(zoo_case *c, const double *gradient) {
    double given[ZOO_SIZE], bounds[ZOO_SIZE], g[ZOO_SIZE];
    for (int b = 0; b < c->blocks; b++) {
        const gw_gradcheck_block *block = &c->block[b];
        int end = block->first + block->rows * block->cols;
        double size = 0;
        for (int i = block->first; i < end; i++) {
            given[i] = gradient[i] / c->cost_scale;
            size = fmax(size, fabs(given[i]));
        }
        for (int i = block->first; i < end; i++)
            bounds[i] = 1e-9 * size;
    }
    uint64_t names = 0;
    if (is_network(c->model)) {
        load(c, c->theta);
        gw_network_gradient a = as_gradient(c, given), b = as_gradient(c, bounds);
        must(gw_mistakes_names(&c->net, &c->pass.A[0], &c->Y, c->lambda, c->alpha, &a, &b, &c->work,
                               &names));
        return names;
    }
    for (int k = 0; k <= zoo_mistakes(c->model); k++) {
        int fits = 1;
        zoo_gradient(c, k, g);
        for (int i = 0; i < c->size; i++)
            fits &= fabs(g[i] / c->cost_scale - given[i]) <= bounds[i];
        names |= (uint64_t)fits << k;
    }
    return names;
}

void zoo_bank(zoo_case *c, const double *gradient, char *keys, size_t room) {
    keys[0] = '\0';
    uint64_t names = has_bank(c->model) ? names_of(c, gradient) : 1;
    for (int k = 1; k <= zoo_mistakes(c->model) && !(names & 1); k++) {
        const char *key = bank_key(c->model, k);
        if (names >> k & 1 && !strstr(keys, key) && strlen(keys) + strlen(key) + 2 < room) {
            if (keys[0])
                strcat(keys, "|");
            strcat(keys, key);
        }
    }
}
