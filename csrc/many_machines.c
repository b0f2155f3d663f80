#include "many_machines.h"

#include "at.h"
#include "logistic_regression_fast.h"
#include "network_fast.h"

#include <limits.h>
#include <string.h>

enum { LANES = 8 };

gw_status gw_sum_in_order(const gw_matrix *x, double *sum) {
    if (sum == NULL)
        return GW_NULL;
    GW_TRY(gw_matrix_check(x));
    GW_TRY(gw_matrix_check_shape(x, 1, x->cols));
    /* [order] */
    double s = 0;
    for (int32_t i = 0; i < x->cols; i++)
        s += at(x, 0, i);
    /* [/order] */
    *sum = s;
    return GW_OK;
}

gw_status gw_sum_in_lanes(const gw_matrix *x, double *sum) {
    if (sum == NULL)
        return GW_NULL;
    GW_TRY(gw_matrix_check(x));
    GW_TRY(gw_matrix_check_shape(x, 1, x->cols));
    /* [lanes] */
    double l[LANES] = {0};
    const double *p = x->data, *end = p + x->cols;
    for (; end - p >= LANES; p += LANES)
#pragma GCC unroll 8
        for (int k = 0; k < LANES; k++)
            l[k] += p[k];
    for (int k = 0; p + k < end; k++)
        l[k] += p[k];
    *sum = ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]));
    /* [/lanes] */
    return GW_OK;
}

gw_status gw_sum_by_tree(gw_matrix *x, double *sum) {
    if (sum == NULL)
        return GW_NULL;
    GW_TRY(gw_matrix_check(x));
    GW_TRY(gw_matrix_check_shape(x, 1, x->cols));
    /* [tree] */
    for (int64_t s = 1; s < x->cols; s *= 2)
        for (int64_t i = 0; i + s < x->cols; i += 2 * s)
            x->data[i] += x->data[i + s];
    *sum = x->data[0];
    /* [/tree] */
    return GW_OK;
}

/* The leaves of a rank: from first to before end, of so many. */
typedef struct {
    int64_t leaves, first, end;
} shard;

static gw_status find(int32_t m, int32_t ranks, int32_t rank, shard *s) {
    if (m < 1 || ranks < 1 || rank < 0 || rank >= ranks)
        return GW_RANGE;
    s->leaves = gw_tree_leaves(m);
    s->first = gw_tree_run(s->leaves, ranks, rank);
    s->end = gw_tree_run(s->leaves, ranks, rank + 1);
    return GW_OK;
}

/* Where the largest whole node ends that begins at leaf `first` and not behind `end`: what
 * gw_tree_add makes of the leaves from there, if no other node is to its left. */
static int64_t node_end(const shard *s, int64_t first) {
    int64_t size = 1, end = first + 1;
    while (first % (2 * size) == 0 && end < s->end) {
        size *= 2;
        int64_t next = first + size < s->leaves ? first + size : s->leaves;
        if (next > s->end)
            break;
        end = next;
    }
    return end;
}

gw_status gw_shard_range(int32_t m, int32_t ranks, int32_t rank, int32_t *from, int32_t *to) {
    shard s;
    if (from == NULL || to == NULL)
        return GW_NULL;
    GW_TRY(find(m, ranks, rank, &s));
    *from = (int32_t)gw_tree_start(m, s.first);
    *to = (int32_t)gw_tree_start(m, s.end);
    return GW_OK;
}

gw_status gw_shard_nodes(int32_t m, int32_t ranks, int32_t rank, int32_t *count) {
    shard s;
    if (count == NULL)
        return GW_NULL;
    GW_TRY(find(m, ranks, rank, &s));
    *count = 0;
    for (int64_t first = s.first; first < s.end; first = node_end(&s, first))
        ++*count;
    return GW_OK;
}

/* The model that θ's p numbers are for n features, and how many hidden units it has: none
 * is logistic regression. */
static gw_status model_of(int32_t n, int32_t p, int32_t *hidden, gw_model *model) {
    *hidden = 0;
    if (n < 1 || p - 1 == n)
        return gw_fast_logistic_regression_model(n, model);
    if (p < 2 || (p - 1) % ((int64_t)n + 2) != 0)
        return GW_SHAPE;
    *hidden = (p - 1) / (n + 2);
    return gw_fast_network_sized(n, *hidden, GW_TANH, model);
}

/* A network whose parameters are the numbers of a row. */
static gw_network network_on(int32_t n, int32_t hidden, double *row) {
    gw_network net = {.layers = 2, .g = {0, GW_TANH}};
    double *b1 = row + (size_t)hidden * (size_t)n, *W2 = b1 + hidden;
    net.W[1] = (gw_matrix){hidden, n, n, row};
    net.b[1] = (gw_matrix){hidden, 1, 1, b1};
    net.W[2] = (gw_matrix){1, hidden, hidden, W2};
    net.b[2] = (gw_matrix){1, 1, 1, W2 + hidden};
    return net;
}

gw_status gw_shard_room(int32_t n, int32_t p, int32_t m, int32_t ranks, int32_t rank,
                        int32_t *size) {
    shard s;
    gw_model model;
    int32_t hidden;
    if (size == NULL)
        return GW_NULL;
    GW_TRY(find(m, ranks, rank, &s));
    GW_TRY(model_of(n, p, &hidden, &model));
    int64_t room =
        model.parameters + gw_engine_room(&model, &(gw_examples){NULL, NULL, m, s.first, s.end}, 1);
    if (room > INT_MAX)
        return GW_RANGE;
    *size = (int32_t)room;
    return GW_OK;
}

