/* Chapter 7. A computation graph: its values forwards, its derivatives
 * backwards; and logistic regression on one example, as a graph and as the
 * five formulas that the graph comes to.
 *
 * Convention: in code, the derivative of the graph's last value by a variable
 * v is named dv. */
#ifndef GW_ONE_EXAMPLE_H
#define GW_ONE_EXAMPLE_H

#include "status.h"

/* What a node computes. */
typedef enum {
    GW_NODE_INPUT = 0, /* nothing: a number from outside  */
    GW_NODE_ADD,       /* left + right                    */
    GW_NODE_MULTIPLY,  /* left · right                    */
    GW_NODE_SCALE,     /* constant · left                 */
    GW_NODE_SIGMOID,   /* σ(left)                         */
    GW_NODE_LOSS,      /* L(left, y) with y = constant    */
    GW_NODE_OPERATIONS /* how many there are              */
} gw_node_operation;

/* A graph is an array of nodes. Each reads nodes that stand before it, and the
 * last one is the output. */
typedef struct {
    gw_node_operation operation;
    int32_t left, right; /* indices of the nodes read; unused ones are free */
    double constant;
    double value;      /* by the forward pass; of an input, by the caller */
    double derivative; /* of the output by this value; by the reverse pass */
} gw_node;

/* GW_NULL, GW_RANGE for an empty graph, an unknown operation, or a node that
 * reads itself or a later one. */
GW_SHAPES(graph(count))
GW_NODISCARD gw_status gw_graph_check(const gw_node *graph, int32_t count);

/* Values from node `first` to the end, in order; 0 for all of them. So a node
 * can be given another value and only the rest computed again. GW_DOMAIN for a
 * loss whose a or y is outside [0, 1], GW_NOT_FINITE for a value that is not;
 * the nodes before it are then computed. */
GW_SHAPES(graph(count))
GW_NODISCARD gw_status gw_graph_forward(gw_node *graph, int32_t count, int32_t first);

/* Derivatives from the last node to the first, by the chain rule; a node that
 * is read twice gets the sum of both. After the forward pass. GW_NOT_FINITE for
 * a derivative that is not. */
GW_SHAPES(graph(count))
GW_NODISCARD gw_status gw_graph_reverse(gw_node *graph, int32_t count);

/* The nodes of J = 3(a + bc), with u = bc and v = a + u. */
enum {
    GW_EXAMPLE_A = 0,
    GW_EXAMPLE_B,
    GW_EXAMPLE_C,
    GW_EXAMPLE_U,
    GW_EXAMPLE_V,
    GW_EXAMPLE_J,
    GW_EXAMPLE_NODES
};

/* Writes that graph to graph[0 … GW_EXAMPLE_NODES − 1]; values and derivatives
 * are still to be computed. */
GW_SHAPES(graph(GW_EXAMPLE_NODES))
GW_NODISCARD gw_status gw_graph_example(double a, double b, double c, gw_node *graph);

/* The nodes of logistic regression on one example with two features:
 * p1 = w1 x1, p2 = w2 x2, s = p1 + p2, z = s + b, a = σ(z), L(a, y). */
enum {
    GW_LOGISTIC_X1 = 0,
    GW_LOGISTIC_W1,
    GW_LOGISTIC_X2,
    GW_LOGISTIC_W2,
    GW_LOGISTIC_B,
    GW_LOGISTIC_P1,
    GW_LOGISTIC_P2,
    GW_LOGISTIC_S,
    GW_LOGISTIC_Z,
    GW_LOGISTIC_A,
    GW_LOGISTIC_L,
    GW_LOGISTIC_NODES
};

/* Writes that graph to graph[0 … GW_LOGISTIC_NODES − 1]. */
GW_SHAPES(graph(GW_LOGISTIC_NODES))
GW_NODISCARD gw_status gw_graph_logistic(double x1, double w1, double x2, double w2, double b,
                                         double y, gw_node *graph);

/* The same without a graph: a = σ(z) with z = w1 x1 + w2 x2 + b, and then
 * da = −y/a + (1 − y)/(1 − a), dz = a − y, dw1 = x1 dz, dw2 = x2 dz, db = dz.
 * GW_DOMAIN for y outside [0, 1]. GW_NOT_FINITE where one of them is not: da is
 * infinite once a rounds to 1 − y. */
GW_NODISCARD gw_status gw_one_example_gradient(double x1, double w1, double x2, double w2, double b,
                                               double y, double *da, double *dz, double *dw1,
                                               double *dw2, double *db);

/* One step of gradient descent for one parameter: w − α dw. */
double gw_one_example_update(double w, double alpha, double dw);

#endif
