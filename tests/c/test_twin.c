#include "backprop.h"
#include "gradcheck.h"
#include "logistic_regression.h"
#include "loss.h"
#include "random.h"
#include "test.h"
#include "twin.h"

enum { N0 = 2, N1 = 3, M = 5, SIZE = N1 * N0 + N1 + N1 + 1 };

/* A 2-3-1 network on five examples; its parameters lie one after another, so
 * that they are also the θ of a check. */
typedef struct {
    double x[N0 * M], y[M], theta[SIZE];
    gw_matrix X, Y;
    gw_network net;
} network;

static const struct {
    int first, rows, cols;
} BLOCK[] = {{0, N1, N0}, {N1 * N0, N1, 1}, {N1 * N0 + N1, 1, N1}, {SIZE - 1, 1, 1}};

enum { W1, b1, W2, b2 };

static gw_matrix view(double *theta, int block) {
    return (gw_matrix){BLOCK[block].rows, BLOCK[block].cols, BLOCK[block].cols,
                       theta + BLOCK[block].first};
}

static void make(network *n, uint64_t seed) {
    gw_random rng;
    gw_random_seed(&rng, seed);
    for (int i = 0; i < N0 * M; i++)
        n->x[i] = gw_random_normal(&rng);
    for (int i = 0; i < M; i++)
        n->y[i] = gw_random_below(&rng, 2);
    for (int i = 0; i < SIZE; i++)
        n->theta[i] = gw_random_normal(&rng);
    n->X = (gw_matrix){N0, M, M, n->x};
    n->Y = (gw_matrix){1, M, M, n->y};
    n->net = (gw_network){.layers = 2};
    n->net.W[1] = view(n->theta, W1);
    n->net.b[1] = view(n->theta, b1);
    n->net.W[2] = view(n->theta, W2);
    n->net.b[2] = view(n->theta, b2);
}

static gw_status cost(gw_activation g, network *n, double *J) {
    n->net.g[1] = g;
    return gw_twin_network_cost(&n->net, &n->X, &n->Y, GW_DOUBLE, J);
}

static gw_status single_cost(gw_activation g, network *n, double *J) {
    n->net.g[1] = g;
    return gw_twin_network_cost(&n->net, &n->X, &n->Y, GW_SINGLE, J);
}

static gw_status slope(gw_activation g, network *n, int32_t entry, double h, double *J, double *s) {
    n->net.g[1] = g;
    return gw_twin_network_slope(&n->net, &n->X, &n->Y, entry, h, J, s);
}

/* The whole gradient by complex steps. */
static void gradient(gw_activation g, network *n, double h, double *dtheta) {
    double J;
    for (int i = 0; i < SIZE; i++)
        assert_ok(slope(g, n, i, h, &J, &dtheta[i]));
}

/* The real part of the twin is the cost: the same source, but cexp and exp may
 * differ in their last bits. */
static void the_real_part_is_the_cost(void **state) {
    (void)state;
    network n;
    double J, twin, s;
    for (int g = 0; g < GW_ACTIVATIONS; g++)
        for (uint64_t seed = 0; seed < 20; seed++) {
            make(&n, seed);
            assert_ok(cost((gw_activation)g, &n, &J));
            for (int b = 0; b < 4; b++) {
                assert_ok(slope((gw_activation)g, &n, BLOCK[b].first, 1e-20, &twin, &s));
                assert_close(twin, J, 64 * DBL_EPSILON, 64 * DBL_EPSILON);
            }
        }
}

/* The complex step has no cancellation: 1e−20 and 1e−100 give the same. */
static void the_step_does_not_matter(void **state) {
    (void)state;
    network n;
    double one[SIZE], other[SIZE];
    for (int g = 0; g < GW_ACTIVATIONS; g++) {
        make(&n, 11);
        gradient((gw_activation)g, &n, 1e-20, one);
        gradient((gw_activation)g, &n, 1e-100, other);
        for (int i = 0; i < SIZE; i++)
            assert_close(one[i], other[i], 8 * DBL_EPSILON, 8 * DBL_EPSILON);
    }
}

