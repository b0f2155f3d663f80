#include "asked.h"
#include "gradcheck.h"
#include "network.h"
#include "random_matrix.h"
#include "test.h"

enum { MOST = 64 };

/* Room for a network of at most 8 units a layer and 8 examples. */
typedef struct {
    double room[9][MOST];
    gw_network net;
    gw_network_pass pass;
} network;

static gw_matrix matrix(double *room, int rows, int cols) {
    return (gw_matrix){rows, cols, cols, room};
}

static void make(network *n, int n0, int n1, int n2, int m, uint64_t seed) {
    gw_random rng;
    gw_random_seed(&rng, seed);
    n->net = (gw_network){.layers = 2};
    n->pass.A[0] = matrix(n->room[0], n0, m);
    n->net.W[1] = matrix(n->room[1], n1, n0);
    n->net.b[1] = matrix(n->room[2], n1, 1);
    n->net.W[2] = matrix(n->room[3], n2, n1);
    n->net.b[2] = matrix(n->room[4], n2, 1);
    n->pass.Z[1] = matrix(n->room[5], n1, m);
    n->pass.A[1] = matrix(n->room[6], n1, m);
    n->pass.Z[2] = matrix(n->room[7], n2, m);
    n->pass.A[2] = matrix(n->room[8], n2, m);
    gw_matrix *const given[] = {&n->pass.A[0], &n->net.W[1], &n->net.b[1], &n->net.W[2],
                                &n->net.b[2]};
    for (int i = 0; i < 5; i++)
        assert_ok(gw_random_fill_normal(&rng, 1, given[i]));
}

static gw_status forward(gw_activation g1, network *n) {
    n->net.g[1] = g1;
    return gw_network_forward(&n->net, &n->pass);
}

/* Two examples through a 2-2-1 network with tanh, by 50-digit arithmetic. */
static void known_values(void **state) {
    (void)state;
    network n;
    make(&n, 2, 2, 1, 2, 1);
    const double x[] = {0.5, -2, 1.5, 0.25}, w1[] = {1, -0.5, 0.25, 2}, w2[] = {1.5, -0.75};
    for (int i = 0; i < 4; i++) {
        n.pass.A[0].data[i] = x[i];
        n.net.W[1].data[i] = w1[i];
    }
    n.net.b[1].data[0] = 0.125;
    n.net.b[1].data[1] = -1;
    n.net.W[2].data[0] = w2[0];
    n.net.W[2].data[1] = w2[1];
    n.net.b[2].data[0] = 0.5;
    assert_ok(forward(GW_TANH, &n));
    static const double Z1[] = {-0.125, -2, 2.125, -1};
    static const double A1[] = {-0.124353001771596208054, -0.964027580075816883946,
                                0.9718727459135090515125, -0.761594155955764888119};
    static const double Z2[] = {-0.415434062092526100716, -0.374845753146901659830};
    static const double A2[] = {0.3976098535641086694014, 0.4073706377584304332399};
    for (int i = 0; i < 4; i++) {
        assert_close(n.pass.Z[1].data[i], Z1[i], 0, 0); /* quarters: exact */
        assert_close(n.pass.A[1].data[i], A1[i], 4 * DBL_EPSILON, 0);
    }
    for (int i = 0; i < 2; i++) {
        assert_close(n.pass.Z[2].data[i], Z2[i], 0, 8 * DBL_EPSILON);
        assert_close(n.pass.A[2].data[i], A2[i], 0, 8 * DBL_EPSILON);
    }
}

/* Every shape and every activation against the sums as they are written. A sum
 * of k terms is off by k ε/2 of their sizes, which random numbers keep below 64. */
static void every_shape_and_activation(void **state) {
    (void)state;
    network n;
    for (int shape = 0; shape < 81; shape++)
        for (int g = 0; g < GW_ACTIVATIONS; g++) {
            int n0 = 1 + shape % 3, n1 = 1 + shape / 3 % 3 * 2, n2 = 1 + shape / 9 % 3;
            int m = 1 + shape / 27 * 3;
            make(&n, n0, n1, n2, m, (uint64_t)shape);
            assert_ok(forward((gw_activation)g, &n));
            for (int i = 0; i < m; i++)
                for (int r = 0; r < n2; r++) {
                    double z2 = n.net.b[2].data[r];
                    for (int j = 0; j < n1; j++) {
                        double z1 = n.net.b[1].data[j];
                        for (int k = 0; k < n0; k++)
                            z1 += n.net.W[1].data[j * n0 + k] * n.pass.A[0].data[k * m + i];
                        double a1 = gw_activation_value((gw_activation)g, z1);
                        assert_close(n.pass.Z[1].data[j * m + i], z1, 0, 64 * DBL_EPSILON);
                        assert_close(n.pass.A[1].data[j * m + i], a1, 0, 64 * DBL_EPSILON);
                        z2 += n.net.W[2].data[r * n1 + j] * a1;
                    }
                    assert_close(n.pass.Z[2].data[r * m + i], z2, 0, 512 * DBL_EPSILON);
                    assert_close(n.pass.A[2].data[r * m + i], gw_sigmoid_value(z2), 0,
                                 512 * DBL_EPSILON);
                }
        }
}

