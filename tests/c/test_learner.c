#include "learner.h"
#include "test.h"

/* Eight flights by hand; the third and the sixth were damaged. */
static double TEMPERATURE[] = {0.5, 0.25, -1.5, 1, 0, -0.5, 0.75, -0.25};
static double DAMAGED[] = {0, 0, 1, 0, 0, 1, 0, 0};
static const gw_matrix T = {1, 8, 8, TEMPERATURE}, Y = {1, 8, 8, DAMAGED};

/* By hand: from 0, the mean is 1/4 and the slope 2(c − 1/4), so that each step leaves
 * 4/5 of the way: c = (1 − 0.8^k)/4. */
static void the_share_step_by_step(void **state) {
    (void)state;
    double J, measured, share, left = 1;
    assert_ok(gw_learner_share_cost(&Y, 0.5, &J));
    assert_close(J, 0.25, 0, 0);
    assert_ok(gw_learner_share_cost(&Y, 0.25, &J));
    assert_close(J, (6 * 0.0625 + 2 * 0.5625) / 8, 0, 1e-16);
    for (int steps = 0; steps < 60; steps++, left *= 0.8) {
        assert_ok(gw_learner_share(&Y, steps, &share));
        assert_close(share, (1 - left) / 4, 0, 1e-15);
        assert_ok(gw_learner_share_measured(&Y, steps, &measured));
        assert_close(measured, share, 0, 1e-12); /* a square's central difference is exact */
    }
}

/* The slopes of each kind are those of its cost, measured. */
static void slopes_are_those_of_the_cost(void **state) {
    (void)state;
    static const double AT[][2] = {{0, 0}, {-2, -1}, {1.5, 0.5}, {-0.3, 2}};
    const double h = 1e-5;
    for (int kind = 0; kind < GW_LEARNER_KINDS; kind++)
        for (int k = 0; k < 4; k++) {
            double w = AT[k][0], b = AT[k][1], dw, db, low, high;
            assert_ok(gw_learner_slopes((gw_learner_kind)kind, &T, &Y, w, b, &dw, &db));
            assert_ok(gw_learner_cost((gw_learner_kind)kind, &T, &Y, w - h, b, &low));
            assert_ok(gw_learner_cost((gw_learner_kind)kind, &T, &Y, w + h, b, &high));
            assert_close(dw, (high - low) / (2 * h), 1e-8, 1e-9);
            assert_ok(gw_learner_cost((gw_learner_kind)kind, &T, &Y, w, b - h, &low));
            assert_ok(gw_learner_cost((gw_learner_kind)kind, &T, &Y, w, b + h, &high));
            assert_close(db, (high - low) / (2 * h), 1e-8, 1e-9);
        }
}

/* A line ends where the normal equations say: w = Σ(t − t̄)(y − ȳ)/Σ(t − t̄)². */
static void a_line_ends_at_least_squares(void **state) {
    (void)state;
    double start[] = {3, -3}, mean_t = 0, mean_y = 0, tt = 0, ty = 0;
    gw_matrix parameters = {1, 2, 2, start};
    int32_t steps;
    for (int i = 0; i < 8; i++) {
        mean_t += TEMPERATURE[i] / 8;
        mean_y += DAMAGED[i] / 8;
    }
    for (int i = 0; i < 8; i++) {
        tt += (TEMPERATURE[i] - mean_t) * (TEMPERATURE[i] - mean_t);
        ty += (TEMPERATURE[i] - mean_t) * (DAMAGED[i] - mean_y);
    }
    assert_ok(gw_learner_descend(GW_LEARNER_LINE, &T, &Y, 0.5, 0, 500, &parameters, &steps));
    assert_int_equal(steps, 500);
    assert_close(start[0], ty / tt, 1e-12, 0);
    assert_close(start[1], mean_y - ty / tt * mean_t, 1e-12, 0);
}

/* It stops at the first change below ε, and not before; most = 0 leaves the start. */
static void the_stop_rule(void **state) {
    (void)state;
    double at[] = {0, 0}, before, after;
    gw_matrix parameters = {1, 2, 2, at};
    int32_t steps, one;
    assert_ok(gw_learner_descend(GW_LEARNER_LOG_LOSS, &T, &Y, 1, 1, 0, &parameters, &steps));
    assert_int_equal(steps, 0);
    assert_close(at[0], 0, 0, 0);
    assert_ok(gw_learner_descend(GW_LEARNER_LOG_LOSS, &T, &Y, 1, 1e-3, 900, &parameters, &steps));
    assert_true(steps > 2 && steps < 900);
    double again[] = {0, 0};
    gw_matrix slowly = {1, 2, 2, again};
    assert_ok(gw_learner_cost(GW_LEARNER_LOG_LOSS, &T, &Y, 0, 0, &after));
    for (int32_t k = 1; k <= steps; k++) {
        before = after;
        assert_ok(gw_learner_descend(GW_LEARNER_LOG_LOSS, &T, &Y, 1, 0, 1, &slowly, &one));
        assert_int_equal(one, 1);
        assert_ok(gw_learner_cost(GW_LEARNER_LOG_LOSS, &T, &Y, again[0], again[1], &after));
        assert_int_equal(fabs(after - before) < 1e-3, k == steps);
    }
    assert_close(again[0], at[0], 0, 0);
    assert_close(again[1], at[1], 0, 0);
}

