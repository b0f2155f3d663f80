#include "antiderivative.h"
#include "test.h"

/* Areas by Gauss quadrature with 40-digit arithmetic: no F went into them. */
static void areas(void **state) {
    (void)state;
    static const struct {
        gw_integral which;
        double a, b, area;
    } KNOWN[] = {
        {GW_INTEGRAL_SIN, 0, 1, 0.39798197557725054404},
        {GW_INTEGRAL_SIN, -2, 0.5, 0.36160193367005332644},
        {GW_INTEGRAL_RECIPROCAL, 0, 2, 0.80471895621705018730},
        {GW_INTEGRAL_RECIPROCAL, 3, 6, -0.97295507452765665255},
        {GW_INTEGRAL_RECIPROCAL, -10, 2.4375, 2.6491586832740183387},
    };
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        double area;
        assert_ok(gw_antiderivative_definite(KNOWN[i].which, KNOWN[i].a, KNOWN[i].b, &area));
        assert_close(area, KNOWN[i].area, 8 * DBL_EPSILON, 0);
        assert_ok(gw_antiderivative_definite(KNOWN[i].which, KNOWN[i].b, KNOWN[i].a, &area));
        assert_close(area, -KNOWN[i].area, 8 * DBL_EPSILON, 0);
        assert_ok(gw_antiderivative_definite(KNOWN[i].which, KNOWN[i].a, KNOWN[i].a, &area));
        assert_close(area, 0, 0, 0);
    }
}

/* At points where sine, cosine and logarithm are known. */
static void integrands_and_substitutions(void **state) {
    (void)state;
    double f, F, u, du, g, G;
    const double x = -1.0 / 3; /* u = 0 */
    assert_ok(gw_antiderivative_integrand(GW_INTEGRAL_SIN, x, &f));
    assert_close(f, 0, 0, DBL_EPSILON);
    assert_ok(gw_antiderivative_value(GW_INTEGRAL_SIN, x, &F));
    assert_close(F, -1.0 / 3, DBL_EPSILON, 0);
    assert_ok(gw_antiderivative_integrand(GW_INTEGRAL_RECIPROCAL, 3, &f));
    assert_close(f, -1, 0, 0);
    assert_ok(gw_antiderivative_value(GW_INTEGRAL_RECIPROCAL, 3, &F)); /* ln|−1| = 0 */
    assert_close(F, 0, 0, 0);
    assert_ok(gw_antiderivative_substitution(GW_INTEGRAL_RECIPROCAL, 1.5, &u, &du, &g, &G));
    assert_close(u, 2, 0, 0);
    assert_close(du, -2, 0, 0);
    assert_close(g, 0.5, 0, 0);
    assert_close(G, 0.69314718055994530942, DBL_EPSILON, 0);
}

/* f(t) = t² over the cuts 0, 1, 3, 3.5, by hand. */
static void sums_over_uneven_pieces(void **state) {
    (void)state;
    double cuts[] = {0, 1, 3, 3.5}, places[3], heights[3], sum, widest;
    static const double PLACES[GW_RIEMANNS][3] = {{0, 1, 3}, {1, 3, 3.5}, {0.5, 2, 3.25}};
    static const double SUMS[GW_RIEMANNS] = {6.5, 25.125, 13.53125};
    gw_matrix x = {1, 4, 4, cuts}, t = {1, 3, 3, places}, y = {1, 3, 3, heights};
    for (gw_riemann place = GW_RIEMANN_LEFT; place < GW_RIEMANNS; place = (gw_riemann)(place + 1)) {
        assert_ok(gw_antiderivative_places(place, &x, &t));
        for (int i = 0; i < 3; i++) {
            assert_close(places[i], PLACES[place][i], 0, 0);
            heights[i] = places[i] * places[i];
        }
        assert_ok(gw_antiderivative_sum(&x, &y, &sum, &widest));
        assert_close(sum, SUMS[place], 0, 0);
        assert_close(widest, 2, 0, 0);
    }
}

