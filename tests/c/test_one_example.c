#include "gradcheck.h"
#include "one_example.h"
#include "test.h"

#include <stdlib.h>

/* By hand: u = 6, v = 11, J = 33; dv = 3, da = 3, du = 3, db = 3c, dc = 3b. */
static void the_example_forwards_and_backwards(void **state) {
    (void)state;
    gw_node g[GW_EXAMPLE_NODES];
    assert_ok(gw_graph_example(5, 3, 2, g));
    assert_ok(gw_graph_forward(g, GW_EXAMPLE_NODES, 0));
    assert_ok(gw_graph_reverse(g, GW_EXAMPLE_NODES));
    static const double VALUE[] = {5, 3, 2, 6, 11, 33}, SLOPE[] = {3, 6, 9, 3, 3, 1};
    for (int i = 0; i < GW_EXAMPLE_NODES; i++) {
        assert_close(g[i].value, VALUE[i], 0, 0);
        assert_close(g[i].derivative, SLOPE[i], 0, 0);
    }
}

/* A second reverse pass starts from nothing, and does not add to the first. */
static void the_reverse_pass_repeats(void **state) {
    (void)state;
    gw_node g[GW_EXAMPLE_NODES];
    assert_ok(gw_graph_example(5, 3, 2, g));
    assert_ok(gw_graph_forward(g, GW_EXAMPLE_NODES, 0));
    assert_ok(gw_graph_reverse(g, GW_EXAMPLE_NODES));
    assert_ok(gw_graph_reverse(g, GW_EXAMPLE_NODES));
    assert_close(g[GW_EXAMPLE_C].derivative, 9, 0, 0);
}

/* x⁴ as (x·x)·(x·x): each node is read twice by one. At 3: 81 and 4·27. */
static void a_node_read_twice_gets_both(void **state) {
    (void)state;
    gw_node g[] = {{GW_NODE_INPUT, 0, 0, 0, 3, 0},
                   {GW_NODE_MULTIPLY, 0, 0, 0, 0, 0},
                   {GW_NODE_MULTIPLY, 1, 1, 0, 0, 0}};
    assert_ok(gw_graph_forward(g, 3, 0));
    assert_ok(gw_graph_reverse(g, 3));
    assert_close(g[2].value, 81, 0, 0);
    assert_close(g[0].derivative, 108, 0, 0);
    /* xy + x, where x is read by two nodes: y + 1. */
    gw_node two[] = {{GW_NODE_INPUT, 0, 0, 0, 3, 0},
                     {GW_NODE_INPUT, 0, 0, 0, 5, 0},
                     {GW_NODE_MULTIPLY, 0, 1, 0, 0, 0},
                     {GW_NODE_ADD, 2, 0, 0, 0, 0}};
    assert_ok(gw_graph_forward(two, 4, 0));
    assert_ok(gw_graph_reverse(two, 4));
    assert_close(two[0].derivative, 6, 0, 0);
    gw_node sum[] = {{GW_NODE_INPUT, 0, 0, 0, 3, 0}, {GW_NODE_ADD, 0, 0, 0, 0, 0}};
    assert_ok(gw_graph_forward(sum, 2, 0));
    assert_ok(gw_graph_reverse(sum, 2));
    assert_close(sum[0].derivative, 2, 0, 0);
}

/* z = 2·0.3 − 3·0.4 + 0.2 = −0.4; σ(−0.4), ln and quotients to 20 digits with
 * 50-digit arithmetic. */
static void logistic_regression_on_one_example(void **state) {
    (void)state;
    gw_node g[GW_LOGISTIC_NODES];
    assert_ok(gw_graph_logistic(2, 0.3, 3, -0.4, 0.2, 1, g));
    assert_ok(gw_graph_forward(g, GW_LOGISTIC_NODES, 0));
    assert_ok(gw_graph_reverse(g, GW_LOGISTIC_NODES));
    double da, dz, dw1, dw2, db;
    assert_ok(gw_one_example_gradient(2, 0.3, 3, -0.4, 0.2, 1, &da, &dz, &dw1, &dw2, &db));
    assert_close(g[GW_LOGISTIC_Z].value, -0.4, 4 * DBL_EPSILON, 0);
    assert_close(g[GW_LOGISTIC_A].value, 0.40131233988754799963, 8 * DBL_EPSILON, 0);
    assert_close(g[GW_LOGISTIC_L].value, 0.91301525239995262367, 8 * DBL_EPSILON, 0);
    const double known[] = {-2.4918246976412703178, -0.59868766011245200037,
                            2 * -0.59868766011245200037, 3 * -0.59868766011245200037,
                            -0.59868766011245200037};
    const double plain[] = {da, dz, dw1, dw2, db};
    const int place[] = {GW_LOGISTIC_A, GW_LOGISTIC_Z, GW_LOGISTIC_W1, GW_LOGISTIC_W2,
                         GW_LOGISTIC_B};
    for (int i = 0; i < 5; i++) {
        assert_close(plain[i], known[i], 16 * DBL_EPSILON, 0);
        assert_close(g[place[i]].derivative, known[i], 16 * DBL_EPSILON, 0);
    }
    assert_close(g[GW_LOGISTIC_X1].derivative, 0.3 * dz, 16 * DBL_EPSILON, 0);
    assert_close(g[GW_LOGISTIC_X2].derivative, -0.4 * dz, 16 * DBL_EPSILON, 0);
    assert_close(gw_one_example_update(0.3, 0.1, dw1), 0.3 - 0.1 * dw1, 0, 0);
}

