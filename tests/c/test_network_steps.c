#include "backprop.h"
#include "gradcheck.h"
#include "loss.h"
#include "network_steps.h"
#include "noise.h"
#include "random_matrix.h"
#include "test.h"
#include "twin.h"
#include "vector_math.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 20, MOST_SIZE = 64 };

/* A network whose parameters lie in one θ, as the checker sees them. The rows of
 * X and Y are longer than m: strides. */
typedef struct {
    double theta[MOST_SIZE], x[8 * MOST], y[MOST], z1[8 * MOST], a1[8 * MOST], z2[MOST], a2[MOST];
    double z[MOST];
    gw_matrix Y, room;
    gw_network net;
    gw_network_pass pass;
    int size;
} network;

static void make(network *n, gw_activation g1, int n0, int n1, int m, uint64_t seed) {
    gw_random rng;
    gw_random_seed(&rng, seed);
    n->size = n1 * n0 + 2 * n1 + 1;
    n->net = (gw_network){.layers = 2, .g[1] = g1};
    n->pass.A[0] = (gw_matrix){n0, m, MOST, n->x};
    n->Y = (gw_matrix){1, m, MOST, n->y};
    double *p = n->theta;
    n->net.W[1] = (gw_matrix){n1, n0, n0, p};
    n->net.b[1] = (gw_matrix){n1, 1, 1, p += n1 * n0};
    n->net.W[2] = (gw_matrix){1, n1, n1, p += n1};
    n->net.b[2] = (gw_matrix){1, 1, 1, p + n1};
    n->pass.Z[1] = (gw_matrix){n1, m, MOST, n->z1};
    n->pass.A[1] = (gw_matrix){n1, m, m, n->a1};
    n->pass.Z[2] = (gw_matrix){1, m, m, n->z2};
    n->pass.A[2] = (gw_matrix){1, m, m, n->a2};
    n->room = (gw_matrix){1, m, m, n->z};
    assert_ok(gw_random_fill_normal(&rng, 1, &n->pass.A[0]));
    assert_ok(gw_random_fill_uniform(&rng, 0, 1, &n->Y));
    for (int i = 0; i < m; i += 2) /* labels, and between them what is none */
        n->y[i] = i % 4 == 0;
    for (int i = 0; i < n->size; i++)
        n->theta[i] = gw_random_normal(&rng);
    assert_ok(gw_network_steps_start(&n->net, &n->Y, &n->pass));
}

static double stepped(network *n, int entry, double value) {
    double J = NAN;
    assert_ok(gw_network_steps_cost(&n->net, &n->Y, &n->pass, entry, value, &n->room, &J));
    return J;
}

static double full(const network *n) {
    double J = NAN;
    assert_ok(gw_twin_network_cost(&n->net, &n->pass.A[0], &n->Y, GW_DOUBLE, &J));
    return J;
}

/* How far two evaluations at n's θ may lie apart, one of them by a step from a
 * point at the distance δ in one parameter, which adds |δ|·size to each sum.
 *   z1: n0 + 1 terms; either way off by (n0 + 5) ε/2 of the sum of their sizes S1.
 *   a:  as far as z1, since |g'| ≤ 1; and by 8 ulp here, 4 there.
 *   z2: Σ |W2| (error of a), and (n1 + 6) ε/2 of the sum of sizes S2 either way.
 *   L:  as far as z2, since |L'| ≤ 1; and by 8 ulp here, 4 there.
 *   J:  the mean of these; a sum of m positive numbers by plain loops is off by
 *       m ε/2 of itself, and ours by 2 ε. */
static double apart(const network *n, double delta) {
    double sum = 0, J = 0;
    for (int i = 0; i < n->pass.A[0].cols; i++) {
        double error = 0, z2 = *n->net.b[2].data, size2 = fabs(z2) + fabs(delta);
        for (int r = 0; r < n->net.W[1].rows; r++) {
            double z1 = n->net.b[1].data[r], size1 = fabs(z1) + fabs(delta),
                   w = n->net.W[2].data[r];
            for (int c = 0; c < n->pass.A[0].rows; c++) {
                double x = *gw_matrix_at(&n->pass.A[0], c, i),
                       product = *gw_matrix_at(&n->net.W[1], r, c) * x;
                z1 += product;
                size1 += fabs(product) + fabs(delta * x);
            }
            double a = gw_activation_value(n->net.g[1], z1);
            /* a at the other end of the step: |g'| ≤ 1, so within size1 of here */
            double size_a = fabs(a) + size1;
            error += (fabs(w) + fabs(delta)) *
                     ((n->pass.A[0].rows + 5) * DBL_EPSILON * size1 + 12 * DBL_EPSILON * size_a);
            z2 += w * a;
            size2 += (fabs(w) + fabs(delta)) * size_a;
        }
        double loss = gw_loss_from_z(z2, n->y[i]);
        sum += error + (n->net.W[1].rows + 6) * DBL_EPSILON * size2 + 12 * DBL_EPSILON * loss;
        J += loss;
    }
    return (sum + (n->pass.A[0].cols / 2.0 + 2) * DBL_EPSILON * J) / n->pass.A[0].cols;
}

