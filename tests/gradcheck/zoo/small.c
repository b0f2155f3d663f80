/* The zoo's two models without examples: the graph of chapter 7, J = 3(a + bc), and
 * functions of one variable, three points of one at a time. */
#include "zoo.h"

#include <math.h>

/* The functions of one variable, and their slopes. */
static double function_value(int f, double x) {
    switch (f) {
    case 0:
        return x * x * x;
    case 1:
        return sin(x);
    case 2:
        return exp(2 * x);
    case 3:
        return log(x);
    case 4:
        return tan(x * x / 2);
    case 5:
        return atan(x * x * x) * atan(x * x * x);
    case 6:
        return log(cos(sin(sqrt(x))) * cos(sin(sqrt(x))));
    default:
        return gw_sigmoid_value(x);
    }
}

static double function_slope(int f, double x) {
    switch (f) {
    case 0:
        return 3 * x * x;
    case 1:
        return cos(x);
    case 2:
        return 2 * exp(2 * x);
    case 3:
        return 1 / x;
    case 4:
        return x / (cos(x * x / 2) * cos(x * x / 2));
    case 5:
        return 6 * x * x * atan(x * x * x) / (1 + pow(x, 6));
    case 6:
        return -tan(sin(sqrt(x))) * cos(sqrt(x)) / sqrt(x);
    default:
        return gw_sigmoid_slope(x);
    }
}

/* The slope without the inner function's, where there is one. */
static double outer_slope(int f, double x) {
    switch (f) {
    case 2:
        return exp(2 * x);
    case 4:
        return 1 / (cos(x * x / 2) * cos(x * x / 2));
    case 5:
        return 2 * atan(x * x * x) / (1 + pow(x, 6));
    case 6:
        return -2 * tan(sin(sqrt(x)));
    default:
        return 1.5 * function_slope(f, x);
    }
}

static const char *const GRAPH_ID[] = {
    NULL,   "factor-forgotten", "swapped",    "sum-as-product", "overwritten",
    "sign", "value-for-slope",  "added-twice"};
enum { GRAPH_COUNT = 8 };

static void graph_gradient(const zoo_case *c, int k, double *g) {
    double b = c->theta[1], d = c->theta[2];
    g[0] = 3;
    g[1] = 3 * d;
    g[2] = 3 * b;
    switch (k) {
    case 1:
        g[0] = 1, g[1] = d, g[2] = b;
        break;
    case 2:
        g[1] = 3 * b, g[2] = 3 * d;
        break;
    case 3:
        g[1] = g[2] = 3;
        break;
    case 4:
        g[0] = 0;
        break;
    case 5:
        g[0] = -3, g[1] = -3 * d, g[2] = -3 * b;
        break;
    case 6:
        g[1] = g[2] = 3 * b * d;
        break;
    case 7:
        g[0] = 6;
        break;
    default:
        break;
    }
}

static const char *const FUNCTION_ID[] = {NULL,
                                          "sign",
                                          "half",
                                          "missing-inner-derivative",
                                          "power-off-by-one",
                                          "constant-kept",
                                          "value-for-slope",
                                          "one-point-only",
                                          "swapped",
                                          "zero",
                                          "accumulated",
                                          "inverse"};
enum { FUNCTION_COUNT = 12 };

static void function_gradient(const zoo_case *c, int k, double *g) {
    for (int i = 0; i < c->size; i++) {
        double x = c->theta[i], slope = function_slope(c->function, x);
        double wrong[FUNCTION_COUNT] = {slope,
                                        -slope,
                                        slope / 2,
                                        outer_slope(c->function, x),
                                        slope * x,
                                        slope + 1,
                                        function_value(c->function, x),
                                        i == 0 ? slope : 0,
                                        function_slope(c->function, c->theta[c->size - 1 - i]),
                                        0,
                                        2 * slope,
                                        1 / slope};
        g[i] = wrong[k];
    }
}

double zoo_small_cost(const zoo_case *c, const double *theta) {
    double J = 0;
    if (c->model == GRAPH)
        return 3 * (theta[0] + theta[1] * theta[2]);
    for (int i = 0; i < c->size; i++)
        J += function_value(c->function, theta[i]);
    return J;
}

void zoo_small_gradient(const zoo_case *c, int mistake, double *g) {
    if (c->model == GRAPH)
        graph_gradient(c, mistake, g);
    else
        function_gradient(c, mistake, g);
}

int zoo_small_mistakes(int model) {
    return (model == GRAPH ? GRAPH_COUNT : FUNCTION_COUNT) - 1;
}

const char *zoo_small_id(int model, int mistake) {
    return model == GRAPH ? GRAPH_ID[mistake] : FUNCTION_ID[mistake];
}
