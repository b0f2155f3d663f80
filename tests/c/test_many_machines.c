/* csrc/many_machines.h: three orders of a sum; shards of any size and both models, put
 * together to what one machine has, and near to the plain form; what is refused. */
#include "logistic_regression.h"
#include "logistic_regression_fast.h"
#include "many_machines.h"
#include "network_fast.h"
#include "random.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

enum {
    FEATURES = 3,
    HIDDEN = 9,
    EXAMPLES = 9000,
    RANKS = 9,
    NODES = 64,
    MOST = HIDDEN * (FEATURES + 2) + 1, /* numbers in θ */
    ROOM = 20000
};

static double x_data[FEATURES * EXAMPLES], y_data[EXAMPLES], z_data[EXAMPLES], dz_data[EXAMPLES],
    node_data[NODES * (MOST + 1)], room_data[ROOM];

static gw_matrix of(double *data, int32_t rows, int32_t cols) {
    return (gw_matrix){rows, cols, cols, data};
}

static void sums_have_their_orders(void **state) {
    (void)state;
    double sum, x[11];
    /* 2^53 + 1 is no double: who adds ones to 2^53 one by one loses them all. */
    for (int i = 0; i < 11; i++)
        x[i] = i ? 1 : 0x1p53;
    gw_matrix row = of(x, 1, 11);
    assert_ok(gw_sum_in_order(&row, &sum));
    assert_true(sum == 0x1p53);
    /* Lanes 2^53, 2, 2, 1, 1, 1, 1, 1; 2^53 + 1 is 2^53 again. */
    assert_ok(gw_sum_in_lanes(&row, &sum));
    assert_true(sum == ((0x1p53 + 0) + 3) + (3 + 2));
    /* ((2^53 + 1) + 2) + 4, and 3: 2^53 + 2 + 4 = 2^53 + 6, then + 3 to the even of two */
    assert_ok(gw_sum_by_tree(&row, &sum));
    assert_true(sum == ((0x1p53 + 2) + 4) + 3);
    row.cols = 1;
    assert_ok(gw_sum_by_tree(&row, &sum));
    assert_true(sum == row.data[0]);
    row.cols = 0;
    assert_int_equal(gw_sum_in_order(&row, &sum), GW_SHAPE);
    assert_int_equal(gw_sum_in_lanes(NULL, &sum), GW_NULL);
    assert_int_equal(gw_sum_by_tree(&row, NULL), GW_NULL);
}

static void fill(gw_random *rng, int32_t m, gw_matrix *X, gw_matrix *Y, double *theta) {
    *X = of(x_data, FEATURES, m);
    *Y = of(y_data, 1, m);
    for (int32_t i = 0; i < FEATURES * m; i++)
        x_data[i] = gw_random_normal(rng);
    for (int32_t i = 0; i < m; i++)
        y_data[i] = (double)gw_random_below(rng, 2);
    for (int k = 0; k < MOST; k++)
        theta[k] = gw_random_normal(rng);
}

static gw_matrix columns(const gw_matrix *M, int32_t from, int32_t to) {
    return (gw_matrix){M->rows, to - from, M->stride, M->data + from};
}

/* Every rank's nodes below each other; how many there are. */
static int32_t every_rank(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *theta,
                          int32_t ranks) {
    int32_t m = X->cols, p = theta->cols, all = 0, behind = 0;
    for (int32_t rank = 0; rank < ranks; rank++) {
        int32_t from, to, count, size;
        assert_ok(gw_shard_range(m, ranks, rank, &from, &to));
        assert_ok(gw_shard_nodes(m, ranks, rank, &count));
        assert_int_equal(from, behind);
        assert_int_equal(to > from, count > 0);
        behind = to;
        if (count == 0)
            continue;
        assert_true(all + count <= NODES);
        gw_matrix mine_X = columns(X, from, to), mine_Y = columns(Y, from, to);
        gw_matrix nodes = of(node_data + all * (p + 1), count, p + 1);
        assert_ok(gw_shard_room(FEATURES, p, m, ranks, rank, &size));
        assert_true(size <= ROOM);
        gw_matrix room = of(room_data, 1, size);
        assert_ok(gw_shard_sums(&mine_X, &mine_Y, theta, m, ranks, rank, &nodes, &room));
        all += count;
    }
    assert_int_equal(behind, m);
    return all;
}

