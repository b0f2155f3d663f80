#include "backprop.h"
#include "doubled.h"
#include "random_matrix.h"
#include "test.h"

/* One input, one hidden unit, one output, on one example. */
typedef struct {
    double x, y, w1, b1, w2, b2;
} network;

static const network UNIT = {0.5, 0, 0.75, -0.25, 1.5, 0.125};

static gw_matrix scalar(double *x) {
    return (gw_matrix){1, 1, 1, x};
}

/* The struct's matrices; n lives as long as they do. */
static gw_network net_of(gw_activation g, network *n) {
    return (gw_network){.layers = 2,
                        .g[1] = g,
                        .W = {[1] = scalar(&n->w1), [2] = scalar(&n->w2)},
                        .b = {[1] = scalar(&n->b1), [2] = scalar(&n->b2)}};
}

static gw_status cost(gw_activation g, network n, double *J, double *rest) {
    gw_matrix X = scalar(&n.x), Y = scalar(&n.y);
    gw_network net = net_of(g, &n);
    return gw_doubled_network_cost(&net, &X, &Y, J, rest);
}

static gw_status slope(gw_activation g, network n, int32_t entry, double h, double *s,
                       double *rest) {
    gw_matrix X = scalar(&n.x), Y = scalar(&n.y);
    gw_network net = net_of(g, &n);
    return gw_doubled_network_slope(&net, &X, &Y, entry, h, s, rest);
}

/* |(a + a's rest) − (b + b's rest)| ≤ bound, where a and b are near. */
static int near(double a, double a_rest, double b, double b_rest, double bound) {
    return fabs((a - b) + (a_rest - b_rest)) <= bound;
}

/* By 60-digit arithmetic: J, and its slopes in w1, b1, w2, b2, each as two doubles. */
static const struct {
    gw_activation g;
    double y, J[2], slope[4][2];
} KNOWN[] = {
    {GW_TANH,
     0,
     {0.8609945194640816, -2.9715583597093814e-17},
     {{0.42624901216171684, -1.217033533491692e-17},
      {0.8524980243234337, -2.434067066983384e-17},
      {0.07178383366624293, 5.196784737030295e-18},
      {0.5772585514106927, 7.71353371931158e-18}}},
    {GW_TANH,
     1,
     {0.5494650168066872, -2.2454911480989462e-17},
     {{-0.3121532360510782, -1.2289377602020532e-17},
      {-0.6243064721021564, -2.4578755204041063e-17},
      {-0.052569168105353274, -1.5275903587455195e-18},
      {-0.4227414485893073, 7.71353371931158e-18}}},
    {GW_SIGMOID,
     0.25,
     {1.0262577984159929, 3.8422913165738715e-17},
     {{0.08692468099508667, 2.4049363170211505e-18},
      {0.17384936199017334, 4.809872634042301e-18},
      {0.24723099839732865, 6.6066034980638185e-18},
      {0.46541158870586824, 2.5520998106047126e-17}}},
};

/* The cost to 30 digits, and its slopes to 22; the last of them would show. */
static void known_costs_and_slopes(void **state) {
    (void)state;
    double J, s, rest;
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        network n = UNIT;
        n.y = KNOWN[i].y;
        assert_ok(cost(KNOWN[i].g, n, &J, &rest));
        assert_close(J, KNOWN[i].J[0], 0, 0);
        assert_true(near(J, rest, KNOWN[i].J[0], KNOWN[i].J[1], 1e-30));
        for (int b = 0; b < 4; b++) {
            const double *known = KNOWN[i].slope[b];
            assert_ok(slope(KNOWN[i].g, n, b, 1e-6, &s, &rest));
            assert_true(near(s, rest, known[0], known[1], 1e-22));
            assert_false(near(s, rest, known[0], known[1] + 2e-22, 1e-22));
        }
    }
}

/* ln(1 + e^z) where e^z or its inverse is lost beside 1, and far out. */
static void large_sums_keep_their_digits(void **state) {
    (void)state;
    static const double Z[] = {-40, 1, 40, 300};
    static const double SOFTPLUS[][2] = {{4.248354255291589e-18, 0},
                                         {1.3132616875182228, 2.515869523777819e-17},
                                         {40, 4.248354255291589e-18},
                                         {300, 0}};
    double J, rest;
    network n = UNIT;
    n.w2 = 0;
    for (int i = 0; i < 4; i++) {
        n.b2 = Z[i];
        assert_ok(cost(GW_TANH, n, &J, &rest));
        assert_true(near(J, rest, SOFTPLUS[i][0], SOFTPLUS[i][1], 1e-30 * fmax(1, Z[i])));
    }
}

/* Truncation falls as h⁴ and stands in the header: J⁽⁵⁾h⁴/1920 in b2, where J⁽⁵⁾ is
 * that of ln(1 + e^z), at most 1/8. */
