/* csrc/fast against the plain forms, over awkward and random shapes, each within a bound
 * that is derived here; runs of leaves put together as several machines do; what stops a
 * training. That all instruction sets and threads give the same bits, over more
 * iterations, tests/lua/fast_spec.lua sees. */
#include "../fast/shapes.h"
#include "backprop.h"
#include "logistic_regression.h"
#include "loss.h"
#include "test.h"

enum { RANDOM_SHAPES = 40, ITERATIONS = 3, RANKS = 7 };

static shape any_shape(gw_random *rng) {
    return (shape){1 + gw_random_below(rng, 20), gw_random_below(rng, 12),
                   1 + gw_random_below(rng, gw_random_below(rng, 4) ? 300 : 3000),
                   (gw_activation)gw_random_below(rng, GW_ACTIVATIONS), gw_random_below(rng, 5)};
}

/* How far two right results of J, then of each derivative, may be from each other: each
 * may be off by twice this for either of them. ez1, ez2, … say by how much z1, z2, … may
 * be wrong: a sum of k products by k + 2 roundings of its absolute terms; a function by
 * its slope times its argument's error and 5 ulp. */
static void bounds(const training *t, double *of_J, double *of_W1, double *of_b1, double *of_W2,
                   double *of_b2) {
    int32_t n0 = t->of.n0, n1 = t->of.n1, m = t->of.m;
    const gw_matrix *W1 = &t->net.W[1], *b1 = &t->net.b[1], *W2 = &t->net.W[2];
    double eps = DBL_EPSILON, *z1 = calloc((size_t)n1 + 1, sizeof(double)),
           *ez1 = calloc((size_t)n1 + 1, sizeof(double));
    *of_J = *of_b2 = 0;
    memset(of_W1, 0, sizeof(double) * (size_t)n0 * (size_t)(n1 ? n1 : 1));
    memset(of_b1, 0, sizeof(double) * (size_t)(n1 ? n1 : 1));
    memset(of_W2, 0, sizeof(double) * (size_t)(n1 ? n1 : 1));
    for (int32_t i = 0; i < m; i++) {
        double z2 = n1 ? t->net.b[2].data[0] : b1->data[0], size = fabs(z2), ez2 = 0;
        for (int32_t j = 0; j < n1; j++) {
            double absolute = fabs(at(b1, j, 0));
            z1[j] = at(b1, j, 0);
            for (int32_t k = 0; k < n0; k++) {
                z1[j] += at(W1, j, k) * at(&t->X, k, i);
                absolute += fabs(at(W1, j, k) * at(&t->X, k, i));
            }
            ez1[j] = eps * (n0 + 2) * absolute;
            double a = gw_activation_value(t->of.g1, z1[j]);
            ez2 += fabs(at(W2, 0, j)) * (ez1[j] + 5 * eps * fabs(a)); /* |g'| ≤ 1 */
            z2 += at(W2, 0, j) * a;
            size += fabs(at(W2, 0, j) * a);
        }
        for (int32_t k = 0; k < n0 && n1 == 0; k++) {
            z2 += at(W1, k, 0) * at(&t->X, k, i);
            size += fabs(at(W1, k, 0) * at(&t->X, k, i));
        }
        ez2 += eps * ((n1 ? n1 : n0) + 2) * size;
        double y = at(&t->Y, 0, i), dz2 = gw_loss_slope_z(z2, y);
        double edz2 = ez2 / 4 + 5 * eps; /* |σ'| ≤ 1/4, |σ| and |y| ≤ 1 */
        /* A sum over m examples adds m + 5 roundings. */
        double sums = (m + 5) * eps;
        *of_J += (ez2 + (10 * eps + sums) * gw_loss_from_z(z2, y) + 5 * eps * fabs(z2)) / m;
        *of_b2 += (edz2 + sums * fabs(dz2)) / m;
        for (int32_t k = 0; k < n0 && n1 == 0; k++)
            of_W1[k] += fabs(at(&t->X, k, i)) * (edz2 + sums * fabs(dz2)) / m;
        for (int32_t j = 0; j < n1; j++) {
            double w = fabs(at(W2, 0, j)), s = gw_activation_slope(t->of.g1, z1[j]);
            double a = fabs(gw_activation_value(t->of.g1, z1[j]));
            double dz1 = w * fabs(dz2) * s; /* and |g''| ≤ 1 */
            double edz1 = w * (edz2 * s + fabs(dz2) * (ez1[j] + 8 * eps * s));
            of_W2[j] += (edz2 * a + fabs(dz2) * (ez1[j] + 5 * eps * a) + sums * fabs(dz2) * a) / m;
            of_b1[j] += (edz1 + sums * dz1) / m;
            for (int32_t k = 0; k < n0; k++)
                of_W1[j * n0 + k] += fabs(at(&t->X, k, i)) * (edz1 + sums * dz1) / m;
        }
    }
    if (n1 == 0)
        *of_b1 = *of_b2;
    free(z1);
    free(ez1);
}

