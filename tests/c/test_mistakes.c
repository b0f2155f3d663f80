#include "backprop.h"
#include "mistakes.h"
#include "network.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* A network of 2 inputs, 3 hidden units, 2 outputs and 7 examples at a point of
 * order 1. Every matrix is memory of its own, so that the sanitizer sees a step
 * beyond it. */
enum { N0 = 2, N1 = 3, N2 = 2, M = 7, MATRICES = 20 };

typedef struct {
    gw_matrix Y, work;
    gw_network net;
    gw_network_pass pass;
    gw_network_gradient d; /* written by the bank */
    double lambda, alpha;
    double *memory[MATRICES];
    int count;
} net;

static gw_matrix matrix(net *n, int32_t rows, int32_t cols, double first, double step) {
    int32_t size = rows * cols;
    double *data = malloc((size_t)size * sizeof(double));
    for (int32_t i = 0; i < size; i++)
        data[i] = cos(first + step * i);
    n->memory[n->count++] = data;
    return (gw_matrix){rows, cols, cols, data};
}

static void make(net *n) {
    memset(n, 0, sizeof *n);
    n->net.layers = 2;
    n->lambda = 0.5;
    n->alpha = 0.1;
    n->pass.A[0] = matrix(n, N0, M, 1, 2.3);
    n->Y = matrix(n, N2, M, 0, 0);
    for (int i = 0; i < N2 * M; i++)
        n->Y.data[i] = i % 3 == 0;
    n->net.W[1] = matrix(n, N1, N0, 0.4, 1.7);
    n->net.b[1] = matrix(n, N1, 1, 0.9, 0.8);
    n->net.W[2] = matrix(n, N2, N1, 0.2, 1.1);
    n->net.b[2] = matrix(n, N2, 1, 2.5, 1.9);
    n->pass.Z[1] = matrix(n, N1, M, 0, 0);
    n->pass.A[1] = matrix(n, N1, M, 0, 0);
    n->pass.Z[2] = matrix(n, N2, M, 0, 0);
    n->pass.A[2] = matrix(n, N2, M, 0, 0);
    n->work = matrix(n, 1, (int32_t)gw_mistakes_network_work(&n->net, M), 0, 0);
    n->d.dZ[2] = matrix(n, N2, M, 0, 0);
    n->d.dZ[1] = matrix(n, N1, M, 0, 0);
    n->d.dW[1] = matrix(n, N1, N0, 0, 0);
    n->d.db[1] = matrix(n, N1, 1, 0, 0);
    n->d.dW[2] = matrix(n, N2, N1, 0, 0);
    n->d.db[2] = matrix(n, N2, 1, 0, 0);
}

static void end(net *n) {
    for (int i = 0; i < n->count; i++)
        free(n->memory[i]);
}

static gw_status plant(int mistake, gw_activation g1, net *n) {
    n->net.g[1] = g1;
    return gw_mistakes_network((gw_mistake)mistake, &n->net, &n->pass.A[0], &n->Y, n->lambda,
                               n->alpha, &n->work, &n->d);
}

/* Chapter 10's gradient, and the regulariser's (λ/m) W. */
static void reference(gw_activation g1, net *n) {
    n->net.g[1] = g1;
    assert_ok(gw_network_forward(&n->net, &n->pass));
    assert_ok(gw_backprop(&n->net, &n->Y, &n->pass, &n->d));
    assert_ok(gw_matrix_add_scaled(n->lambda / M, &n->net.W[1], &n->d.dW[1]));
    assert_ok(gw_matrix_add_scaled(n->lambda / M, &n->net.W[2], &n->d.dW[2]));
}

enum { OUTPUTS = N2 * M + N1 * M + N1 * N0 + N1 + N2 * N1 + N2 };