static void it_is_the_gradient_of_backprop(void **state) {
    (void)state;
    network n;
    double twin[SIZE], back[SIZE];
    for (int g = 0; g < GW_ACTIVATIONS; g++)
        for (uint64_t seed = 0; seed < 20; seed++) {
            make(&n, seed);
            gradient((gw_activation)g, &n, 1e-20, twin);
            double dz1[N1 * M], dz2[M];
            gw_network_gradient d = {.dZ = {[1] = {N1, M, M, dz1}, [2] = {1, M, M, dz2}},
                                     .dW = {[1] = view(back, W1), [2] = view(back, W2)},
                                     .db = {[1] = view(back, b1), [2] = view(back, b2)}};
            assert_ok(gw_backprop_loops(&n.net, &n.X, &n.Y, &d));
            for (int i = 0; i < SIZE; i++)
                assert_close(twin[i], back[i], 256 * DBL_EPSILON, 256 * DBL_EPSILON);
        }
}

/* In single precision every value is a float, off by single rounding and not by
 * double; and what is given is rounded first. */
static void the_single_cost_is_rounded(void **state) {
    (void)state;
    network n;
    double J, single, again;
    int off = 0;
    for (int g = 0; g < GW_ACTIVATIONS; g++)
        for (uint64_t seed = 0; seed < 20; seed++) {
            make(&n, seed);
            assert_ok(cost((gw_activation)g, &n, &J));
            assert_ok(single_cost((gw_activation)g, &n, &single));
            assert_true((double)(float)single == single);
            assert_close(single, J, 32 * FLT_EPSILON, 32 * FLT_EPSILON);
            off += fabs(single - J) > 1e-10;
            for (int i = 0; i < SIZE; i++)
                n.theta[i] = (float)n.theta[i];
            for (int i = 0; i < N0 * M; i++)
                n.x[i] = (float)n.x[i];
            assert_ok(single_cost((gw_activation)g, &n, &again));
            assert_close(again, single, 0, 0);
        }
    assert_true(off > 80); /* of 100 */
    /* By hand: all zeros cost ln 2, in floats. */
    assert_ok(gw_matrix_fill(&n.net.W[1], 0));
    assert_ok(gw_matrix_fill(&n.net.b[1], 0));
    assert_ok(gw_matrix_fill(&n.net.W[2], 0));
    assert_ok(gw_matrix_fill(&n.net.b[2], 0));
    assert_ok(single_cost(GW_TANH, &n, &single));
    assert_close(single, log(2), 2 * FLT_EPSILON, 0);
}

/* Runs the checker on a gradient of the network's cost. */
static gw_verdict verdict(gw_activation g, const network *at, const double *dtheta) {
    network n = *at;
    double memory[10000], J;
    n.net.W[1] = view(n.theta, 0);
    n.net.b[1] = view(n.theta, 1);
    n.net.W[2] = view(n.theta, 2);
    n.net.b[2] = view(n.theta, 3);
    gw_gradcheck_block block[] = {{"W1", BLOCK[0].first, N1, N0},
                                  {"b1", BLOCK[1].first, N1, 1},
                                  {"W2", BLOCK[2].first, 1, N1},
                                  {"b2", BLOCK[3].first, 1, 1}};
    gw_gradcheck_problem problem = {.size = SIZE,
                                    .blocks = 4,
                                    .theta = at->theta,
                                    .gradient = dtheta,
                                    .block = block,
                                    .seed = 3};
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary summary;
    assert_true(gw_gradcheck_bytes(SIZE, 4) <= sizeof memory);
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, n.theta));
        assert_ok(cost(g, &n, &J));
        assert_ok(gw_gradcheck_tell(check, ask.id, J));
    }
    assert_ok(gw_gradcheck_result(check, &summary));
    return summary.verdict;
}

