#include "diagnosed.h"

static void a_right_gradient_has_no_name(void **state) {
    (void)state;
    patient p = healthy();
    assert_int_equal(examine(&p, cost), GW_PASS);
    assert_int_equal(p.count, 0);
}

static void factors_are_read(void **state) {
    (void)state;
    const struct {
        double by;
        const char *key;
    } reading[] = {{-1, "sign"},
                   {EXAMPLES, "missing-mean"},
                   {1.0 / EXAMPLES, "double-mean"},
                   {EXAMPLES / (EXAMPLES - 1.0), "mean-over-m-minus-1"},
                   {2, "scale"},
                   {0.5, "scale"},
                   {3.7, "scale"},
                   {-2, "scale"}};
    for (size_t k = 0; k < sizeof reading / sizeof *reading; k++) {
        patient p = healthy();
        scale(&p, reading[k].by);
        assert_named(p, reading[k].key);
        assert_close(p.list[0].factor, reading[k].by, 1e-6, 0);
        assert_int_equal(p.count, reading[k].by == 2 ? 2 : 1);
    }
}

/* Twice as much has two readings, and both are told. */
static void a_buffer_added_up_is_named_beside_a_factor(void **state) {
    (void)state;
    patient p = healthy();
    scale(&p, 2);
    assert_named(p, "scale");
    assert_string_equal(p.list[1].key, "accumulated");
}

/* A factor near m is none of m, and m unknown is nobody's. */
static void factors_nearby_are_not_read(void **state) {
    (void)state;
    const double by[] = {EXAMPLES + 0.1, 1 / (EXAMPLES - 0.1),       -1.001, 1.999,
                         0.501,          EXAMPLES / (EXAMPLES - 2.0)};
    for (size_t k = 0; k < sizeof by / sizeof *by; k++) {
        patient p = healthy();
        scale(&p, by[k]);
        assert_named(p, "scale");
        assert_int_equal(p.count, 1);
        assert_close(p.list[0].factor, by[k], 1e-6, 0);
    }
    patient p = healthy();
    p.examples = 0;
    scale(&p, EXAMPLES);
    assert_named(p, "scale");
}

static void zeros_and_nan(void **state) {
    (void)state;
    patient p = healthy();
    scale(&p, 0);
    assert_named(p, "zero");
    p.wrong[3] = p.right[3]; /* one is there: not zero, and not one row only either */
    assert_named(p, "unknown");
    p = healthy();
    p.wrong[5] = NAN;
    assert_named(p, "nan");
    assert_close(p.list[0].factor, 1, 0, 0);
    p.wrong[6] = INFINITY;
    assert_named(p, "nan");
    assert_close(p.list[0].factor, 2, 0, 0);
}

static void a_regulariser_too_few_or_too_many(void **state) {
    (void)state;
    patient p = healthy();
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = p.right[i] - LAMBDA * p.theta[i];
    assert_named(p, "regulariser-missing");
    assert_close(p.list[0].factor, LAMBDA, 1e-6, 0);
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = p.right[i] + 0.2 * p.theta[i];
    p.name = "b";
    assert_named(p, "regulariser-on-bias");
    assert_close(p.list[0].factor, 0.2, 1e-6, 0);
    p.wrong[4] += 1e-4;
    assert_named(p, "unknown");
}

/* Where all θ are alike a constant too many is no regulariser. */
static void a_constant_is_no_regulariser(void **state) {
    (void)state;
    patient p = healthy();
    for (int i = 0; i < SIZE; i++) {
        p.theta[i] = 0.5;
        p.right[i] = factor(i) * cos(p.theta[i] + i) + LAMBDA * p.theta[i];
        p.wrong[i] = p.right[i] + 0.1;
    }
    assert_named(p, "unknown");
}