static void ranks_make_one_machine(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 14);
    double theta_data[MOST], sums_data[FEATURES + 2], d_data[FEATURES + 2];
    gw_matrix theta = of(theta_data, 1, FEATURES + 1), sums = of(sums_data, 1, FEATURES + 2);
    for (int k = 0; k < 40; k++) {
        int32_t m = 1 + gw_random_below(&rng, k < 5 ? 1200 : EXAMPLES);
        gw_matrix X, Y;
        fill(&rng, m, &X, &Y, theta_data);
        gw_matrix w = of(theta_data, FEATURES, 1), b = of(theta_data + FEATURES, 1, 1);
        gw_matrix dw = of(d_data, FEATURES, 1), db = of(d_data + FEATURES, 1, 1);
        gw_matrix J = of(d_data + FEATURES + 1, 1, 1);
        int32_t size;
        assert_ok(gw_fast_logistic_regression_room(FEATURES, m, 1, &size));
        assert_true(size <= ROOM);
        gw_matrix room = of(room_data, 1, size);
        assert_ok(gw_fast_logistic_regression_gradient(&X, &Y, &w, &b, &dw, &db, &J, &room, 1));
        for (int32_t ranks = 1; ranks <= RANKS; ranks++) {
            gw_matrix nodes = of(node_data, every_rank(&X, &Y, &theta, ranks), FEATURES + 2);
            assert_ok(gw_shard_finish(m, ranks, &nodes, &sums));
            for (int i = 0; i < FEATURES + 2; i++)
                assert_true(sums_data[i] / m == d_data[i]);
        }
        /* And the plain form, to rounding: m terms of at most 6, each right to 20 ulp. */
        double plain[FEATURES], plain_db, plain_J, bound = 20.0 * m * DBL_EPSILON * 6;
        gw_matrix Z = of(z_data, 1, m), dZ = of(dz_data, 1, m), plain_dw = of(plain, FEATURES, 1);
        assert_ok(gw_logistic_regression_gradient(&X, &Y, &w, theta_data[FEATURES], &Z, &dZ,
                                                  &plain_dw, &plain_db, &plain_J));
        for (int i = 0; i < FEATURES; i++)
            assert_close(d_data[i], plain[i], 0, bound);
        assert_close(d_data[FEATURES], plain_db, 0, bound);
        assert_close(d_data[FEATURES + 1], plain_J, 0, bound);
        /* The update is that of one machine. */
        double J_before, theta_before[FEATURES + 1];
        memcpy(theta_before, theta_data, sizeof theta_before);
        assert_ok(gw_shard_update(0.25, m, &sums, &theta, &J_before));
        assert_true(J_before == d_data[FEATURES + 1]);
        gw_matrix w2 = of(theta_before, FEATURES, 1), b2 = of(theta_before + FEATURES, 1, 1);
        assert_ok(gw_fast_logistic_regression(&X, &Y, 0.25, &w2, &b2, &J, &room, 1));
        assert_memory_equal(theta_data, theta_before, sizeof theta_before);
    }
}

/* A network whose parameters are numbers in a row, as csrc/many_machines.h has them. */
static gw_network network_of(int32_t hidden, double *row) {
    gw_network net = {.layers = 2, .g = {0, GW_TANH}};
    net.W[1] = of(row, hidden, FEATURES);
    net.b[1] = of(row + hidden * FEATURES, hidden, 1);
    net.W[2] = of(row + hidden * (FEATURES + 1), 1, hidden);
    net.b[2] = of(row + hidden * (FEATURES + 2), 1, 1);
    return net;
}

