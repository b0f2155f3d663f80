/* Names of a gradient that was checked at several points, along directions, and of costs of
 * any size. tests/c/test_diagnosis.c has what one point shows. */
#include "diagnosis.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* J = s (Σ c_i sin(θ_i + i) + (λ/2) Σ θ_i²) over W, 4 by 3, and b, whose slopes are known. */
enum { ROWS = 4, COLS = 3, WEIGHTS = ROWS * COLS, SIZE = WEIGHTS + 1, POINTS = 3 };
static const double LAMBDA = 0.3;

typedef struct {
    double theta[POINTS][SIZE], right[POINTS][SIZE], wrong[POINTS][SIZE], scale;
    int kinks; /* the weights but the first stand at corners */
    gw_gradcheck_mode mode;
    gw_gradcheck *check[POINTS];
    gw_diagnosis list[GW_DIAGNOSES];
    int32_t count;
} patient;

static double factor(int i) {
    return 1 + 0.37 * i;
}

static double cost(const patient *p, const double *theta) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
        sum += factor(i) * sin(theta[i] + i) + LAMBDA / 2 * theta[i] * theta[i];
        if (p->kinks && i > 0 && i < WEIGHTS)
            sum += 9 * fabs(theta[i] - p->theta[0][i]);
    }
    return p->scale * sum;
}

static patient healthy(void) {
    patient p = {.scale = 1};
    for (int k = 0; k < POINTS; k++)
        for (int i = 0; i < SIZE; i++) {
            p.theta[k][i] = 0.8 * cos(1 + 2.1 * i + 1.3 * k);
            p.right[k][i] = factor(i) * cos(p.theta[k][i] + i) + LAMBDA * p.theta[k][i];
            p.wrong[k][i] = p.right[k][i];
        }
    return p;
}

/* Checks the gradient at so many points, and asks for the names of a block. */
static void examine(patient *p, int points, int32_t block) {
    const gw_gradcheck_block blocks[] = {{"W", 0, ROWS, COLS}, {"b", WEIGHTS, 1, 1}};
    double point[SIZE], wrong[SIZE];
    for (int k = 0; k < points; k++) {
        for (int i = 0; i < SIZE; i++)
            wrong[i] = p->scale * p->wrong[k][i];
        const gw_gradcheck_problem problem = {.size = SIZE,
                                              .blocks = 2,
                                              .theta = p->theta[k],
                                              .gradient = wrong,
                                              .block = blocks,
                                              .seed = 3,
                                              .mode = p->mode};
        gw_gradcheck_ask ask;
        assert_ok(gw_gradcheck_start(&problem, malloc(gw_gradcheck_bytes(SIZE, 2)), &p->check[k]));
        while (gw_gradcheck_next(p->check[k], &ask)) {
            assert_ok(gw_gradcheck_point(p->check[k], ask.id, point));
            assert_ok(gw_gradcheck_tell(p->check[k], ask.id, cost(p, point)));
        }
    }
    p->count = -1;
    assert_ok(gw_diagnose_points((const gw_gradcheck *const *)p->check, points, block, 40, 0,
                                 p->list, &p->count));
    for (int i = 0; i < p->count; i++)
        assert_true(strlen(p->list[i].text) < sizeof p->list[i].text - 1); /* not cut off */
    for (int k = 0; k < points; k++)
        free(p->check[k]);
}

#define assert_named(p, points, block, key_)                                                       \
    do {                                                                                           \
        examine(&(p), points, block);                                                              \
        assert_true((p).count >= 1);                                                               \
        assert_string_equal((p).list[0].key, key_);                                                \
    } while (0)

