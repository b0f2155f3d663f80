#include "judge.h"

void squared_cost_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                           double *db);

enum { M = 4, W = 0, B, X, Y };

static void answer(double *const *x, double *const *y) {
    squared_cost_gradient(x[X], x[Y], M, x[W][0], x[B][0], y[0], y[1]);
}

static double error(double *const *x, int i) {
    return x[W][0] * x[X][i] + x[B][0] - x[Y][i];
}

static double cost(double *const *x) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += error(x, i) * error(x, i);
    return sum / (2 * M);
}

/* Means over some of the examples, of what stands for the error. */
static void means(double *const *x, double *const *y, double (*of)(double *const *x, int i),
                  int first, int end, double divisor) {
    y[0][0] = y[1][0] = 0;
    for (int i = first; i < end; i++) {
        y[0][0] += x[X][i] * of(x, i) / divisor;
        y[1][0] += of(x, i) / divisor;
    }
}

static double chance(double *const *x, int i) {
    return 1 / (1 + exp(-x[W][0] * x[X][i] - x[B][0])) - x[Y][i];
}
static double without_b(double *const *x, int i) {
    return error(x, i) - x[B][0];
}
static double without_y(double *const *x, int i) {
    return error(x, i) + x[Y][i];
}
static double square(double *const *x, int i) {
    return error(x, i) * error(x, i);
}

static void twice(double *const *x, double *const *y) {
    means(x, y, error, 0, M, M / 2.0);
}
static void half(double *const *x, double *const *y) {
    means(x, y, error, 0, M, M * 2.0);
}
static void only_first(double *const *x, double *const *y) {
    means(x, y, error, 0, 1, M);
}
static void only_last(double *const *x, double *const *y) {
    means(x, y, error, M - 1, M, M);
}
static void last_alone(double *const *x, double *const *y) {
    means(x, y, error, M - 1, M, 1);
}
static void without_last(double *const *x, double *const *y) {
    means(x, y, error, 0, M - 1, M);
}
static void without_first(double *const *x, double *const *y) {
    means(x, y, error, 1, M, M);
}
static void sigmoid(double *const *x, double *const *y) {
    means(x, y, chance, 0, M, M);
}
static void no_b(double *const *x, double *const *y) {
    means(x, y, without_b, 0, M, M);
}
static void no_y(double *const *x, double *const *y) {
    means(x, y, without_y, 0, M, M);
}
static void squared(double *const *x, double *const *y) {
    means(x, y, square, 0, M, M);
}
static void no_inner(double *const *x, double *const *y) {
    means(x, y, error, 0, M, M);
    y[0][0] = y[1][0];
}
static void both_by_x(double *const *x, double *const *y) {
    means(x, y, error, 0, M, M);
    y[1][0] = y[0][0];
}
static void mean_first(double *const *x, double *const *y) {
    double mean = 0;
    for (int i = 0; i < M; i++)
        mean += x[X][i] / M;
    means(x, y, error, 0, M, M);
    y[0][0] = mean * y[1][0];
}

#define LAST "only the last example counts: the sum is set with = where += adds to it"

static void by_w(double *const *x, double *const *y) {
    means(x, y, error, 0, M, M);
    y[0][0] = x[W][0] * y[1][0];
}
static void by_b(double *const *x, double *const *y) {
    means(x, y, error, 0, M, M);
    y[1][0] *= x[B][0];
}

static void divided_often(double *const *x, double *const *y) {
    y[0][0] = y[1][0] = 0;
    for (int i = 0; i < M; i++) {
        y[0][0] = (y[0][0] + x[X][i] * error(x, i)) / M;
        y[1][0] = (y[1][0] + error(x, i)) / M;
    }
}

#define FIXED "with more examples than before it is wrong: write m, and no number in its place"

/* One more example than usual, and only the last has an error: it is 1, with x = 2. */
static const char *other_sizes(void) {
    double x[M + 1] = {[M] = 2}, y[M + 1] = {[M] = 1}, dw, db;
    squared_cost_gradient(x, y, M + 1, 1, 0, &dw, &db);
    return fabs(dw - 2.0 / (M + 1)) < 1e-9 && fabs(db - 1.0 / (M + 1)) < 1e-9 ? NULL : FIXED;
}

const judge_exercise exercise = {
    .inputs = {{"w"}, {"b"}, {"x", M}, {"y", M}},
    .outputs = {{"dw"}, {"db"}},
    .example = {1, 1, 1, 2, 3, 4, 2, 3, 7, 6},
    .low = -3,
    .high = 3,
    .answer = answer,
    .other_sizes = other_sizes,
    .examples = M,
    .cost = cost,
    .mistakes =
        {
            {"missing-inner-derivative",
             "for w each error is still to be multiplied by its x, the slope of w x + b by w",
             no_inner},
            {"weighted-by-x", "db takes each error as it is: the slope of w x + b by b is 1, not x",
             both_by_x},
            {"scale",
             "it is twice what it should be: the 2 from the square and the 1/2 of J cancel", twice},
            {"scale",
             "it is half of what it should be: the 1/2 of J has met the 2 from the square already",
             half},
            {"first-example-only",
             "only the first example counts: perhaps a return stands inside the loop", only_first},
            {"last-example-only", LAST, only_last},
            {"last-example-only", LAST, last_alone},
            {"last-example-missing",
             "the last example is left out: i goes from 0 up to m − 1, while i < m", without_last},
            {"first-example-missing", "the first example is left out: C counts from 0",
             without_first},
            {"sigmoid-of-habit", "the guess of this model is w x + b itself, without a sigmoid",
             sigmoid},
            {"bias-forgotten", "the b in the guess w x + b is missing", no_b},
            {"label-forgotten", "this is about the guess alone: the error is w x + b − y", no_y},
            {"function-not-differentiated", "the square is still there: the slope of u²/2 is u",
             squared},
            {"product-of-means",
             "multiply before you take the mean: each error by its own x, not one mean by the "
             "other",
             mean_first},
            {"weights-not-features",
             "for w each error is multiplied by its x: w x + b responds to w with x, not with w",
             by_w},
            {"bias-by-value",
             "db takes each error as it is: w x + b responds to b with 1, not with b", by_b},
            {"divided-each-round",
             "it is divided by m in each round of the loop: once is enough, after it",
             divided_often},
        },
};
