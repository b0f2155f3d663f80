#include "backprop.h"
#include "mistakes.h"
#include "planted.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* A network of 2 inputs, 3 hidden units and 2 outputs on 7 examples. */
enum { N0 = 2, N1 = 3, N2 = 2, M = 7, SIDES = 6 };

static const double LAMBDA = 0.5;
static double memory[5000];
static size_t used;

static gw_matrix matrix(int32_t rows, int32_t cols, double first, double step) {
    gw_matrix made = {rows, cols, cols, memory + used};
    for (int32_t i = 0; i < rows * cols; i++)
        memory[used++] = cos(first + step * i);
    return made;
}

static gw_network_gradient gradient(void) {
    return (gw_network_gradient){
        .dZ = {[1] = matrix(N1, M, 0, 0), [2] = matrix(N2, M, 0, 0)},
        .dW = {[1] = matrix(N1, N0, 0, 0), [2] = matrix(N2, N1, 0, 0)},
        .db = {[1] = matrix(N1, 1, 0, 0), [2] = matrix(N2, 1, 0, 0)},
    };
}

/* In the order of gw_equation, from DZ2 on. */
static const gw_matrix *side(const gw_network_gradient *g, int k) {
    const gw_matrix *const list[SIDES] = {&g->dZ[2], &g->dW[2], &g->db[2],
                                          &g->dZ[1], &g->dW[1], &g->db[1]};
    return list[k];
}

static int same(const gw_network_gradient *a, const gw_network_gradient *b, int k, double bound) {
    const gw_matrix *A = side(a, k), *B = side(b, k);
    for (int32_t i = 0; i < A->rows * A->cols; i++)
        if (!(fabs(A->data[i] - B->data[i]) <= bound))
            return 0;
    return 1;
}

/* Everything, for each test anew. */
typedef struct {
    gw_network net;
    gw_network_pass pass;
    gw_matrix Y, work;
    gw_network_gradient right, mistaken, planted;
} all;

static all make(void) {
    used = 0;
    all s = {.net = {.layers = 2,
                     .g = {[1] = GW_TANH},
                     .W = {[1] = matrix(N1, N0, 0.4, 1.7), [2] = matrix(N2, N1, 0.2, 1.1)},
                     .b = {[1] = matrix(N1, 1, 0.9, 0.8), [2] = matrix(N2, 1, 2.5, 1.9)}},
             .pass = {.A = {[0] = matrix(N0, M, 1, 2.3)}}};
    s.Y = matrix(N2, M, 0, 0);
    for (int i = 0; i < N2 * M; i++)
        s.Y.data[i] = i % 3 == 0;
    s.pass.Z[1] = matrix(N1, M, 0, 0);
    s.pass.A[1] = matrix(N1, M, 0, 0);
    s.pass.Z[2] = matrix(N2, M, 0, 0);
    s.pass.A[2] = matrix(N2, M, 0, 0);
    s.right = gradient();
    s.mistaken = gradient();
    s.planted = gradient();
    s.work = matrix(1, (int32_t)gw_mistakes_network_work(&s.net, M), 0, 0);
    assert_ok(gw_network_forward(&s.net, &s.pass));
    return s;
}

static void mistake(all *s, int k, gw_network_gradient *into) {
    assert_ok(gw_mistakes_network((gw_mistake)k, &s->net, &s->pass.A[0], &s->Y, LAMBDA, 0.1,
                                  &s->work, into));
}

static gw_status plant(all *s, int equation) {
    mistake(s, GW_MISTAKE_NONE, &s->planted);
    return gw_planted((gw_equation)equation, &s->net, &s->pass, LAMBDA, &s->mistaken, &s->planted);
}

/* What an equation computes is the mistake's; what does not come from it is right; what
 * does is what chapter 10 makes of it. */
static void only_what_follows_is_wrong_too(void **state) {
    (void)state;
    all s = make();
    mistake(&s, GW_MISTAKE_NONE, &s.right);
    for (int k = 1; k < GW_MISTAKES; k++) {
        mistake(&s, k, &s.mistaken);
        assert_ok(plant(&s, GW_EQUATION_ALL));
        for (int i = 0; i < SIDES; i++)
            assert_true(same(&s.planted, &s.mistaken, i, 0));
        for (int e = 0; e < SIDES; e++) {
            assert_ok(plant(&s, e + 1));
            assert_true(same(&s.planted, &s.mistaken, e, 0));
            for (int i = 0; i < SIDES; i++) {
                int follows = e == 0 ? i > 0 : e == 3 ? i > 3 : 0;
                assert_true(i == e || follows || same(&s.planted, &s.right, i, 0));
            }
        }
    }
    /* −dZ gives −dW, but for the regulariser, which keeps its sign. */
    mistake(&s, GW_MISTAKE_SIGN, &s.mistaken);
    for (int e = 1; e <= SIDES; e += 3) {
        assert_ok(plant(&s, e));
        for (int i = 0; i < N1 * N0; i++)
            assert_close(s.planted.dW[1].data[i],
                         2 * LAMBDA / M * s.net.W[1].data[i] - s.right.dW[1].data[i], 1e-13, 1e-15);
        for (int i = 0; i < N2 * N1; i++)
            assert_close(s.planted.dW[2].data[i],
                         e == 1 ? 2 * LAMBDA / M * s.net.W[2].data[i] - s.right.dW[2].data[i]
                                : s.right.dW[2].data[i],
                         1e-13, 1e-15);
        for (int i = 0; i < N1; i++)
            assert_close(s.planted.db[1].data[i], -s.right.db[1].data[i], 1e-13, 1e-15);
    }
    /* A right gradient planted anywhere is right. */
    mistake(&s, GW_MISTAKE_NONE, &s.mistaken);
    for (int e = 0; e <= SIDES; e++) {
        assert_ok(plant(&s, e));
        for (int i = 0; i < SIDES; i++)
            assert_true(same(&s.planted, &s.right, i, 1e-15));
    }
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    all s = make();
    mistake(&s, GW_MISTAKE_SIGN, &s.mistaken);
    assert_int_equal(plant(&s, GW_EQUATIONS), GW_RANGE);
    assert_int_equal(plant(&s, -1), GW_RANGE);
    s.mistaken.dZ[1].cols--;
    assert_int_equal(plant(&s, GW_EQUATION_DW1), GW_SHAPE);
    s.mistaken.dZ[1].cols++;
    s.mistaken.db[2].data = NULL;
    assert_int_equal(plant(&s, GW_EQUATION_DW1), GW_NULL);
}

/* The slope of the regulariser is what the bank adds to dW. */
static void the_regulariser_is_that_of_the_gradient(void **state) {
    (void)state;
    all s = make();
    double sum = 0;
    for (int i = 0; i < N1 * N0; i++)
        sum += s.net.W[1].data[i] * s.net.W[1].data[i];
    for (int i = 0; i < N2 * N1; i++)
        sum += s.net.W[2].data[i] * s.net.W[2].data[i];
    assert_close(gw_planted_regulariser(&s.net, LAMBDA, M), LAMBDA * sum / (2 * M), 1e-14, 0);
    assert_true(gw_planted_regulariser(&s.net, 0, M) == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_follows_is_wrong_too),
        cmocka_unit_test(bad_arguments_are_refused),
        cmocka_unit_test(the_regulariser_is_that_of_the_gradient),
    };
    return cmocka_run_group_tests_name("planted", tests, NULL, NULL);
}
