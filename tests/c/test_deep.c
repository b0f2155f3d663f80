#include "asked.h"
#include "backprop.h"
#include "deep.h"
#include "gradcheck.h"
#include "loss.h"
#include "random.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* A network of up to 8 layers of up to 6 units, and up to 5 examples. θ holds W1, b1, W2 …
 * in this order, the gradient likewise. */
enum { UNITS = 6, M = 5, MOST = GW_LAYERS * (UNITS * UNITS + UNITS), ROOM = UNITS * M };

typedef struct {
    int32_t n[GW_LAYERS + 1], m, size;
    double theta[MOST], gradient[MOST], y[ROOM];
    double z[GW_LAYERS + 1][ROOM], a[GW_LAYERS + 1][ROOM], dz[GW_LAYERS + 1][ROOM];
    gw_matrix Y;
    gw_network net;
    gw_network_pass pass;
    gw_network_gradient d;
} deep;

static gw_matrix matrix(double *room, int32_t rows, int32_t cols) {
    return (gw_matrix){rows, cols, cols, room};
}

/* The views of n->net and so on, of n's own memory. */
static void place(deep *n) {
    int32_t at = 0, L = n->net.layers;
    for (int32_t l = 0; l <= L; l++) {
        n->pass.A[l] = matrix(n->a[l], n->n[l], n->m);
        n->pass.Z[l] = matrix(n->z[l], n->n[l], n->m);
        n->d.dZ[l] = matrix(n->dz[l], n->n[l], n->m);
        if (l == 0)
            continue;
        int32_t weights = n->n[l] * n->n[l - 1];
        n->net.W[l] = matrix(n->theta + at, n->n[l], n->n[l - 1]);
        n->d.dW[l] = matrix(n->gradient + at, n->n[l], n->n[l - 1]);
        n->net.b[l] = matrix(n->theta + at + weights, n->n[l], 1);
        n->d.db[l] = matrix(n->gradient + at + weights, n->n[l], 1);
        at += weights + n->n[l];
    }
    n->size = at;
    n->Y = matrix(n->y, n->n[L], n->m);
}

static int32_t drawn(gw_random *rng, int32_t from, int32_t to) {
    return from + (int32_t)(gw_random_uniform(rng) * (to - from + 1));
}

static void draw(deep *n, gw_random *rng, int32_t layers, gw_output output) {
    memset(n, 0, sizeof *n);
    n->net.layers = layers;
    n->net.output = output;
    n->m = drawn(rng, 1, M);
    for (int32_t l = 0; l <= layers; l++) {
        n->n[l] = drawn(rng, 1, UNITS);
        n->net.g[l] = (gw_activation)drawn(rng, GW_SIGMOID, GW_TANH); /* smooth */
    }
    if (output == GW_OUTPUT_SOFTMAX && n->n[layers] == 1)
        n->n[layers] = 2;
    place(n);
    for (int32_t k = 0; k < n->size; k++)
        n->theta[k] = 2 * gw_random_uniform(rng) - 1;
    for (int32_t k = 0; k < ROOM; k++) {
        n->a[0][k] = 4 * gw_random_uniform(rng) - 2;
        n->y[k] = output == GW_OUTPUT_SOFTMAX ? 0 : gw_random_uniform(rng);
    }
    if (output == GW_OUTPUT_SOFTMAX) /* a class for each example */
        for (int32_t i = 0; i < n->m; i++)
            n->y[drawn(rng, 0, n->n[layers] - 1) * n->m + i] = 1;
}

static double cost(deep *n) {
    double J;
    assert_ok(gw_deep_forward(&n->net, &n->pass));
    assert_ok(gw_deep_cost(&n->net, &n->pass, &n->Y, &J));
    return J;
}

static double cost_at(void *of, const double *theta) {
    deep *n = of;
    memcpy(n->theta, theta, (size_t)n->size * sizeof *theta);
    return cost(n);
}

static gw_verdict verdict_of(const deep *n) {
    deep *at = malloc(sizeof *at);
    *at = *n;
    place(at);
    gw_gradcheck_block block = {"theta", 0, n->size, 1};
    gw_gradcheck_problem problem = {.size = n->size,
                                    .blocks = 1,
                                    .theta = n->theta,
                                    .gradient = n->gradient,
                                    .block = &block,
                                    .seed = 7};
    gw_verdict verdict = asked(&problem, cost_at, at, NULL, 0, NULL);
    free(at);
    return verdict;
}

/* Networks of every depth, both outputs: the gradient is that of the cost, and one with a
 * layer's dW doubled is not. */
static void the_gradient_at_every_depth(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 21);
    deep *n = malloc(sizeof *n);
    for (int k = 0; k < 3 * GW_LAYERS * GW_OUTPUTS; k++) {
        draw(n, &rng, 1 + k % GW_LAYERS, (gw_output)(k / GW_LAYERS % GW_OUTPUTS));
        (void)cost(n);
        assert_ok(gw_deep_backward(&n->net, &n->Y, &n->pass, &n->d));
        assert_int_equal(verdict_of(n), GW_PASS);
        gw_matrix *dW = &n->d.dW[drawn(&rng, 1, n->net.layers)];
        for (int32_t i = 0; i < dW->rows * dW->cols; i++)
            dW->data[i] *= 2;
        assert_int_equal(verdict_of(n), GW_FAIL);
    }
    free(n);
}