/* Only the nodes from `first` on are computed again. */
static void the_rest_of_the_graph(void **state) {
    (void)state;
    gw_node g[GW_EXAMPLE_NODES];
    assert_ok(gw_graph_example(5, 3, 2, g));
    assert_ok(gw_graph_forward(g, GW_EXAMPLE_NODES, 0));
    g[GW_EXAMPLE_U].value = 7;
    assert_ok(gw_graph_forward(g, GW_EXAMPLE_NODES, GW_EXAMPLE_U + 1));
    assert_close(g[GW_EXAMPLE_U].value, 7, 0, 0);
    assert_close(g[GW_EXAMPLE_J].value, 36, 0, 0);
    assert_ok(gw_graph_forward(g, GW_EXAMPLE_NODES, GW_EXAMPLE_NODES)); /* nothing left */
    assert_close(g[GW_EXAMPLE_J].value, 36, 0, 0);
}

static void bad_graphs_are_refused(void **state) {
    (void)state;
    gw_node g[] = {{GW_NODE_INPUT, -5, 99, 0, 1, 8}, {GW_NODE_SCALE, 0, 99, 2, 9, 8}};
    assert_ok(gw_graph_check(g, 2)); /* unused indices may be anything */
    assert_ok(gw_graph_forward(g, 2, 0));
    assert_ok(gw_graph_reverse(g, 2));
    assert_close(g[0].derivative, 2, 0, 0);
    assert_int_equal(gw_graph_check(NULL, 2), GW_NULL);
    assert_int_equal(gw_graph_check(g, 0), GW_RANGE);
    assert_int_equal(gw_graph_forward(g, 2, 3), GW_RANGE);
    assert_int_equal(gw_graph_forward(g, 2, -1), GW_RANGE);
    g[1].value = g[1].derivative = 9;
    g[1].left = 1; /* itself */
    assert_int_equal(gw_graph_forward(g, 2, 0), GW_RANGE);
    assert_int_equal(gw_graph_reverse(g, 2), GW_RANGE);
    g[1].left = -1;
    assert_int_equal(gw_graph_reverse(g, 2), GW_RANGE);
    g[1] = (gw_node){GW_NODE_ADD, 0, 1, 0, 9, 9};
    assert_int_equal(gw_graph_forward(g, 2, 0), GW_RANGE);
    g[1].operation = GW_NODE_OPERATIONS;
    assert_int_equal(gw_graph_forward(g, 2, 0), GW_RANGE);
    assert_close(g[1].value, 9, 0, 0);
    assert_close(g[1].derivative, 9, 0, 0);
    assert_int_equal(gw_graph_example(1, 1, 1, NULL), GW_NULL);
    assert_int_equal(gw_graph_logistic(1, 1, 1, 1, 1, 1, NULL), GW_NULL);
}

