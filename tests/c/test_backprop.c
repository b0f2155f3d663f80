#include "asked.h"
#include "backprop.h"
#include "gradcheck.h"
#include "loss.h"
#include "matrix.h"
#include "network.h"
#include "test.h"
#include "twin.h"

#include <string.h>

/* A network of 2 inputs, 3 hidden units, 2 outputs and 4 examples, all in one
 * place. θ holds W1, b1, W2, b2 in this order, the gradient likewise. */
enum {
    N0 = 2,
    N1 = 3,
    N2 = 2,
    M = 4,
    B1 = N1 * N0,
    W2 = B1 + N1,
    B2 = W2 + N2 * N1,
    SIZE = B2 + N2
};

typedef struct {
    double x[N0 * M], y[N2 * M], theta[SIZE], gradient[SIZE];
    double z1[N1 * M], a1[N1 * M], dz1[N1 * M], z2[N2 * M], a2[N2 * M], dz2[N2 * M];
    gw_matrix Y;
    gw_network net;
    gw_network_pass pass;
    gw_network_gradient d;
} net;

static void make(net *n) {
    memset(n, 0, sizeof *n);
    for (int i = 0; i < N0 * M; i++)
        n->x[i] = sin(1 + 2.3 * i);
    for (int i = 0; i < N2 * M; i++)
        n->y[i] = i % 3 == 0;
    for (int i = 0; i < SIZE; i++)
        n->theta[i] = cos(0.4 + 1.7 * i);
    double *t = n->theta, *g = n->gradient;
    n->net.layers = 2;
    n->pass.A[0] = (gw_matrix){N0, M, M, n->x};
    n->Y = (gw_matrix){N2, M, M, n->y};
    n->net.W[1] = (gw_matrix){N1, N0, N0, t};
    n->net.b[1] = (gw_matrix){N1, 1, 1, t + B1};
    n->net.W[2] = (gw_matrix){N2, N1, N1, t + W2};
    n->net.b[2] = (gw_matrix){N2, 1, 1, t + B2};
    n->d.dW[1] = (gw_matrix){N1, N0, N0, g};
    n->d.db[1] = (gw_matrix){N1, 1, 1, g + B1};
    n->d.dW[2] = (gw_matrix){N2, N1, N1, g + W2};
    n->d.db[2] = (gw_matrix){N2, 1, 1, g + B2};
    n->pass.Z[1] = (gw_matrix){N1, M, M, n->z1};
    n->pass.A[1] = (gw_matrix){N1, M, M, n->a1};
    n->d.dZ[1] = (gw_matrix){N1, M, M, n->dz1};
    n->pass.Z[2] = (gw_matrix){N2, M, M, n->z2};
    n->pass.A[2] = (gw_matrix){N2, M, M, n->a2};
    n->d.dZ[2] = (gw_matrix){N2, M, M, n->dz2};
}

static gw_status forward(gw_activation g1, net *n) {
    n->net.g[1] = g1;
    return gw_network_forward(&n->net, &n->pass);
}

static gw_status backward(gw_activation g1, net *n) {
    n->net.g[1] = g1;
    return gw_backprop(&n->net, &n->Y, &n->pass, &n->d);
}

static gw_status step(gw_activation g1, double alpha, net *n, double *J) {
    n->net.g[1] = g1;
    return gw_backprop_step(&n->net, alpha, &n->Y, &n->pass, &n->d, J);
}

/* One input, one hidden unit, one example, on paper: x = 2, w1 = 0.5, b1 = −1,
 * so z1 = 0 and a1 = 0; w2 = 3, b2 = 0, so z2 = 0 and a2 = ½; y = 1. Then
 * dz2 = −½, dw2 = 0, db2 = −½, dz1 = 3·(−½)·tanh'(0) = −1.5, dw1 = −3. */
