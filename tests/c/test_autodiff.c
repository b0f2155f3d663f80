#include "autodiff.h"
#include "random.h"
#include "test.h"

#include <string.h>

/* Tapes of tests: so many nodes, each with three matrices of so many entries at most. */
enum { ROOM = 40, ENTRIES = 64 };

typedef struct {
    gw_tape_node node[ROOM];
    double memory[ROOM][3][ENTRIES];
    int32_t count;
} test_tape;

static int32_t append(test_tape *t, gw_tape_operation operation, int32_t left, int32_t right,
                      int32_t rows, int32_t cols) {
    int32_t i = t->count++;
    assert_true(i < ROOM && rows * cols <= ENTRIES);
    t->node[i] = (gw_tape_node){operation,
                                left,
                                right,
                                {rows, cols, cols, t->memory[i][0]},
                                {rows, cols, cols, t->memory[i][1]},
                                {rows, cols, cols, t->memory[i][2]}};
    memset(t->memory[i], 0, sizeof t->memory[i]);
    return i;
}

static int32_t input(test_tape *t, double value) {
    int32_t i = append(t, GW_TAPE_INPUT, 0, 0, 1, 1);
    t->memory[i][0][0] = value;
    return i;
}

static void run(test_tape *t) {
    assert_ok(gw_tape_forward(t->node, t->count, 0));
    assert_ok(gw_tape_reverse(t->node, t->count));
}

/* Each operation at a = 3, b = 2: its value and two slopes, by hand. */
static void each_operation_has_its_rule(void **state) {
    (void)state;
    static const struct {
        gw_tape_operation operation;
        double value, da, db;
    } KNOWN[] = {
        {GW_TAPE_ADD, 5, 1, 1},
        {GW_TAPE_SUBTRACT, 1, 1, -1},
        {GW_TAPE_MULTIPLY, 6, 2, 3},
        {GW_TAPE_DIVIDE, 1.5, 0.5, -0.75},
        {GW_TAPE_EXP, 20.085536923187667741, 20.085536923187667741, 0},
        {GW_TAPE_LOG, 1.0986122886681098, 1.0 / 3, 0},
        {GW_TAPE_TANH, 0.99505475368673045133, 0.0098660371654401253, 0},
        {GW_TAPE_PRODUCT, 6, 2, 3},
        {GW_TAPE_SUM, 3, 1, 0},
    };
    for (size_t k = 0; k < sizeof KNOWN / sizeof *KNOWN; k++) {
        test_tape t = {.count = 0};
        int32_t a = input(&t, 3), b = input(&t, 2);
        int32_t J = append(&t, KNOWN[k].operation, a, b, 1, 1);
        for (int towards_b = 0; towards_b < 2; towards_b++) {
            t.memory[a][1][0] = !towards_b;
            t.memory[b][1][0] = towards_b;
            run(&t);
            assert_close(t.memory[J][0][0], KNOWN[k].value, 4 * DBL_EPSILON, 0);
            assert_close(t.memory[J][1][0], towards_b ? KNOWN[k].db : KNOWN[k].da, 64 * DBL_EPSILON,
                         0);
        }
        assert_close(t.memory[a][2][0], KNOWN[k].da, 64 * DBL_EPSILON, 0);
        assert_close(t.memory[b][2][0], KNOWN[k].db, 64 * DBL_EPSILON, 0);
    }
}

/* x·x reads one node twice: 2x from both walks. */
static void a_node_read_twice_gets_both(void **state) {
    (void)state;
    test_tape t = {.count = 0};
    int32_t x = input(&t, 3);
    int32_t J = append(&t, GW_TAPE_MULTIPLY, x, x, 1, 1);
    t.memory[x][1][0] = 1;
    run(&t);
    run(&t); /* a second walk does not add to the first */
    assert_close(t.memory[J][1][0], 6, 0, 0);
    assert_close(t.memory[x][2][0], 6, 0, 0);
}

static double uniform(gw_random *rng, double from, double to) {
    return from + (to - from) * gw_random_uniform(rng);
}

static int32_t drawn(gw_random *rng, int32_t below) {
    return (int32_t)(gw_random_uniform(rng) * below);
}

/* A tape of random operations on random matrices, with broadcast rows, columns and
 * numbers, that ends in a sum. */