static void one_entry_is_the_same_at_every_point(void **state) {
    (void)state;
    patient p = healthy();
    for (int k = 0; k < POINTS; k++)
        p.wrong[k][4] *= 1.2;
    assert_named(p, POINTS, 0, "single-entry");
    assert_non_null(strstr(p.list[0].text, "dW[2,2] is wrong: it is 1.2 times"));
    p.wrong[1][4] = 0; /* no factor then, but still the only one */
    assert_named(p, POINTS, 0, "single-entry");
    assert_null(strstr(p.list[0].text, "times"));
    p.wrong[1][4] = p.right[1][4]; /* here it is hidden */
    assert_named(p, POINTS, 0, "single-entry");
    p.wrong[1][9] *= 1.2;
    assert_named(p, POINTS, 0, "unknown");
    examine(&p, 1, 0);
    assert_string_equal(p.list[0].key, "single-entry");
}

static void a_factor_is_the_same_at_every_point(void **state) {
    (void)state;
    patient p = healthy();
    for (int k = 0; k < POINTS; k++)
        for (int i = 0; i < SIZE; i++)
            p.wrong[k][i] *= 1.5;
    assert_named(p, POINTS, 0, "scale");
    assert_named(p, POINTS, 1, "scale"); /* of one entry too */
    examine(&p, 1, 1);                   /* where one point cannot tell */
    assert_string_equal(p.list[0].key, "unknown");
    for (int i = 0; i < SIZE; i++)
        p.wrong[2][i] = 1.6 * p.right[2][i];
    assert_named(p, POINTS, 0, "unknown");
    assert_named(p, POINTS, 1, "unknown");
    for (int i = 0; i < SIZE; i++)
        p.wrong[2][i] = p.right[2][i]; /* right at one of them */
    assert_named(p, POINTS, 0, "unknown");
}

/* A norm that is detached leaves θ times another number at each point. */
static void a_regulariser_is_the_same_at_every_point(void **state) {
    (void)state;
    patient p = healthy();
    for (int k = 0; k < POINTS; k++)
        for (int i = 0; i < SIZE; i++)
            p.wrong[k][i] += 0.2 * p.theta[k][i];
    assert_named(p, POINTS, 0, "regulariser-twice");
    assert_named(p, POINTS, 1, "regulariser-on-bias");
    assert_close(p.list[0].factor, 0.2, 1e-6, 0);
    examine(&p, 1, 1);
    assert_string_equal(p.list[0].key, "unknown");
    for (int i = 0; i < SIZE; i++)
        p.wrong[1][i] += 0.1 * p.theta[1][i];
    assert_named(p, POINTS, 0, "unknown");
    assert_named(p, POINTS, 1, "unknown");
    p = healthy();
    for (int k = 0; k < POINTS; k++)
        for (int i = 0; i < SIZE; i++)
            p.wrong[k][i] -= LAMBDA * p.theta[k][i];
    assert_named(p, POINTS, 1, "regulariser-missing");
}

/* Beside entries that cannot be decided, one that is wrong is not the only one. */
static void the_silent_have_no_vote(void **state) {
    (void)state;
    patient p = healthy();
    p.kinks = 1;
    p.wrong[0][0] *= -1;
    assert_named(p, 1, 0, "unknown");
    p.wrong[0][WEIGHTS - 1] = p.right[0][0]; /* nor is one right number in a wrong place a shift */
    assert_named(p, 1, 0, "unknown");
    p.wrong[0][WEIGHTS - 1] = p.right[0][WEIGHTS - 1];
    for (int k = 1; k < POINTS; k++) { /* elsewhere they speak */
        p.wrong[k][0] *= -1;
        for (int i = 1; i < WEIGHTS; i++)
            p.wrong[k][i] += p.theta[k][i] > p.theta[0][i] ? 9 : -9;
    }
    assert_named(p, POINTS, 0, "single-entry");
    assert_non_null(strstr(p.list[0].text, "its sign is turned"));
}

static void transpose(double *to, const double *from) {
    for (int i = 0; i < WEIGHTS; i++)
        to[i] = from[i % ROWS * COLS + i / ROWS];
}

/* What each mistake of a whole block is called, by entries and along directions, of costs
 * whose squares vanish or are infinite. */