static void one_example_by_hand(void **state) {
    (void)state;
    double x = 2, y = 1, w1 = 0.5, b1 = -1, w2 = 3, b2 = 0, z1, a1, z2, a2, dz2, dz1;
    double dw1, db1, dw2, db2, J;
#define ONE(v) (gw_matrix){1, 1, 1, &(v)}
    gw_network one = {.layers = 2, .g[1] = GW_TANH};
    one.W[1] = ONE(w1), one.b[1] = ONE(b1), one.W[2] = ONE(w2), one.b[2] = ONE(b2);
    gw_network_pass pass = {.Z = {[1] = ONE(z1), [2] = ONE(z2)},
                            .A = {ONE(x), [1] = ONE(a1), [2] = ONE(a2)}};
    gw_network_gradient d = {.dZ = {[1] = ONE(dz1), [2] = ONE(dz2)},
                             .dW = {[1] = ONE(dw1), [2] = ONE(dw2)},
                             .db = {[1] = ONE(db1), [2] = ONE(db2)}};
    assert_ok(gw_backprop_step(&one, 0.1, &ONE(y), &pass, &d, &J));
    assert_close(J, 0.69314718055994530942, 4 * DBL_EPSILON, 0); /* ln 2 */
    assert_close(dz2, -0.5, 0, 0);
    assert_close(dw2, 0, 0, 0);
    assert_close(db2, -0.5, 0, 0);
    assert_close(dz1, -1.5, DBL_EPSILON, 0);
    assert_close(dw1, -3, DBL_EPSILON, 0);
    assert_close(db1, -1.5, DBL_EPSILON, 0);
    assert_close(w1, 0.8, DBL_EPSILON, 0);
    assert_close(b1, -0.85, DBL_EPSILON, 0);
    assert_close(w2, 3, 0, 0);
    assert_close(b2, 0.05, DBL_EPSILON, 0);
}

static void the_loops_and_the_complex_step_agree(void **state) {
    (void)state;
    for (int g1 = 0; g1 < GW_ACTIVATIONS; g1++) {
        net n, loops;
        make(&n);
        make(&loops);
        assert_ok(forward((gw_activation)g1, &n));
        assert_ok(backward((gw_activation)g1, &n));
        assert_ok(gw_backprop_loops(&n.net, &n.pass.A[0], &n.Y, &loops.d));
        for (int i = 0; i < SIZE; i++) {
            double J, slope;
            assert_ok(gw_twin_network_slope(&n.net, &n.pass.A[0], &n.Y, i, 1e-20, &J, &slope));
            assert_close(n.gradient[i], slope, 0, 64 * DBL_EPSILON);
            assert_close(n.gradient[i], loops.gradient[i], 0, 64 * DBL_EPSILON);
        }
    }
}

/* J of a network with these activations at θ. */
typedef struct {
    gw_activation g1;
    net *n;
} activated;

static double cost(void *of, const double *theta) {
    const activated *at = of;
    double J;
    memcpy(at->n->theta, theta, sizeof at->n->theta);
    assert_ok(forward(at->g1, at->n));
    assert_ok(gw_loss_cost(&at->n->pass.Z[2], &at->n->Y, &J));
    return J;
}

/* Runs the checker on the gradient in n against J. */
static void judge(gw_activation g1, net *n, gw_verdict verdict[4]) {
    gw_gradcheck_block blocks[] = {
        {"W1", 0, N1, N0}, {"b1", B1, N1, 1}, {"W2", W2, N2, N1}, {"b2", B2, N2, 1}};
    gw_gradcheck_problem problem = {.size = SIZE,
                                    .blocks = 4,
                                    .theta = n->theta,
                                    .gradient = n->gradient,
                                    .block = blocks,
                                    .seed = 3};
    net at = *n;
    make(&at);
    gw_gradcheck_summary s[4];
    (void)asked(&problem, cost, &(activated){g1, &at}, s, 0, NULL);
    for (int b = 0; b < 4; b++)
        verdict[b] = s[b].verdict;
}