static void draw(test_tape *t, gw_random *rng) {
    t->count = 0;
    for (int k = 0; k < 8; k++) {
        int32_t i = append(t, GW_TAPE_INPUT, 0, 0, 1 + drawn(rng, 3) % 3, 1 + drawn(rng, 3));
        for (int e = 0; e < ENTRIES; e++) {
            t->memory[i][0][e] = uniform(rng, 0.5, 1.5);
            t->memory[i][1][e] = uniform(rng, -1, 1);
        }
    }
    while (t->count < ROOM - 2) {
        gw_tape_operation operation = (gw_tape_operation)(1 + drawn(rng, GW_TAPE_OPERATIONS - 1));
        int32_t a = drawn(rng, t->count), b = drawn(rng, t->count);
        const gw_matrix *A = &t->node[a].value, *B = &t->node[b].value;
        int32_t rows = A->rows, cols = A->cols;
        if (operation >= GW_TAPE_ADD && operation <= GW_TAPE_DIVIDE) {
            rows = rows > B->rows ? rows : B->rows;
            cols = cols > B->cols ? cols : B->cols;
        }
        if (operation == GW_TAPE_PRODUCT)
            cols = B->cols;
        if (operation == GW_TAPE_SUM)
            rows = cols = 1;
        int32_t i = append(t, operation, a, b, rows, cols);
        /* What does not fit, or leaves the range where rounding is small, is drawn again. */
        int is_calm = gw_tape_forward(t->node, t->count, i) == GW_OK;
        for (int32_t e = 0; e < rows * cols; e++)
            is_calm = is_calm && fabs(t->memory[i][0][e]) < 20 && fabs(t->memory[i][0][e]) > 0.05;
        if (!is_calm)
            t->count--;
    }
    append(t, GW_TAPE_SUM, t->count - 1, 0, 1, 1);
}

/* The two walks have no rule in common, and must agree: the slope of J along the tangents
 * of the inputs is Σ adjoint ∘ tangent over all inputs. So many tapes meet every rule,
 * every way to broadcast, and nodes that are read many times. */
static void both_modes_agree_on_any_tape(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 13);
    int seen[GW_TAPE_OPERATIONS] = {0};
    for (int k = 0; k < 2000; k++) {
        test_tape t;
        draw(&t, &rng);
        run(&t);
        double sum = 0, sizes = 1;
        for (int32_t i = 0; i < t.count; i++) {
            const gw_tape_node *node = &t.node[i];
            for (int32_t e = 0; e < node->value.rows * node->value.cols; e++) {
                double part = t.memory[i][2][e] * t.memory[i][1][e];
                sum += node->operation == GW_TAPE_INPUT ? part : 0;
                sizes += fabs(part);
            }
            seen[node->operation]++;
        }
        double slope = t.memory[t.count - 1][1][0];
        /* Every operation on the way rounds by ε of what flows through it. */
        assert_close(slope, sum, 0, 64 * DBL_EPSILON * sizes);
    }
    for (int o = 0; o < GW_TAPE_OPERATIONS; o++)
        assert_true(seen[o] > 100);
}

/* What the walks say is the slope of the values: against differences in steps of 1e-5,
 * whose truncation and noise stay below 1e-8 of the sizes that are drawn. */
static void forward_mode_is_the_slope(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 14);
    int compared = 0;
    for (int k = 0; k < 300; k++) {
        test_tape t, far;
        draw(&t, &rng);
        assert_ok(gw_tape_forward(t.node, t.count, 0));
        double slope = t.memory[t.count - 1][1][0], value[2], h = 1e-5;
        for (int side = 0; side < 2; side++) {
            far = t;
            for (int32_t i = 0; i < t.count; i++) {
                far.node[i].value.data = far.memory[i][0];
                far.node[i].tangent.data = far.memory[i][1];
                if (t.node[i].operation == GW_TAPE_INPUT)
                    for (int e = 0; e < ENTRIES; e++)
                        far.memory[i][0][e] += (side ? h : -h) * t.memory[i][1][e];
            }
            assert_ok(gw_tape_forward(far.node, far.count, 0));
            value[side] = far.memory[far.count - 1][0][0];
        }
        if (fabs(slope) < 1e4) {
            assert_close((value[1] - value[0]) / (2 * h), slope, 1e-4, 1e-4);
            compared++;
        }
    }
    assert_true(compared > 250);
}