/* Every parameter of every activation and many shapes, by steps from none to
 * large. m = 19 and 1 leave a rest beside the eight lanes. */
static void the_shortcut_equals_the_full_evaluation(void **state) {
    (void)state;
    static const int shape[][3] = {{5, 4, 19}, {1, 1, 1}, {3, 2, 8}, {7, 6, 16}};
    static const double by[] = {0, 1e-9, -1e-5, 1e-2, -1, 30};
    for (int g = 0; g < GW_ACTIVATIONS; g++)
        for (int k = 0; k < 4; k++) {
            network n;
            make(&n, (gw_activation)g, shape[k][0], shape[k][1], shape[k][2],
                 (uint64_t)(10 * g + k));
            for (int entry = 0; entry < n.size; entry++)
                for (int j = 0; j < 6; j++) {
                    double kept = n.theta[entry], value = kept + by[j];
                    double J = stepped(&n, entry, value);
                    n.theta[entry] = value; /* the pass stays as at θ */
                    double tolerance = apart(&n, by[j]);
                    assert_true(fabs(by[j]) >= 1 || tolerance < 1e-12); /* it says something */
                    assert_close(J, full(&n), 0, tolerance);
                    n.theta[entry] = kept;
                }
        }
}

static void no_step_gives_the_same_bits(void **state) {
    (void)state;
    for (int g = 0; g < GW_ACTIVATIONS; g++) {
        network n;
        make(&n, (gw_activation)g, 5, 4, 19, 3);
        double J = stepped(&n, 0, n.theta[0]);
        for (int entry = 1; entry < n.size; entry++)
            assert_true(stepped(&n, entry, n.theta[entry]) == J);
    }
}

/* A whole check by shortcuts; the gradient's entry `wrong` is off by a
 * millionth of it. */
static gw_gradcheck_summary checked(int wrong) {
    network n, other;
    make(&n, GW_TANH, 5, 4, 19, 8);
    other = n;
    double dz2[MOST], dz1[8 * MOST], gradient[MOST_SIZE], point[MOST_SIZE];
    gw_network_gradient d = {
        .dZ = {[1] = {4, 19, 19, dz1}, [2] = {1, 19, 19, dz2}},
        .dW = {[1] = {4, 5, 5, gradient}, [2] = {1, 4, 4, gradient + 24}},
        .db = {[1] = {4, 1, 1, gradient + 20}, [2] = {1, 1, 1, gradient + 28}}};
    assert_ok(gw_backprop(&n.net, &n.Y, &n.pass, &d));
    if (wrong >= 0)
        gradient[wrong] *= 1 + 1e-6;
    const gw_gradcheck_block block[] = {
        {"W1", 0, 4, 5}, {"b1", 20, 4, 1}, {"W2", 24, 1, 4}, {"b2", 28, 1, 1}};
    const gw_gradcheck_problem problem = {
        .size = 29, .blocks = 4, .theta = n.theta, .gradient = gradient, .block = block};
    void *memory = malloc(gw_gradcheck_bytes(29, 4));
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        double J;
        if (ask.entry >= 0)
            J = stepped(&n, ask.entry, ask.value);
        else {
            assert_ok(gw_gradcheck_point(check, ask.id, point));
            make(&other, GW_TANH, 5, 4, 19, 8);
            memcpy(other.theta, point, sizeof other.theta);
            assert_ok(gw_network_steps_start(&other.net, &other.Y, &other.pass));
            J = stepped(&other, 0, point[0]);
        }
        assert_ok(gw_gradcheck_tell(check, ask.id, J));
    }
    gw_gradcheck_summary result;
    assert_ok(gw_gradcheck_result(check, &result));
    free(memory);
    return result;
}

