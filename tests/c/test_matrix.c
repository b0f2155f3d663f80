#include "matrix.h"
#include "test.h"

#include <string.h>

/* A 2×3 matrix in rows of 5, so that two numbers of each row are not its own. */
#define OUTSIDE 77.0
static const double WIDE[] = {1, 2, 3, OUTSIDE, OUTSIDE, 4, 5, 6, OUTSIDE, OUTSIDE};

static void assert_outside_untouched(const double *wide) {
    static const int PLACES[] = {3, 4, 8, 9};
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++)
        assert_close(wide[PLACES[i]], OUTSIDE, 0, 0);
}

static void shapes_are_checked(void **state) {
    (void)state;
    double data[6] = {0};
    assert_int_equal(gw_matrix_check(NULL), GW_NULL);
    assert_int_equal(gw_matrix_check(&(gw_matrix){2, 3, 3, NULL}), GW_NULL);
    assert_int_equal(gw_matrix_check(&(gw_matrix){0, 3, 3, data}), GW_SHAPE);
    assert_int_equal(gw_matrix_check(&(gw_matrix){2, 0, 3, data}), GW_SHAPE);
    assert_int_equal(gw_matrix_check(&(gw_matrix){-2, 3, 3, data}), GW_SHAPE);
    assert_int_equal(gw_matrix_check(&(gw_matrix){2, 3, 2, data}), GW_SHAPE);
    assert_ok(gw_matrix_check(&(gw_matrix){2, 3, 3, data}));
    assert_ok(gw_matrix_check(&(gw_matrix){1, 3, 900, data}));
    assert_ok(gw_matrix_check_shape(&(gw_matrix){2, 3, 3, data}, 2, 3));
    assert_int_equal(gw_matrix_check_shape(&(gw_matrix){2, 3, 3, data}, 3, 2), GW_SHAPE);
    assert_int_equal(gw_matrix_check_shape(NULL, 3, 2), GW_NULL);
}

static void only_its_own_numbers_must_be_finite(void **state) {
    (void)state;
    double data[10];
    memcpy(data, WIDE, sizeof WIDE);
    gw_matrix M = {2, 3, 5, data};
    data[3] = NAN;
    data[9] = INFINITY;
    assert_ok(gw_matrix_check_finite(&M));
    data[7] = -INFINITY;
    assert_int_equal(gw_matrix_check_finite(&M), GW_NOT_FINITE);
    data[7] = NAN;
    assert_int_equal(gw_matrix_check_finite(&M), GW_NOT_FINITE);
}

static void an_entry_far_out_is_where_it_should_be(void **state) {
    (void)state;
    /* Row 50,000 of rows of 50,000: its place is beyond an int32_t. Only the
     * address is computed. */
    double first = 0;
    gw_matrix M = {50001, 50000, 50000, &first};
    uintptr_t distance = (uintptr_t)gw_matrix_at(&M, 50000, 7) - (uintptr_t)M.data;
    assert_true(distance == (UINT64_C(50000) * 50000 + 7) * sizeof(double));
}

static void fill_copy_and_transpose(void **state) {
    (void)state;
    double data[10], packed[6], turned[10];
    memcpy(data, WIDE, sizeof WIDE);
    memcpy(turned, WIDE, sizeof WIDE);
    gw_matrix M = {2, 3, 5, data}, P = {2, 3, 3, packed}, T = {3, 2, 3, turned};
    assert_ok(gw_matrix_copy(&M, &P));
    for (int i = 0; i < 6; i++)
        assert_close(packed[i], i + 1, 0, 0);
    assert_ok(gw_matrix_transpose(&M, &T));
    static const double TURNED[] = {1, 4, 3, 2, 5, 4, 3, 6};
    for (int i = 0; i < 8; i++)
        assert_close(turned[i], TURNED[i], 0, 0);
    assert_ok(gw_matrix_fill(&M, -1));
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 3; j++)
            assert_close(data[5 * i + j], -1, 0, 0);
    assert_outside_untouched(data);
    assert_ok(gw_matrix_copy(&P, &M));
    assert_memory_equal(data, WIDE, sizeof WIDE);
}