/* From zeros every example gets the same answer, σ(b2), whatever it is. */
static void zero_weights_see_nothing(void **state) {
    (void)state;
    network n;
    for (int g = 0; g < GW_ACTIVATIONS; g++) {
        make(&n, 3, 4, 1, 5, 2);
        assert_ok(gw_matrix_fill(&n.net.W[1], 0));
        assert_ok(gw_matrix_fill(&n.net.W[2], 0));
        assert_ok(forward((gw_activation)g, &n));
        for (int i = 0; i < 5; i++)
            assert_close(n.pass.A[2].data[i], gw_sigmoid_value(n.net.b[2].data[0]), 0, 0);
    }
}

/* A mini-batch is a view on some columns, and its answers are those columns'. */
static void matrices_respect_the_stride(void **state) {
    (void)state;
    network n;
    make(&n, 3, 4, 2, 6, 3);
    assert_ok(forward(GW_TANH, &n));
    double z[12] = {77, 77, 77, 77, 77, 77, 77, 77, 77, 77, 77, 77};
    gw_matrix batch = {3, 2, 6, n.pass.A[0].data + 2}, hidden = {4, 2, 3, z};
    assert_ok(gw_network_linear(&n.net.W[1], &batch, &n.net.b[1], &hidden));
    for (int j = 0; j < 4; j++) {
        assert_close(z[3 * j], n.pass.Z[1].data[6 * j + 2], 0, 16 * DBL_EPSILON);
        assert_close(z[3 * j + 1], n.pass.Z[1].data[6 * j + 3], 0, 16 * DBL_EPSILON);
        assert_close(z[3 * j + 2], 77, 0, 0);
    }
}

/* NaN in one example spoils that example and no other. */
static void nan_stays_in_its_column(void **state) {
    (void)state;
    network n;
    for (int g = 0; g < GW_ACTIVATIONS; g++) {
        make(&n, 2, 3, 1, 4, 4);
        n.pass.A[0].data[1] = NAN;
        assert_ok(forward((gw_activation)g, &n));
        for (int i = 0; i < 4; i++)
            assert_int_equal(isnan(n.pass.A[2].data[i]) != 0, i == 1);
    }
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    network n, before;
    make(&n, 2, 3, 2, 4, 5);
    for (int i = 5; i < 9; i++)
        for (int k = 0; k < MOST; k++)
            n.room[i][k] = 77;
    gw_matrix *const all[] = {&n.pass.A[0], &n.net.W[1],  &n.net.b[1],  &n.net.W[2], &n.net.b[2],
                              &n.pass.Z[1], &n.pass.A[1], &n.pass.Z[2], &n.pass.A[2]};
    before = n;
    for (int i = 0; i < 9; i++) {
        gw_matrix good = *all[i];
        all[i]->rows++;
        assert_int_equal(forward(GW_TANH, &n), GW_SHAPE);
        *all[i] = matrix(good.data, good.rows, good.cols + 1);
        assert_int_equal(forward(GW_TANH, &n), GW_SHAPE);
        *all[i] = good;
        all[i]->data = NULL;
        assert_int_equal(forward(GW_TANH, &n), GW_NULL);
        *all[i] = good;
    }
    assert_int_equal(forward(GW_ACTIVATIONS, &n), GW_RANGE);
    n.net.output = GW_OUTPUTS;
    assert_int_equal(forward(GW_TANH, &n), GW_RANGE);
    n.net.output = GW_OUTPUT_SOFTMAX; /* there is a function of its own for it */
    assert_int_equal(forward(GW_TANH, &n), GW_RANGE);
    n.net.output = GW_OUTPUT_SIGMOID;
    static const int32_t LAYERS[] = {-1, 0, 1, 3, GW_LAYERS, GW_LAYERS + 1};
    for (int i = 0; i < 6; i++) {
        n.net.layers = LAYERS[i];
        assert_int_equal(forward(GW_TANH, &n), GW_RANGE);
    }
    n.net.layers = 2;
    assert_int_equal(gw_network_forward(NULL, &n.pass), GW_NULL);
    assert_int_equal(gw_network_forward(&n.net, NULL), GW_NULL);
    assert_int_equal(gw_network_linear(&n.net.W[1], &n.pass.A[0], &n.net.b[2], &n.pass.Z[1]),
                     GW_SHAPE);
    assert_int_equal(gw_network_linear(&n.net.W[1], &n.pass.A[0], &n.net.b[1], &n.pass.Z[2]),
                     GW_SHAPE);
    assert_int_equal(gw_network_linear(&n.net.W[1], &n.pass.A[0], NULL, &n.pass.Z[1]), GW_NULL);
    assert_int_equal(gw_network_linear(NULL, &n.pass.A[0], &n.net.b[1], &n.pass.Z[1]), GW_NULL);
    assert_memory_equal(n.room, before.room, sizeof n.room);
    assert_ok(forward(GW_TANH, &n));
}