/* The same of networks; that one machine's network is the plain one, test_fast.c sees. */
static void ranks_make_one_network(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 16);
    for (int k = 0; k < 40; k++) {
        int32_t hidden = 1 + gw_random_below(&rng, HIDDEN), p = hidden * (FEATURES + 2) + 1, size;
        int32_t m = 1 + gw_random_below(&rng, k < 5 ? 1200 : EXAMPLES);
        double theta_data[MOST], alone[MOST], d_data[MOST], sums_data[MOST + 1], J_data, J_before;
        gw_matrix X, Y, theta = of(theta_data, 1, p), J = of(&J_data, 1, 1);
        gw_matrix sums = of(sums_data, 1, p + 1);
        fill(&rng, m, &X, &Y, theta_data);
        memcpy(alone, theta_data, sizeof alone);
        gw_network net = network_of(hidden, alone), d = network_of(hidden, d_data);
        gw_network_gradient gradient;
        for (int l = 1; l <= 2; l++) {
            gradient.dZ[l] = of(room_data, net.W[l].rows, m); /* left alone */
            gradient.dW[l] = d.W[l];
            gradient.db[l] = d.b[l];
        }
        assert_ok(gw_fast_network_room(&net, m, 1, &size));
        assert_true(size <= ROOM);
        gw_matrix room = of(room_data, 1, size);
        assert_ok(gw_fast_network_gradient(&net, &X, &Y, &gradient, &J, &room, 1));
        for (int32_t ranks = 1; ranks <= RANKS; ranks++) {
            gw_matrix nodes = of(node_data, every_rank(&X, &Y, &theta, ranks), p + 1);
            assert_ok(gw_shard_finish(m, ranks, &nodes, &sums));
            for (int i = 0; i < p; i++)
                assert_true(sums_data[i] / m == d_data[i]);
            assert_true(sums_data[p] / m == J_data);
        }
        assert_ok(gw_shard_update(0.25, m, &sums, &theta, &J_before));
        assert_ok(gw_fast_network(&net, &X, &Y, 0.25, &J, &room, 1));
        assert_true(J_before == J_data);
        assert_memory_equal(theta_data, alone, sizeof(double) * (size_t)p);
    }
}

static void moments_are_those_of_all(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 15);
    double theta[MOST], center[FEATURES] = {0.5, 0, -2}, sums_data[FEATURES], first[FEATURES];
    int32_t m = 5001;
    gw_matrix X, Y, sums = of(sums_data, 1, FEATURES), c = of(center, FEATURES, 1);
    fill(&rng, m, &X, &Y, theta);
    for (int32_t power = 1; power <= 2; power++)
        for (int32_t ranks = 1; ranks <= RANKS; ranks++) {
            int32_t all = 0;
            for (int32_t rank = 0; rank < ranks; rank++) {
                int32_t from, to, count;
                assert_ok(gw_shard_range(m, ranks, rank, &from, &to));
                assert_ok(gw_shard_nodes(m, ranks, rank, &count));
                if (count == 0)
                    continue;
                gw_matrix mine = columns(&X, from, to);
                gw_matrix nodes = of(node_data + all * FEATURES, count, FEATURES);
                assert_ok(gw_shard_moments(&mine, &c, power, m, ranks, rank, &nodes));
                assert_int_equal(gw_shard_moments(&mine, &c, 3, m, ranks, rank, &nodes), GW_RANGE);
                all += count;
            }
            gw_matrix nodes = of(node_data, all, FEATURES);
            assert_ok(gw_shard_finish(m, ranks, &nodes, &sums));
            if (ranks == 1) {
                memcpy(first, sums_data, sizeof first);
                for (int k = 0; k < FEATURES; k++) {
                    double sum = 0, size = 0;
                    for (int32_t i = 0; i < m; i++) {
                        double d = x_data[k * m + i] - center[k];
                        sum += power == 1 ? d : d * d;
                        size += power == 1 ? fabs(d) : d * d;
                    }
                    assert_close(sums_data[k], sum, 0, 2 * m * DBL_EPSILON * size);
                }
            }
            assert_memory_equal(sums_data, first, sizeof first);
        }
}