static void the_checker_agrees_and_catches_a_wrong_one(void **state) {
    (void)state;
    network n;
    double dtheta[SIZE];
    static const gw_activation SMOOTH[] = {GW_SIGMOID, GW_TANH, GW_IDENTITY};
    for (int g = 0; g < 3; g++) {
        make(&n, 7);
        gradient(SMOOTH[g], &n, 1e-20, dtheta);
        assert_int_equal(verdict(SMOOTH[g], &n, dtheta), GW_PASS);
        for (int b = 0; b < 4; b++) {
            double right = dtheta[BLOCK[b].first];
            dtheta[BLOCK[b].first] = 1.001 * right;
            assert_int_equal(verdict(SMOOTH[g], &n, dtheta), GW_FAIL);
            dtheta[BLOCK[b].first] = right;
        }
    }
}

/* σ(−40) and softplus(−40), to 20 digits by 50-digit arithmetic; they differ
 * beyond the 17th. ln(1 + e^z) as one types it would give 0. */
static void small_losses_keep_their_digits(void **state) {
    (void)state;
    static const double SOFTPLUS = 4.2483542552915889863e-18;
    network n;
    double J, s;
    make(&n, 1);
    assert_ok(gw_matrix_fill(&n.net.W[1], 0));
    assert_ok(gw_matrix_fill(&n.net.W[2], 0));
    for (int y = 0; y < 2; y++) {
        double sign = y ? 1 : -1;
        assert_ok(gw_matrix_fill(&n.Y, y));
        n.net.b[2].data[0] = sign * 40;
        assert_ok(cost(GW_TANH, &n, &J));
        assert_close(J, SOFTPLUS, 8 * DBL_EPSILON, 0);
        assert_ok(slope(GW_TANH, &n, SIZE - 1, 1e-20, &J, &s));
        assert_close(J, SOFTPLUS, 8 * DBL_EPSILON, 0);
        assert_close(s, -sign * SOFTPLUS, 8 * DBL_EPSILON, 0);
        double zeros[N0] = {0, 0};
        gw_matrix w = {N0, 1, 1, zeros};
        assert_ok(gw_twin_logistic_slope(&n.X, &n.Y, &w, sign * 40, N0, 1e-20, &J, &s));
        assert_close(J, SOFTPLUS, 8 * DBL_EPSILON, 0);
        assert_close(s, -sign * SOFTPLUS, 8 * DBL_EPSILON, 0);
    }
    /* A label between 0 and 1 weighs both losses. */
    assert_ok(gw_matrix_fill(&n.Y, 0.25));
    n.net.b[2].data[0] = 0;
    assert_ok(cost(GW_TANH, &n, &J));
    assert_close(J, log(2), 8 * DBL_EPSILON, 0);
    assert_ok(slope(GW_TANH, &n, SIZE - 1, 1e-20, &J, &s));
    assert_close(s, 0.25, 8 * DBL_EPSILON, 0);
}

