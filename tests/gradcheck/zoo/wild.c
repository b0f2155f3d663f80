#include "wild.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *wild_name(wild_class kind) {
    static const char *const NAME[WILDS] = {"scales 1e-12 to 1e12",
                                            "rounded to a quantum",
                                            "rounded to digits",
                                            "with an offset",
                                            "a kink near",
                                            "kinks at the point",
                                            "a fine ripple",
                                            "fast",
                                            "single precision",
                                            "an iteration",
                                            "saturated",
                                            "powers",
                                            "cost 1e-300 to 1e300",
                                            "a table",
                                            "a rounded argument",
                                            "a table of few digits",
                                            "a fine table",
                                            "the finest ripple"};
    return NAME[kind];
}

static double between(gw_random *r, double low, double high) {
    return low + (high - low) * gw_random_uniform(r);
}

static double power_of_ten(gw_random *r, double low, double high) {
    return pow(10, between(r, low, high));
}

static double sign(gw_random *r) {
    return gw_random_below(r, 2) ? 1 : -1;
}

/* Smooth shapes of one variable, and their slopes. */
enum { SHAPES = 8 };

static double shape_value(int shape, double u) {
    switch (shape) {
    case 0:
        return exp(u / 2);
    case 1:
        return sin(u);
    case 2:
        return tanh(u);
    case 3:
        return log(1 + u * u);
    case 4:
        return u * u;
    case 5:
        return 1 / (1 + u * u);
    case 6:
        return u * u * u / 3;
    default:
        return sqrt(1 + u * u);
    }
}

static double shape_slope(int shape, double u) {
    switch (shape) {
    case 0:
        return exp(u / 2) / 2;
    case 1:
        return cos(u);
    case 2:
        return 1 / (cosh(u) * cosh(u));
    case 3:
        return 2 * u / (1 + u * u);
    case 4:
        return 2 * u;
    case 5:
        return -2 * u / ((1 + u * u) * (1 + u * u));
    case 6:
        return u * u;
    default:
        return u / sqrt(1 + u * u);
    }
}

/* The parameter of what is wild, in its own scale. */
static double own(const wild_case *c, const double *theta) {
    return theta[c->where] / c->scale[c->where];
}

/* What a parameter is computed as. */
static double seen(const wild_case *c, int i, double theta) {
    double u = theta / c->scale[i];
    return c->kind == WILD_STAIRS && i == c->where ? c->quantum * rint(u / c->quantum) : u;
}

static double inside(const wild_case *c, int k, const double *theta) {
    double u = c->shift[k];
    for (int i = 0; i < c->size; i++)
        u += c->inner[k][i] * seen(c, i, theta[i]);
    return u;
}

/* Kepler's equation E = u + e sin E, by an iteration that stops early. */
static double solve(double u, double e, double tolerance) {
    double E = u;
    for (int i = 0; i < 200; i++) {
        double next = u + e * sin(E);
        double step = fabs(next - E);
        E = next;
        if (step < tolerance)
            break;
    }
    return E;
}

static double printed(double value, int digits) {
    char text[40];
    snprintf(text, sizeof text, "%.*g", digits, value);
    return strtod(text, NULL);
}

static double node(const wild_case *c, double i) {
    double value = exp(i / c->frequency);
    return c->kind == WILD_PRINTED ? printed(value, c->digits) : value;
}

/* exp between the nodes of a table of it, `frequency` to the unit. */
static double look_up(const wild_case *c, double u) {
    double at = u * c->frequency, i = floor(at), a = at - i;
    return (1 - a) * node(c, i) + a * node(c, i + 1);
}

static double part_value(const wild_case *c, const double *theta) {
    double u = own(c, theta);
    switch (c->kind) {
    case WILD_KINK:
        return c->bend * fabs(u - c->kink);
    case WILD_AT_KINK: {
        double sum = 0;
        for (int i = 1; i < c->size; i += 2)
            sum += fabs(theta[i] / c->scale[i]);
        return sum;
    }
    case WILD_RIPPLE:
    case WILD_FINEST:
    case WILD_FAST:
        return c->amplitude * sin(c->frequency * u + c->phase);
    case WILD_SOLVER:
        return cos(solve(u, c->factor, c->tolerance));
    case WILD_SATURATED:
        return tanh(c->factor * u);
    case WILD_POWERS:
        return pow(u, -c->digits) - pow(u, -c->digits / 2.0);
    case WILD_TABLE:
    case WILD_FINE:
    case WILD_PRINTED:
        return look_up(c, u);
    default:
        return 0;
    }
}