static void no_area_across_the_gap(void **state) {
    (void)state;
    static const double ACROSS[][2] = {{2, 3}, {3, 2}, {2, 2.5}, {2.5, 3}, {2.5, 2.5}};
    double out = 9, u = 9, du = 9, g = 9;
    for (size_t i = 0; i < sizeof ACROSS / sizeof *ACROSS; i++)
        assert_int_equal(
            gw_antiderivative_definite(GW_INTEGRAL_RECIPROCAL, ACROSS[i][0], ACROSS[i][1], &out),
            GW_DOMAIN);
    assert_int_equal(gw_antiderivative_integrand(GW_INTEGRAL_RECIPROCAL, 2.5, &out), GW_DOMAIN);
    assert_int_equal(gw_antiderivative_value(GW_INTEGRAL_RECIPROCAL, 2.5, &out), GW_DOMAIN);
    assert_int_equal(gw_antiderivative_substitution(GW_INTEGRAL_RECIPROCAL, 2.5, &u, &du, &g, &out),
                     GW_DOMAIN);
    assert_close(out + u + du + g, 36, 0, 0);
    /* the next double on either side is inside */
    assert_ok(gw_antiderivative_value(GW_INTEGRAL_RECIPROCAL, nextafter(2.5, 0), &out));
    assert_ok(gw_antiderivative_value(GW_INTEGRAL_RECIPROCAL, nextafter(2.5, 3), &out));
    /* the sine has no gap */
    assert_ok(gw_antiderivative_definite(GW_INTEGRAL_SIN, 2, 3, &out));
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double cuts[] = {0, 1, 2}, level[] = {0, 1, 1}, bad[] = {0, NAN, 2}, out[] = {9, 9}, s = 9;
    double huge[] = {-DBL_MAX, 0, DBL_MAX}, tall[] = {DBL_MAX, DBL_MAX}, w = 9, big[] = {0, 2, 4};
    gw_matrix x = {1, 3, 3, cuts}, t = {1, 2, 2, out}, column = {2, 1, 1, out};
    gw_matrix flat = {1, 3, 3, level}, nan = {1, 3, 3, bad}, one = {1, 1, 1, cuts};
    gw_matrix wide = {1, 3, 3, huge}, high = {1, 2, 2, tall}, even = {1, 3, 3, big};
    assert_int_equal(gw_antiderivative_places(GW_RIEMANN_LEFT, NULL, &t), GW_NULL);
    assert_int_equal(gw_antiderivative_places(GW_RIEMANN_LEFT, &x, NULL), GW_NULL);
    assert_int_equal(gw_antiderivative_places(GW_RIEMANN_LEFT, &x, &column), GW_SHAPE);
    assert_int_equal(gw_antiderivative_places(GW_RIEMANN_LEFT, &t, &t), GW_SHAPE);
    assert_int_equal(gw_antiderivative_places(GW_RIEMANN_LEFT, &one, &one), GW_SHAPE);
    assert_int_equal(gw_antiderivative_places(GW_RIEMANNS, &x, &t), GW_RANGE);
    assert_int_equal(gw_antiderivative_places(GW_RIEMANN_LEFT, &flat, &t), GW_RANGE);
    assert_int_equal(gw_antiderivative_places(GW_RIEMANN_LEFT, &nan, &t), GW_NOT_FINITE);
    assert_int_equal(gw_antiderivative_sum(&x, &t, NULL, &w), GW_NULL);
    assert_int_equal(gw_antiderivative_sum(&x, &t, &s, NULL), GW_NULL);
    assert_int_equal(gw_antiderivative_sum(&flat, &t, &s, &w), GW_RANGE);
    assert_int_equal(gw_antiderivative_sum(&x, &column, &s, &w), GW_SHAPE);
    assert_int_equal(gw_antiderivative_sum(&even, &high, &s, &w), GW_NOT_FINITE);
    assert_int_equal(gw_antiderivative_sum(&wide, &high, &s, &w), GW_NOT_FINITE);

    assert_int_equal(gw_antiderivative_integrand(GW_INTEGRALS, 1, &s), GW_RANGE);
    assert_int_equal(gw_antiderivative_value(GW_INTEGRALS, 1, &s), GW_RANGE);
    assert_int_equal(gw_antiderivative_definite(GW_INTEGRALS, 1, 2, &s), GW_RANGE);
    for (gw_integral i = GW_INTEGRAL_SIN; i < GW_INTEGRALS; i = (gw_integral)(i + 1)) {
        assert_int_equal(gw_antiderivative_integrand(i, 1, NULL), GW_NULL);
        assert_int_equal(gw_antiderivative_value(i, 1, NULL), GW_NULL);
        assert_int_equal(gw_antiderivative_definite(i, 1, 2, NULL), GW_NULL);
        assert_int_equal(gw_antiderivative_substitution(i, 1, NULL, &s, &s, &s), GW_NULL);
        assert_int_equal(gw_antiderivative_substitution(i, 1, &s, NULL, &s, &s), GW_NULL);
        assert_int_equal(gw_antiderivative_substitution(i, 1, &s, &s, NULL, &s), GW_NULL);
        assert_int_equal(gw_antiderivative_substitution(i, 1, &s, &s, &s, NULL), GW_NULL);
        assert_int_equal(gw_antiderivative_value(i, NAN, &s), GW_NOT_FINITE);
        assert_int_equal(gw_antiderivative_value(i, DBL_MAX, &s), GW_NOT_FINITE);
        assert_int_equal(gw_antiderivative_definite(i, 0, -INFINITY, &s), GW_NOT_FINITE);
    }
    assert_close(s, 9, 0, 0);
    assert_close(w, 9, 0, 0);
    assert_close(out[0] + out[1], 18, 0, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(areas),
        cmocka_unit_test(integrands_and_substitutions),
        cmocka_unit_test(sums_over_uneven_pieces),
        cmocka_unit_test(no_area_across_the_gap),
        cmocka_unit_test(bad_arguments_change_nothing),
    };
    return cmocka_run_group_tests_name("antiderivative", tests, NULL, NULL);
}