/* The mistakes people make, each in its own equation, and where they show. */
static void no_mistake(net *n) {
    (void)n;
}
static void no_mean_in_dW2(net *n) {
    for (int i = W2; i < B2; i++)
        n->gradient[i] *= M;
}
static void no_slope_in_dZ1(net *n) { /* dZ1 = W2ᵀ dZ2, without g1' */
    for (int j = 0; j < N1; j++)
        for (int i = 0; i < M; i++) {
            n->dz1[j * M + i] = 0;
            for (int r = 0; r < N2; r++)
                n->dz1[j * M + i] += n->theta[W2 + r * N1 + j] * n->dz2[r * M + i];
        }
    assert_ok(gw_backprop_dW(&n->d.dZ[1], &n->pass.A[0], &n->d.dW[1]));
    assert_ok(gw_backprop_db(&n->d.dZ[1], &n->d.db[1]));
}
static void slope_of_the_output_twice(net *n) { /* dZ2 = (A2 − Y) σ'(Z2) */
    for (int i = 0; i < N2 * M; i++)
        n->dz2[i] *= n->a2[i] * (1 - n->a2[i]);
    assert_ok(gw_backprop_dW(&n->d.dZ[2], &n->pass.A[1], &n->d.dW[2]));
    assert_ok(gw_backprop_db(&n->d.dZ[2], &n->d.db[2]));
    assert_ok(gw_backprop_dZ1(GW_TANH, &n->net.W[2], &n->d.dZ[2], &n->pass.Z[1], &n->d.dZ[1]));
    assert_ok(gw_backprop_dW(&n->d.dZ[1], &n->pass.A[0], &n->d.dW[1]));
    assert_ok(gw_backprop_db(&n->d.dZ[1], &n->d.db[1]));
}
static void db1_of_one_example(net *n) { /* the sum forgotten */
    for (int j = 0; j < N1; j++)
        n->gradient[B1 + j] = n->dz1[j * M];
}
static void sign_of_db2(net *n) {
    for (int r = 0; r < N2; r++)
        n->gradient[B2 + r] = -n->gradient[B2 + r];
}

static void planted_mistakes_are_caught_where_they_are(void **state) {
    (void)state;
    static const struct {
        void (*plant)(net *n);
        gw_verdict expected[4]; /* W1, b1, W2, b2 */
    } MISTAKES[] = {
        {no_mistake, {GW_PASS, GW_PASS, GW_PASS, GW_PASS}},
        {no_mean_in_dW2, {GW_PASS, GW_PASS, GW_FAIL, GW_PASS}},
        {no_slope_in_dZ1, {GW_FAIL, GW_FAIL, GW_PASS, GW_PASS}},
        {slope_of_the_output_twice, {GW_FAIL, GW_FAIL, GW_FAIL, GW_FAIL}},
        {db1_of_one_example, {GW_PASS, GW_FAIL, GW_PASS, GW_PASS}},
        {sign_of_db2, {GW_PASS, GW_PASS, GW_PASS, GW_FAIL}},
    };
    for (size_t i = 0; i < sizeof MISTAKES / sizeof *MISTAKES; i++) {
        net n;
        gw_verdict verdict[4];
        make(&n);
        assert_ok(forward(GW_TANH, &n));
        assert_ok(backward(GW_TANH, &n));
        MISTAKES[i].plant(&n);
        judge(GW_TANH, &n, verdict);
        for (int b = 0; b < 4; b++)
            if (verdict[b] != MISTAKES[i].expected[b]) {
                print_error("mistake %zu, block %d: %s\n", i, b, gw_verdict_text(verdict[b]));
                fail();
            }
    }
}

static void every_step_lowers_the_cost(void **state) {
    (void)state;
    net n;
    double J, before = INFINITY;
    make(&n);
    for (int i = 0; i < 200; i++) {
        assert_ok(step(GW_TANH, 0.1, &n, &J));
        assert_true(J < before);
        before = J;
    }
}