static double part_slope(const wild_case *c, const double *theta) {
    double u = own(c, theta), scale = c->scale[c->where];
    switch (c->kind) {
    case WILD_KINK:
        return (u > c->kink ? c->bend : -c->bend) / scale;
    case WILD_RIPPLE:
    case WILD_FINEST:
    case WILD_FAST:
        return c->amplitude * c->frequency * cos(c->frequency * u + c->phase) / scale;
    case WILD_SOLVER: {
        double E = solve(u, c->factor, 1e-300);
        return -sin(E) / (1 - c->factor * cos(E)) / scale;
    }
    case WILD_SATURATED: {
        double t = tanh(c->factor * u);
        return c->factor * (1 - t * t) / scale; /* as one writes it: rounded, far out */
    }
    case WILD_POWERS:
        return (-c->digits * pow(u, -c->digits - 1) +
                c->digits / 2.0 * pow(u, -c->digits / 2.0 - 1)) /
               scale;
    case WILD_TABLE:
    case WILD_FINE: {
        double i = floor(u * c->frequency);
        return (exp((i + 1) / c->frequency) - exp(i / c->frequency)) * c->frequency / scale;
    }
    case WILD_PRINTED:
        return exp(u) / scale;
    default:
        return 0;
    }
}

double wild_cost(const wild_case *c, const double *theta) {
    double J = 0;
    for (int k = 0; k < c->terms; k++) {
        double term = c->weight[k] * shape_value(c->shape[k], inside(c, k, theta));
        J += c->kind == WILD_FLOAT && (k % 2 == 0 || c->sharp) ? (double)(float)term : term;
    }
    J += part_value(c, theta);
    if (c->kind == WILD_QUANTUM)
        J = c->quantum * rint(J / c->quantum);
    if (c->kind == WILD_DIGITS)
        J = printed(J, c->digits);
    if (c->kind == WILD_OFFSET) {
        volatile double high = J + c->offset;
        J = high - c->again;
    }
    return c->kind == WILD_COST ? J * c->factor : J;
}

void wild_truth(const wild_case *c, double *slope, double *doubt, double *part) {
    double factor = c->kind == WILD_COST ? c->factor : 1;
    for (int i = 0; i < c->size; i++) {
        long double sum = 0;
        double terms = 0;
        for (int k = 0; k < c->terms; k++) {
            double term = c->weight[k] * shape_slope(c->shape[k], inside(c, k, c->theta)) *
                          (c->inner[k][i] / c->scale[i]);
            sum += term;
            terms += fabs(term);
        }
        slope[i] = (double)sum * factor;
        doubt[i] = 1e-14 * terms * factor;
    }
    *part = c->kind == WILD_STAIRS ? slope[c->where] : part_slope(c, c->theta);
    slope[c->where] += c->kind == WILD_STAIRS ? 0 : *part;
    doubt[c->where] += 1e-14 * fabs(*part);
    if (c->kind == WILD_RIPPLE || c->kind == WILD_FINEST ||
        c->kind == WILD_FAST) /* the phase is rounded */
        doubt[c->where] += 4e-16 * c->amplitude * c->frequency * c->frequency / c->scale[c->where];
    if (c->kind == WILD_TABLE || c->kind == WILD_FINE)
        doubt[c->where] += 1e-15 * c->frequency * exp(own(c, c->theta)) / c->scale[c->where];
    if (c->kind == WILD_SATURATED)
        doubt[c->where] += 1e-15 * c->factor / c->scale[c->where];
}

int wild_gradient(const wild_case *c, wild_mistake mistake, double *g) {
    double doubt[WILD_SIZE], part;
    int spoilt = c->kind == WILD_AT_KINK ? 0 : c->where;
    wild_truth(c, g, doubt, &part);
    switch (mistake) {
    case WILD_OFF_1E3:
        g[spoilt] *= 1 + 1e-3;
        break;
    case WILD_OFF_1E6:
        g[spoilt] *= 1 + 1e-6;
        break;
    case WILD_SIGN:
        g[spoilt] = -g[spoilt];
        break;
    case WILD_FACTOR:
        for (int i = 0; i < c->size; i++)
            g[i] *= 1.07;
        break;
    case WILD_FORGOTTEN:
        g[c->where] -= part;
        return part != 0;
    case WILD_CURVE:
        g[c->where] += exp(own(c, c->theta)) / c->scale[c->where] - part;
        return c->kind == WILD_TABLE || c->kind == WILD_FINE;
    default:
        break;
    }
    return 1;
}

