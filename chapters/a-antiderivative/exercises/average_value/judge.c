#include "judge.h"

enum { N = 5 };

double average_value(const double *x, const double *y, int n);

static void answer(double *const *x, double *const *y) {
    y[0][0] = average_value(x[0], x[1], N);
}

static double width(double *const *x, int i) {
    return x[0][i + 1] - x[0][i];
}
static double height(double *const *x, int i) {
    return (x[1][i] + x[1][i + 1]) / 2;
}
static double span(double *const *x) {
    return x[0][N - 1] - x[0][0];
}
static double area(double *const *x, int pieces) {
    double sum = 0;
    for (int i = 0; i < pieces; i++)
        sum += width(x, i) * height(x, i);
    return sum;
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = area(x, N - 1) / span(x);
}

/* Times in order, readings of any sign. */
static void draw(double *const *x) {
    x[0][0] = judge_uniform(-2, 8);
    for (int i = 1; i < N; i++)
        x[0][i] = x[0][i - 1] + judge_uniform(0.3, 5);
}

static void plain(double *const *x, double *const *y) {
    y[0][0] = 0;
    for (int i = 0; i < N; i++)
        y[0][0] += x[1][i] / N;
}
static void left(double *const *x, double *const *y) {
    y[0][0] = 0;
    for (int i = 0; i + 1 < N; i++)
        y[0][0] += width(x, i) * x[1][i] / span(x);
}
static void right(double *const *x, double *const *y) {
    y[0][0] = 0;
    for (int i = 0; i + 1 < N; i++)
        y[0][0] += width(x, i) * x[1][i + 1] / span(x);
}
static void undivided(double *const *x, double *const *y) {
    y[0][0] = area(x, N - 1);
}
static void no_half(double *const *x, double *const *y) {
    y[0][0] = 2 * area(x, N - 1) / span(x);
}
static void by_readings(double *const *x, double *const *y) {
    y[0][0] = area(x, N - 1) / N;
}
static void by_pieces(double *const *x, double *const *y) {
    y[0][0] = area(x, N - 1) / (N - 1);
}
static void by_last(double *const *x, double *const *y) {
    y[0][0] = area(x, N - 1) / x[0][N - 1];
}
static void last_missing(double *const *x, double *const *y) {
    y[0][0] = area(x, N - 2) / span(x);
}
static void first_missing(double *const *x, double *const *y) {
    y[0][0] = (area(x, N - 1) - area(x, 1)) / span(x);
}
static void unweighted(double *const *x, double *const *y) {
    y[0][0] = 0;
    for (int i = 0; i + 1 < N; i++)
        y[0][0] += height(x, i) / (N - 1);
}
static void difference(double *const *x, double *const *y) {
    y[0][0] = 0;
    for (int i = 0; i + 1 < N; i++)
        y[0][0] += width(x, i) * (x[1][i + 1] - x[1][i]) / 2 / span(x);
}
static void last_only(double *const *x, double *const *y) {
    y[0][0] = width(x, N - 2) * height(x, N - 2) / span(x);
}

static void first_only(double *const *x, double *const *y) {
    y[0][0] = width(x, 0) * height(x, 0) / span(x);
}

/* More readings than usual, each a 0 but the last, which stands for half a piece. */
static const char *other_sizes(void) {
    double x[N + 1], y[N + 1] = {[N] = 4};
    for (int i = 0; i <= N; i++)
        x[i] = i;
    return fabs(average_value(x, y, N + 1) - 2.0 / N) < 1e-9
               ? NULL
               : "with more readings than before it is wrong: write n, and no number in its place";
}

const judge_exercise exercise = {
    .inputs = {{"x", N}, {"y", N}},
    .outputs = {{"average_value"}},
    .example = {0, 6, 8, 12, 24, 10, 8, 11, 20, 10},
    .low = -3,
    .high = 10,
    .draw = draw,
    .answer = answer,
    .other_sizes = other_sizes,
    .expected = expected,
    .mistakes =
        {
            {"plain-mean",
             "this is the mean of the readings: each counts the same, however long the time around "
             "it",
             plain},
            {"left-ends",
             "these are rectangles with the height at the left end of each piece: the height "
             "wanted is the mean of both ends",
             left},
            {"right-ends",
             "these are rectangles with the height at the right end of each piece: the height "
             "wanted is the mean of both ends",
             right},
            {"undivided",
             "this is the area: it is still to be divided by the whole time, x[n − 1] − x[0]",
             undivided},
            {"missing-half",
             "the height of a piece is the mean of its two ends: their sum is to be halved",
             no_half},
            {"wrong-divisor",
             "the area is divided by the number of readings, and belongs divided by the whole "
             "time, x[n − 1] − x[0]",
             by_readings},
            {"wrong-divisor",
             "the area is divided by the number of pieces, and belongs divided by the whole time, "
             "x[n − 1] − x[0]",
             by_pieces},
            {"wrong-divisor",
             "the first reading need not be at time 0: the whole time is x[n − 1] − x[0]", by_last},
            {"last-piece-missing",
             "the last piece is left out: n readings have n − 1 pieces, with i from 0 to n − 2",
             last_missing},
            {"first-piece-missing", "the first piece is left out: C counts from 0", first_missing},
            {"unweighted",
             "the heights of the pieces are right, and each is to be multiplied by the width of "
             "its piece",
             unweighted},
            {"difference",
             "the height of a piece is half the sum of its ends, not half the difference",
             difference},
            {"last-piece-only", "only the last piece is there: the sum needs += in the loop",
             last_only},
            {"first-piece-only",
             "only the first piece is there: perhaps a return stands inside the loop", first_only},
        },
};