static double worst; /* share of the bound that was needed */

static void within(const gw_matrix *fast, const gw_matrix *plain, const double *bound) {
    for (int32_t j = 0; j < fast->rows; j++)
        for (int32_t k = 0; k < fast->cols; k++) {
            double off = fabs(at(fast, j, k) - at(plain, j, k)),
                   allowed = 2 * bound[j * fast->cols + k];
            assert_true(off <= allowed);
            worst = fmax(worst, allowed > 0 ? off / allowed : 0);
        }
}

typedef struct {
    gw_network_pass pass;
    gw_network_gradient plain, fast;
    gw_matrix J, room;
} work;

static gw_matrix made(int32_t rows, int32_t cols) {
    return shapes_matrix(rows, cols, 0);
}

static void one_shape(shape of, uint64_t seed) {
    training t = shapes_begin(of, seed, 1);
    int32_t n0 = of.n0, n1 = of.n1, m = of.m, size, hidden = n1 ? n1 : 1;
    double J, of_J, of_b2, *of_W1 = malloc(sizeof(double) * (size_t)n0 * (size_t)hidden);
    double *of_b1 = malloc(sizeof(double) * (size_t)hidden),
           *of_W2 = malloc(sizeof(double) * (size_t)hidden);
    bounds(&t, &of_J, of_W1, of_b1, of_W2, &of_b2);
    gw_matrix J_fast = made(1, 1), J_plain = {1, 1, 1, &J};
    if (n1 == 0) {
        gw_matrix dw = made(n0, 1), db = made(1, 1), dw2 = made(n0, 1), db2 = made(1, 1);
        gw_matrix Z = made(1, m), dZ = made(1, m);
        assert_ok(gw_fast_logistic_regression_room(n0, m, 0, &size));
        gw_matrix room = made(1, size);
        assert_ok(gw_fast_logistic_regression_gradient(&t.X, &t.Y, &t.net.W[1], &t.net.b[1], &dw,
                                                       &db, &J_fast, &room, 0));
        /* Y in one piece, as the plain form wants it. */
        assert_ok(gw_logistic_regression_gradient(&t.X, &t.Y, &t.net.W[1], t.net.b[1].data[0], &Z,
                                                  &dZ, &dw2, db2.data, &J));
        within(&dw, &dw2, of_W1);
        within(&db, &db2, &of_b2);
        gw_matrix *all[] = {&dw, &db, &dw2, &db2, &Z, &dZ, &room};
        for (size_t i = 0; i < sizeof all / sizeof *all; i++)
            free(all[i]->data - 1);
    } else {
        work w;
        memset(&w, 0, sizeof w);
        w.pass.A[0] = t.X;
        for (int l = 1; l <= 2; l++) {
            int32_t rows = l == 1 ? n1 : 1, cols = l == 1 ? n0 : n1;
            w.pass.Z[l] = made(rows, m);
            w.pass.A[l] = made(rows, m);
            w.plain.dZ[l] = w.fast.dZ[l] = made(rows, m);
            w.plain.dW[l] = made(rows, cols);
            w.plain.db[l] = made(rows, 1);
            w.fast.dW[l] = made(rows, cols);
            w.fast.db[l] = made(rows, 1);
        }
        assert_ok(gw_fast_network_room(&t.net, m, 0, &size));
        w.room = made(1, size);
        assert_ok(gw_fast_network_gradient(&t.net, &t.X, &t.Y, &w.fast, &J_fast, &w.room, 0));
        assert_ok(gw_network_forward(&t.net, &w.pass));
        assert_ok(gw_loss_cost(&w.pass.Z[2], &t.Y, &J));
        assert_ok(gw_backprop(&t.net, &t.Y, &w.pass, &w.plain));
        within(&w.fast.dW[1], &w.plain.dW[1], of_W1);
        within(&w.fast.db[1], &w.plain.db[1], of_b1);
        within(&w.fast.dW[2], &w.plain.dW[2], of_W2);
        within(&w.fast.db[2], &w.plain.db[2], &of_b2);
        for (int l = 1; l <= 2; l++) {
            gw_matrix *all[] = {&w.pass.Z[l],   &w.pass.A[l],  &w.plain.dZ[l], &w.plain.dW[l],
                                &w.plain.db[l], &w.fast.dW[l], &w.fast.db[l]};
            for (size_t i = 0; i < sizeof all / sizeof *all; i++)
                free(all[i]->data - 1);
        }
        free(w.room.data - 1);
    }
    within(&J_fast, &J_plain, &of_J);
    free(J_fast.data - 1);
    free(of_W1);
    free(of_b1);
    free(of_W2);
    shapes_end(&t);
}

