/* What is wrong in one place, or in another place than it should be. */
#include "diagnosed.h"

static void right_numbers_in_wrong_places(void **state) {
    (void)state;
    patient p = healthy();
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = p.right[i % ROWS * COLS + i / ROWS];
    assert_named(p, "transposed");
    const int by[] = {COLS, SIZE - COLS}; /* rows, down and up */
    for (int k = 0; k < 2; k++) {
        for (int i = 0; i < SIZE; i++)
            p.wrong[i] = p.right[(i + by[k]) % SIZE];
        assert_named(p, "shifted");
    }
    for (int k = 1; k < COLS; k++) { /* columns, left and right */
        for (int i = 0; i < SIZE; i++)
            p.wrong[i] = p.right[i / COLS * COLS + (i + k) % COLS];
        assert_named(p, "shifted");
    }
    for (int i = 0; i < SIZE; i++)
        p.wrong[i] = p.right[SIZE - 1 - i];
    assert_named(p, "shifted");
    p.wrong[0] += 1e-3; /* a near miss is not named */
    assert_named(p, "unknown");
    for (int i = 0; i < SIZE; i++) /* a place that nobody knows */
        p.wrong[i] = p.right[i * 5 % SIZE];
    assert_named(p, "unknown");
}

static void one_place_only(void **state) {
    (void)state;
    patient p = healthy();
    p.wrong[7] *= 1.01;
    assert_named(p, "single-entry");
    assert_close(p.list[0].factor, 1, 0, 0);
    assert_non_null(strstr(p.list[0].text, "[3,2]"));
    p = healthy();
    for (int j = 0; j < COLS; j++)
        p.wrong[COLS + j] = 0;
    assert_named(p, "single-entry");
    assert_non_null(strstr(p.list[0].text, "row 2"));
    p = healthy();
    for (int i = 0; i < ROWS; i++)
        p.wrong[i * COLS + 2] += 1;
    assert_named(p, "single-entry");
    assert_non_null(strstr(p.list[0].text, "column 3"));
    p.wrong[0] += 1; /* a column and one more */
    assert_named(p, "unknown");
    for (int rows = 1; rows <= SIZE; rows += SIZE - 1) { /* a vector is no row of itself */
        p = healthy();
        p.rows = rows;
        p.wrong[3] += 1;
        assert_named(p, "single-entry");
        p.wrong[5] += 1;
        assert_named(p, "unknown");
    }
}

/* A cost with a corner at θ[0] = its value in healthy(), of slopes −1 and 1 more. */
static double cornered(const double *theta) {
    return cost(theta) + fabs(theta[0] - 0.8 * cos(1));
}

static void a_corner_is_told_by_its_slopes(void **state) {
    (void)state;
    patient p = healthy();
    p.wrong[0] = p.right[0] + 2;
    assert_int_equal(examine(&p, cornered), GW_FAIL);
    assert_string_equal(p.list[0].key, "single-entry");
    assert_non_null(strstr(p.list[0].text, "and the slopes end at"));
}

/* J = Σ exp(θ_i): all slopes but the first two vanish for θ_i = −800. */
static double few_alive(const double *theta) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++)
        sum += exp(theta[i]);
    return sum;
}

/* Entries that are 0 have no vote: one wrong entry beside them is one, not a factor. */
static void zeros_have_no_vote(void **state) {
    (void)state;
    patient p = healthy();
    for (int i = 0; i < SIZE; i++) {
        p.theta[i] = i == 4 ? 0.3 : -800;
        p.wrong[i] = exp(p.theta[i]) * (i == 4 ? 1.07 : 1);
    }
    assert_int_equal(examine(&p, few_alive), GW_FAIL);
    assert_string_equal(p.list[0].key, "single-entry");
    assert_non_null(strstr(p.list[0].text, "1.07 times"));
    p.wrong[4] = exp(p.theta[4]) * (1 + 1e-6); /* and the error is told, not «1 times» */
    assert_int_equal(examine(&p, few_alive), GW_FAIL);
    assert_string_equal(p.list[0].key, "single-entry");
    assert_non_null(strstr(p.list[0].text, "off by 1e-06 of itself"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_numbers_in_wrong_places),
        cmocka_unit_test(one_place_only),
        cmocka_unit_test(a_corner_is_told_by_its_slopes),
        cmocka_unit_test(zeros_have_no_vote),
    };
    return cmocka_run_group_tests_name("diagnosis_places", tests, NULL, NULL);
}
