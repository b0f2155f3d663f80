#include "cholesky.h"
#include "test.h"

/* L chosen first, H = L Lᵀ multiplied out by hand; x chosen, r = H x. */
static void factors_and_solves_by_hand(void **state) {
    (void)state;
    double h[] = {4, 2, -2, 2, 10, 5, -2, 5, 14}, l[9], r[] = {4, 31, 50}, x[3];
    gw_matrix H = {3, 3, 3, h}, L = {3, 3, 3, l}, R = {3, 1, 1, r}, X = {3, 1, 1, x};
    assert_ok(gw_cholesky_factor(&H, &L));
    static const double FACTOR[] = {2, 0, 0, 1, 3, 0, -1, 2, 3};
    for (int i = 0; i < 9; i++)
        assert_close(l[i], FACTOR[i], 4 * DBL_EPSILON, 0);
    r[0] = 4 * 1 + 2 * 2 - 2 * 3, r[1] = 2 * 1 + 10 * 2 + 5 * 3, r[2] = -2 * 1 + 5 * 2 + 14 * 3;
    assert_ok(gw_cholesky_solve(&L, &R, &X));
    for (int i = 0; i < 3; i++)
        assert_close(x[i], i + 1, 32 * DBL_EPSILON, 0);
    assert_ok(gw_cholesky_solve(&L, &R, &R)); /* in place */
    assert_close(r[2], 3, 32 * DBL_EPSILON, 0);
}

/* Only the lower triangle of H counts, and the stride is respected. */
static void reads_the_lower_triangle(void **state) {
    (void)state;
    double h[] = {4, 99, 77, 2, 10, 77}, l[] = {5, 5, 55, 5, 5, 55};
    gw_matrix H = {2, 2, 3, h}, L = {2, 2, 3, l};
    assert_ok(gw_cholesky_factor(&H, &L));
    static const double EXPECTED[] = {2, 0, 55, 1, 3, 55};
    for (int i = 0; i < 6; i++)
        assert_close(l[i], EXPECTED[i], 0, 0);
}

static void singular_is_a_status(void **state) {
    (void)state;
    double same[] = {1, 1, 1, 1}, negative[] = {1, 2, 2, 1}, nan[] = {NAN, 0, 0, 1}, l[4];
    double near[] = {1, 1, 1, 1 + DBL_EPSILON}, zero[] = {1, 0, 1, 0}, r[] = {9, 9};
    gw_matrix H = {2, 2, 2, same}, L = {2, 2, 2, l}, R = {2, 1, 1, r};
    assert_int_equal(gw_cholesky_factor(&H, &L), GW_SINGULAR);
    H.data = negative;
    assert_int_equal(gw_cholesky_factor(&H, &L), GW_SINGULAR);
    H.data = nan;
    assert_int_equal(gw_cholesky_factor(&H, &L), GW_SINGULAR);
    H.data = near; /* apart by rounding only */
    assert_int_equal(gw_cholesky_factor(&H, &L), GW_SINGULAR);
    L.data = zero;
    assert_int_equal(gw_cholesky_solve(&L, &R, &R), GW_SINGULAR);
    assert_close(r[0], 9, 0, 0);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double h[] = {4, 2, 2, 10}, l[] = {9, 9, 9, 9}, r[] = {9, 9};
    gw_matrix H = {2, 2, 2, h}, L = {2, 2, 2, l}, wide = {1, 2, 2, r};
    assert_int_equal(gw_cholesky_factor(&wide, &L), GW_SHAPE);
    assert_int_equal(gw_cholesky_factor(&H, &wide), GW_SHAPE);
    assert_int_equal(gw_cholesky_factor(&H, NULL), GW_NULL);
    assert_int_equal(gw_cholesky_factor(NULL, &L), GW_NULL);
    assert_int_equal(gw_cholesky_solve(&L, &wide, &wide), GW_SHAPE);
    assert_int_equal(gw_cholesky_solve(&L, NULL, &wide), GW_NULL);
    assert_close(l[0], 9, 0, 0);
    assert_close(r[0], 9, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(factors_and_solves_by_hand),
        cmocka_unit_test(reads_the_lower_triangle),
        cmocka_unit_test(singular_is_a_status),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("cholesky", tests, NULL, NULL);
}
