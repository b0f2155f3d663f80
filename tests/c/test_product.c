#include "elementwise.h"
#include "product.h"
#include "random_matrix.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

#define OUTSIDE 77.0

/* A random matrix in rows that are up to 3 numbers too wide. */
static gw_matrix random_matrix(gw_random *rng, int32_t rows, int32_t cols) {
    gw_matrix M = {rows, cols, cols + gw_random_below(rng, 4), NULL};
    size_t count = (size_t)rows * (size_t)M.stride;
    M.data = malloc(count * sizeof(double));
    for (size_t i = 0; i < count; i++)
        M.data[i] = OUTSIDE;
    assert_ok(gw_random_fill_normal(rng, 1, &M));
    return M;
}

/* Every entry against factor · Σ_k |A_ik| |B_kj| · (k + 1)ε, the bound for a sum
 * of k products in any order, for either side (Higham, Accuracy and Stability of
 * Numerical Algorithms, section 3.5); and what lies between the rows. */
static void assert_product(double factor, const gw_matrix *A, const gw_matrix *B,
                           const gw_matrix *C) {
    for (int32_t i = 0; i < C->rows; i++) {
        for (int32_t j = 0; j < C->cols; j++) {
            double sum = 0, size = 0;
            for (int32_t k = 0; k < A->cols; k++) {
                double term = *gw_matrix_at(A, i, k) * *gw_matrix_at(B, k, j);
                sum += term;
                size += fabs(term);
            }
            assert_close(*gw_matrix_at(C, i, j), factor * sum, 0,
                         fabs(factor) * size * (A->cols + 2) * DBL_EPSILON);
        }
        for (int32_t j = C->cols; j < C->stride; j++)
            assert_close(C->data[(size_t)i * (size_t)C->stride + (size_t)j], OUTSIDE, 0, 0);
    }
}

/* Random factors, their transposes, room for a product, and the product by plain loops. */
typedef struct {
    gw_matrix A, B, At, Bt, C, plain;
} product;

static product random_product(gw_random *rng, int32_t limit) {
    int32_t n = 1 + gw_random_below(rng, limit), k = 1 + gw_random_below(rng, limit),
            m = 1 + gw_random_below(rng, limit);
    product p = {.A = random_matrix(rng, n, k)};
    p.B = random_matrix(rng, k, m);
    p.At = random_matrix(rng, k, n);
    p.Bt = random_matrix(rng, m, k);
    p.C = random_matrix(rng, n, m);
    p.plain = random_matrix(rng, n, m);
    assert_ok(gw_matrix_transpose(&p.A, &p.At));
    assert_ok(gw_matrix_transpose(&p.B, &p.Bt));
    assert_ok(gw_matrix_multiply(&p.A, &p.B, &p.plain));
    return p;
}

static void free_product(const product *p) {
    const gw_matrix *all[] = {&p->A, &p->B, &p->At, &p->Bt, &p->C, &p->plain};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        free(all[i]->data);
}

static void products_of_random_shapes(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 8);
    for (int round = 0; round < 200; round++) {
        int32_t limit = round < 150 ? 9 : 70; /* tiles of up to 4 x 16 */
        product p = random_product(&rng, limit);
        assert_product(1, &p.A, &p.B, &p.plain);
        assert_ok(gw_fast_multiply(&p.A, &p.B, &p.C));
        assert_product(1, &p.A, &p.B, &p.C);
        assert_ok(gw_matrix_fill(&p.C, NAN)); /* what was there before must not matter */
        assert_ok(gw_fast_multiply_bt(1.0 / p.C.cols, &p.A, &p.Bt, &p.C));
        assert_product(1.0 / p.C.cols, &p.A, &p.B, &p.C);
        assert_ok(gw_matrix_fill(&p.C, NAN));
        assert_ok(gw_fast_multiply_at(&p.At, &p.B, &p.C));
        assert_product(1, &p.A, &p.B, &p.C);
        free_product(&p);
    }
}