/* All six outputs in a row; the gradient proper begins at GRADIENT. */
enum { GRADIENT = N2 * M + N1 * M };
static void read(const net *n, double *all) {
    const gw_matrix *const part[] = {&n->d.dZ[2], &n->d.dZ[1], &n->d.dW[1],
                                     &n->d.db[1], &n->d.dW[2], &n->d.db[2]};
    for (int k = 0; k < 6; k++)
        for (int i = 0; i < part[k]->rows * part[k]->cols; i++)
            *all++ = part[k]->data[i];
}

static int differs(const double *a, const double *b) {
    for (int i = GRADIENT; i < OUTPUTS; i++)
        if (fabs(a[i] - b[i]) > 1e-6)
            return 1;
    return 0;
}

/* Mistakes that are none: g' is the same for a and z where only the sign of z
 * counts, and the identity has no g' to forget and no a beside z. */
static int is_none(int mistake, gw_activation g1) {
    switch (mistake) {
    case GW_MISTAKE_NONE:
        return 1;
    case GW_MISTAKE_ACTIVATION_DERIVATIVE_OF_A:
        return g1 == GW_RELU || g1 == GW_LEAKY_RELU || g1 == GW_IDENTITY;
    case GW_MISTAKE_MISSING_ACTIVATION_DERIVATIVE:
    case GW_MISTAKE_PREACTIVATION:
        return g1 == GW_IDENTITY;
    default:
        return 0;
    }
}

static void none_is_chapter_10_with_a_regulariser(void **state) {
    (void)state;
    for (int g1 = 0; g1 < GW_ACTIVATIONS; g1++) {
        net n;
        double expected[OUTPUTS], got[OUTPUTS];
        make(&n);
        reference((gw_activation)g1, &n);
        read(&n, expected);
        assert_ok(plant(GW_MISTAKE_NONE, (gw_activation)g1, &n));
        read(&n, got);
        for (int i = 0; i < OUTPUTS; i++)
            assert_close(got[i], expected[i], 4 * DBL_EPSILON, 4 * DBL_EPSILON);
        end(&n);
    }
}

static void every_mistake_is_one_and_only_one(void **state) {
    (void)state;
    for (int g1 = 0; g1 < GW_ACTIVATIONS; g1++) {
        static double all[GW_MISTAKES][OUTPUTS];
        net n;
        make(&n);
        for (int k = 0; k < GW_MISTAKES; k++) {
            assert_ok(plant(k, (gw_activation)g1, &n));
            read(&n, all[k]);
            assert_int_equal(differs(all[k], all[0]), !is_none(k, (gw_activation)g1));
        }
        /* Only a doubled gradient has two readings. */
        for (int j = 1; j < GW_MISTAKES; j++)
            for (int k = 1; k < j; k++) {
                int tie = (k == GW_MISTAKE_SCALE && j == GW_MISTAKE_ACCUMULATED) ||
                          (is_none(j, (gw_activation)g1) && is_none(k, (gw_activation)g1));
                assert_int_equal(differs(all[j], all[k]), !tie);
            }
        end(&n);
    }
}

