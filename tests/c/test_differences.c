#include "differences.h"
#include "network.h"
#include "test.h"

#include <string.h>

/* A network of 2 inputs, 3 hidden units and 1 output on 6 examples: 13 parameters. */
enum { N0 = 2, N1 = 3, M = 6, COUNT = 13 };

typedef struct {
    double x[N0 * M], y[M], w1[N1 * N0], b1[N1], w2[N1], b2[1];
    double z1[N1 * M], a1[N1 * M], z2[M], a2[M], truths[2 * COUNT], errors[GW_DIFFERENCE_KINDS];
    gw_matrix Y, T, E;
    gw_network net;
    gw_network_pass pass;
} all;

static gw_matrix view(double *data, int32_t rows, int32_t cols, double first, double step) {
    for (int32_t i = 0; i < rows * cols; i++)
        data[i] = cos(first + step * i);
    return (gw_matrix){rows, cols, cols, data};
}

static void make(all *s) {
    memset(s, 0, sizeof *s);
    s->net.layers = 2;
    s->net.g[1] = GW_TANH;
    s->pass.A[0] = view(s->x, N0, M, 1, 2.3);
    s->net.W[1] = view(s->w1, N1, N0, 0.4, 1.7);
    s->net.b[1] = view(s->b1, N1, 1, 0.9, 0.8);
    s->net.W[2] = view(s->w2, 1, N1, 0.2, 1.1);
    s->net.b[2] = view(s->b2, 1, 1, 2.5, 1.9);
    s->pass.Z[1] = view(s->z1, N1, M, 0, 0);
    s->pass.A[1] = view(s->a1, N1, M, 0, 0);
    s->pass.Z[2] = view(s->z2, 1, M, 0, 0);
    s->pass.A[2] = view(s->a2, 1, M, 0, 0);
    s->Y = view(s->y, 1, M, 0, 0);
    for (int i = 0; i < M; i++)
        s->y[i] = i % 2;
    s->T = view(s->truths, COUNT, 2, 0, 0);
    s->E = view(s->errors, GW_DIFFERENCE_KINDS, 1, 0, 0);
    assert_ok(gw_differences_truths(&s->net, &s->pass.A[0], &s->Y, 1e-6, &s->T));
}

static gw_status errors(all *s, gw_precision precision, int32_t entry, double h) {
    return gw_differences_errors(precision, &s->net, &s->Y, &s->pass, entry, &s->T, h, &s->E);
}

/* Each error falls with the order that its formula has, for long steps. */
static void errors_have_their_orders(void **state) {
    (void)state;
    all s;
    make(&s);
    const double order[] = {1, 2, 4, 2};
    double wide[GW_DIFFERENCE_KINDS];
    assert_ok(errors(&s, GW_DOUBLE, -1, 0.02));
    memcpy(wide, s.errors, sizeof wide);
    assert_ok(errors(&s, GW_DOUBLE, -1, 0.01));
    for (int k = 0; k < GW_DIFFERENCE_KINDS; k++)
        assert_close(log2(wide[k] / s.errors[k]), order[k], 0, 0.15);
}

static void all_of_them_are_the_root_mean_square(void **state) {
    (void)state;
    all s;
    make(&s);
    double squares[GW_DIFFERENCE_KINDS] = {0};
    for (int32_t entry = 0; entry < COUNT; entry++) {
        assert_ok(errors(&s, GW_DOUBLE, entry, 1e-3));
        for (int k = 0; k < GW_DIFFERENCE_KINDS; k++)
            squares[k] += s.errors[k] * s.errors[k] / COUNT;
    }
    assert_ok(errors(&s, GW_DOUBLE, -1, 1e-3));
    for (int k = 0; k < GW_DIFFERENCE_KINDS; k++)
        assert_close(s.errors[k], sqrt(squares[k]), 1e-13, 0);
    /* The complex step has rounding alone, in single precision there is none. */
    assert_ok(errors(&s, GW_DOUBLE, -1, 1e-20));
    assert_true(s.errors[GW_DIFFERENCE_COMPLEX] < 1e-15);
    assert_true(isinf(s.errors[GW_DIFFERENCE_CENTRAL]) || isnan(s.errors[GW_DIFFERENCE_CENTRAL]));
    assert_ok(errors(&s, GW_SINGLE, -1, 1e-2));
    assert_true(isnan(s.errors[GW_DIFFERENCE_COMPLEX]));
    assert_true(s.errors[GW_DIFFERENCE_CENTRAL] > 1e-7 && s.errors[GW_DIFFERENCE_CENTRAL] < 1e-3);
}

static void parameters_are_put_back(void **state) {
    (void)state;
    all s, kept;
    make(&s);
    make(&kept);
    assert_ok(errors(&s, GW_DOUBLE, -1, 0.37));
    assert_memory_equal(s.w1, kept.w1, sizeof s.w1);
    assert_memory_equal(s.b1, kept.b1, sizeof s.b1);
    assert_memory_equal(s.w2, kept.w2, sizeof s.w2);
    assert_memory_equal(s.b2, kept.b2, sizeof s.b2);
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    all s;
    make(&s);
    assert_int_equal(errors(&s, GW_DOUBLE, -2, 0.1), GW_RANGE);
    assert_int_equal(errors(&s, GW_DOUBLE, COUNT, 0.1), GW_RANGE);
    assert_int_equal(errors(&s, GW_DOUBLE, 0, 0), GW_RANGE);
    assert_int_equal(errors(&s, GW_DOUBLE, 0, NAN), GW_RANGE);
    assert_int_equal(errors(&s, (gw_precision)7, 0, 0.1), GW_RANGE);
    s.T.rows--;
    assert_int_equal(errors(&s, GW_DOUBLE, 0, 0.1), GW_SHAPE);
    assert_int_equal(gw_differences_truths(&s.net, &s.pass.A[0], &s.Y, 1e-6, &s.T), GW_SHAPE);
    s.T.rows++;
    s.net.g[1] = GW_RELU;
    assert_int_equal(gw_differences_truths(&s.net, &s.pass.A[0], &s.Y, 1e-6, &s.T), GW_RANGE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_have_their_orders),
        cmocka_unit_test(all_of_them_are_the_root_mean_square),
        cmocka_unit_test(parameters_are_put_back),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests_name("differences", tests, NULL, NULL);
}