static void a_step_is_alpha_times_the_gradient(void **state) {
    (void)state;
    net n, start;
    double J;
    make(&n);
    make(&start);
    assert_ok(step(GW_LEAKY_RELU, 0.3, &n, &J));
    for (int i = 0; i < SIZE; i++)
        assert_close(n.theta[i], start.theta[i] - 0.3 * n.gradient[i], 0, 0);
    assert_ok(forward(GW_LEAKY_RELU, &start));
    double cost;
    assert_ok(gw_loss_cost(&start.pass.Z[2], &start.Y, &cost));
    assert_close(J, cost, 0, 0); /* the cost before the step */
}

/* The answers Y may be probabilities; a wide view keeps what lies between. */
static void equations_respect_the_stride(void **state) {
    (void)state;
    double dz[] = {1, 2, 77, 3, 5, 77}, sum[] = {9, 55, 9, 55};
    gw_matrix dZ = {2, 2, 3, dz}, db = {2, 1, 2, sum};
    assert_ok(gw_backprop_db(&dZ, &db));
    static const double EXPECTED[] = {1.5, 55, 4, 55};
    for (int i = 0; i < 4; i++)
        assert_close(sum[i], EXPECTED[i], 0, 0);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    net n, kept;
    double J = 9;
    make(&n);
    kept = n;
    static const double ALPHA[] = {0, -1, NAN, INFINITY};
    for (size_t i = 0; i < sizeof ALPHA / sizeof *ALPHA; i++)
        assert_int_equal(step(GW_TANH, ALPHA[i], &n, &J), GW_RANGE);
    assert_int_equal(step(GW_ACTIVATIONS, 0.1, &n, &J), GW_RANGE);
    assert_int_equal(step(GW_TANH, 0.1, &n, NULL), GW_NULL);
    n.d.db[1] = (gw_matrix){1, N1, N1, n.gradient + B1}; /* the flat db1 of the lecture's warning */
    assert_int_equal(step(GW_TANH, 0.1, &n, &J), GW_SHAPE);
    assert_int_equal(gw_backprop_db(&n.d.dZ[1], &n.d.db[1]), GW_SHAPE);
    assert_int_equal(backward(GW_TANH, &n), GW_SHAPE);
    n.d.db[1] = (gw_matrix){N1, 1, 1, n.gradient + B1};
    assert_int_equal(backward(GW_ACTIVATIONS, &n), GW_RANGE);
    assert_int_equal(
        gw_backprop_dZ1(GW_ACTIVATIONS, &n.net.W[2], &n.d.dZ[2], &n.pass.Z[1], &n.d.dZ[1]),
        GW_RANGE);
    assert_int_equal(gw_backprop_loops(&n.net, &n.pass.A[0], &n.Y, &n.d), GW_RANGE);
    assert_close(J, 9, 0, 0);
    assert_memory_equal(n.theta, kept.theta, sizeof n.theta);
    assert_memory_equal(n.gradient, kept.gradient, sizeof n.gradient);
    assert_memory_equal(n.z1, kept.z1, sizeof n.z1);
}

static void a_descent_that_diverges_says_so(void **state) {
    (void)state;
    net n;
    double J;
    make(&n);
    n.x[0] = 1e300;
    assert_int_equal(step(GW_IDENTITY, 1e300, &n, &J), GW_NOT_FINITE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_example_by_hand),
        cmocka_unit_test(the_loops_and_the_complex_step_agree),
        cmocka_unit_test(planted_mistakes_are_caught_where_they_are),
        cmocka_unit_test(every_step_lowers_the_cost),
        cmocka_unit_test(a_step_is_alpha_times_the_gradient),
        cmocka_unit_test(equations_respect_the_stride),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(a_descent_that_diverges_says_so),
    };
    return cmocka_run_group_tests_name("backprop", tests, NULL, NULL);
}