static void right_to_some_digits_is_said(void **state) {
    (void)state;
    patient p = healthy();
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = p.right[i] * (1 + 2e-7 * sin(2 * i + 1));
    assert_named(p, "few-digits");
    assert_non_null(strstr(p.list[0].text, "agrees to 6 digits"));
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = (float)p.right[i];
    assert_named(p, "single-precision");
    p.wrong[7] *= 1.01; /* one that is wrong is told beside those */
    assert_named(p, "single-entry");
    for (int i = 0; i < SIZE; i++) /* and what is wrong with all of them */
        p.wrong[i] = -p.right[i] * (1 + 2e-7 * sin(2 * i + 1));
    assert_named(p, "sign");
}

/* A table of exp with so many pieces to the unit is part of the cost. */
static double pieces;

static double tabulated(const double *theta) {
    double u = theta[0] * pieces, i = floor(u), a = u - i;
    return cost(theta) + (1 - a) * exp(i / pieces) + a * exp((i + 1) / pieces);
}

static void a_table_of_many_million_pieces_agrees_to_digits(void **state) {
    (void)state;
    int failed = 0;
    for (int k = 0; k < 100; k++) {
        patient p = healthy();
        pieces = pow(10, 6 + 0.03 * k);
        double i = floor(p.theta[0] * pieces);
        p.wrong[0] += exp(i / pieces) * expm1(1 / pieces) * pieces;
        if (examine(&p, tabulated) != GW_FAIL)
            continue;
        assert_string_equal(p.list[p.count - 1].key, "few-digits");
        assert_non_null(strstr(p.list[p.count - 1].text, "from a table"));
        failed++;
    }
    assert_true(failed > 0);
}

static double tiny(const double *theta) {
    return 1e-200 * cost(theta);
}

/* With slopes of 1e-200 sums of squares vanish. */
static void names_are_found_at_any_scale(void **state) {
    (void)state;
    patient p = healthy();
    scale(&p, -1e-200);
    assert_int_equal(examine(&p, tiny), GW_FAIL);
    assert_string_equal(p.list[0].key, "sign");
}

/* With two examples a half has two readings. */
static void a_half_of_two_examples_is_a_tie(void **state) {
    (void)state;
    patient p = healthy();
    p.examples = 2;
    scale(&p, 0.5);
    assert_named(p, "double-mean");
    assert_int_equal(p.count, 2);
    assert_string_equal(p.list[1].key, "scale");
}

static void noise_is_not_a_mistake_of_the_gradient(void **state) {
    (void)state;
    patient p = healthy();
    assert_int_equal(examine(&p, noisy), GW_FAIL);
    assert_int_equal(p.count, 1);
    assert_string_equal(p.list[0].key, "not-a-function");
}

static void nonsense_is_unknown(void **state) {
    (void)state;
    patient p = healthy();
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = sin(3.0 * i);
    assert_named(p, "unknown");
    assert_int_equal(p.count, 1);
}

static void a_factor_is_read_as_the_step_size(void **state) {
    (void)state;
    patient p = healthy();
    p.alpha = 0.1;
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = 0.1 * p.right[i];
    assert_named(p, "scale");
    assert_string_equal(p.list[0].text,
                        "Every entry of dW is 0.1 times what it should be; α is 0.1: the "
                        "gradient is already multiplied by the learning rate.");
    p.examples = 10; /* a tie */
    assert_named(p, "double-mean");
    assert_string_equal(p.list[1].key, "scale");
    assert_non_null(strstr(p.list[1].text, "learning rate"));
    p.alpha = 0.2;
    assert_named(p, "double-mean");
    assert_int_equal(p.count, 1);
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = -0.2 * p.right[i];
    assert_named(p, "scale");
    assert_non_null(strstr(p.list[0].text, "learning rate, and by -1"));
}

/* The gradient of healthy() at another point. */
static void gradient_at(const double *theta, double *gradient) {
    for (int i = 0; i < SIZE; i++)
        gradient[i] = factor(i) * cos(theta[i] + i) + LAMBDA * theta[i];
}

