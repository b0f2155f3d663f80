#include "judge.h"

enum { N = 3, M = 4 };

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db);

/* x: w, b, X, y, λ. */
static double entry(double *const *x, int k, int i) {
    return x[2][k * M + i];
}
static double z(double *const *x, int i) {
    double z = x[1][0];
    for (int k = 0; k < N; k++)
        z += x[0][k] * entry(x, k, i);
    return z;
}
static double cost(double *const *x) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += x[3][i] == 1 ? log1p(exp(-z(x, i))) : log1p(exp(z(x, i)));
    for (int k = 0; k < N; k++)
        sum += x[4][0] / 2 * x[0][k] * x[0][k];
    return sum / M;
}
static void answer(double *const *x, double *const *y) {
    ridge_gradient(x[2], x[3], N, M, x[0], x[1][0], x[4][0], y[0], y[1]);
}
static void draw(double *const *x) {
    for (int i = 0; i < M; i++)
        x[3][i] = judge_uniform(0, 1) < 0.5;
    x[4][0] = judge_uniform(0.5, 3);
}

/* The data's part of the gradient, of the sum of the losses over examples from
 * `first` to `end`. */
static void data(int first, int end, double *const *x, double *const *y) {
    y[1][0] = 0;
    for (int k = 0; k < N; k++)
        y[0][k] = 0;
    for (int i = first; i < end; i++) {
        double dz = 1 / (1 + exp(-z(x, i))) - x[3][i];
        y[1][0] += dz;
        for (int k = 0; k < N; k++)
            y[0][k] += entry(x, k, i) * dz;
    }
}
/* (1/m) the data's part, plus a factor times w, plus one times w². */
static void plus(double once, double square, double *const *x, double *const *y) {
    data(0, M, x, y);
    for (int k = 0; k < N; k++)
        y[0][k] = y[0][k] / M + once * x[0][k] + square * x[0][k] * x[0][k];
    y[1][0] /= M;
}
static void no_price(double *const *x, double *const *y) {
    plus(0, 0, x, y);
}
static void no_mean(double *const *x, double *const *y) {
    plus(x[4][0], 0, x, y);
}
static void half_no_mean(double *const *x, double *const *y) {
    plus(x[4][0] / 2, 0, x, y);
}
static void half(double *const *x, double *const *y) {
    plus(x[4][0] / 2 / M, 0, x, y);
}
static void twice(double *const *x, double *const *y) {
    plus(2 * x[4][0] / M, 0, x, y);
}
static void twice_mean(double *const *x, double *const *y) {
    plus(x[4][0] / M / M, 0, x, y);
}
static void minus(double *const *x, double *const *y) {
    plus(-x[4][0] / M, 0, x, y);
}
static void value(double *const *x, double *const *y) {
    plus(0, x[4][0] / 2 / M, x, y);
}
static void all_weights(double *const *x, double *const *y) {
    double sum = 0;
    for (int k = 0; k < N; k++)
        sum += x[0][k];
    plus(0, 0, x, y);
    for (int k = 0; k < N; k++)
        y[0][k] += x[4][0] / M * sum;
}
static void on_bias(double *const *x, double *const *y) {
    plus(x[4][0] / M, 0, x, y);
    y[1][0] += x[4][0] / M * x[1][0];
}
static void on_bias_whole(double *const *x, double *const *y) {
    plus(x[4][0] / M, 0, x, y);
    y[1][0] += x[4][0] * x[1][0];
}
static void data_no_mean(double *const *x, double *const *y) {
    data(0, M, x, y);
    for (int k = 0; k < N; k++)
        y[0][k] += x[4][0] / M * x[0][k];
}
static void transposed(double *const *x, double *const *y) {
    double turned[N * M];
    double *blocks[5] = {x[0], x[1], turned, x[3], x[4]};
    for (int k = 0; k < N; k++)
        for (int i = 0; i < M; i++)
            turned[k * M + i] = x[2][i * N + k];
    plus(x[4][0] / M, 0, blocks, y);
}
static void z_goes_on(double *const *x, double *const *y) {
    double sum = x[1][0];
    y[1][0] = 0;
    for (int k = 0; k < N; k++)
        y[0][k] = x[4][0] / M * x[0][k];
    for (int i = 0; i < M; i++) {
        sum += z(x, i) - x[1][0];
        double dz = 1 / (1 + exp(-sum)) - x[3][i];
        y[1][0] += dz / M;
        for (int k = 0; k < N; k++)
            y[0][k] += entry(x, k, i) * dz / M;
    }
}
static void no_bias(double *const *x, double *const *y) {
    double nothing = 0;
    double *blocks[5] = {x[0], &nothing, x[2], x[3], x[4]};
    plus(x[4][0] / M, 0, blocks, y);
}
static void last_only(double *const *x, double *const *y) {
    data(M - 1, M, x, y);
    for (int k = 0; k < N; k++)
        y[0][k] = (y[0][k] + x[4][0] * x[0][k]) / M;
    y[1][0] /= M;
}