static void an_update_adds_its_multiple(void **state) {
    (void)state;
    double data[10], step[] = {1, 1, 1, 2, 2, 2};
    memcpy(data, WIDE, sizeof WIDE);
    gw_matrix P = {2, 3, 5, data}, D = {2, 3, 3, step};
    assert_ok(gw_matrix_add_scaled(-0.5, &D, &P));
    static const double EXPECTED[] = {0.5, 1.5, 2.5, OUTSIDE, OUTSIDE, 3, 4, 5, OUTSIDE, OUTSIDE};
    for (int i = 0; i < 10; i++)
        assert_close(data[i], EXPECTED[i], 0, 0);
    assert_ok(gw_matrix_add_scaled(-1, &P, &P)); /* P − P */
    for (int i = 0; i < 3; i++)
        assert_close(data[i], 0, 0, 0);
    step[4] = INFINITY;
    assert_int_equal(gw_matrix_add_scaled(1, &D, &P), GW_NOT_FINITE);
}

static void product_by_hand(void **state) {
    (void)state;
    double a[10], b[] = {1, 2, 0, -1, 3, 1}, c[] = {OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE};
    memcpy(a, WIDE, sizeof WIDE);
    gw_matrix A = {2, 3, 5, a}, B = {3, 2, 2, b}, C = {2, 2, 2, c};
    assert_ok(gw_matrix_multiply(&A, &B, &C));
    /* (1 2 3; 4 5 6) (1 2; 0 −1; 3 1) */
    static const double EXPECTED[] = {10, 3, 22, 9};
    for (int i = 0; i < 4; i++)
        assert_close(c[i], EXPECTED[i], 0, 0);
}

static void map_applies_the_function(void **state) {
    (void)state;
    double data[10];
    memcpy(data, WIDE, sizeof WIDE);
    gw_matrix M = {2, 3, 5, data};
    assert_ok(gw_matrix_map(sqrt, &M, &M));
    assert_close(data[7], sqrt(6), 0, 0);
    assert_close(data[0], 1, 0, 0);
    assert_outside_untouched(data);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double a[6] = {1, 2, 3, 4, 5, 6}, b[6] = {7, 7, 7, 7, 7, 7};
    gw_matrix A = {2, 3, 3, a}, B = {3, 2, 2, b};
    assert_int_equal(gw_matrix_copy(&A, &B), GW_SHAPE);
    assert_int_equal(gw_matrix_add_scaled(1, &A, &B), GW_SHAPE);
    assert_int_equal(gw_matrix_map(sqrt, &A, &B), GW_SHAPE);
    assert_int_equal(gw_matrix_multiply(&A, &A, &B), GW_SHAPE);
    assert_int_equal(gw_matrix_multiply(&A, &B, &B), GW_SHAPE);
    assert_int_equal(gw_matrix_multiply(&A, &B, NULL), GW_NULL);
    B.rows = 2, B.cols = B.stride = 3;
    assert_int_equal(gw_matrix_transpose(&A, &B), GW_SHAPE);
    assert_int_equal(gw_matrix_fill(NULL, 0), GW_NULL);
    for (int i = 0; i < 6; i++)
        assert_close(b[i], 7, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_are_checked),
        cmocka_unit_test(only_its_own_numbers_must_be_finite),
        cmocka_unit_test(an_entry_far_out_is_where_it_should_be),
        cmocka_unit_test(fill_copy_and_transpose),
        cmocka_unit_test(an_update_adds_its_multiple),
        cmocka_unit_test(product_by_hand),
        cmocka_unit_test(map_applies_the_function),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("matrix", tests, NULL, NULL);
}