/* What a few of them are, in numbers worked out here. */
static void mistakes_are_what_they_say(void **state) {
    (void)state;
    net n;
    double right[OUTPUTS], got[OUTPUTS];
    make(&n);
    n.lambda = 0; /* then these are plain factors */
    reference(GW_TANH, &n);
    read(&n, right);
    const struct {
        int mistake;
        double dW, db;
    } factor[] = {{GW_MISTAKE_SIGN, -1, -1},
                  {GW_MISTAKE_MISSING_MEAN, M, M},
                  {GW_MISTAKE_MISSING_MEAN_BIAS, 1, M},
                  {GW_MISTAKE_DOUBLE_MEAN, 1.0 / M, 1.0 / M},
                  {GW_MISTAKE_SCALE, 2, 2},
                  {GW_MISTAKE_REGULARISER_MISSING, 1, 1},
                  {GW_MISTAKE_REGULARISER_ON_BIAS, 1, 1},
                  {GW_MISTAKE_MEAN_OVER_M_MINUS_1, M / (M - 1.0), M / (M - 1.0)}};
    for (size_t k = 0; k < sizeof factor / sizeof *factor; k++) {
        assert_ok(plant(factor[k].mistake, GW_TANH, &n));
        read(&n, got);
        for (int i = GRADIENT; i < OUTPUTS; i++) {
            int in = i - GRADIENT;
            int bias = (in >= N1 * N0 && in < N1 * N0 + N1) || in >= N1 * N0 + N1 + N2 * N1;
            assert_close(got[i], right[i] * (bias ? factor[k].db : factor[k].dW), 1e-13, 1e-15);
        }
    }
    n.lambda = 0.5;
    reference(GW_TANH, &n);
    read(&n, right);
    assert_ok(plant(GW_MISTAKE_REGULARISER_ON_BIAS, GW_TANH, &n));
    for (int i = 0; i < N1; i++)
        assert_close(n.d.db[1].data[i],
                     right[GRADIENT + N1 * N0 + i] + 0.5 / M * n.net.b[1].data[i], 1e-13, 1e-15);
    assert_ok(plant(GW_MISTAKE_TRANSPOSED, GW_TANH, &n));
    for (int i = 0; i < N1 * N0; i++)
        assert_close(n.d.dW[1].data[i], right[GRADIENT + i % N1 * N0 + i / N1], 1e-13, 1e-15);
    assert_ok(plant(GW_MISTAKE_SHIFTED, GW_TANH, &n));
    for (int i = 0; i < N1 * N0; i++)
        assert_close(n.d.dW[1].data[i], right[GRADIENT + (i + N0) % (N1 * N0)], 1e-13, 1e-15);
    /* With α = 0 no update has been: both are the right gradient. */
    n.alpha = 0;
    assert_ok(plant(GW_MISTAKE_STALE_PARAMETERS, GW_TANH, &n));
    read(&n, got);
    assert_false(differs(got, right));
    assert_ok(plant(GW_MISTAKE_UPDATED_WEIGHTS, GW_TANH, &n));
    read(&n, got);
    assert_false(differs(got, right));
    end(&n);
}

/* dZ2 and dZ1 say where a mistake came in. */
static void the_way_there_is_shown(void **state) {
    (void)state;
    net n;
    double right[OUTPUTS], got[OUTPUTS];
    make(&n);
    reference(GW_TANH, &n);
    read(&n, right);
    const struct {
        int mistake;
        int dZ2, dZ1; /* is it wrong? */
    } where[] = {{GW_MISTAKE_LABELS_FLIPPED, 1, 1},
                 {GW_MISTAKE_MISSING_ACTIVATION_DERIVATIVE, 0, 1},
                 {GW_MISTAKE_UPDATED_WEIGHTS, 0, 1},
                 {GW_MISTAKE_PREACTIVATION, 0, 0},
                 {GW_MISTAKE_SUM_OVER_WRONG_AXIS, 0, 0}};
    for (size_t k = 0; k < sizeof where / sizeof *where; k++) {
        assert_ok(plant(where[k].mistake, GW_TANH, &n));
        read(&n, got);
        int dZ2 = 0, dZ1 = 0;
        for (int i = 0; i < GRADIENT; i++)
            *(i < N2 * M ? &dZ2 : &dZ1) |= fabs(got[i] - right[i]) > 1e-9;
        assert_int_equal(dZ2, where[k].dZ2);
        assert_int_equal(dZ1, where[k].dZ1);
    }
    end(&n);
}

