/* Formulas in x and y; those in x are tested by tests/lua/formula_spec.lua. */
#include "derivative.h"
#include "formula.h"
#include "test.h"

#include <string.h>

static gw_status at(const gw_formula *f, double x, double y, double *J, double *dx, double *dy) {
    double p[2] = {x, y}, d[2] = {NAN, NAN};
    const gw_matrix P = {2, 1, 1, p};
    gw_matrix dP = {2, 1, 1, d};
    gw_status status = gw_formula_plane(f, &P, &dP, J);
    *dx = d[0];
    *dy = d[1];
    return status;
}

/* The slopes are those of the value, along x and along y, by differences. */
static void slopes_are_those_of_the_value(void **state) {
    (void)state;
    static const char *const TEXT[] = {
        "x^2 + 3*x*y - y^3/2",  "x^y + y^x", "sin(x*y)/y + exp(-x)*ln(y)",
        "sigmoid(x - 2*y)^2",   "y",         "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        "sqrt(x + y)/(1 + x^2)"};
    static gw_formula f;
    gw_random rng;
    gw_random_seed(&rng, 1);
    for (size_t k = 0; k < sizeof TEXT / sizeof *TEXT; k++) {
        assert_ok(gw_formula_read_plane(TEXT[k], &f));
        for (int i = 0; i < 50; i++) {
            double x = 0.5 + 2 * gw_random_uniform(&rng), y = 0.5 + 2 * gw_random_uniform(&rng);
            double J, dx, dy, unused, values[8], slope, h = 1e-3;
            assert_ok(at(&f, x, y, &J, &dx, &dy));
            for (int along = 0; along < 2; along++) {
                static const double STEP[] = {-1, -0.5, 0.5, 1};
                for (int s = 0; s < 4; s++)
                    assert_ok(at(&f, x + (along == 0) * h * STEP[s], y + (along == 1) * h * STEP[s],
                                 &values[s], &unused, &unused));
                assert_ok(gw_derivative_extrapolated(values[0], values[1], values[2], values[3], h,
                                                     &slope));
                assert_close(along ? dy : dx, slope, 1e-9, 1e-9);
            }
        }
    }
}

static void a_value_is_the_formulas(void **state) {
    (void)state;
    static gw_formula f;
    double J, dx, dy;
    assert_ok(gw_formula_read_plane("x^2 \xc2\xb7 y \xe2\x88\x92 2*y", &f));
    assert_ok(at(&f, 3, 5, &J, &dx, &dy));
    assert_true(J == 35 && dx == 30 && dy == 7);
}

static void what_has_no_value_is_said(void **state) {
    (void)state;
    static gw_formula f;
    double J, dx, dy;
    assert_int_equal(gw_formula_read("x + y", &f), GW_DOMAIN);
    assert_string_equal(f.problem, "\xc2\xaby\xc2\xbb is no name known here; the variable is x:");
    assert_int_equal(gw_formula_read_plane("x + z", &f), GW_DOMAIN);
    assert_string_equal(f.problem,
                        "\xc2\xabz\xc2\xbb is no name known here; the variables are x and y:");
    assert_int_equal(f.place, 4);
    assert_ok(gw_formula_read_plane("ln(x) + abs(y)", &f));
    assert_int_equal(at(&f, -1, 1, &J, &dx, &dy), GW_NOT_FINITE);
    assert_int_equal(at(&f, 1, 0, &J, &dx, &dy), GW_NOT_FINITE); /* a corner has no slope */
    assert_ok(at(&f, 1, -2, &J, &dx, &dy));
    assert_true(J == 2 && dx == 1 && dy == -1);
    assert_int_equal(gw_formula_plane(&f, NULL, NULL, &J), GW_NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slopes_are_those_of_the_value),
        cmocka_unit_test(a_value_is_the_formulas),
        cmocka_unit_test(what_has_no_value_is_said),
    };
    return cmocka_run_group_tests_name("formula", tests, NULL, NULL);
}
