/* A block whose gradient is known, and what is said of wrong ones. */
#ifndef GW_TEST_DIAGNOSED_H
#define GW_TEST_DIAGNOSED_H

#include "diagnosis.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

/* J = Σ c_i sin(θ_i + i) + (λ/2) Σ θ_i² over a block W of 4 by 3, whose gradient is
 * known, and in which no two entries are alike. */
enum { ROWS = 4, COLS = 3, SIZE = ROWS * COLS, EXAMPLES = 40 };
static const double LAMBDA = 0.3;

static inline double factor(int i) {
    return 1 + 0.37 * i;
}

static inline double cost(const double *theta) {
    double sum = 0;
    for (int i = 0; i < SIZE; i++)
        sum += factor(i) * sin(theta[i] + i) + LAMBDA / 2 * theta[i] * theta[i];
    return sum;
}

static inline double noisy(const double *theta) {
    static int calls;
    return cost(theta) + 1e-3 * ++calls;
}

typedef struct {
    double theta[SIZE], right[SIZE], wrong[SIZE];
    const char *name;
    int32_t examples, rows; /* rows: 0 for ROWS */
    double alpha;
    gw_diagnosis list[GW_DIAGNOSES];
    int32_t count;
} patient;

static inline patient healthy(void) {
    patient p = {.name = "W", .examples = EXAMPLES};
    for (int i = 0; i < SIZE; i++) {
        p.theta[i] = 0.8 * cos(1 + 2.1 * i);
        p.right[i] = factor(i) * cos(p.theta[i] + i) + LAMBDA * p.theta[i];
        p.wrong[i] = p.right[i];
    }
    return p;
}

/* Checks a gradient of f at theta, in one block, to the end; to be freed. */
static inline gw_gradcheck *checked(const patient *p, double (*f)(const double *),
                                    const double *theta, const double *gradient) {
    int32_t rows = p->rows > 0 ? p->rows : ROWS;
    gw_gradcheck_block block = {"", 0, rows, SIZE / rows};
    strncpy(block.name, p->name, sizeof block.name - 1);
    const gw_gradcheck_problem problem = {.size = SIZE,
                                          .blocks = 1,
                                          .theta = theta,
                                          .gradient = gradient,
                                          .block = &block,
                                          .seed = 3};
    double point[SIZE];
    gw_gradcheck *check;
    gw_gradcheck_ask ask;
    assert_ok(gw_gradcheck_start(&problem, malloc(gw_gradcheck_bytes(SIZE, 1)), &check));
    while (gw_gradcheck_next(check, &ask)) {
        assert_ok(gw_gradcheck_point(check, ask.id, point));
        assert_ok(gw_gradcheck_tell(check, ask.id, f(point)));
    }
    return check;
}

/* Checks p->wrong as the gradient of f and diagnoses its only block. */
static inline gw_verdict examine(patient *p, double (*f)(const double *)) {
    gw_gradcheck *check = checked(p, f, p->theta, p->wrong);
    gw_gradcheck_summary result;
    assert_ok(gw_gradcheck_result(check, &result));
    p->count = -1;
    assert_ok(gw_diagnose(check, 0, p->examples, p->alpha, p->list, &p->count));
    for (int i = 0; i < p->count; i++) {
        assert_true(strlen(p->list[i].text) > 10);
        assert_true(strlen(p->list[i].text) < sizeof p->list[i].text - 1); /* not cut off */
    }
    free(check);
    return result.verdict;
}

/* The gradient fails, and this is the first name it is given. */
#define assert_named(p, key_)                                                                      \
    do {                                                                                           \
        assert_int_equal(examine(&(p), cost), GW_FAIL);                                            \
        assert_true((p).count >= 1);                                                               \
        assert_string_equal((p).list[0].key, key_);                                                \
    } while (0)

static inline void scale(patient *p, double by) {
    for (int i = 0; i < SIZE; i++)
        p->wrong[i] = by * p->right[i];
}

#endif