static void fast_is_plain(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 5);
    for (int k = 0; k < MANY_SHAPES; k++)
        one_shape(SHAPES[k], (uint64_t)k);
    for (int k = 0; k < RANDOM_SHAPES; k++)
        one_shape(any_shape(&rng), (uint64_t)(100 + k));
    print_message("at most %.3f of the bound\n", worst);
    assert_true(worst > 1e-4); /* a bound that says something */
}

/* Each rank has its own examples, their sums, and other instructions than its neighbour;
 * one puts the nodes together. */
static void ranks_train_alike(void **state) {
    (void)state;
    for (int k = 0; k < MANY_SHAPES; k++)
        for (int ranks = 1; ranks <= RANKS; ranks++) {
            training alone = shapes_begin(SHAPES[k], 7, ITERATIONS);
            training t = shapes_begin(SHAPES[k], 7, ITERATIONS);
            assert_ok(shapes_train(&alone, 0.1, 1));
            gw_model model;
            if (t.of.n1)
                assert_ok(gw_fast_network_model(&t.net, &model));
            else
                assert_ok(gw_fast_logistic_regression_model(t.of.n0, &model));
            double *theta = calloc((size_t)model.parameters, sizeof(double));
            if (t.of.n1)
                gw_fast_network_pack(&model, &t.net, theta);
            else {
                for (int32_t i = 0; i < t.of.n0; i++)
                    theta[i] = at(&t.net.W[1], i, 0);
                theta[t.of.n0] = t.net.b[1].data[0];
            }
            int64_t m = t.of.m, leaves = gw_tree_leaves(m);
            for (int i = 0; i < ITERATIONS; i++) {
                gw_tree tree, part;
                double *rooms[RANKS] = {0};
                assert_ok(gw_tree_begin(&tree, leaves, 0, model.parameters + 1));
                for (int r = 0; r < ranks; r++) {
                    int64_t first = gw_tree_run(leaves, ranks, r),
                            end = gw_tree_run(leaves, ranks, r + 1);
                    if (first == end)
                        continue;
                    gw_matrix X = t.X, Y = t.Y;
                    int64_t from = gw_tree_start(m, first);
                    X.data += from;
                    Y.data += from;
                    X.cols = Y.cols = (int32_t)(gw_tree_start(m, end) - from);
                    if (gw_fast_has((gw_instructions)(r % GW_INSTRUCTIONS)))
                        assert_ok(gw_fast_use((gw_instructions)(r % GW_INSTRUCTIONS)));
                    gw_examples mine = {&X, &Y, m, first, end};
                    int64_t size = gw_engine_room(&model, &mine, 2);
                    rooms[r] = malloc((size_t)size * sizeof(double));
                    assert_int_equal(
                        gw_engine_sums(&model, &mine, theta, 2, size - 1, rooms[r], &part),
                        GW_SHAPE);
                    assert_ok(gw_engine_sums(&model, &mine, theta, 2, size, rooms[r], &part));
                    for (int32_t n = 0; n < part.count; n++)
                        assert_ptr_equal(part.node[n], rooms[r] + n * (model.parameters + 1));
                    assert_ok(gw_tree_join(&tree, &part));
                }
                assert_int_equal(tree.count, 1);
                assert_ok(gw_engine_update(&model, 0.1, m, tree.node[0], theta, &t.J.data[i]));
                for (int r = 0; r < ranks; r++)
                    free(rooms[r]);
            }
            if (t.of.n1)
                gw_fast_network_unpack(&model, theta, &t.net);
            else {
                for (int32_t i = 0; i < t.of.n0; i++)
                    at(&t.net.W[1], i, 0) = theta[i];
                t.net.b[1].data[0] = theta[t.of.n0];
            }
            assert_true(shapes_hash_of(&t) == shapes_hash_of(&alone));
            assert_ok(gw_fast_use(GW_BEST_INSTRUCTIONS));
            free(theta);
            shapes_end(&alone);
            shapes_end(&t);
        }
}

