#include "derivative.h"
#include "test.h"

/* By hand: 3x rises 3 for 1; x² from 1 to 3 rises 8 over 2. */
static void known_slopes(void **state) {
    (void)state;
    double s;
    assert_ok(gw_derivative_secant(1, 1, 3, 9, &s));
    assert_close(s, 4, 0, 0);
    assert_ok(gw_derivative_secant(3, 9, 1, 1, &s)); /* the same line, from its other end */
    assert_close(s, 4, 0, 0);
    assert_ok(gw_derivative_forward(4, 6.25, 0.5, &s)); /* x² at 2 */
    assert_close(s, 4.5, 0, 0);
    assert_ok(gw_derivative_forward(4, 2.25, -0.5, &s)); /* backward */
    assert_close(s, 3.5, 0, 0);
    assert_ok(gw_derivative_central(2.25, 6.25, 0.5, &s));
    assert_close(s, 4, 0, 0);
    assert_ok(gw_derivative_central(6.25, 2.25, -0.5, &s));
    assert_close(s, 4, 0, 0);
}

static double power(double x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
}

/* A difference of order p is exact on polynomials up to degree p, and on the
 * next one wrong by exactly its leading term: h, h², −h⁴/4 (f⁽⁵⁾/480 = 1/4). */
static void each_difference_is_exact_to_its_degree(void **state) {
    (void)state;
    const double x = 1.5, h = 0.5;
    double s;
    for (int n = 0; n <= 5; n++) {
        double slope = n == 0 ? 0 : n * power(x, n - 1);
        assert_ok(gw_derivative_extrapolated(power(x - h, n), power(x - h / 2, n),
                                             power(x + h / 2, n), power(x + h, n), h, &s));
        assert_close(s, n == 5 ? slope - power(h, 4) / 4 : slope, 8 * DBL_EPSILON, 0);
        assert_ok(gw_derivative_central(power(x - h, n), power(x + h, n), h, &s));
        if (n <= 3)
            assert_close(s, n == 3 ? slope + h * h : slope, 4 * DBL_EPSILON, 0);
        assert_ok(gw_derivative_forward(power(x, n), power(x + h, n), h, &s));
        if (n <= 2)
            assert_close(s, n == 2 ? slope + h : slope, 4 * DBL_EPSILON, 0);
    }
}

static void no_step_has_no_slope(void **state) {
    (void)state;
    double s = 9;
    assert_int_equal(gw_derivative_secant(2, 1, 2, 5, &s), GW_DOMAIN);
    assert_int_equal(gw_derivative_forward(1, 2, 0, &s), GW_DOMAIN);
    assert_int_equal(gw_derivative_central(1, 2, 0, &s), GW_DOMAIN);
    assert_int_equal(gw_derivative_extrapolated(1, 2, 3, 4, 0, &s), GW_DOMAIN);
    assert_int_equal(gw_derivative_forward(NAN, 2, 1, &s), GW_NOT_FINITE);
    assert_int_equal(gw_derivative_forward(1, 2, INFINITY, &s), GW_NOT_FINITE);
    assert_int_equal(gw_derivative_central(-1e308, 1e308, 1e-3, &s), GW_NOT_FINITE);
    assert_int_equal(gw_derivative_extrapolated(1, 2, NAN, 4, 1, &s), GW_NOT_FINITE);
    assert_int_equal(gw_derivative_secant(1, 1, 2, 2, NULL), GW_NULL);
    assert_close(s, 9, 0, 0);
}

static void the_tangent_and_its_angle(void **state) {
    (void)state;
    assert_close(gw_derivative_tangent(2, 4, 4, 2), 4, 0, 0);
    assert_close(gw_derivative_tangent(2, 4, 4, 3), 8, 0, 0);
    assert_close(gw_derivative_tangent(2, 4, 4, 1), 0, 0, 0);
    assert_close(gw_derivative_angle(1), 0.78539816339744830962, DBL_EPSILON, 0); /* π/4 */
    assert_close(gw_derivative_angle(-sqrt(3)), -1.0471975511965977462, DBL_EPSILON, 0);
    assert_close(gw_derivative_angle(0), 0, 0, 0);
}

