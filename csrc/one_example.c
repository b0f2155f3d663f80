#include "one_example.h"

#include <math.h>

#include "loss.h"
#include "sigmoid.h"

/* How many nodes an operation reads; −1 for none of the list. */
static int reads(gw_node_operation operation) {
    switch (operation) {
    case GW_NODE_INPUT:
        return 0;
    case GW_NODE_ADD:
    case GW_NODE_MULTIPLY:
        return 2;
    case GW_NODE_SCALE:
    case GW_NODE_SIGMOID:
    case GW_NODE_LOSS:
        return 1;
    case GW_NODE_OPERATIONS:
        break;
    }
    return -1;
}

gw_status gw_graph_check(const gw_node *graph, int32_t count) {
    if (graph == NULL)
        return GW_NULL;
    if (count < 1)
        return GW_RANGE;
    for (int32_t i = 0; i < count; i++) {
        int inputs = reads(graph[i].operation);
        if (inputs < 0)
            return GW_RANGE;
        if (inputs >= 1 && (graph[i].left < 0 || graph[i].left >= i))
            return GW_RANGE;
        if (inputs >= 2 && (graph[i].right < 0 || graph[i].right >= i))
            return GW_RANGE;
    }
    return GW_OK;
}

/* [value] */
static double value_of(const gw_node *graph, const gw_node *node) {
    switch (node->operation) {
    case GW_NODE_ADD:
        return graph[node->left].value + graph[node->right].value;
    case GW_NODE_MULTIPLY:
        return graph[node->left].value * graph[node->right].value;
    case GW_NODE_SCALE:
        return node->constant * graph[node->left].value;
    case GW_NODE_SIGMOID:
        return gw_sigmoid_value(graph[node->left].value);
    case GW_NODE_LOSS:
        return gw_loss(graph[node->left].value, node->constant);
    default: /* an input has its value already */
        return node->value;
    }
}
/* [/value] */

gw_status gw_graph_forward(gw_node *graph, int32_t count, int32_t first) {
    GW_TRY(gw_graph_check(graph, count));
    if (first < 0 || first > count)
        return GW_RANGE;
    /* [forward] */
    for (int32_t i = first; i < count; i++) {
        graph[i].value = value_of(graph, &graph[i]);
        if (!isfinite(graph[i].value))
            return isnan(graph[i].value) && graph[i].operation == GW_NODE_LOSS ? GW_DOMAIN
                                                                               : GW_NOT_FINITE;
    }
    /* [/forward] */
    return GW_OK;
}

/* Adds to the nodes that this one reads: its own derivative times its slope by
 * each of them, the chain rule. */
static void pass_on(gw_node *graph, const gw_node *node) {
    double d = node->derivative;
    switch (node->operation) {
    /* [pass-on] */
    case GW_NODE_ADD:
        graph[node->left].derivative += d;
        graph[node->right].derivative += d;
        break;
    case GW_NODE_MULTIPLY:
        graph[node->left].derivative += d * graph[node->right].value;
        graph[node->right].derivative += d * graph[node->left].value;
        break;
    case GW_NODE_SCALE:
        graph[node->left].derivative += d * node->constant;
        break;
    case GW_NODE_SIGMOID:
        graph[node->left].derivative += d * gw_sigmoid_slope(graph[node->left].value);
        break;
    /* [/pass-on] */
    case GW_NODE_LOSS:
        graph[node->left].derivative +=
            d * gw_loss_slope_a(graph[node->left].value, node->constant);
        break;
    default: /* an input reads nothing */
        break;
    }
}

gw_status gw_graph_reverse(gw_node *graph, int32_t count) {
    GW_TRY(gw_graph_check(graph, count));
    /* [reverse] */
    for (int32_t i = 0; i < count; i++)
        graph[i].derivative = 0;
    graph[count - 1].derivative = 1; /* dJ/dJ */
    for (int32_t i = count - 1; i >= 0; i--) {
        if (!isfinite(graph[i].derivative))
            return GW_NOT_FINITE;
        pass_on(graph, &graph[i]);
    }
    /* [/reverse] */
    return GW_OK;
}