static void bad_numbers_are_statuses(void **state) {
    (void)state;
    gw_node g[GW_LOGISTIC_NODES];
    double da, dz, dw1, dw2, db;
    assert_ok(gw_graph_logistic(1, 1, 1, 1, 0, 1.5, g)); /* y outside [0, 1] */
    assert_int_equal(gw_graph_forward(g, GW_LOGISTIC_NODES, 0), GW_DOMAIN);
    assert_int_equal(gw_one_example_gradient(1, 1, 1, 1, 0, 1.5, &da, &dz, &dw1, &dw2, &db),
                     GW_DOMAIN);
    assert_ok(gw_graph_logistic(1, 800, 1, 1, 0, 0, g)); /* a = 1, y = 0: L = ∞ */
    assert_int_equal(gw_graph_forward(g, GW_LOGISTIC_NODES, 0), GW_NOT_FINITE);
    assert_int_equal(gw_one_example_gradient(1, 800, 1, 1, 0, 0, &da, &dz, &dw1, &dw2, &db),
                     GW_NOT_FINITE);
    assert_close(dz, 1, 0, 0); /* a − y has no such trouble */
    assert_ok(gw_graph_logistic(NAN, 1, 1, 1, 0, 1, g));
    assert_int_equal(gw_graph_forward(g, GW_LOGISTIC_NODES, 0), GW_NOT_FINITE);
    assert_int_equal(gw_one_example_gradient(1, 1, 1, 1, 0, 1, NULL, &dz, &dw1, &dw2, &db),
                     GW_NULL);
    gw_node overflow[] = {{GW_NODE_INPUT, 0, 0, 0, 1e200, 0},
                          {GW_NODE_MULTIPLY, 0, 0, 0, 1, 0},
                          {GW_NODE_MULTIPLY, 1, 1, 0, 1, 0}};
    assert_int_equal(gw_graph_forward(overflow, 3, 0), GW_NOT_FINITE);
    overflow[1].derivative = overflow[1].value = 1e300;
    overflow[2] = (gw_node){GW_NODE_SCALE, 1, 0, 1e200, 1, 0};
    assert_int_equal(gw_graph_reverse(overflow, 3), GW_NOT_FINITE);
}

/* Runs the checker on one node, against the slope given. */
static gw_verdict judged(gw_node *g, int32_t count, int32_t at, double slope) {
    double theta = g[at].value;
    gw_gradcheck_block block = {"node", 0, 1, 1};
    gw_gradcheck_problem problem = {
        .size = 1, .blocks = 1, .theta = &theta, .gradient = &slope, .block = &block};
    void *memory = malloc(gw_gradcheck_bytes(1, 1));
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    gw_gradcheck_summary result;
    assert_ok(gw_gradcheck_start(&problem, memory, &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, &g[at].value));
        gw_status status = gw_graph_forward(g, count, at + 1);
        assert_ok(gw_gradcheck_tell(check, ask.id, status == GW_OK ? g[count - 1].value : NAN));
    }
    assert_ok(gw_gradcheck_result(check, &result));
    g[at].value = theta;
    assert_ok(gw_graph_forward(g, count, at + 1));
    free(memory);
    return result.verdict;
}

/* Right slopes pass; planted mistakes fail: a forgotten factor, y − a, the
 * derivative of the neighbour, a forgotten a(1 − a). */
static void planted_mistakes_are_caught(void **state) {
    (void)state;
    gw_node g[GW_LOGISTIC_NODES];
    assert_ok(gw_graph_logistic(2, 0.3, 3, -0.4, 0.2, 1, g));
    assert_ok(gw_graph_forward(g, GW_LOGISTIC_NODES, 0));
    assert_ok(gw_graph_reverse(g, GW_LOGISTIC_NODES));
    for (int i = 0; i < GW_LOGISTIC_NODES; i++)
        assert_int_equal(judged(g, GW_LOGISTIC_NODES, i, g[i].derivative), GW_PASS);
    double da = g[GW_LOGISTIC_A].derivative, dz = g[GW_LOGISTIC_Z].derivative;
    assert_int_equal(judged(g, GW_LOGISTIC_NODES, GW_LOGISTIC_W1, dz), GW_FAIL);
    assert_int_equal(judged(g, GW_LOGISTIC_NODES, GW_LOGISTIC_Z, -dz), GW_FAIL);
    assert_int_equal(judged(g, GW_LOGISTIC_NODES, GW_LOGISTIC_W2, 2 * dz), GW_FAIL);
    assert_int_equal(judged(g, GW_LOGISTIC_NODES, GW_LOGISTIC_Z, da), GW_FAIL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_forwards_and_backwards),
        cmocka_unit_test(the_reverse_pass_repeats),
        cmocka_unit_test(a_node_read_twice_gets_both),
        cmocka_unit_test(logistic_regression_on_one_example),
        cmocka_unit_test(the_rest_of_the_graph),
        cmocka_unit_test(bad_graphs_are_refused),
        cmocka_unit_test(bad_numbers_are_statuses),
        cmocka_unit_test(planted_mistakes_are_caught),
    };
    return cmocka_run_group_tests_name("one_example", tests, NULL, NULL);
}