/* Known by hand, and smallest there: a step on either side bounds worse. */
static void the_best_h_has_the_smallest_bound(void **state) {
    (void)state;
    double h, bound, near;
    assert_ok(gw_derivative_best_h(GW_FORWARD, 1e-16, 4, &h));
    assert_close(h, 1e-8, 1e-14, 0);
    assert_ok(gw_derivative_best_h(GW_CENTRAL, 9e-18, 1, &h));
    assert_close(h, 3e-6, 1e-14, 0);
    assert_ok(gw_derivative_bound(GW_FORWARD, 0.5, 0.25, 3, &bound));
    assert_close(bound, 0.75 + 1, 4 * DBL_EPSILON, 0);
    assert_ok(gw_derivative_bound(GW_CENTRAL, 0.5, 0.25, 6, &bound));
    assert_close(bound, 0.25 + 0.5, 4 * DBL_EPSILON, 0);
    assert_ok(gw_derivative_bound(GW_EXTRAPOLATED, 0.5, 0.25, 480, &bound));
    assert_close(bound, 0.0625 + 1.5, 4 * DBL_EPSILON, 0);
    for (int kind = 0; kind < GW_DIFFERENCES; kind++)
        for (double bend = 1e-3; bend < 1e4; bend *= 31) {
            assert_ok(gw_derivative_best_h((gw_difference)kind, 1e-16, bend, &h));
            assert_ok(gw_derivative_bound((gw_difference)kind, h, 1e-16, bend, &bound));
            for (double factor = 0.99; factor < 1.02; factor += 0.02) {
                assert_ok(gw_derivative_bound((gw_difference)kind, factor * h, 1e-16, bend, &near));
                assert_true(near > bound);
            }
        }
}

static void bad_bounds_are_refused(void **state) {
    (void)state;
    double out = 9;
    assert_int_equal(gw_derivative_best_h(GW_CENTRAL, 1e-16, 0, &out), GW_DOMAIN);
    assert_int_equal(gw_derivative_best_h(GW_DIFFERENCES, 1e-16, 1, &out), GW_RANGE);
    assert_int_equal(gw_derivative_best_h(GW_CENTRAL, -1, 1, &out), GW_RANGE);
    assert_int_equal(gw_derivative_best_h(GW_CENTRAL, 1, NAN, &out), GW_RANGE);
    assert_int_equal(gw_derivative_best_h(GW_CENTRAL, 1, 1, NULL), GW_NULL);
    assert_int_equal(gw_derivative_bound(GW_CENTRAL, 0, 1, 1, &out), GW_RANGE);
    assert_int_equal(gw_derivative_bound(GW_CENTRAL, 1, 1, -1, &out), GW_RANGE);
    assert_int_equal(gw_derivative_bound(GW_DIFFERENCES, 1, 1, 1, &out), GW_RANGE);
    assert_int_equal(gw_derivative_bound(GW_CENTRAL, 1, 1, 1, NULL), GW_NULL);
    assert_close(out, 9, 0, 0);
}

/* 5·h³ exactly, in no order; and a fit that no line goes through: (1, 1), (e, 1),
 * (e², e³) has slope 3/2. */
static void the_order_of_a_power(void **state) {
    (void)state;
    double h[] = {0.1, 0.4, 0.02, 7}, e[4], order = 9;
    for (int i = 0; i < 4; i++)
        e[i] = 5 * h[i] * h[i] * h[i];
    gw_matrix H = {1, 4, 4, h}, E = {1, 4, 4, e};
    assert_ok(gw_derivative_order(&H, &E, &order));
    assert_close(order, 3, 1e-14, 0);
    double bent_h[] = {1, exp(1), exp(2)}, bent_e[] = {1, 1, exp(3)};
    gw_matrix BH = {1, 3, 3, bent_h}, BE = {1, 3, 3, bent_e};
    assert_ok(gw_derivative_order(&BH, &BE, &order));
    assert_close(order, 1.5, 1e-14, 0);

    order = 9;
    assert_int_equal(gw_derivative_order(&H, &BE, &order), GW_SHAPE);
    assert_int_equal(gw_derivative_order(&H, &E, NULL), GW_NULL);
    e[2] = 0;
    assert_int_equal(gw_derivative_order(&H, &E, &order), GW_DOMAIN);
    e[2] = NAN;
    assert_int_equal(gw_derivative_order(&H, &E, &order), GW_NOT_FINITE);
    double same[] = {0.1, 0.1, 0.1};
    gw_matrix S = {1, 3, 3, same};
    assert_int_equal(gw_derivative_order(&S, &BE, &order), GW_SINGULAR);
    assert_close(order, 9, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_slopes),
        cmocka_unit_test(each_difference_is_exact_to_its_degree),
        cmocka_unit_test(no_step_has_no_slope),
        cmocka_unit_test(the_tangent_and_its_angle),
        cmocka_unit_test(the_best_h_has_the_smallest_bound),
        cmocka_unit_test(bad_bounds_are_refused),
        cmocka_unit_test(the_order_of_a_power),
    };
    return cmocka_run_group_tests_name("derivative", tests, NULL, NULL);
}