/* With one hidden layer and a sigmoid: the six equations, bit for bit, and one step. */
static void two_layers_are_the_six_equations(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 22);
    deep *n = malloc(sizeof *n), *six = malloc(sizeof *six);
    for (int k = 0; k < 50; k++) {
        draw(n, &rng, 2, GW_OUTPUT_SIGMOID);
        n->net.g[1] = (gw_activation)(k % GW_ACTIVATIONS);
        *six = *n;
        place(six);
        double J, J_six;
        assert_ok(gw_deep_step(&n->net, 0.1, &n->Y, &n->pass, &n->d, &J));
        assert_ok(gw_backprop_step(&six->net, 0.1, &six->Y, &six->pass, &six->d, &J_six));
        assert_true(J == J_six);
        assert_memory_equal(n->theta, six->theta, sizeof n->theta);
        assert_memory_equal(n->gradient, six->gradient, sizeof n->gradient);
        assert_memory_equal(n->dz, six->dz, sizeof n->dz);
    }
    free(six);
    free(n);
}

/* A layer alone is logistic regression; and softmax of (z, 0) is the sigmoid of z. */
static void softmax_of_two_is_the_sigmoid(void **state) {
    (void)state;
    double z[2], a[2], y[2] = {1, 0}, J;
    gw_matrix Z = matrix(z, 2, 1), A = matrix(a, 2, 1), Y = matrix(y, 2, 1);
    for (double x = -800; x <= 800; x += 12.5) {
        z[0] = x;
        z[1] = 0;
        assert_ok(gw_softmax(&Z, &A));
        assert_close(a[0], gw_sigmoid_value(x), 8 * DBL_EPSILON, 0);
        assert_close(a[0] + a[1], 1, 2 * DBL_EPSILON, 0);
        assert_ok(gw_cross_entropy(&Z, &Y, &J));
        assert_close(J, gw_loss_from_z(x, 1), 8 * DBL_EPSILON, DBL_EPSILON);
        z[0] = x + 1000; /* the same number added to every z changes nothing */
        z[1] = 1000;
        assert_ok(gw_softmax(&Z, &Z));
        assert_close(z[0], a[0], 8 * DBL_EPSILON, 0);
    }
}

/* e^1, e^2, e^3 over their sum, and −ln of the second, with 50-digit arithmetic. */
static void known_values_of_softmax(void **state) {
    (void)state;
    double z[] = {1, 2, 3}, a[3], y[] = {0, 1, 0}, J;
    gw_matrix Z = matrix(z, 3, 1), A = matrix(a, 3, 1), Y = matrix(y, 3, 1);
    assert_ok(gw_softmax(&Z, &A));
    static const double KNOWN[] = {0.090030573170380457998, 0.24472847105479765247,
                                   0.66524095577482188953};
    for (int r = 0; r < 3; r++)
        assert_close(a[r], KNOWN[r], 4 * DBL_EPSILON, 0);
    assert_ok(gw_cross_entropy(&Z, &Y, &J));
    assert_close(J, 1.4076059644443803609, 4 * DBL_EPSILON, 0);
    z[0] = INFINITY;
    assert_int_equal(gw_cross_entropy(&Z, &Y, &J), GW_NOT_FINITE);
    assert_int_equal(gw_cross_entropy(&Z, &Y, NULL), GW_NULL);
    Y.rows = 2;
    assert_int_equal(gw_cross_entropy(&Z, &Y, &J), GW_SHAPE);
    A.rows = 2;
    assert_int_equal(gw_softmax(&Z, &A), GW_SHAPE);
    assert_int_equal(gw_softmax(NULL, &A), GW_NULL);
}

static void refuses_what_does_not_fit(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 23);
    deep *n = malloc(sizeof *n);
    double J;
    draw(n, &rng, 5, GW_OUTPUT_SIGMOID);
    (void)cost(n);
    for (int32_t l = 1; l <= 5; l++) {
        gw_matrix *const all[] = {&n->net.W[l], &n->net.b[l], &n->pass.Z[l], &n->pass.A[l],
                                  &n->d.dZ[l],  &n->d.dW[l],  &n->d.db[l]};
        for (int k = 0; k < 7; k++) {
            all[k]->rows++;
            assert_int_equal(gw_deep_backward(&n->net, &n->Y, &n->pass, &n->d), GW_SHAPE);
            all[k]->rows--;
        }
    }
    for (int32_t layers = -1; layers <= GW_LAYERS + 1; layers += GW_LAYERS + 2) {
        n->net.layers = layers;
        assert_int_equal(gw_deep_forward(&n->net, &n->pass), GW_RANGE);
    }
    n->net.layers = 5;
    assert_int_equal(gw_network_forward(&n->net, &n->pass), GW_RANGE);
    n->net.g[3] = GW_ACTIVATIONS;
    assert_int_equal(gw_deep_forward(&n->net, &n->pass), GW_RANGE);
    n->net.g[3] = GW_TANH;
    assert_int_equal(gw_deep_step(&n->net, 0, &n->Y, &n->pass, &n->d, &J), GW_RANGE);
    assert_int_equal(gw_deep_step(&n->net, 1, &n->Y, &n->pass, &n->d, NULL), GW_NULL);
    assert_int_equal(gw_deep_cost(&n->net, NULL, &n->Y, &J), GW_NULL);
    free(n);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_gradient_at_every_depth),
        cmocka_unit_test(two_layers_are_the_six_equations),
        cmocka_unit_test(softmax_of_two_is_the_sigmoid),
        cmocka_unit_test(known_values_of_softmax),
        cmocka_unit_test(refuses_what_does_not_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