static gw_node input(double value) {
    return (gw_node){.operation = GW_NODE_INPUT, .value = value};
}

static gw_node node(gw_node_operation operation, int32_t left, int32_t right, double constant) {
    return (gw_node){.operation = operation, .left = left, .right = right, .constant = constant};
}

gw_status gw_graph_example(double a, double b, double c, gw_node *graph) {
    if (graph == NULL)
        return GW_NULL;
    /* [example] */
    graph[GW_EXAMPLE_A] = input(a);
    graph[GW_EXAMPLE_B] = input(b);
    graph[GW_EXAMPLE_C] = input(c);
    graph[GW_EXAMPLE_U] = node(GW_NODE_MULTIPLY, GW_EXAMPLE_B, GW_EXAMPLE_C, 0);
    graph[GW_EXAMPLE_V] = node(GW_NODE_ADD, GW_EXAMPLE_A, GW_EXAMPLE_U, 0);
    graph[GW_EXAMPLE_J] = node(GW_NODE_SCALE, GW_EXAMPLE_V, 0, 3);
    /* [/example] */
    return GW_OK;
}

gw_status gw_graph_logistic(double x1, double w1, double x2, double w2, double b, double y,
                            gw_node *graph) {
    if (graph == NULL)
        return GW_NULL;
    /* [logistic] */
    graph[GW_LOGISTIC_X1] = input(x1);
    graph[GW_LOGISTIC_W1] = input(w1);
    graph[GW_LOGISTIC_X2] = input(x2);
    graph[GW_LOGISTIC_W2] = input(w2);
    graph[GW_LOGISTIC_B] = input(b);
    graph[GW_LOGISTIC_P1] = node(GW_NODE_MULTIPLY, GW_LOGISTIC_W1, GW_LOGISTIC_X1, 0);
    graph[GW_LOGISTIC_P2] = node(GW_NODE_MULTIPLY, GW_LOGISTIC_W2, GW_LOGISTIC_X2, 0);
    graph[GW_LOGISTIC_S] = node(GW_NODE_ADD, GW_LOGISTIC_P1, GW_LOGISTIC_P2, 0);
    graph[GW_LOGISTIC_Z] = node(GW_NODE_ADD, GW_LOGISTIC_S, GW_LOGISTIC_B, 0);
    graph[GW_LOGISTIC_A] = node(GW_NODE_SIGMOID, GW_LOGISTIC_Z, 0, 0);
    graph[GW_LOGISTIC_L] = node(GW_NODE_LOSS, GW_LOGISTIC_A, 0, y);
    /* [/logistic] */
    return GW_OK;
}

gw_status gw_one_example_gradient(double x1, double w1, double x2, double w2, double b, double y,
                                  double *da, double *dz, double *dw1, double *dw2, double *db) {
    if (da == NULL || dz == NULL || dw1 == NULL || dw2 == NULL || db == NULL)
        return GW_NULL;
    if (!(y >= 0 && y <= 1))
        return GW_DOMAIN;
    /* [gradient] */
    double z = w1 * x1 + w2 * x2 + b;
    double a = gw_sigmoid_value(z);
    *da = gw_loss_slope_a(a, y); /* −y/a + (1 − y)/(1 − a) */
    *dz = gw_loss_slope_z(z, y); /* a − y */
    *dw1 = x1 * *dz;
    *dw2 = x2 * *dz;
    *db = *dz;
    /* [/gradient] */
    return isfinite(*da) && isfinite(*dw1) && isfinite(*dw2) && isfinite(*db) ? GW_OK
                                                                              : GW_NOT_FINITE;
}

/* [update] */
double gw_one_example_update(double w, double alpha, double dw) {
    return w - alpha * dw;
}
/* [/update] */