static void logistic_regression_has_its_twin(void **state) {
    (void)state;
    network n;
    double J, twin, s, dw[N0], db, expected;
    for (uint64_t seed = 0; seed < 20; seed++) {
        make(&n, seed);
        gw_matrix w = {N0, 1, 1, n.theta}, dW = {N0, 1, 1, dw};
        double b = n.theta[N0];
        assert_ok(gw_logistic_regression_gradient_loops(&n.X, &n.Y, &w, b, &dW, &db, &expected));
        assert_ok(gw_twin_logistic_cost(&n.X, &n.Y, &w, b, &J));
        assert_close(J, expected, 32 * DBL_EPSILON, 0);
        for (int k = 0; k <= N0; k++) {
            assert_ok(gw_twin_logistic_slope(&n.X, &n.Y, &w, b, k, 1e-20, &twin, &s));
            assert_close(twin, J, 32 * DBL_EPSILON, 0);
            assert_close(s, k < N0 ? dw[k] : db, 64 * DBL_EPSILON, 64 * DBL_EPSILON);
        }
    }
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    network n;
    double J = 77, s = 77;
    make(&n, 1);
    assert_int_equal(cost(GW_ACTIVATIONS, &n, &J), GW_RANGE);
    assert_int_equal(cost(GW_TANH, &n, NULL), GW_NULL);
    assert_int_equal(single_cost(GW_ACTIVATIONS, &n, &J), GW_RANGE);
    assert_int_equal(single_cost(GW_TANH, &n, NULL), GW_NULL);
    assert_int_equal(slope(GW_TANH, &n, 0, 1e-20, NULL, &s), GW_NULL);
    assert_int_equal(slope(GW_TANH, &n, 0, 1e-20, &J, NULL), GW_NULL);
    assert_int_equal(slope(GW_TANH, &n, SIZE, 1e-20, &J, &s), GW_RANGE);
    assert_int_equal(slope(GW_TANH, &n, -1, 1e-20, &J, &s), GW_RANGE);
    assert_int_equal(slope(GW_TANH, &n, 0, 0, &J, &s), GW_RANGE);
    assert_int_equal(slope(GW_TANH, &n, 0, NAN, &J, &s), GW_RANGE);
    assert_int_equal(gw_twin_network_cost(&n.net, &n.X, &n.Y, (gw_precision)3, &J), GW_RANGE);
    gw_matrix w = {N0, 1, 1, n.theta}, row = {1, N0, N0, n.theta};
    assert_int_equal(gw_twin_logistic_cost(&n.X, &n.Y, &row, 0, &J), GW_SHAPE);
    assert_int_equal(gw_twin_logistic_cost(&n.X, &n.X, &w, 0, &J), GW_SHAPE);
    assert_int_equal(gw_twin_logistic_cost(&n.X, &n.Y, &w, 0, NULL), GW_NULL);
    assert_int_equal(gw_twin_logistic_cost(NULL, &n.Y, &w, 0, &J), GW_NULL);
    assert_int_equal(gw_twin_logistic_slope(&n.X, &n.Y, &w, 0, N0 + 1, 1, &J, &s), GW_RANGE);
    assert_int_equal(gw_twin_logistic_slope(&n.X, &n.Y, &w, 0, -1, 1, &J, &s), GW_RANGE);
    assert_int_equal(gw_twin_logistic_slope(&n.X, &n.Y, &w, 0, 0, -1, &J, &s), GW_RANGE);
    assert_int_equal(gw_twin_logistic_slope(&n.X, &n.Y, &w, 0, 0, 1, &J, NULL), GW_NULL);
    gw_matrix *const all[] = {&n.X, &n.Y, &n.net.W[1], &n.net.b[1], &n.net.W[2], &n.net.b[2]};
    for (int i = 0; i < 6; i++) {
        gw_matrix good = *all[i];
        all[i]->rows++;
        assert_int_equal(cost(GW_TANH, &n, &J), GW_SHAPE);
        assert_int_equal(single_cost(GW_TANH, &n, &J), GW_SHAPE);
        assert_int_equal(slope(GW_TANH, &n, SIZE - 1, 1e-20, &J, &s), GW_SHAPE);
        *all[i] = good;
        all[i]->data = NULL;
        assert_int_equal(cost(GW_TANH, &n, &J), GW_NULL);
        *all[i] = good;
    }
    assert_close(J, 77, 0, 0);
    assert_close(s, 77, 0, 0);
    n.net.b[2].data[0] = INFINITY;
    assert_int_equal(cost(GW_TANH, &n, &J), GW_NOT_FINITE);
    assert_int_equal(single_cost(GW_TANH, &n, &J), GW_NOT_FINITE);
    assert_int_equal(slope(GW_TANH, &n, 0, 1e-20, &J, &s), GW_NOT_FINITE);
    assert_int_equal(gw_twin_logistic_cost(&n.X, &n.Y, &w, NAN, &J), GW_NOT_FINITE);
    assert_int_equal(gw_twin_logistic_slope(&n.X, &n.Y, &w, NAN, 0, 1, &J, &s), GW_NOT_FINITE);
}

/* 8 binary digits, to the nearest, of two as near the even one; and no more than that. */
static void bfloat16_keeps_eight_digits(void **state) {
    (void)state;
    static const double KEPT[][2] = {{1, 1},
                                     {255, 255},
                                     {257, 256},
                                     {259, 260},
                                     {257.0001, 258},
                                     {-3.14159265, -3.140625},
                                     {0.1, 0.10009765625},
                                     {0, 0}};
    for (size_t i = 0; i < sizeof KEPT / sizeof *KEPT; i++)
        assert_close(gw_bfloat16(KEPT[i][0]), KEPT[i][1], 0, 0);
    gw_random rng;
    gw_random_seed(&rng, 16);
    for (int i = 0; i < 1000; i++) {
        double x = ldexp(gw_random_normal(&rng), i % 40 - 20), kept = gw_bfloat16(x);
        assert_true(fabs(kept - x) <= fabs(x) / 256);
        assert_close(gw_bfloat16(kept), kept, 0, 0);
    }
}