static void steps_agree(void **state) {
    (void)state;
    double at[2], wide[2], s, rest;
    assert_ok(slope(GW_TANH, UNIT, 3, 1e-6, &at[0], &at[1]));
    for (double h = 1e-2; h > 1e-5; h /= 4) {
        assert_ok(slope(GW_TANH, UNIT, 3, h, &wide[0], &wide[1]));
        assert_ok(slope(GW_TANH, UNIT, 3, h / 2, &s, &rest));
        double error = (wide[0] - at[0]) + (wide[1] - at[1]), half = (s - at[0]) + (rest - at[1]);
        assert_true(fabs(error) <= h * h * h * h / 8 / 1920 + 1e-22);
        if (h > 1e-3)
            assert_close(error / half, 16, 1e-3, 0);
    }
}

/* The six equations in double precision give the same, to rounding. */
static void it_is_the_slope_of_backprop(void **state) {
    (void)state;
    enum { N0 = 2, N1 = 3, M = 5, SIZE = N1 * N0 + 2 * N1 + 1 };
    double x[N0 * M], y[M], theta[SIZE], dtheta[SIZE], dz1[N1 * M], dz2[M];
    gw_matrix X = {N0, M, M, x}, Y = {1, M, M, y}, all = {1, SIZE, SIZE, theta};
    gw_network net = {.layers = 2,
                      .W = {[1] = {N1, N0, N0, theta}, [2] = {1, N1, N1, theta + N1 * (N0 + 1)}},
                      .b = {[1] = {N1, 1, 1, theta + N1 * N0}, [2] = {1, 1, 1, theta + SIZE - 1}}};
    gw_network_gradient d = {
        .dZ = {[1] = {N1, M, M, dz1}, [2] = {1, M, M, dz2}},
        .dW = {[1] = {N1, N0, N0, dtheta}, [2] = {1, N1, N1, dtheta + N1 * (N0 + 1)}},
        .db = {[1] = {N1, 1, 1, dtheta + N1 * N0}, [2] = {1, 1, 1, dtheta + SIZE - 1}}};
    gw_random rng;
    for (uint64_t seed = 0; seed < 10; seed++) {
        net.g[1] = seed % 2 ? GW_TANH : GW_SIGMOID;
        gw_random_seed(&rng, seed);
        assert_ok(gw_random_fill_normal(&rng, 1, &X));
        assert_ok(gw_random_fill_normal(&rng, 1, &all));
        for (int i = 0; i < M; i++)
            y[i] = gw_random_below(&rng, 2);
        assert_ok(gw_backprop_loops(&net, &X, &Y, &d));
        for (int i = 0; i < SIZE; i++) {
            double s, rest;
            assert_ok(gw_doubled_network_slope(&net, &X, &Y, i, 1e-6, &s, &rest));
            assert_close(dtheta[i], s, 64 * DBL_EPSILON, 64 * DBL_EPSILON);
            assert_true(fabs(rest) <= DBL_EPSILON / 2 * fabs(s));
        }
    }
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    double J = 77, rest = 77;
    network n = UNIT;
    gw_matrix X = scalar(&n.x), Y = scalar(&n.y);
    gw_network net = net_of(GW_TANH, &n);
    assert_int_equal(cost(GW_RELU, n, &J, &rest), GW_RANGE);
    assert_int_equal(cost(GW_TANH, n, NULL, &rest), GW_NULL);
    assert_int_equal(cost(GW_TANH, n, &J, NULL), GW_NULL);
    assert_int_equal(slope(GW_RELU, n, 0, 1, &J, &rest), GW_RANGE);
    assert_int_equal(slope(GW_TANH, n, 4, 1, &J, &rest), GW_RANGE);
    assert_int_equal(slope(GW_TANH, n, -1, 1, &J, &rest), GW_RANGE);
    assert_int_equal(slope(GW_TANH, n, 0, 0, &J, &rest), GW_RANGE);
    assert_int_equal(slope(GW_TANH, n, 0, NAN, &J, &rest), GW_RANGE);
    assert_int_equal(slope(GW_TANH, n, 0, 1, NULL, &rest), GW_NULL);
    assert_int_equal(slope(GW_TANH, n, 0, 1, &J, NULL), GW_NULL);
    gw_matrix *const M[] = {&X, &Y, &net.W[1], &net.b[1], &net.W[2], &net.b[2]};
    for (int i = 0; i < 6; i++) {
        for (int broken = 0; broken < 2; broken++) {
            gw_matrix good = *M[i];
            if (broken)
                M[i]->data = NULL;
            else
                M[i]->rows = 2;
            gw_status expected = broken ? GW_NULL : GW_SHAPE;
            assert_int_equal(gw_doubled_network_cost(&net, &X, &Y, &J, &rest), expected);
            assert_int_equal(gw_doubled_network_slope(&net, &X, &Y, 3, 1, &J, &rest), expected);
            *M[i] = good;
        }
    }
    n.b2 = INFINITY;
    assert_int_equal(cost(GW_TANH, n, &J, &rest), GW_NOT_FINITE);
    assert_int_equal(slope(GW_TANH, n, 3, 1, &J, &rest), GW_NOT_FINITE);
    assert_close(J, 77, 0, 0);
    assert_close(rest, 77, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_costs_and_slopes),
        cmocka_unit_test(large_sums_keep_their_digits),
        cmocka_unit_test(steps_agree),
        cmocka_unit_test(it_is_the_slope_of_backprop),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests_name("doubled", tests, NULL, NULL);
}