/* θ is W1, b1, W2, b2, each row by row, over any stride. */
static void entries_are_counted_as_the_checker_does(void **state) {
    (void)state;
    network n;
    make(&n, 2, 3, 2, 4, 6);
    n.net.W[1].stride = 5;
    int32_t i = 0;
    for (int32_t l = 1; l <= 2; l++) {
        const gw_matrix *const P[] = {&n.net.W[l], &n.net.b[l]};
        for (int k = 0; k < 2; k++)
            for (int32_t row = 0; row < P[k]->rows; row++)
                for (int32_t col = 0; col < P[k]->cols; col++)
                    assert_ptr_equal(gw_network_entry(&n.net, i++), gw_matrix_at(P[k], row, col));
    }
    assert_int_equal(i, 3 * 2 + 3 + 2 * 3 + 2);
    assert_null(gw_network_entry(&n.net, i));
    assert_null(gw_network_entry(&n.net, -1));
}

/* One neuron a = tanh(w·x + b) on one example x, at θ = w1, w2, b. */
static double neuron(void *x, const double *theta) {
    double point[] = {theta[0], theta[1], theta[2]}, z;
    gw_matrix W = {1, 2, 2, point}, X = {2, 1, 1, x}, b = {1, 1, 1, point + 2}, Z = {1, 1, 1, &z};
    assert_ok(gw_network_linear(&W, &X, &b, &Z));
    return gw_activation_value(GW_TANH, z);
}

/* What the checker says of its gradient. */
static gw_verdict verdict(const double *gradient, const double *theta, const double *x) {
    gw_gradcheck_block block = {"w", 0, 3, 1};
    gw_gradcheck_problem problem = {
        .size = 3, .blocks = 1, .theta = theta, .gradient = gradient, .block = &block, .seed = 3};
    return asked(&problem, neuron, (double[]){x[0], x[1]}, NULL, 0, NULL);
}

static void a_wrong_neuron_is_caught(void **state) {
    (void)state;
    const double theta[] = {0.6, -0.4, 0.3}, x[] = {1.5, 0.7};
    double z = 0.6 * 1.5 - 0.4 * 0.7 + 0.3, slope = gw_activation_slope(GW_TANH, z);
    const double right[] = {slope * x[0], slope * x[1], slope};
    const double no_slope[] = {x[0], x[1], 1};
    const double no_input[] = {slope, slope, slope};
    const double swapped[] = {slope * x[1], slope * x[0], slope};
    const double sigmoid[] = {0.25 * slope * x[0], 0.25 * slope * x[1], 0.25 * slope};
    assert_int_equal(verdict(right, theta, x), GW_PASS);
    assert_int_equal(verdict(no_slope, theta, x), GW_FAIL);
    assert_int_equal(verdict(no_input, theta, x), GW_FAIL);
    assert_int_equal(verdict(swapped, theta, x), GW_FAIL);
    assert_int_equal(verdict(sigmoid, theta, x), GW_FAIL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_values),
        cmocka_unit_test(every_shape_and_activation),
        cmocka_unit_test(zero_weights_see_nothing),
        cmocka_unit_test(matrices_respect_the_stride),
        cmocka_unit_test(nan_stays_in_its_column),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(entries_are_counted_as_the_checker_does),
        cmocka_unit_test(a_wrong_neuron_is_caught),
    };
    return cmocka_run_group_tests_name("network", tests, NULL, NULL);
}
