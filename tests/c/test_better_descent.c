#include "better_descent.h"
#include "gradcheck.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

#define COLUMN(name, ...)                                                                          \
    double name##_data[] = {__VA_ARGS__};                                                          \
    gw_matrix name = {(int32_t)(sizeof name##_data / sizeof(double)), 1, 1, name##_data}

/* Two steps of each by hand, with numbers that are exact in binary: α = ½,
 * β = ½, dP = 4 and then 2, P = 10 at the start. */
static void plain_by_hand(void **state) {
    (void)state;
    COLUMN(P, 10);
    COLUMN(dP, 4);
    assert_ok(gw_better_descent_plain(0.5, &dP, &P));
    assert_close(P_data[0], 8, 0, 0);
    dP_data[0] = 2;
    assert_ok(gw_better_descent_plain(0.5, &dP, &P));
    assert_close(P_data[0], 7, 0, 0);
}

static void momentum_by_hand(void **state) {
    (void)state;
    COLUMN(P, 10);
    COLUMN(dP, 4);
    COLUMN(V, 0);
    assert_ok(gw_better_descent_momentum(0.5, 0.5, &dP, &V, &P));
    assert_close(V_data[0], 4, 0, 0); /* the classic form: not an average */
    assert_close(P_data[0], 8, 0, 0);
    dP_data[0] = 2;
    assert_ok(gw_better_descent_momentum(0.5, 0.5, &dP, &V, &P));
    assert_close(V_data[0], 4, 0, 0); /* ½ · 4 + 2 */
    assert_close(P_data[0], 6, 0, 0);
}

static void rmsprop_by_hand(void **state) {
    (void)state;
    COLUMN(P, 10);
    COLUMN(dP, 4);
    COLUMN(S, 2);
    /* S = ½ · 2 + ½ · 16 = 9, the step ½ · 4/(3 + 1) */
    assert_ok(gw_better_descent_rmsprop(0.5, 0.5, 1, &dP, &S, &P));
    assert_close(S_data[0], 9, 0, 0);
    assert_close(P_data[0], 9.5, 0, 0);
}

static void adam_by_hand(void **state) {
    (void)state;
    COLUMN(P, 10);
    COLUMN(dP, 4);
    COLUMN(V, 0);
    COLUMN(S, 0);
    /* V = 2, S = 12; V̂ = 2/½ = 4, Ŝ = 12/¾ = 16; the step ½ · 4/(4 + 4) */
    assert_ok(gw_better_descent_adam(0.5, 0.5, 0.25, 4, 1, &dP, &V, &S, &P));
    assert_close(V_data[0], 2, 0, 0);
    assert_close(S_data[0], 12, 0, 0);
    assert_close(P_data[0], 9.75, 0, 0);
    /* dP = 0: V = 1, S = 3; V̂ = 1/¾ = 4/3, Ŝ = 3/(15/16) = 16/5 */
    dP_data[0] = 0;
    assert_ok(gw_better_descent_adam(0.5, 0.5, 0.25, 4, 2, &dP, &V, &S, &P));
    assert_close(P_data[0], 9.75 - 0.5 * (4.0 / 3) / (sqrt(3.2) + 4), 4 * DBL_EPSILON, 0);
}

/* As long as the gradient stays the same, Adam steps α, whatever the gradient's
 * size, from the first step on: without the correction the first is α/10·√1000. */
static void adam_steps_alpha_on_a_slope(void **state) {
    (void)state;
    COLUMN(P, 0, 0, 0);
    COLUMN(dP, 1e-3, 1, -1e6);
    COLUMN(V, 0, 0, 0);
    COLUMN(S, 0, 0, 0);
    for (int t = 1; t <= 50; t++) {
        assert_ok(gw_better_descent_adam(0.1, 0.9, 0.999, 1e-300, t, &dP, &V, &S, &P));
        for (int i = 0; i < 3; i++) /* 1 − 0.999 is known to 1000 ε */
            assert_close(P_data[i], (i < 2 ? -0.1 : 0.1) * t, 2000 * DBL_EPSILON, 0);
    }
}

/* No gradient, no step: ε keeps 0/0 away. */
static void nothing_moves_at_rest(void **state) {
    (void)state;
    COLUMN(P, 3);
    COLUMN(dP, 0);
    COLUMN(V, 0);
    COLUMN(S, 0);
    assert_ok(gw_better_descent_momentum(0.5, 0.9, &dP, &V, &P));
    assert_ok(gw_better_descent_rmsprop(0.5, 0.9, 1e-8, &dP, &S, &P));
    assert_ok(gw_better_descent_adam(0.5, 0.9, 0.999, 1e-8, 1, &dP, &V, &S, &P));
    assert_close(P_data[0], 3, 0, 0);
}

/* A stride wider than the row: what lies between must stay as it was. */
static void steps_respect_the_stride(void **state) {
    (void)state;
    double p[] = {1, 2, 77, 3, 4, 77}, d[] = {1, 1, 55, 2, 2, 55};
    double v[] = {0, 0, 33, 0, 0, 33}, s[] = {0, 0, 22, 0, 0, 22};
    gw_matrix P = {2, 2, 3, p}, dP = {2, 2, 3, d}, V = {2, 2, 3, v}, S = {2, 2, 3, s};
    assert_ok(gw_better_descent_plain(1, &dP, &P));
    assert_ok(gw_better_descent_momentum(1, 0.5, &dP, &V, &P));
    assert_close(p[0], -1, 0, 0);
    assert_close(p[4], 0, 0, 0);
    assert_ok(gw_better_descent_rmsprop(1, 0, 1, &dP, &S, &P));
    assert_ok(gw_better_descent_adam(1, 0, 0, 1, 1, &dP, &V, &S, &P));
    assert_close(p[0], -2, 0, 0); /* twice 1/(1 + 1) */
    for (int i = 2; i < 6; i += 3)
        assert_true(p[i] == 77 && d[i] == 55 && v[i] == 33 && s[i] == 22);
}

static void bad_hyper_parameters_change_nothing(void **state) {
    (void)state;
    COLUMN(P, 3);
    COLUMN(dP, 1);
    COLUMN(V, 5);
    COLUMN(S, 7);
    static const double ALPHA[] = {0, -1, NAN, INFINITY}, BETA[] = {1, -0.1, NAN, INFINITY};
    for (int i = 0; i < 4; i++) {
        double a = ALPHA[i], b = BETA[i];
        assert_int_equal(gw_better_descent_plain(a, &dP, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_momentum(a, 0.9, &dP, &V, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_momentum(1, b, &dP, &V, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_rmsprop(a, 0.9, 1, &dP, &S, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_rmsprop(1, b, 1, &dP, &S, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_rmsprop(1, 0.9, a, &dP, &S, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_adam(a, 0.9, 0.9, 1, 1, &dP, &V, &S, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_adam(1, b, 0.9, 1, 1, &dP, &V, &S, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_adam(1, 0.9, b, 1, 1, &dP, &V, &S, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_adam(1, 0.9, 0.9, a, 1, &dP, &V, &S, &P), GW_RANGE);
        assert_int_equal(gw_better_descent_adam(1, 0.9, 0.9, 1, -i, &dP, &V, &S, &P), GW_RANGE);
    }
    assert_true(P_data[0] == 3 && V_data[0] == 5 && S_data[0] == 7);
}

/* A square that overflows would stop P for ever without a word. */
static void overflow_is_said(void **state) {
    (void)state;
    COLUMN(P, 0);
    COLUMN(dP, 1e200);
    COLUMN(V, 0);
    COLUMN(S, 0);
    assert_int_equal(gw_better_descent_rmsprop(1, 0.9, 1, &dP, &S, &P), GW_NOT_FINITE);
    S_data[0] = 0;
    assert_int_equal(gw_better_descent_adam(1, 0.9, 0.9, 1, 1, &dP, &V, &S, &P), GW_NOT_FINITE);
    dP_data[0] = NAN;
    assert_int_equal(gw_better_descent_plain(1, &dP, &P), GW_NOT_FINITE);
    P_data[0] = 0;
    assert_int_equal(gw_better_descent_momentum(1, 0.9, &dP, &V, &P), GW_NOT_FINITE);
}

static double bowl_cost(const double *p) {
    double scratch[2], J;
    gw_matrix P = {2, 1, 1, (double[]){p[0], p[1]}}, dP = {2, 1, 1, scratch};
    return gw_better_descent_bowl(50, 0.7, &P, &dP, &J) == GW_OK ? J : NAN;
}

static double saddle_cost(const double *p) {
    double scratch[2], J;
    gw_matrix P = {2, 1, 1, (double[]){p[0], p[1]}}, dP = {2, 1, 1, scratch};
    return gw_better_descent_saddle(&P, &dP, &J) == GW_OK ? J : NAN;
}

static gw_verdict verdict(double (*cost)(const double *), const double *theta,
                          const double *gradient) {
    gw_gradcheck_block block = {"P", 0, 2, 1};
    gw_gradcheck_problem problem = {
        .size = 2, .blocks = 1, .theta = theta, .gradient = gradient, .block = &block, .seed = 7};
    void *memory = malloc(gw_gradcheck_bytes(2, 1));
    double point[2];
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, point));
        assert_ok(gw_gradcheck_tell(check, ask.id, cost(point)));
    }
    assert_ok(gw_gradcheck_result(check, &result));
    free(memory);
    return result.verdict;
}

/* Right gradients pass; with a sign of the turn lost, or 3y³ for y³, they fail. */
static void planted_wrong_gradients_are_caught(void **state) {
    (void)state;
    COLUMN(P, 0.8, -1.3);
    COLUMN(dP, 0, 0);
    double J;
    assert_ok(gw_better_descent_bowl(50, 0.7, &P, &dP, &J));
    assert_int_equal(verdict(bowl_cost, P_data, dP_data), GW_PASS);
    double c = cos(0.7), s = sin(0.7), u = c * 0.8 - s * 1.3, v = -c * 1.3 - s * 0.8;
    assert_int_equal(verdict(bowl_cost, P_data, (double[]){c * u + s * 50 * v, dP_data[1]}),
                     GW_FAIL);
    assert_ok(gw_better_descent_saddle(&P, &dP, &J));
    assert_int_equal(verdict(saddle_cost, P_data, dP_data), GW_PASS);
    assert_int_equal(verdict(saddle_cost, P_data, (double[]){0.8, 3 * -2.197 + 1.3}), GW_FAIL);
}

/* On the axes of the bowl the value is known: 1 along it, κ across. */
static void landscapes_by_hand(void **state) {
    (void)state;
    COLUMN(P, cos(0.7), sin(0.7));
    COLUMN(dP, 0, 0);
    double J;
    assert_ok(gw_better_descent_bowl(50, 0.7, &P, &dP, &J));
    assert_close(J, 0.5, 8 * DBL_EPSILON, 0);
    P_data[0] = -sin(0.7), P_data[1] = cos(0.7);
    assert_ok(gw_better_descent_bowl(50, 0.7, &P, &dP, &J));
    assert_close(J, 25, 8 * DBL_EPSILON, 0);
    P_data[0] = 0;
    for (int side = -1; side <= 1; side += 2) { /* the two minima */
        P_data[1] = side;
        assert_ok(gw_better_descent_saddle(&P, &dP, &J));
        assert_close(J, -0.25, 0, 0);
        assert_true(dP_data[0] == 0 && dP_data[1] == 0);
    }
    assert_int_equal(gw_better_descent_bowl(0.5, 0, &P, &dP, &J), GW_RANGE);
    assert_int_equal(gw_better_descent_bowl(INFINITY, 0, &P, &dP, &J), GW_RANGE);
    assert_int_equal(gw_better_descent_bowl(2, NAN, &P, &dP, &J), GW_RANGE);
    assert_int_equal(gw_better_descent_bowl(2, 0, &P, &dP, NULL), GW_NULL);
    assert_int_equal(gw_better_descent_saddle(&P, &dP, NULL), GW_NULL);
    P_data[1] = 1e160;
    assert_int_equal(gw_better_descent_bowl(2, 0, &P, &dP, &J), GW_NOT_FINITE);
    assert_int_equal(gw_better_descent_saddle(&P, &dP, &J), GW_NOT_FINITE);
}

static void batches_take_the_columns_named(void **state) {
    (void)state;
    double x[] = {1, 2, 3, 77, 4, 5, 6, 77}, b[] = {9, 9, 55, 9, 9, 55}, o[] = {2, 0};
    gw_matrix X = {2, 3, 4, x}, B = {2, 2, 3, b}, order = {1, 2, 2, o};
    assert_ok(gw_better_descent_batch(&X, &order, &B));
    assert_memory_equal(b, ((double[]){3, 1, 55, 6, 4, 55}), sizeof b);
    static const double BAD[] = {3, -1, 0.5, NAN, INFINITY};
    for (int i = 0; i < 5; i++) {
        double kept[6];
        memcpy(kept, b, sizeof b);
        o[1] = BAD[i];
        assert_int_equal(gw_better_descent_batch(&X, &order, &B), GW_RANGE);
        assert_memory_equal(b, kept, sizeof b);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_by_hand),
        cmocka_unit_test(momentum_by_hand),
        cmocka_unit_test(rmsprop_by_hand),
        cmocka_unit_test(adam_by_hand),
        cmocka_unit_test(adam_steps_alpha_on_a_slope),
        cmocka_unit_test(nothing_moves_at_rest),
        cmocka_unit_test(steps_respect_the_stride),
        cmocka_unit_test(bad_hyper_parameters_change_nothing),
        cmocka_unit_test(overflow_is_said),
        cmocka_unit_test(planted_wrong_gradients_are_caught),
        cmocka_unit_test(landscapes_by_hand),
        cmocka_unit_test(batches_take_the_columns_named),
    };
    return cmocka_run_group_tests_name("better_descent", tests, NULL, NULL);
}
