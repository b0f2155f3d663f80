#include "judge.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc);

enum { A = 0, B, C };

static void answer(double *const *x, double *const *y) {
    two_paths(x[A][0], x[B][0], x[C][0], y[A], y[B], y[C]);
}

static double cost(double *const *x) {
    return (x[A][0] + x[B][0]) * (x[B][0] * x[C][0]);
}

/* The way back with some du and dv, and what b gets. */
static void back(double *const *x, double *const *y, double du, double dv) {
    y[A][0] = du;
    y[B][0] = du + dv * x[C][0];
    y[C][0] = dv * x[B][0];
}
static double u_of(double *const *x) {
    return x[A][0] + x[B][0];
}
static double v_of(double *const *x) {
    return x[B][0] * x[C][0];
}
static void right(double *const *x, double *const *y) {
    back(x, y, v_of(x), u_of(x));
}

static void by_v_only(double *const *x, double *const *y) {
    right(x, y);
    y[B][0] = u_of(x) * x[C][0];
}
static void by_u_only(double *const *x, double *const *y) {
    right(x, y);
    y[B][0] = v_of(x);
}
static void multiplied(double *const *x, double *const *y) {
    right(x, y);
    y[B][0] = v_of(x) * u_of(x) * x[C][0];
}
static void no_lever(double *const *x, double *const *y) {
    right(x, y);
    y[B][0] = v_of(x) + u_of(x);
    y[C][0] = u_of(x);
}
static void subtracted(double *const *x, double *const *y) {
    right(x, y);
    y[B][0] = v_of(x) - u_of(x) * x[C][0];
}
static void own_value(double *const *x, double *const *y) {
    back(x, y, u_of(x), v_of(x));
}
static void nothing_from_j(double *const *x, double *const *y) {
    back(x, y, 1, 1);
}
static void own_in_v(double *const *x, double *const *y) {
    right(x, y);
    y[B][0] = v_of(x) + u_of(x) * x[B][0];
    y[C][0] = u_of(x) * x[C][0];
}
static void sum_as_product(double *const *x, double *const *y) {
    right(x, y);
    y[A][0] = v_of(x) * x[B][0];
    y[B][0] = v_of(x) * x[A][0] + u_of(x) * x[C][0];
}
static void value(double *const *x, double *const *y) {
    y[A][0] = y[B][0] = y[C][0] = cost(x);
}

static void no_upstream(double *const *x, double *const *y) {
    right(x, y);
    y[B][0] = v_of(x) + x[C][0];
}

const judge_exercise exercise = {
    .inputs = {{"a"}, {"b"}, {"c"}},
    .outputs = {{"da"}, {"db"}, {"dc"}},
    .example = {3, 2, 4},
    .low = -3,
    .high = 3,
    .answer = answer,
    .cost = cost,
    .mistakes =
        {
            {"single-path",
             "this is what b gets from v alone: the arrow from b to u brings du besides, so add it",
             by_v_only},
            {"single-path",
             "this is what b gets from u alone: the arrow from b to v brings dv c besides, so add "
             "it",
             by_u_only},
            {"paths-multiplied",
             "along a path you multiply, but what two paths bring to b is added", multiplied},
            {"sign", "what the two paths bring to b is added, not subtracted", subtracted},
            {"local-slope-missing",
             "dv reaches b and c without a factor: v = b c responds to b by the value of c, and to "
             "c by that of b",
             no_lever},
            {"own-value",
             "J = u v responds to u by the value of v, and to v by that of u: not each by its own",
             own_value},
            {"own-value",
             "v = b c responds to b by the value of c, and to c by that of b: not each by its own",
             own_in_v},
            {"upstream-missing",
             "these are the slopes of u and v alone: what J passes back to them, du and dv, is "
             "missing",
             nothing_from_j},
            {"sum-as-product", "u = a + b is a sum: it passes du back as it is, to both",
             sum_as_product},
            {"value-not-slope", "this is J itself, not its derivative", value},
            {"upstream-missing",
             "from v there comes c alone to b: what J passes back to v, dv, is still to be "
             "multiplied in",
             no_upstream},
        },
};