static void rows_of_n(double *const *x, double *const *y) {
    double turned[N * M];
    double *blocks[5] = {x[0], x[1], turned, x[3], x[4]};
    for (int k = 0; k < N; k++)
        for (int i = 0; i < M; i++)
            turned[k * M + i] = x[2][k * N + i];
    plus(x[4][0] / M, 0, blocks, y);
}
static void no_sigmoid(double *const *x, double *const *y) {
    y[1][0] = 0;
    for (int k = 0; k < N; k++)
        y[0][k] = x[4][0] / M * x[0][k];
    for (int i = 0; i < M; i++) {
        double dz = z(x, i) - x[3][i];
        y[1][0] += dz / M;
        for (int k = 0; k < N; k++)
            y[0][k] += entry(x, k, i) * dz / M;
    }
}

#define FIXED                                                                                      \
    "with more features or examples than before it is wrong: write n and m, and no number in its " \
    "place"

/* One more feature and example than usual, and only that entry of X is not 0. */
static const char *other_sizes(void) {
    double X[(N + 1) * (M + 1)] = {[N * (M + 1) + M] = 2}, y[M + 1], w[N + 1] = {0};
    double dw[N + 1] = {0}, db;
    for (int i = 0; i <= M; i++)
        y[i] = i % 2;
    ridge_gradient(X, y, N + 1, M + 1, w, 0, 1, dw, &db);
    return fabs(dw[N] - 1.0 / (M + 1)) < 1e-9 && fabs(db - 0.5 / (M + 1)) < 1e-9 ? NULL : FIXED;
}

const judge_exercise exercise = {
    .inputs = {{"w", N}, {"b"}, {"X", N, M}, {"y", M}, {"lambda"}},
    .outputs = {{"dw", N}, {"db"}},
    .example = {1, -1, 2, -1, 1, 0, 2, -1, 0, 1, -1, 1, 1, 1, 0, 2, 1, 0, 0, 1, 2},
    .low = -2,
    .high = 2,
    .draw = draw,
    .examples = M,
    .answer = answer,
    .other_sizes = other_sizes,
    .cost = cost,
    .mistakes =
        {
            {"regulariser-missing",
             "the data's part is right; the slope of the price on the weights is missing",
             no_price},
            {"regulariser-without-mean", "the price adds λ w here; its 1/m is missing", no_mean},
            {"regulariser-without-mean", "the price adds (λ/2) w here; it should be (λ/m) w",
             half_no_mean},
            {"regulariser-half",
             "the price adds (λ/2m) w here; the slope of w² is 2w, and that 2 cancels the one "
             "below",
             half},
            {"regulariser-twice",
             "the price adds twice too much: the 2 of the square cancels the 2 in λ/2m", twice},
            {"regulariser-double-mean",
             "the price is divided by m twice: it is added before all is divided by m", twice_mean},
            {"sign", "the price is taken off instead of added", minus},
            {"value-not-slope",
             "the price is added as it stands in the cost, (λ/2m) w²; its slope is wanted", value},
            {"sum-over-weights",
             "each weight pays for all of them here; the slope by one weight contains that weight "
             "alone",
             all_weights},
            {"regulariser-on-bias", "b pays too in yours; b is not in the price", on_bias},
            {"regulariser-on-bias", "b pays too in yours; b is not in the price", on_bias_whole},
            {"missing-mean", "the price is right; the data's part is not divided by m",
             data_no_mean},
            {"transposed",
             "the table is read column after column; feature k of example i is X[k * m + i]",
             transposed},
            {"accumulated", "z goes on from one example to the next: it has to start anew at b",
             z_goes_on},
            {"bias-forgotten", "z lacks its b", no_bias},
            {"last-example-only", "only the last example counts: = stands where += belongs",
             last_only},
            {"wrong-index",
             "a row of the table has m numbers, not n: feature k of example i is X[k * m + i]",
             rows_of_n},
            {"missing-activation", "dz is z − y here; it is a − y, with a = σ(z)", no_sigmoid},
        },
};