static void make_wild(wild_case *c, gw_random *r) {
    double u = own(c, c->theta);
    switch (c->kind) {
    case WILD_QUANTUM:
        c->quantum = gw_random_below(r, 2) ? pow(10, -(int)(2 + gw_random_below(r, 10)))
                                           : power_of_ten(r, -11, -2);
        break;
    case WILD_DIGITS:
        c->digits = 3 + gw_random_below(r, 10);
        break;
    case WILD_OFFSET:
        c->offset = sign(r) * power_of_ten(r, 3, 12);
        c->again = gw_random_below(r, 2) ? c->offset : 0;
        break;
    case WILD_KINK:
        c->kink = u + sign(r) * power_of_ten(r, -12, -3);
        c->bend = gw_random_below(r, 2) ? 1 : power_of_ten(r, -7, 0);
        break;
    case WILD_AT_KINK:
        for (int i = 1; i < c->size; i += 2)
            c->theta[i] = 0;
        break;
    case WILD_RIPPLE:
        c->frequency = power_of_ten(r, 2, 10);
        c->amplitude = power_of_ten(r, -3, 0) / c->frequency;
        c->phase = between(r, 0, 6);
        break;
    case WILD_FINEST:
        c->frequency = power_of_ten(r, 14, 17);
        c->amplitude = power_of_ten(r, -10, -3);
        c->phase = between(r, 0, 6);
        break;
    case WILD_FAST:
        c->frequency = power_of_ten(r, 1, 13);
        c->amplitude = 1;
        c->phase = between(r, 0, 6);
        break;
    case WILD_SOLVER:
        c->factor = between(r, 0.1, 0.7);
        c->tolerance = power_of_ten(r, -12, -6);
        break;
    case WILD_SATURATED:
        c->factor = power_of_ten(r, 0, 2);
        break;
    case WILD_POWERS:
        c->digits = 2 * (1 + gw_random_below(r, 6));
        c->theta[c->where] = c->scale[c->where] * between(r, 0.6, 3);
        break;
    case WILD_COST:
        c->factor = power_of_ten(r, -290, 290);
        break;
    case WILD_TABLE:
        c->frequency = power_of_ten(r, 1, 6);
        break;
    case WILD_FINE:
        c->frequency = power_of_ten(r, 6, 7);
        break;
    case WILD_STAIRS:
        c->quantum = power_of_ten(r, -13, -4);
        break;
    case WILD_PRINTED:
        c->digits = 5 + gw_random_below(r, 5);
        c->frequency = power_of_ten(r, 2, c->digits - 2); /* pieces are straight, none is flat */
        break;
    default:
        break;
    }
}

void wild_make(wild_case *c, wild_class kind, uint64_t seed) {
    gw_random r;
    gw_random_seed(&r, seed * 131 + (uint64_t)kind);
    memset(c, 0, sizeof *c);
    c->kind = kind;
    c->size = 1 + gw_random_below(&r, WILD_SIZE);
    if (kind == WILD_AT_KINK && c->size == 1)
        c->size = 2;
    c->terms = 2 + gw_random_below(&r, WILD_TERMS - 2);
    c->sharp = gw_random_below(&r, 2);
    c->where = kind == WILD_AT_KINK ? 0 : gw_random_below(&r, c->size);
    int scaled = kind == WILD_SCALES || gw_random_below(&r, 4) == 0;
    for (int i = 0; i < c->size; i++) {
        c->scale[i] = scaled ? power_of_ten(&r, -12, 12) : 1;
        c->theta[i] = c->scale[i] * sign(&r) * between(&r, 0.3, 2);
    }
    for (int k = 0; k < c->terms; k++) {
        c->shape[k] = gw_random_below(&r, SHAPES);
        c->weight[k] = sign(&r) * between(&r, 0.2, 2);
        c->shift[k] = between(&r, -0.5, 0.5);
        for (int i = 0; i < c->size; i++)
            c->inner[k][i] = gw_random_normal(&r) / sqrt(c->size);
    }
    make_wild(c, &r);
}