static void of_other_parameters(void **state) {
    (void)state;
    patient p = healthy();
    gw_diagnosis found;
    int32_t holds;
    for (int k = 0; k < 9; k++) {
        double alpha = pow(10, -k), at[SIZE], off = k == 8 ? 0.9 * alpha : alpha;
        int after = k % 2;
        for (int i = 0; i < SIZE; i++)
            at[i] = p.theta[i] + (after ? -off : off) * p.right[i];
        gradient_at(at, p.wrong);
        gw_gradcheck *here = checked(&p, cost, p.theta, p.wrong);
        gw_gradcheck_entry e;
        for (int i = 0; i < SIZE; i++) {
            assert_ok(gw_gradcheck_entry_result(here, i, &e));
            at[i] = p.theta[i] + (after ? -alpha : alpha) * e.numeric;
        }
        gw_gradcheck *there = checked(&p, cost, at, p.wrong);
        assert_ok(gw_diagnose_update(here, there, 0, alpha, &found, &holds));
        assert_int_equal(holds, k < 8);
        if (holds) {
            assert_string_equal(found.key, "stale-parameters");
            assert_non_null(strstr(found.text, after ? "after an update" : "before an update"));
        }
        p.wrong[2] *= 1.001; /* not that alone */
        gw_gradcheck *wrong = checked(&p, cost, at, p.wrong);
        assert_ok(gw_diagnose_update(here, wrong, 0, alpha, &found, &holds));
        assert_int_equal(holds, 0);
        assert_int_equal(gw_diagnose_update(here, there, 1, alpha, &found, &holds), GW_RANGE);
        assert_int_equal(gw_diagnose_update(here, NULL, 0, alpha, &found, &holds), GW_NULL);
        free(here);
        free(there);
        free(wrong);
    }
    /* A right gradient is that of no other point. */
    gw_gradcheck *here = checked(&p, cost, p.theta, p.right);
    assert_ok(gw_diagnose_update(here, here, 0, 0.1, &found, &holds));
    assert_int_equal(holds, 0);
    free(here);
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    double memory[10000];
    const double theta[] = {3}, gradient[] = {6};
    gw_gradcheck_block block = {"x", 0, 1, 1};
    const gw_gradcheck_problem problem = {
        .size = 1, .blocks = 1, .theta = theta, .gradient = gradient, .block = &block};
    gw_gradcheck *check;
    gw_diagnosis list[GW_DIAGNOSES];
    int32_t count = 7;
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    assert_int_equal(gw_diagnose(NULL, 0, 0, 0, list, &count), GW_NULL);
    assert_int_equal(gw_diagnose(check, 0, 0, 0, NULL, &count), GW_NULL);
    assert_int_equal(gw_diagnose(check, 0, 0, 0, list, NULL), GW_NULL);
    assert_int_equal(gw_diagnose(check, 1, 0, 0, list, &count), GW_RANGE);
    assert_int_equal(gw_diagnose(check, -1, 0, 0, list, &count), GW_RANGE);
    assert_int_equal(count, 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_gradient_has_no_name),
        cmocka_unit_test(factors_are_read),
        cmocka_unit_test(a_buffer_added_up_is_named_beside_a_factor),
        cmocka_unit_test(factors_nearby_are_not_read),
        cmocka_unit_test(zeros_and_nan),
        cmocka_unit_test(a_regulariser_too_few_or_too_many),
        cmocka_unit_test(a_constant_is_no_regulariser),
        cmocka_unit_test(right_to_some_digits_is_said),
        cmocka_unit_test(a_table_of_many_million_pieces_agrees_to_digits),
        cmocka_unit_test(names_are_found_at_any_scale),
        cmocka_unit_test(a_half_of_two_examples_is_a_tie),
        cmocka_unit_test(noise_is_not_a_mistake_of_the_gradient),
        cmocka_unit_test(nonsense_is_unknown),
        cmocka_unit_test(a_factor_is_read_as_the_step_size),
        cmocka_unit_test(of_other_parameters),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests_name("diagnosis", tests, NULL, NULL);
}