static void what_does_not_fit_is_refused(void **state) {
    (void)state;
    gw_random rng;
    gw_random_seed(&rng, 16);
    int32_t from, to, count, size, m = 5000;
    double theta_data[MOST], sums_data[FEATURES + 2], J;
    gw_matrix X, Y, theta = of(theta_data, 1, FEATURES + 1);
    gw_matrix sums = of(sums_data, 1, FEATURES + 2);
    fill(&rng, m, &X, &Y, theta_data);
    assert_int_equal(gw_shard_range(0, 1, 0, &from, &to), GW_RANGE);
    assert_int_equal(gw_shard_range(m, 2, 2, &from, &to), GW_RANGE);
    assert_int_equal(gw_shard_range(m, 0, 0, &from, &to), GW_RANGE);
    assert_int_equal(gw_shard_range(m, 2, -1, &from, &to), GW_RANGE);
    assert_int_equal(gw_shard_range(m, 2, 1, NULL, &to), GW_NULL);
    assert_int_equal(gw_shard_nodes(m, 2, 1, NULL), GW_NULL);
    assert_int_equal(gw_shard_room(0, 1, m, 2, 1, &size), GW_RANGE);
    assert_int_equal(gw_shard_room(FEATURES, FEATURES + 1, m, 2, 1, NULL), GW_NULL);
    /* θ of which model? */
    for (int32_t p = -1; p <= MOST; p++) {
        int fits = p == FEATURES + 1 || (p > 1 && (p - 1) % (FEATURES + 2) == 0);
        assert_int_equal(gw_shard_room(FEATURES, p, m, 2, 1, &size), fits ? GW_OK : GW_SHAPE);
    }

    gw_matrix nodes = of(node_data, every_rank(&X, &Y, &theta, 3), FEATURES + 2);
    gw_matrix fewer = of(node_data, nodes.rows - 1, FEATURES + 2);
    assert_int_equal(gw_shard_finish(m, 3, &fewer, &sums), GW_RANGE);
    gw_matrix more = of(node_data, nodes.rows + 1, FEATURES + 2);
    assert_int_equal(gw_shard_finish(m, 3, &more, &sums), GW_RANGE);
    assert_ok(gw_shard_range(m, 3, 1, &from, &to));
    assert_ok(gw_shard_nodes(m, 3, 1, &count));
    assert_ok(gw_shard_room(FEATURES, FEATURES + 1, m, 3, 1, &size));
    gw_matrix room = of(room_data, 1, size), less = of(room_data, 1, size - 1);
    gw_matrix mine_X = columns(&X, from, to), mine_Y = columns(&Y, from, to);
    nodes = of(node_data, count, FEATURES + 2);
    assert_int_equal(gw_shard_sums(&mine_X, &mine_Y, &theta, m, 3, 1, &nodes, &less), GW_SHAPE);
    assert_int_equal(gw_shard_sums(&X, &Y, &theta, m, 3, 1, &nodes, &room), GW_SHAPE);
    nodes.rows++;
    assert_int_equal(gw_shard_sums(&mine_X, &mine_Y, &theta, m, 3, 1, &nodes, &room), GW_RANGE);
    nodes.rows--;
    y_data[from] = 1.5;
    assert_int_equal(gw_shard_sums(&mine_X, &mine_Y, &theta, m, 3, 1, &nodes, &room), GW_DOMAIN);
    memset(sums_data, 0, sizeof sums_data);
    assert_int_equal(gw_shard_update(0, m, &sums, &theta, &J), GW_RANGE);
    assert_int_equal(gw_shard_update(1, m, &sums, &theta, NULL), GW_NULL);
    sums_data[0] = INFINITY;
    assert_int_equal(gw_shard_update(1, m, &sums, &theta, &J), GW_NOT_FINITE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_have_their_orders),       cmocka_unit_test(ranks_make_one_machine),
        cmocka_unit_test(ranks_make_one_network),       cmocka_unit_test(moments_are_those_of_all),
        cmocka_unit_test(what_does_not_fit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
