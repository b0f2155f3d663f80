#include "judge.h"

void standardise(const double *f, int m, double *x);

enum { M = 8 };

static void answer(double *const *x, double *const *y) {
    standardise(x[0], M, y[0]);
}

static double mean(const double *f) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += f[i];
    return sum / M;
}

/* The mean of the squared distances from a place. */
static double spread(const double *f, double from) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += (f[i] - from) * (f[i] - from);
    return sum / M;
}

static const char *broken(double *const *x, double *const *y) {
    static char why[200];
    double mu = mean(y[0]), s = sqrt(spread(y[0], mu)), stretch = 0;
    if (fabs(mu) > 1e-9) {
        snprintf(why, sizeof why, "the mean of your x is %.6g; it should be 0", mu);
        return why;
    }
    if (fabs(s - 1) > 1e-9) {
        snprintf(why, sizeof why, "the standard deviation of your x is %.6g; it should be 1", s);
        return why;
    }
    for (int i = 0; i < M; i++)
        stretch += (x[0][i] - mean(x[0])) * y[0][i] / M / spread(x[0], mean(x[0]));
    for (int i = 0; i < M; i++)
        if (fabs(y[0][i] - stretch * (x[0][i] - mean(x[0]))) > 1e-9)
            return "the mean is 0 and the deviation 1, but your x is no longer f shifted and "
                   "stretched";
    return stretch < 0 ? "the largest f has the smallest x: the order is turned round" : NULL;
}

static void make(double *const *x, double *const *y, double from, double by) {
    for (int i = 0; i < M; i++)
        y[0][i] = (x[0][i] - from) / by;
}
static double deviation(double *const *x) {
    return sqrt(spread(x[0], mean(x[0])));
}
static double largest(const double *f) {
    double most = f[0];
    for (int i = 1; i < M; i++)
        most = fmax(most, f[i]);
    return most;
}
static double smallest(const double *f) {
    double least = f[0];
    for (int i = 1; i < M; i++)
        least = fmin(least, f[i]);
    return least;
}

static void not_divided(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), 1);
}
static void not_shifted(double *const *x, double *const *y) {
    make(x, y, 0, deviation(x));
}
static void no_root(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), spread(x[0], mean(x[0])));
}
static void one_less(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), deviation(x) * sqrt(M / (M - 1.0)));
}
static void no_mean(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), deviation(x) * sqrt(M));
}
static void root_then_mean(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), deviation(x) / sqrt(M));
}
static void about_zero(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), sqrt(spread(x[0], 0)));
}
static void by_range(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), largest(x[0]) - smallest(x[0]));
}
static void to_one(double *const *x, double *const *y) {
    make(x, y, smallest(x[0]), largest(x[0]) - smallest(x[0]));
}
static void absolute(double *const *x, double *const *y) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += fabs(x[0][i] - mean(x[0]));
    make(x, y, mean(x[0]), sum / M);
}
static void no_brackets(double *const *x, double *const *y) {
    make(x, y, mean(x[0]) / deviation(x), 1);
}
static void multiplied(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), 1 / deviation(x));
}
static void turned(double *const *x, double *const *y) {
    make(x, y, mean(x[0]), -deviation(x));
}
static void whole_mean(double *const *x, double *const *y) {
    double from = floor(mean(x[0]));
    make(x, y, from, sqrt(spread(x[0], from)));
}
static void whole_sum(double *const *x, double *const *y) {
    int sum = 0;
    for (int i = 0; i < M; i++)
        sum += (int)x[0][i];
    make(x, y, sum / M, sqrt(spread(x[0], sum / M)));
}

#define WHOLE "the mean has lost what comes after the point: it must be a double, not an int"

static void sum_for_mean(double *const *x, double *const *y) {
    double from = M * mean(x[0]);
    make(x, y, from, sqrt(spread(x[0], from)));
}
/* Distances in the loop that is still adding up the mean. */
static void unfinished(int counted, double *const *x, double *const *y) {
    double sum = 0, squares = 0;
    for (int i = 0; i < M; i++) {
        sum += x[0][i];
        squares += pow(x[0][i] - sum / (counted ? i + 1 : M), 2);
    }
    make(x, y, mean(x[0]), sqrt(squares / M));
}
static void unfinished_mean(double *const *x, double *const *y) {
    unfinished(0, x, y);
}
static void running_mean(double *const *x, double *const *y) {
    unfinished(1, x, y);
}

#define UNFINISHED                                                                                 \
    "the distances are taken while the mean is still being added up: they need a second loop, "    \
    "after the first"

#define FIXED "with more measurements than before it is wrong: write m, and no number in its place"

/* As many −1 as 1, which are standardised already: more than usual, and those last. */
static const char *other_sizes(void) {
    double f[2 * M], x[2 * M];
    for (int i = 0; i < 2 * M; i++)
        f[i] = i < M ? -1 : 1;
    standardise(f, 2 * M, x);
    for (int i = 0; i < 2 * M; i++)
        if (!(fabs(x[i] - f[i]) < 1e-9))
            return FIXED;
    return NULL;
}

const judge_exercise exercise = {
    .inputs = {{"f", M}},
    .outputs = {{"x", M}},
    .example = {54, 58, 58, 58, 60, 60, 64, 68},
    .low = 45,
    .high = 85,
    .answer = answer,
    .other_sizes = other_sizes,
    .broken = broken,
    .mistakes =
        {
            {"not-scaled", "the mean is taken away, but nothing is divided by s", not_divided},
            {"not-shifted", "it is divided by s, but the mean is not taken away first",
             not_shifted},
            {"missing-root",
             "it is divided by the mean of the squared distances: their root is missing", no_root},
            {"mean-over-m-minus-1",
             "the sum of the squared distances is divided by m − 1; here it is m", one_less},
            {"missing-mean",
             "s is the root of the sum of the squared distances: they are to be divided by m first",
             no_mean},
            {"root-before-mean",
             "the root comes last: divide the sum by m inside of it, not outside", root_then_mean},
            {"spread-about-zero",
             "for s you squared f itself; it needs the distances from the mean, f − μ", about_zero},
            {"range-not-deviation",
             "it is divided by the distance from the smallest to the largest; asked is the "
             "deviation",
             by_range},
            {"range-not-deviation",
             "this stretches f to the numbers from 0 to 1; asked is a mean of 0 and a deviation of "
             "1",
             to_one},
            {"absolute-not-square",
             "s is made from the sizes of the distances; it needs their squares, and a root",
             absolute},
            {"missing-brackets",
             "only the mean is divided by s: brackets are missing around the difference, (f − μ) / "
             "s",
             no_brackets},
            {"multiplied-not-divided", "it is multiplied by s where it should be divided by it",
             multiplied},
            {"sign", "f and the mean are the wrong way round: it is f − μ", turned},
            {"whole-number", WHOLE, whole_mean},
            {"whole-number", WHOLE, whole_sum},
            {"sum-not-mean",
             "the sum of all f is taken away, and not their mean: divide it by m first",
             sum_for_mean},
            {"mean-unfinished", UNFINISHED, unfinished_mean},
            {"mean-unfinished", UNFINISHED, running_mean},
        },
};