static void inputs_stay_as_they_were(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 5);
    gw_matrix A = random_matrix(&rng, 6, 6), B = random_matrix(&rng, 6, 6);
    gw_matrix C = random_matrix(&rng, 6, 6);
    double before[2][6 * 9];
    size_t size[] = {6 * (size_t)A.stride * sizeof(double), 6 * (size_t)B.stride * sizeof(double)};
    memcpy(before[0], A.data, size[0]);
    memcpy(before[1], B.data, size[1]);
    assert_ok(gw_fast_multiply(&A, &B, &C));
    assert_ok(gw_fast_multiply_bt(2, &A, &B, &C));
    assert_ok(gw_fast_multiply_at(&A, &B, &C));
    assert_memory_equal(before[0], A.data, size[0]);
    assert_memory_equal(before[1], B.data, size[1]);
    free(A.data);
    free(B.data);
    free(C.data);
}

static void bad_arguments_change_nothing(void **state) {
    (void)state;
    double a[6] = {1, 2, 3, 4, 5, 6}, c[6] = {7, 7, 7, 7, 7, 7};
    gw_matrix A = {2, 3, 3, a}, A3 = {3, 2, 2, a}, C = {2, 2, 2, c}, C3 = {3, 2, 2, c};
    assert_int_equal(gw_fast_multiply(&A, &A, &C), GW_SHAPE);
    assert_int_equal(gw_fast_multiply(&A, &A3, &C3), GW_SHAPE);
    assert_int_equal(gw_fast_multiply(NULL, &A3, &C), GW_NULL);
    assert_int_equal(gw_fast_multiply_bt(1, &A, &A3, &C), GW_SHAPE);
    assert_int_equal(gw_fast_multiply_bt(1, &A, &A, &C3), GW_SHAPE);
    assert_int_equal(gw_fast_multiply_bt(1, &A, NULL, &C), GW_NULL);
    assert_int_equal(gw_fast_multiply_at(&A, &A3, &C), GW_SHAPE);
    assert_int_equal(gw_fast_multiply_at(&A, &A, &C3), GW_SHAPE);
    assert_int_equal(gw_fast_multiply_at(&A, &A, NULL), GW_NULL);
    C.stride = 1;
    assert_int_equal(gw_fast_multiply(&A, &A3, &C), GW_SHAPE);
    for (int i = 0; i < 6; i++)
        assert_close(c[i], 7, 0, 0);
}

/* factor · Σ_k a_ik b_jk in the order that csrc/fast/product.h states. */
static double in_lanes(double factor, const gw_matrix *A, int32_t i, const gw_matrix *B,
                       int32_t j) {
    double s[8] = {0};
    for (int32_t k = 0; k < A->cols; k++)
        s[k % 8] += *gw_matrix_at(A, i, k) * *gw_matrix_at(B, j, k);
    return factor * (((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7])));
}

/* With every instruction set, to the bit. */
static void the_stated_order(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 3);
    for (int round = 0; round < 300; round++) {
        int32_t limit = round < 200 ? 10 : 70;
        product p = random_product(&rng, limit);
        for (int set = 0; set < GW_INSTRUCTIONS; set++) {
            if (!gw_fast_has((gw_instructions)set))
                continue;
            assert_ok(gw_fast_use((gw_instructions)set));
            assert_ok(gw_fast_multiply(&p.A, &p.B, &p.C));
            for (int32_t i = 0; i < p.C.rows; i++)
                assert_memory_equal(gw_matrix_at(&p.C, i, 0), gw_matrix_at(&p.plain, i, 0),
                                    sizeof(double) * (size_t)p.C.cols);
            assert_ok(gw_fast_multiply_at(&p.At, &p.B, &p.C));
            for (int32_t i = 0; i < p.C.rows; i++)
                assert_memory_equal(gw_matrix_at(&p.C, i, 0), gw_matrix_at(&p.plain, i, 0),
                                    sizeof(double) * (size_t)p.C.cols);
            assert_ok(gw_fast_multiply_bt(1.0 / p.C.cols, &p.A, &p.Bt, &p.C));
            for (int32_t i = 0; i < p.C.rows; i++)
                for (int32_t j = 0; j < p.C.cols; j++)
                    assert_true(*gw_matrix_at(&p.C, i, j) ==
                                in_lanes(1.0 / p.C.cols, &p.A, i, &p.Bt, j));
        }
        free_product(&p);
    }
    assert_ok(gw_fast_use(GW_BEST_INSTRUCTIONS));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_of_random_shapes),
        cmocka_unit_test(inputs_stay_as_they_were),
        cmocka_unit_test(bad_arguments_change_nothing),
        cmocka_unit_test(the_stated_order),
    };
    return cmocka_run_group_tests_name("product", tests, NULL, NULL);
}