static void what_is_not_finite_stops(void **state) {
    (void)state;
    const double BAD[] = {NAN, INFINITY, -INFINITY};
    for (int k = 0; k < MANY_SHAPES; k++)
        for (int b = 0; b < 3; b++)
            for (int32_t threads = 1; threads <= 2; threads++) {
                training t = shapes_begin(SHAPES[k], 3, 5);
                at(&t.X, t.of.n0 - 1, t.of.m - 1) = BAD[b];
                gw_status status = shapes_train(&t, 0.1, threads);
                /* An infinite z may saturate σ(z) and tanh z, and 0 ∞ is NaN. */
                assert_int_equal(status, GW_NOT_FINITE);
                shapes_end(&t);
                t = shapes_begin(SHAPES[k], 3, 5);
                t.net.b[1].data[0] = BAD[b];
                assert_int_equal(shapes_train(&t, 0.1, threads), GW_NOT_FINITE);
                shapes_end(&t);
                t = shapes_begin(SHAPES[k], 3, 5);
                at(&t.Y, 0, t.of.m / 2) = b ? -1e-300 : NAN;
                assert_int_equal(shapes_train(&t, 0.1, threads), GW_DOMAIN);
                shapes_end(&t);
                t = shapes_begin(SHAPES[k], 3, 5);
                assert_int_equal(shapes_train(&t, b ? -BAD[b] : 0, threads), GW_RANGE);
                shapes_end(&t);
            }
    /* A step so long that θ overflows. */
    training t = shapes_begin((shape){3, 0, 50, 0, 0}, 1, 9);
    assert_int_equal(shapes_train(&t, DBL_MAX, 1), GW_NOT_FINITE);
    shapes_end(&t);
}

/* From 8 MB on X is taken in other blocks, and sent for; rows so far apart are taken so. */
static void blocks_change_no_bit(void **state) {
    (void)state;
    const int32_t far = 1 << 20;
    for (int k = 0; k < MANY_SHAPES; k++) {
        if (SHAPES[k].n1 > 0)
            continue;
        for (int32_t i = 0; i < GW_INSTRUCTIONS; i++) {
            if (!gw_fast_has((gw_instructions)i))
                continue;
            assert_ok(gw_fast_use((gw_instructions)i));
            training near = shapes_begin(SHAPES[k], 9, ITERATIONS);
            training t = shapes_begin(SHAPES[k], 9, ITERATIONS);
            int32_t n0 = t.of.n0, m = t.of.m;
            gw_matrix wide = {n0, m, m + far / n0 + 1, NULL};
            wide.data = malloc(sizeof(double) * (size_t)n0 * (size_t)wide.stride);
            for (int32_t row = 0; row < n0; row++)
                memcpy(&at(&wide, row, 0), &at(&t.X, row, 0), sizeof(double) * (size_t)m);
            gw_matrix narrow = t.X;
            t.X = wide;
            assert_ok(shapes_train(&near, 0.1, 1));
            assert_ok(shapes_train(&t, 0.1, 1));
            assert_true(shapes_hash_of(&t) == shapes_hash_of(&near));
            free(wide.data);
            t.X = narrow;
            shapes_end(&near);
            shapes_end(&t);
        }
    }
    assert_ok(gw_fast_use(GW_BEST_INSTRUCTIONS));
}

static void subnormal_settings_of_others_do_nothing(void **state) {
    (void)state;
#ifdef __SSE2__
    training t = shapes_begin((shape){2, 3, 40, GW_TANH, 0}, 11, 4);
    training u = shapes_begin((shape){2, 3, 40, GW_TANH, 0}, 11, 4);
    for (int32_t i = 0; i < 40; i++) /* so small that products are subnormal */
        at(&t.X, 0, i) = at(&u.X, 0, i) = at(&u.X, 0, i) * 1e-309;
    for (int32_t j = 0; j < 3; j++) /* and all that their weights ever are */
        at(&t.net.W[1], j, 0) = at(&u.net.W[1], j, 0) = 0;
    assert_ok(shapes_train(&t, 0.1, 1));
    unsigned before = __builtin_ia32_stmxcsr();
    __builtin_ia32_ldmxcsr(before | 0x8040); /* FTZ, DAZ */
    gw_status status = shapes_train(&u, 0.1, 1);
    unsigned after = __builtin_ia32_stmxcsr();
    __builtin_ia32_ldmxcsr(before);
    assert_ok(status);
    assert_int_equal(after & 0x8040, 0x8040);
    assert_true(shapes_hash_of(&t) == shapes_hash_of(&u));
    shapes_end(&t);
    shapes_end(&u);
#endif
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fast_is_plain),
        cmocka_unit_test(ranks_train_alike),
        cmocka_unit_test(what_is_not_finite_stops),
        cmocka_unit_test(blocks_change_no_bit),
        cmocka_unit_test(subnormal_settings_of_others_do_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