gw_status gw_shard_sums(const gw_matrix *X, const gw_matrix *Y, const gw_matrix *theta, int32_t m,
                        int32_t ranks, int32_t rank, gw_matrix *nodes, gw_matrix *room) {
    shard s;
    gw_model model;
    gw_tree tree;
    int32_t hidden;
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check(theta));
    GW_TRY(gw_matrix_check_shape(theta, 1, theta->cols));
    GW_TRY(gw_matrix_check(nodes));
    GW_TRY(gw_matrix_check_shape(nodes, nodes->rows, theta->cols + 1));
    GW_TRY(gw_matrix_check(room));
    GW_TRY(find(m, ranks, rank, &s));
    GW_TRY(model_of(X->rows, theta->cols, &hidden, &model));
    if (room->cols < model.parameters)
        return GW_SHAPE;
    /* The engine has θ in an order of its own. */
    size_t bytes = sizeof(double) * (size_t)theta->cols;
    if (hidden > 0) {
        gw_network net = network_on(X->rows, hidden, theta->data);
        gw_fast_network_pack(&model, &net, room->data);
    } else {
        memcpy(room->data, theta->data, bytes);
    }
    gw_examples mine = {X, Y, m, s.first, s.end};
    GW_TRY(gw_engine_sums(&model, &mine, room->data, 1, room->cols - model.parameters,
                          room->data + model.parameters, &tree));
    if (nodes->rows != tree.count)
        return GW_RANGE;
    for (int32_t k = 0; k < tree.count; k++) {
        double *node = gw_matrix_at(nodes, k, 0);
        if (hidden > 0) {
            gw_network net = network_on(X->rows, hidden, node);
            gw_fast_network_unpack(&model, tree.node[k], &net);
        } else {
            memcpy(node, tree.node[k], bytes);
        }
        node[theta->cols] = tree.node[k][model.parameters];
    }
    return GW_OK;
}

gw_status gw_shard_moments(const gw_matrix *X, const gw_matrix *center, int32_t power, int32_t m,
                           int32_t ranks, int32_t rank, gw_matrix *nodes) {
    shard s;
    gw_tree tree;
    int32_t count, from, to;
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(center, X->rows, 1));
    GW_TRY(gw_matrix_check(nodes));
    GW_TRY(gw_matrix_check_shape(nodes, nodes->rows, X->rows));
    GW_TRY(find(m, ranks, rank, &s));
    GW_TRY(gw_shard_range(m, ranks, rank, &from, &to));
    GW_TRY(gw_shard_nodes(m, ranks, rank, &count));
    if (X->cols != to - from || nodes->rows != count || (power != 1 && power != 2))
        return GW_RANGE;
    for (int32_t k = 0; k < X->rows; k++) { /* a feature at a time, so a node is a number */
        double node[GW_TREE_NODES], c = at(center, k, 0);
        GW_TRY(gw_tree_begin(&tree, s.leaves, s.first, 1));
        for (int64_t leaf = s.first; leaf < s.end; leaf++) {
            double *sum = &node[tree.count];
            *sum = 0;
            for (int64_t i = gw_tree_start(m, leaf); i < gw_tree_start(m, leaf + 1); i++) {
                double d = at(X, k, (int32_t)(i - from)) - c;
                *sum += power == 1 ? d : d * d;
            }
            GW_TRY(gw_tree_add(&tree, sum, leaf + 1));
        }
        for (int32_t i = 0; i < count; i++)
            at(nodes, i, k) = *tree.node[i];
    }
    return GW_OK;
}

gw_status gw_shard_finish(int32_t m, int32_t ranks, gw_matrix *nodes, gw_matrix *sums) {
    shard s;
    gw_tree tree;
    int32_t k = 0;
    GW_TRY(gw_matrix_check(nodes));
    GW_TRY(gw_matrix_check_shape(sums, 1, nodes->cols));
    GW_TRY(find(m, ranks, 0, &s));
    GW_TRY(gw_tree_begin(&tree, s.leaves, 0, nodes->cols));
    for (int32_t rank = 0; rank < ranks; rank++) {
        GW_TRY(find(m, ranks, rank, &s));
        for (int64_t first = s.first, end; first < s.end; first = end) {
            end = node_end(&s, first);
            if (k == nodes->rows)
                return GW_RANGE;
            GW_TRY(gw_tree_add(&tree, gw_matrix_at(nodes, k++, 0), end));
        }
    }
    if (k != nodes->rows)
        return GW_RANGE;
    memcpy(sums->data, tree.node[0], sizeof(double) * (size_t)sums->cols);
    return GW_OK;
}

gw_status gw_shard_update(double alpha, int32_t m, const gw_matrix *sums, gw_matrix *theta,
                          double *J) {
    if (J == NULL)
        return GW_NULL;
    GW_TRY(gw_matrix_check(theta));
    GW_TRY(gw_matrix_check_shape(theta, 1, theta->cols));
    GW_TRY(gw_matrix_check_shape(sums, 1, theta->cols + 1));
    gw_model model = {.parameters = theta->cols}; /* all that an update asks of one */
    return gw_engine_update(&model, alpha, m, sums->data, theta->data, J);
}
