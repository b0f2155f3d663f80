#include "judge.h"

enum { M = 4 };

void poisson_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                      double *db);

static double z(double *const *x, int i) {
    return x[0][0] * x[2][i] + x[1][0];
}
static double cost(double *const *x) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += exp(z(x, i)) - x[3][i] * z(x, i);
    return sum / M;
}
static void answer(double *const *x, double *const *y) {
    poisson_gradient(x[2], x[3], M, x[0][0], x[1][0], y[0], y[1]);
}
static void draw(double *const *x) {
    for (int i = 0; i < M; i++)
        x[3][i] = floor(judge_uniform(0, 5));
}

/* The gradient with another slope of the loss, over examples from `first` to `end`. */
static void with(double (*dz)(double z, double y), int first, int end, double *const *x,
                 double *const *y) {
    y[0][0] = y[1][0] = 0;
    for (int i = first; i < end; i++) {
        double d = dz(z(x, i), x[3][i]);
        y[0][0] += x[2][i] * d / M;
        y[1][0] += d / M;
    }
}
static double right(double z, double y) {
    return exp(z) - y;
}
static double sigmoid(double z, double y) {
    return 1 / (1 + exp(-z)) - y;
}
static double line(double z, double y) {
    return z - y;
}
static double count(double z, double y) {
    return exp(z) + 0 * y;
}
static double power(double z, double y) {
    return z * exp(z - 1) - y;
}
static double with_z(double z, double y) {
    return exp(z) - y * z;
}

static void sigmoid_kept(double *const *x, double *const *y) {
    with(sigmoid, 0, M, x, y);
}
static void no_exp(double *const *x, double *const *y) {
    with(line, 0, M, x, y);
}
static void no_label(double *const *x, double *const *y) {
    with(count, 0, M, x, y);
}
static void power_rule(double *const *x, double *const *y) {
    with(power, 0, M, x, y);
}
static void loss_for_slope(double *const *x, double *const *y) {
    with(with_z, 0, M, x, y);
}
static void first_only(double *const *x, double *const *y) {
    with(right, 0, 1, x, y);
}
static void last_only(double *const *x, double *const *y) {
    with(right, M - 1, M, x, y);
}
static void last_missing(double *const *x, double *const *y) {
    with(right, 0, M - 1, x, y);
}
static void first_missing(double *const *x, double *const *y) {
    with(right, 1, M, x, y);
}
static void no_x(double *const *x, double *const *y) {
    with(right, 0, M, x, y);
    y[0][0] = y[1][0];
}
static void x_half(double *const *x, double *const *y) {
    with(right, 0, M, x, y);
    for (int i = 0; i < M; i++)
        y[0][0] += (x[2][i] - 1) * x[3][i] / M;
}
static void x_for_b(double *const *x, double *const *y) {
    with(right, 0, M, x, y);
    y[1][0] = y[0][0];
}
static void mean_example(double *const *x, double *const *y) {
    double mx = 0, my = 0;
    for (int i = 0; i < M; i++) {
        mx += x[2][i] / M;
        my += x[3][i] / M;
    }
    y[1][0] = exp(x[0][0] * mx + x[1][0]) - my;
    y[0][0] = mx * y[1][0];
}
static void one_alone(double *const *x, double *const *y) {
    with(right, 0, 1, x, y);
    y[0][0] *= M, y[1][0] *= M;
}
static void last_alone(double *const *x, double *const *y) {
    with(right, M - 1, M, x, y);
    y[0][0] *= M, y[1][0] *= M;
}

static void b_outside(double *const *x, double *const *y) {
    y[0][0] = y[1][0] = 0;
    for (int i = 0; i < M; i++) {
        double d = exp(x[0][0] * x[2][i]) + x[1][0] - x[3][i];
        y[0][0] += x[2][i] * d / M;
        y[1][0] += d / M;
    }
}
static void by_b(double *const *x, double *const *y) {
    with(right, 0, M, x, y);
    y[1][0] *= x[1][0];
}
static void divided_often(double *const *x, double *const *y) {
    y[0][0] = y[1][0] = 0;
    for (int i = 0; i < M; i++) {
        double d = right(z(x, i), x[3][i]);
        y[0][0] = (y[0][0] + x[2][i] * d) / M;
        y[1][0] = (y[1][0] + d) / M;
    }
}

#define FIXED "with more examples than before it is wrong: write m, and no number in its place"

/* More examples than usual, and only the last has a slope: dz is −1, with x = 2. */
static const char *other_sizes(void) {
    double x[M + 1] = {[M] = 2}, y[M + 1], dw, db;
    for (int i = 0; i <= M; i++)
        y[i] = i < M ? 1 : 2;
    poisson_gradient(x, y, M + 1, 0, 0, &dw, &db);
    return fabs(dw + 2.0 / (M + 1)) < 1e-9 && fabs(db + 1.0 / (M + 1)) < 1e-9 ? NULL : FIXED;
}

const judge_exercise exercise = {
    .inputs = {{"w"}, {"b"}, {"x", M}, {"y", M}},
    .outputs = {{"dw"}, {"db"}},
    .example = {0.5, -0.5, 0, 1, 2, -1, 2, 1, 0, 1},
    .low = -1.5,
    .high = 1.5,
    .draw = draw,
    .examples = M,
    .answer = answer,
    .other_sizes = other_sizes,
    .cost = cost,
    .mistakes =
        {
            {"sigmoid-kept", "here the prediction is e^z, not the sigmoid of z", sigmoid_kept},
            {"missing-activation", "dz is z − y here; the slope of e^z is missing in it", no_exp},
            {"missing-label", "dz is e^z here; the slope of −y z by z is missing in it", no_label},
            {"power-rule-on-exponential", "z e^(z − 1) is the power rule; the slope of e^z is e^z",
             power_rule},
            {"value-not-slope",
             "−y z stands in dz as it stands in the loss; its slope by z is wanted",
             loss_for_slope},
            {"missing-inner-derivative",
             "dw lacks the factor x: when w moves, z moves x times as much", no_x},
            {"missing-factor", "in dw, x multiplies e^z but not y: x (e^z − y) needs its brackets",
             x_half},
            {"x-for-bias", "db has a factor x; when b moves, z moves just as much", x_for_b},
            {"mean-example",
             "this is the slope at one example made of the mean x and the mean y; the mean belongs "
             "around the slopes",
             mean_example},
            {"first-example-only", "only the first example counts: does the loop end early?",
             first_only},
            {"first-example-only", "only the first example counts: does the loop end early?",
             one_alone},
            {"last-example-only", "only the last example counts: = stands where += belongs",
             last_only},
            {"last-example-only", "only the last example counts: = stands where += belongs",
             last_alone},
            {"last-example-missing", "the last example is left out: the loop ends too early by one",
             last_missing},
            {"first-example-missing", "the first example is left out: C counts from 0",
             first_missing},
            {"missing-brackets", "b stands outside of e^z; z is all of w x + b", b_outside},
            {"bias-by-value", "db is multiplied by b; when b moves, z moves just as much", by_b},
            {"divided-each-round",
             "it is divided by m in each round of the loop: once is enough, after it",
             divided_often},
        },
};