static void names_are_the_same_however_they_are_found(void **state) {
    (void)state;
    static const char *const KEY[] = {
        "sign",       "scale",   "missing-mean", "zero", "regulariser-missing",
        "transposed", "shifted", "single-entry"};
    static const double SCALE[] = {1, 1e-150, 1e150, 1e-250, 1e250};
    for (int s = 0; s < 5; s++)
        for (int mode = 0; mode < 2; mode++)
            for (size_t key = 0; key < sizeof KEY / sizeof *KEY; key++) {
                patient p = healthy();
                p.mode = (gw_gradcheck_mode)mode;
                p.scale = SCALE[s];
                for (int k = 0; k < POINTS; k++) {
                    for (int i = 0; i < WEIGHTS; i++)
                        p.wrong[k][i] = p.right[k][i] * (key == 0   ? -1
                                                         : key == 1 ? 1.7
                                                         : key == 2 ? 40
                                                         : key == 3 ? 0
                                                                    : 1) -
                                        (key == 4 ? LAMBDA * p.theta[k][i] : 0);
                    if (key == 5)
                        transpose(p.wrong[k], p.right[k]);
                    for (int i = 0; key == 6 && i < WEIGHTS; i++)
                        p.wrong[k][i] = p.right[k][(i + COLS) % WEIGHTS];
                    if (key == 7)
                        p.wrong[k][7] *= 1.1;
                }
                assert_named(p, POINTS, 0, KEY[key]);
                if (key != 3) {
                    p.wrong[2][2] += 0.9; /* not that alone */
                    assert_named(p, POINTS, 0, "unknown");
                }
            }
}

static void every_name_has_a_key_and_a_meaning(void **state) {
    (void)state;
    for (int32_t a = 0; a < GW_NAMES; a++) {
        assert_true(strlen(gw_diagnose_key(a)) > 2 && strlen(gw_diagnose_key(a)) < 32);
        assert_true(strlen(gw_diagnose_meaning(a)) > 5);
        for (int32_t b = 0; b < a; b++)
            assert_string_not_equal(gw_diagnose_key(a), gw_diagnose_key(b));
    }
    assert_null(gw_diagnose_key(-1));
    assert_null(gw_diagnose_meaning(GW_NAMES));
}

static void bad_arguments_are_refused(void **state) {
    (void)state;
    patient p = healthy();
    examine(&p, 1, 0);
    const gw_gradcheck *none[] = {NULL};
    gw_diagnosis list[GW_DIAGNOSES];
    int32_t count;
    assert_int_equal(gw_diagnose_points(NULL, 1, 0, 0, 0, list, &count), GW_NULL);
    assert_int_equal(gw_diagnose_points(none, 1, 0, 0, 0, list, &count), GW_NULL);
    assert_int_equal(gw_diagnose_points(none, 0, 0, 0, 0, list, &count), GW_RANGE);
    const gw_gradcheck_block one = {"W", 0, 2, 1}, other = {"W", 0, 1, 2};
    const double theta[] = {1, 2};
    const gw_gradcheck *two[2];
    void *memory[2];
    for (int k = 0; k < 2; k++) {
        const gw_gradcheck_problem problem = {
            .size = 2, .blocks = 1, .theta = theta, .gradient = theta, .block = k ? &other : &one};
        gw_gradcheck *check;
        memory[k] = malloc(gw_gradcheck_bytes(2, 1));
        assert_ok(gw_gradcheck_start(&problem, memory[k], &check));
        two[k] = check;
    }
    assert_int_equal(gw_diagnose_points(two, 2, 0, 0, 0, list, &count), GW_SHAPE);
    assert_int_equal(gw_diagnose_points(two, 2, 1, 0, 0, list, &count), GW_RANGE);
    free(memory[0]);
    free(memory[1]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_entry_is_the_same_at_every_point),
        cmocka_unit_test(a_factor_is_the_same_at_every_point),
        cmocka_unit_test(a_regulariser_is_the_same_at_every_point),
        cmocka_unit_test(the_silent_have_no_vote),
        cmocka_unit_test(names_are_the_same_however_they_are_found),
        cmocka_unit_test(every_name_has_a_key_and_a_meaning),
        cmocka_unit_test(bad_arguments_are_refused),
    };
    return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