static void inputs_are_left_alone(void **state) {
    (void)state;
    net n, copy;
    make(&n);
    make(&copy);
    for (int k = 0; k < GW_MISTAKES; k++) {
        assert_ok(plant(k, GW_RELU, &n));
        const gw_matrix *const before[] = {&copy.pass.A[0], &copy.Y,        &copy.net.W[1],
                                           &copy.net.b[1],  &copy.net.W[2], &copy.net.b[2]};
        const gw_matrix *const after[] = {&n.pass.A[0], &n.Y,        &n.net.W[1],
                                          &n.net.b[1],  &n.net.W[2], &n.net.b[2]};
        for (int i = 0; i < 6; i++)
            assert_memory_equal(after[i]->data, before[i]->data,
                                (size_t)(before[i]->rows * before[i]->cols) * sizeof(double));
    }
    end(&n);
    end(&copy);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    net n;
    make(&n);
    assert_ok(plant(GW_MISTAKE_NONE, GW_TANH, &n));
    double kept[OUTPUTS], now[OUTPUTS];
    read(&n, kept);
    assert_int_equal(plant(GW_MISTAKES, GW_TANH, &n), GW_RANGE);
    assert_int_equal(plant(-1, GW_TANH, &n), GW_RANGE);
    assert_int_equal(plant(GW_MISTAKE_SIGN, GW_ACTIVATIONS, &n), GW_RANGE);
    gw_matrix *const all[] = {&n.pass.A[0], &n.Y,       &n.net.W[1], &n.net.b[1], &n.net.W[2],
                              &n.net.b[2],  &n.work,    &n.d.dZ[2],  &n.d.dZ[1],  &n.d.dW[1],
                              &n.d.db[1],   &n.d.dW[2], &n.d.db[2]};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        gw_matrix good = *all[i];
        all[i]->cols--;
        assert_int_equal(plant(GW_MISTAKE_SIGN, GW_TANH, &n), GW_SHAPE);
        *all[i] = good;
        all[i]->data = NULL;
        assert_int_equal(plant(GW_MISTAKE_SIGN, GW_TANH, &n), GW_NULL);
        *all[i] = good;
    }
    read(&n, now);
    assert_memory_equal(now, kept, sizeof kept);
    end(&n);
}

static void workspace_may_be_larger_and_one_example_is_enough(void **state) {
    (void)state;
    net n;
    make(&n);
    n.work.cols--;
    assert_int_equal(plant(GW_MISTAKE_NONE, GW_TANH, &n), GW_SHAPE);
    n.work.cols++;
    /* With one example the mean is no division: that mistake is none. */
    gw_matrix *const wide[] = {&n.pass.A[0], &n.Y, &n.d.dZ[2], &n.d.dZ[1]};
    for (int i = 0; i < 4; i++)
        wide[i]->cols = 1;
    double right[OUTPUTS] = {0}, got[OUTPUTS] = {0};
    assert_ok(plant(GW_MISTAKE_NONE, GW_TANH, &n));
    read(&n, right + (OUTPUTS - (N2 + N1 + N1 * N0 + N1 + N2 * N1 + N2)));
    for (int k = GW_MISTAKE_MISSING_MEAN; k <= GW_MISTAKE_MEAN_OVER_M_MINUS_1; k++) {
        assert_ok(plant(k, GW_TANH, &n));
        read(&n, got + (OUTPUTS - (N2 + N1 + N1 * N0 + N1 + N2 * N1 + N2)));
        assert_false(differs(got, right));
    }
    end(&n);
}

static void keys_and_texts_are_there(void **state) {
    (void)state;
    for (int k = 0; k < GW_MISTAKES; k++) {
        assert_true(strlen(gw_mistake_key((gw_mistake)k)) > 2);
        assert_true(strlen(gw_mistake_key((gw_mistake)k)) < 32);
        assert_true(strlen(gw_mistake_text((gw_mistake)k)) > 10);
    }
    assert_string_equal(gw_mistake_key(GW_MISTAKES), "unknown");
    assert_string_equal(gw_mistake_key((gw_mistake)-1), "unknown");
    assert_string_equal(gw_mistake_text(GW_MISTAKES), "none of the known mistakes");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(none_is_chapter_10_with_a_regulariser),
        cmocka_unit_test(every_mistake_is_one_and_only_one),
        cmocka_unit_test(mistakes_are_what_they_say),
        cmocka_unit_test(the_way_there_is_shown),
        cmocka_unit_test(inputs_are_left_alone),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(workspace_may_be_larger_and_one_example_is_enough),
        cmocka_unit_test(keys_and_texts_are_there),
    };
    return cmocka_run_group_tests_name("mistakes", tests, NULL, NULL);
}