static void a_check_by_steps_tells_right_from_wrong(void **state) {
    (void)state;
    gw_gradcheck_summary r = checked(-1);
    assert_int_equal(r.verdict, GW_PASS);
    assert_int_equal(r.passed, 29);
    static const int wrong[] = {0, 13, 21, 25, 28}; /* one or two of each block */
    for (int i = 0; i < 5; i++) {
        r = checked(wrong[i]);
        assert_int_equal(r.verdict, GW_FAIL);
        assert_int_equal(r.worst, wrong[i]);
    }
}

/* Near θ, values jump by the rounding of J itself and not by that of its sums. */
static void noise_stays_near_rounding(void **state) {
    (void)state;
    network n;
    make(&n, GW_TANH, 5, 4, 19, 12);
    double J = stepped(&n, 0, n.theta[0]);
    for (int entry = 0; entry < n.size; entry++) {
        double value[GW_NOISE_VALUES], sigma;
        int32_t advice;
        for (int i = 0; i < GW_NOISE_VALUES; i++)
            value[i] = stepped(&n, entry, n.theta[entry] + (i - 4) * 1e-12);
        assert_ok(gw_noise_estimate(value, &sigma, &advice));
        assert_true(sigma <= 2 * DBL_EPSILON * J);
    }
}

/* The activations to the bit, the loss within rounding, over all magnitudes, both signs, and at
 * every place of a vector or beside it. */
static void vectors_equal_the_plain_functions(void **state) {
    (void)state;
    enum { N = 1003 };
    static double z[N], a[N], y[N], loss[N];
    gw_random rng;
    gw_random_seed(&rng, 5);
    for (int i = 0; i < N; i++) {
        z[i] = gw_random_normal(&rng) * pow(10, -8 + i % 11);
        y[i] = i % 3 == 0 ? 0 : i % 3 == 1 ? 1 : gw_random_uniform(&rng);
    }
    z[7] = 0;
    for (int n = N - 9; n <= N; n++) {
        for (int g = 0; g < GW_ACTIVATIONS; g++) {
            assert_ok(gw_vector_activation((gw_activation)g, n, z, a));
            for (int i = 0; i < n; i++)
                assert_true(a[i] == gw_activation_value((gw_activation)g, z[i]));
            for (int i = 0; i < n; i++)
                a[i] = y[i];
            assert_ok(gw_vector_backward((gw_activation)g, n, z, a));
            for (int i = 0; i < n; i++)
                assert_true(a[i] == y[i] * gw_activation_slope((gw_activation)g, z[i]));
        }
        assert_ok(gw_vector_loss(n, z, y, loss));
        for (int i = 0; i < n; i++)
            assert_close(loss[i], gw_loss_from_z(z[i], y[i]), 12 * DBL_EPSILON, DBL_MIN);
    }
}

static void vectors_at_the_ends(void **state) {
    (void)state;
    double z[9] = {NAN, INFINITY, -INFINITY, 1000, -1000, DBL_MAX, 0, NAN, INFINITY}, a[9];
    const double y[9] = {0.5, 0.5, 0.5, 1, 0, 0, 0, 1, 0.5};
    for (int g = 0; g < GW_ACTIVATIONS; g++) {
        assert_ok(gw_vector_activation((gw_activation)g, 9, z, a));
        for (int i = 0; i < 9; i++) {
            double plain = gw_activation_value((gw_activation)g, z[i]);
            assert_true(isnan(plain) ? isnan(a[i])
                                     : fabs(a[i] - plain) <= DBL_MIN || a[i] == plain);
        }
    }
    assert_ok(gw_vector_loss(9, z, y, a));
    static const double expected[] = {NAN, INFINITY, INFINITY, 0, 0, DBL_MAX, 0.69314718055994531,
                                      NAN, INFINITY};
    for (int i = 0; i < 9; i++)
        if (isnan(expected[i]))
            assert_true(isnan(a[i]));
        else
            assert_close(a[i], expected[i], 8 * DBL_EPSILON, 0);
}