/* All examples at once go the way of one after the other. */
static void training_is_the_same_descent(void **state) {
    (void)state;
    double z[8], dz[8], dw, w = 55, b, at[] = {0, 0};
    gw_matrix Z = {1, 8, 8, z}, dZ = {1, 8, 8, dz}, W = {1, 1, 1, &w}, dW = {1, 1, 1, &dw},
              parameters = {1, 2, 2, at};
    int32_t taken;
    for (int steps = 0; steps <= 40; steps += 20) {
        at[0] = at[1] = 0;
        assert_ok(
            gw_learner_descend(GW_LEARNER_LOG_LOSS, &T, &Y, 2, 0, steps, &parameters, &taken));
        assert_ok(gw_learner_train(&T, &Y, 2, steps, &Z, &dZ, &dW, &W, &b));
        assert_close(w, at[0], 1e-13, 0);
        assert_close(b, at[1], 1e-13, 0);
    }
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double x = 7, at[] = {7, 7}, wide[16] = {0};
    gw_matrix parameters = {1, 2, 2, at}, tall = {8, 1, 1, wide}, few = {1, 7, 8, TEMPERATURE};
    int32_t steps = 7;
    assert_int_equal(gw_learner_share_cost(NULL, 0, &x), GW_NULL);
    assert_int_equal(gw_learner_share_cost(&Y, 0, NULL), GW_NULL);
    assert_int_equal(gw_learner_share_cost(&tall, 0, &x), GW_SHAPE);
    assert_int_equal(gw_learner_share(&Y, -1, &x), GW_RANGE);
    assert_int_equal(gw_learner_share(&Y, 1, NULL), GW_NULL);
    assert_int_equal(gw_learner_share_measured(&Y, -1, &x), GW_RANGE);
    assert_int_equal(gw_learner_share_measured(NULL, 1, &x), GW_NULL);
    assert_int_equal(gw_learner_cost(GW_LEARNER_KINDS, &T, &Y, 0, 0, &x), GW_RANGE);
    assert_int_equal(gw_learner_cost(GW_LEARNER_LINE, &few, &Y, 0, 0, &x), GW_SHAPE);
    assert_int_equal(gw_learner_slopes(GW_LEARNER_LINE, &T, NULL, 0, 0, &x, &x), GW_NULL);
    assert_int_equal(gw_learner_slopes(GW_LEARNER_LINE, &T, &Y, 0, 0, &x, NULL), GW_NULL);
    static const double BAD[] = {0, -1, NAN};
    for (int i = 0; i < 3; i++)
        assert_int_equal(
            gw_learner_descend(GW_LEARNER_LINE, &T, &Y, BAD[i], 0, 9, &parameters, &steps),
            GW_RANGE);
    assert_int_equal(gw_learner_descend(GW_LEARNER_LINE, &T, &Y, 1, -1, 9, &parameters, &steps),
                     GW_RANGE);
    assert_int_equal(gw_learner_descend(GW_LEARNER_LINE, &T, &Y, 1, 0, -1, &parameters, &steps),
                     GW_RANGE);
    assert_int_equal(gw_learner_descend(GW_LEARNER_LINE, &T, &Y, 1, 0, 9, &few, &steps), GW_SHAPE);
    assert_int_equal(gw_learner_descend(GW_LEARNER_LINE, &T, &Y, 100, 0, 900, &parameters, &steps),
                     GW_NOT_FINITE); /* it diverges */
    assert_int_equal(gw_learner_train(&T, &Y, 0, 9, &tall, &tall, &tall, &tall, &x), GW_RANGE);
    assert_int_equal(gw_learner_train(&T, &Y, 1, 9, &tall, &tall, &tall, &tall, &x), GW_SHAPE);
    assert_int_equal(gw_learner_train(&T, &Y, 1, 9, &tall, &tall, &tall, &tall, NULL), GW_NULL);
    assert_close(x, 7, 0, 0);
    assert_int_equal(steps, 7);
    assert_close(at[0], 7, 0, 0);
    assert_close(at[1], 7, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_share_step_by_step),
        cmocka_unit_test(slopes_are_those_of_the_cost),
        cmocka_unit_test(a_line_ends_at_least_squares),
        cmocka_unit_test(the_stop_rule),
        cmocka_unit_test(training_is_the_same_descent),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("learner", tests, NULL, NULL);
}