/* 2×3 times 3×4, then the sum of 8: by hand. */
static void counts_operations(void **state) {
    (void)state;
    test_tape t = {.count = 0};
    int32_t a = append(&t, GW_TAPE_INPUT, 0, 0, 2, 3), b = append(&t, GW_TAPE_INPUT, 0, 0, 3, 4);
    int32_t c = append(&t, GW_TAPE_PRODUCT, a, b, 2, 4);
    append(&t, GW_TAPE_SUM, c, 0, 1, 1);
    gw_tape_work work;
    assert_ok(gw_tape_count(t.node, t.count, &work));
    assert_close(work.values, 2 * 24 + 8, 0, 0);
    assert_close(work.forward, 4 * 24 + 8, 0, 0);
    assert_close(work.reverse, 4 * 24 + 8, 0, 0);
    assert_close(work.numbers, 2 * (6 + 12 + 8 + 1), 0, 0);
}

static void refuses_what_does_not_fit(void **state) {
    (void)state;
    test_tape t = {.count = 0};
    gw_tape_work work;
    assert_int_equal(gw_tape_check(NULL, 1), GW_NULL);
    assert_int_equal(gw_tape_check(t.node, 0), GW_RANGE);
    int32_t a = append(&t, GW_TAPE_INPUT, 0, 0, 2, 3), b = append(&t, GW_TAPE_INPUT, 0, 0, 2, 2);
    int32_t c = append(&t, GW_TAPE_PRODUCT, a, b, 2, 2);
    assert_int_equal(gw_tape_check(t.node, t.count), GW_SHAPE);
    t.node[c].left = b;
    assert_ok(gw_tape_check(t.node, t.count));
    assert_int_equal(gw_tape_reverse(t.node, t.count), GW_SHAPE); /* J is no number */
    assert_int_equal(gw_tape_forward(t.node, t.count, -1), GW_RANGE);
    assert_int_equal(gw_tape_forward(t.node, t.count, 4), GW_RANGE);
    assert_int_equal(gw_tape_count(t.node, t.count, NULL), GW_NULL);
    t.node[c].right = c;
    assert_int_equal(gw_tape_check(t.node, t.count), GW_RANGE);
    t.node[c].right = b;
    t.node[c].operation = GW_TAPE_ADD;
    t.node[c].left = a; /* 2×3 and 2×2 */
    assert_int_equal(gw_tape_count(t.node, t.count, &work), GW_SHAPE);
    t.node[c].operation = GW_TAPE_OPERATIONS;
    assert_int_equal(gw_tape_check(t.node, t.count), GW_RANGE);
    t.node[c].operation = (gw_tape_operation)-1;
    assert_int_equal(gw_tape_check(t.node, t.count), GW_RANGE);
    t.node[c] = t.node[b];
    t.node[c].tangent.rows = 1;
    assert_int_equal(gw_tape_check(t.node, t.count), GW_SHAPE);
}

/* No memory for tangents: they are 0. None for adjoints: refused. */
static void memory_is_asked_for_by_the_walk(void **state) {
    (void)state;
    test_tape t = {.count = 0};
    int32_t x = input(&t, 3);
    int32_t J = append(&t, GW_TAPE_MULTIPLY, x, x, 1, 1);
    t.node[x].tangent.data = NULL;
    run(&t);
    assert_close(t.memory[J][1][0], 0, 0, 0);
    t.node[x].adjoint.data = NULL;
    assert_int_equal(gw_tape_reverse(t.node, t.count), GW_NULL);
}

static void leaves_no_number_that_is_none(void **state) {
    (void)state;
    test_tape t = {.count = 0};
    int32_t x = input(&t, 0);
    append(&t, GW_TAPE_LOG, x, 0, 1, 1);
    assert_int_equal(gw_tape_forward(t.node, t.count, 0), GW_NOT_FINITE);
    t.memory[x][0][0] = 1e-310; /* ln is finite there, its slope is not */
    assert_ok(gw_tape_forward(t.node, t.count, 0));
    assert_int_equal(gw_tape_reverse(t.node, t.count), GW_NOT_FINITE);
    t.memory[x][0][0] = NAN;
    assert_int_equal(gw_tape_forward(t.node, t.count, 0), GW_NOT_FINITE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_operation_has_its_rule),
        cmocka_unit_test(a_node_read_twice_gets_both),
        cmocka_unit_test(both_modes_agree_on_any_tape),
        cmocka_unit_test(forward_mode_is_the_slope),
        cmocka_unit_test(counts_operations),
        cmocka_unit_test(refuses_what_does_not_fit),
        cmocka_unit_test(memory_is_asked_for_by_the_walk),
        cmocka_unit_test(leaves_no_number_that_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