/* 1 is lost beside 1e16 in every lane, and in the rest, unless it is kept apart. */
static void sums_lose_nothing(void **state) {
    (void)state;
    double x[43], sum;
    for (int n = 1; n <= 43; n++) {
        for (int i = 0; i < n; i++)
            x[i] = i < n / 2 ? 1 : 3;
        x[0] = 1e16;
        x[n - 1] = n > 1 ? -1e16 : 1e16;
        double expected = n == 1 ? 1e16 : 0;
        for (int i = 1; i < n - 1; i++)
            expected += x[i];
        assert_ok(gw_vector_sum(n, x, &sum));
        assert_close(sum, expected, 0, 0);
    }
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    network n;
    double J = 5, z[2] = {1, 2}, a[2] = {7, 7};
    make(&n, GW_TANH, 3, 2, 8, 1);
    assert_int_equal(gw_network_steps_cost(NULL, &n.Y, &n.pass, 0, 0, &n.room, &J), GW_NULL);
    assert_int_equal(gw_network_steps_cost(&n.net, &n.Y, &n.pass, 0, 0, &n.room, NULL), GW_NULL);
    assert_int_equal(gw_network_steps_cost(&n.net, &n.Y, &n.pass, -1, 0, &n.room, &J), GW_RANGE);
    assert_int_equal(gw_network_steps_cost(&n.net, &n.Y, &n.pass, n.size, 0, &n.room, &J),
                     GW_RANGE);
    gw_matrix small = {1, 7, 7, n.z};
    assert_int_equal(gw_network_steps_cost(&n.net, &n.Y, &n.pass, 0, 0, &small, &J), GW_SHAPE);
    assert_true(J == 5);
    assert_int_equal(gw_network_steps_cost(&n.net, &n.Y, &n.pass, 0, NAN, &n.room, &J),
                     GW_NOT_FINITE);
    assert_int_equal(
        gw_network_steps_cost(&n.net, &n.Y, &n.pass, n.size - 1, INFINITY, &n.room, &J),
        GW_NOT_FINITE);

    assert_int_equal(gw_network_steps_start(NULL, &n.Y, &n.pass), GW_NULL);
    n.net.g[1] = GW_ACTIVATIONS;
    assert_int_equal(gw_network_steps_start(&n.net, &n.Y, &n.pass), GW_RANGE);
    n.net.g[1] = GW_TANH;
    gw_matrix *const part[] = {&n.Y,         &n.net.b[1],  &n.net.W[2], &n.net.b[2],
                               &n.pass.Z[1], &n.pass.A[1], &n.pass.Z[2]};
    for (int i = 0; i < 7; i++) {
        gw_matrix kept = *part[i];
        part[i]->rows++;
        assert_int_equal(gw_network_steps_start(&n.net, &n.Y, &n.pass), GW_SHAPE);
        part[i]->rows = kept.rows;
        part[i]->data = NULL;
        assert_int_equal(gw_network_steps_start(&n.net, &n.Y, &n.pass), GW_NULL);
        *part[i] = kept;
    }

    assert_int_equal(gw_vector_activation(GW_ACTIVATIONS, 2, z, a), GW_RANGE);
    assert_int_equal(gw_vector_activation(GW_TANH, 0, z, a), GW_SHAPE);
    assert_int_equal(gw_vector_activation(GW_TANH, 2, NULL, a), GW_NULL);
    assert_int_equal(gw_vector_backward(GW_ACTIVATIONS, 2, z, a), GW_RANGE);
    assert_int_equal(gw_vector_backward(GW_TANH, 0, z, a), GW_SHAPE);
    assert_int_equal(gw_vector_backward(GW_TANH, 2, NULL, a), GW_NULL);
    assert_int_equal(gw_vector_loss(0, z, z, a), GW_SHAPE);
    assert_int_equal(gw_vector_loss(2, z, NULL, a), GW_NULL);
    assert_int_equal(gw_vector_sum(0, z, a), GW_SHAPE);
    assert_int_equal(gw_vector_sum(2, z, NULL), GW_NULL);
    assert_true(a[0] == 7 && a[1] == 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shortcut_equals_the_full_evaluation),
        cmocka_unit_test(no_step_gives_the_same_bits),
        cmocka_unit_test(a_check_by_steps_tells_right_from_wrong),
        cmocka_unit_test(noise_stays_near_rounding),
        cmocka_unit_test(vectors_equal_the_plain_functions),
        cmocka_unit_test(vectors_at_the_ends),
        cmocka_unit_test(sums_lose_nothing),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests_name("network_steps", tests, NULL, NULL);
}
