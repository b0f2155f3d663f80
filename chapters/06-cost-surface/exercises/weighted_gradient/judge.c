#include "judge.h"

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db);

enum { M = 5, W = 0, B, X, Y, C };

static void answer(double *const *x, double *const *y) {
    weighted_gradient(x[X], x[Y], M, x[W][0], x[B][0], x[C][0], y[0], y[1]);
}

/* Labels of both kinds, and a weight above 1. */
static void draw(double *const *x) {
    for (int i = 0; i < M; i++)
        x[Y][i] = i < 2 ? i : x[Y][i] > 0;
    x[C][0] = judge_uniform(1.5, 6);
}

static double z_of(double *const *x, int i) {
    return x[W][0] * x[X][i] + x[B][0];
}
static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
}

static double cost(double *const *x) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += x[Y][i] == 1 ? x[C][0] * log1p(exp(-z_of(x, i))) : log1p(exp(z_of(x, i)));
    return sum / M;
}

/* The slope of one example's loss by z. */
typedef double slope(double a, double y, double c);

static double right(double a, double y, double c) {
    return y == 1 ? c * (a - 1) : a;
}
static double plain(double a, double y, double c) {
    return a - y + 0 * c;
}
static double all(double a, double y, double c) {
    return c * (a - y);
}
static double other(double a, double y, double c) {
    return y == 1 ? a - 1 : c * a;
}
static double on_label(double a, double y, double c) {
    return a - c * y;
}
static double on_guess(double a, double y, double c) {
    return y == 1 ? c * a - 1 : a;
}
static double only_1(double a, double y, double c) {
    return y == 1 ? c * (a - 1) : 0;
}
static double only_0(double a, double y, double c) {
    return y == 1 ? 0 * c : a;
}
static double by_a(double a, double y, double c) {
    return y == 1 ? -c / a : 1 / (1 - a);
}
static double twice(double a, double y, double c) {
    return right(a, y, c) * a * (1 - a);
}
static double plus(double a, double y, double c) {
    return y == 1 ? c * (1 - a) : a;
}

static void means(double *const *x, double *const *y, slope *of, double b) {
    y[0][0] = y[1][0] = 0;
    for (int i = 0; i < M; i++) {
        double dz = of(sigmoid(x[W][0] * x[X][i] + b), x[Y][i], x[C][0]);
        y[0][0] += x[X][i] * dz / M;
        y[1][0] += dz / M;
    }
}

static void forgotten(double *const *x, double *const *y) {
    means(x, y, plain, x[B][0]);
}
static void on_all(double *const *x, double *const *y) {
    means(x, y, all, x[B][0]);
}
static void on_other(double *const *x, double *const *y) {
    means(x, y, other, x[B][0]);
}
static void label(double *const *x, double *const *y) {
    means(x, y, on_label, x[B][0]);
}
static void guess(double *const *x, double *const *y) {
    means(x, y, on_guess, x[B][0]);
}
static void ones(double *const *x, double *const *y) {
    means(x, y, only_1, x[B][0]);
}
static void zeros(double *const *x, double *const *y) {
    means(x, y, only_0, x[B][0]);
}
static void slope_by_a(double *const *x, double *const *y) {
    means(x, y, by_a, x[B][0]);
}
static void sigmoid_twice(double *const *x, double *const *y) {
    means(x, y, twice, x[B][0]);
}
static void half_turned(double *const *x, double *const *y) {
    means(x, y, plus, x[B][0]);
}
static void no_b(double *const *x, double *const *y) {
    means(x, y, right, 0);
}
static void by_weights(double *const *x, double *const *y) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += x[Y][i] == 1 ? x[C][0] : 1;
    means(x, y, right, x[B][0]);
    y[0][0] *= M / sum;
    y[1][0] *= M / sum;
}
static void no_x(double *const *x, double *const *y) {
    means(x, y, right, x[B][0]);
    y[0][0] = y[1][0];
}
static void both_by_x(double *const *x, double *const *y) {
    means(x, y, right, x[B][0]);
    y[1][0] = y[0][0];
}

/* The sigmoid of something else than z. */
static void of_other_z(double w, double b, double *const *x, double *const *y) {
    y[0][0] = y[1][0] = 0;
    for (int i = 0; i < M; i++) {
        double dz = right(sigmoid(w * x[X][i] + b), x[Y][i], x[C][0]);
        y[0][0] += x[X][i] * dz / M;
        y[1][0] += dz / M;
    }
}
static void no_minus(double *const *x, double *const *y) {
    of_other_z(-x[W][0], -x[B][0], x, y);
}
static void minus_w_only(double *const *x, double *const *y) {
    of_other_z(x[W][0], -x[B][0], x, y);
}

#define FIXED "with more examples than before it is wrong: write m, and no number in its place"

/* More examples than usual, and x is 0 but for the last. With w = b = 0 each a is ½. */
static const char *other_sizes(void) {
    double x[M + 1] = {[M] = 2}, y[M + 1] = {[M] = 1}, dw, db;
    weighted_gradient(x, y, M + 1, 0, 0, 3, &dw, &db);
    return fabs(dw + 3.0 / (M + 1)) < 1e-9 && fabs(db - (M / 2.0 - 1.5) / (M + 1)) < 1e-9 ? NULL
                                                                                          : FIXED;
}

const judge_exercise exercise = {
    .inputs = {{"w"}, {"b"}, {"x", M}, {"y", M}, {"c"}},
    .outputs = {{"dw"}, {"db"}},
    .example = {0, 0, -1, 0, 1, 2, -2, 1, 0, 0, 0, 1, 3},
    .low = -2,
    .high = 2,
    .draw = draw,
    .answer = answer,
    .other_sizes = other_sizes,
    .examples = M,
    .cost = cost,
    .mistakes =
        {
            {"weight-forgotten", "this is the gradient of the plain cost: c has no part in it",
             forgotten},
            {"weight-on-all", "c stands before every example; it belongs only to those with y = 1",
             on_all},
            {"weight-on-wrong-class",
             "c stands before the examples with y = 0; it belongs to those with y = 1", on_other},
            {"weight-on-label",
             "where y = 1, c multiplies the whole of a − 1, and not the label alone", label},
            {"missing-brackets",
             "where y = 1, c multiplies the whole of a − 1, and not a alone: set brackets", guess},
            {"one-class-only", "the examples with y = 0 are left out: there the slope by z is a",
             ones},
            {"one-class-only",
             "the examples with y = 1 are left out: there the slope by z is c (a − 1)", zeros},
            {"missing-activation-derivative",
             "this goes back to a only: the slope of σ, a (1 − a), is still to be multiplied in",
             slope_by_a},
            {"sigmoid-derivative-twice",
             "the slope of σ, a (1 − a), is multiplied in twice: a − 1 and a contain it already",
             sigmoid_twice},
            {"sign", "where y = 1 the sign is turned: the slope by z is c (a − 1), below 0",
             half_turned},
            {"bias-forgotten", "the b in z = w x + b is missing", no_b},
            {"divided-by-weights",
             "it is divided by the sum of the weights; this J is divided by m, the number of "
             "examples",
             by_weights},
            {"missing-inner-derivative",
             "for w each slope is still to be multiplied by its x, the slope of w x + b by w",
             no_x},
            {"weighted-by-x", "db takes each slope as it is: w x + b has the slope 1 by b, not x",
             both_by_x},
            {"wrong-sigmoid", "σ has lost a minus: it is 1/(1 + e^(−z))", no_minus},
            {"missing-brackets", "in e^(−z) the minus reaches w x only: w x + b needs brackets",
             minus_w_only},
        },
};