/* What is stored is rounded: a parameter, an input, z of either layer, a; the sums between
 * are not. Each row has one number of 9 digits there, and none elsewhere. */
static void bfloat16_is_what_a_layer_stores(void **state) {
    (void)state;
    static const struct {
        double x, w1[N0], b1, w2, b2, z, single;
    } CASE[] = {
        {1, {256, 1}, 0, 1. / 256, 0, 1, 257. / 256},                 /* z1 is 257 */
        {1, {1, 0}, 0, 1. / 256, 1, 1, 257. / 256},                   /* z2 is 1 + 1/256 */
        {257, {1, 0}, -256, 1, 0, 0, 1},                              /* x */
        {256, {-1, 0}, 257, 1, 0, 0, 1},                              /* a parameter */
        {1, {256, 1}, -256, 1, 0, 1, 1},                              /* a sum on the way */
        {1, {1, 2}, 0.5, 0.5, -0.25, 3.5 / 2 - 0.25, 3.5 / 2 - 0.25}, /* all of them short */
    };
    network n;
    double J;
    make(&n, 1);
    n.net.g[1] = GW_IDENTITY;
    for (size_t c = 0; c < sizeof CASE / sizeof *CASE; c++) {
        for (int i = 0; i < SIZE; i++)
            n.theta[i] = 0;
        for (int i = 0; i < N0 * M; i++)
            n.x[i] = CASE[c].x;
        for (int i = 0; i < M; i++)
            n.y[i] = 0;
        n.theta[BLOCK[W1].first] = CASE[c].w1[0];
        n.theta[BLOCK[W1].first + 1] = CASE[c].w1[1];
        n.theta[BLOCK[b1].first] = CASE[c].b1;
        n.theta[BLOCK[W2].first] = CASE[c].w2;
        n.theta[BLOCK[b2].first] = CASE[c].b2;
        assert_ok(gw_twin_network_cost(&n.net, &n.X, &n.Y, GW_BFLOAT16, &J));
        assert_close(J, gw_softplus(CASE[c].z), 0, 1e-6);
        assert_ok(gw_twin_network_cost(&n.net, &n.X, &n.Y, GW_SINGLE, &J));
        assert_close(J, gw_softplus(CASE[c].single), 0, 1e-6);
    }
    n.net.g[1] = GW_TANH; /* 256 a and b2 cancel where z1 is stored as 1/4, and a as well */
    n.theta[BLOCK[W1].first] = 1. / 4;
    n.theta[BLOCK[W1].first + 1] = 1. / 1024;
    n.theta[BLOCK[b1].first] = 0;
    n.theta[BLOCK[W2].first] = 256;
    n.theta[BLOCK[b2].first] = -256 * gw_bfloat16(tanh(1. / 4));
    assert_ok(gw_twin_network_cost(&n.net, &n.X, &n.Y, GW_BFLOAT16, &J));
    assert_close(J, log(2), 0, 1e-6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_real_part_is_the_cost),
        cmocka_unit_test(the_step_does_not_matter),
        cmocka_unit_test(it_is_the_gradient_of_backprop),
        cmocka_unit_test(the_single_cost_is_rounded),
        cmocka_unit_test(the_checker_agrees_and_catches_a_wrong_one),
        cmocka_unit_test(small_losses_keep_their_digits),
        cmocka_unit_test(logistic_regression_has_its_twin),
        cmocka_unit_test(bad_arguments_are_refused),
        cmocka_unit_test(bfloat16_keeps_eight_digits),
        cmocka_unit_test(bfloat16_is_what_a_layer_stores),
    };
    return cmocka_run_group_tests_name("twin", tests, NULL, NULL);
}
