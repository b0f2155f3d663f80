#include "judge.h"

enum { N2 = 2, M = 4 };

void output_backward(const matrix *Z2, const matrix *A2, const matrix *Y, matrix *dZ2);

static double softsign(double z) {
    return z / (1 + fabs(z));
}

/* x: Z2, Y. The sum of the losses: z of one example acts on no other's. */
static double losses(double *const *x) {
    double sum = 0;
    for (int k = 0; k < N2 * M; k++)
        sum += pow(softsign(x[0][k]) - x[1][k], 2) / 2;
    return sum;
}
static void answer(double *const *x, double *const *y) {
    double a[N2 * M];
    matrix Z2 = judge_matrix(x[0], N2, M), A2 = judge_matrix(a, N2, M),
           Y = judge_matrix(x[1], N2, M);
    matrix dZ2 = judge_matrix(y[0], N2, M);
    for (int k = 0; k < N2 * M; k++)
        a[k] = softsign(x[0][k]);
    output_backward(&Z2, &A2, &Y, &dZ2);
}
/* Away from 0, where the slope of g has a kink, and labels as a softsign could say. */
static void draw(double *const *x) {
    for (int k = 0; k < N2 * M; k++) {
        x[0][k] += x[0][k] < 0 ? -0.2 : 0.2;
        x[1][k] = softsign(2 * x[1][k]);
    }
}

typedef double formula(double z, double a, double y);
static void each(formula *f, double *const *x, double *const *y) {
    for (int k = 0; k < N2 * M; k++)
        y[0][k] = f(x[0][k], softsign(x[0][k]), x[1][k]);
}
static double slope(double z) {
    return 1 / pow(1 + fabs(z), 2);
}
static double no_slope(double z, double a, double y) {
    return a - y + 0 * z;
}
static double of_a(double z, double a, double y) {
    return (a - y) * slope(a) + 0 * z;
}
static double mean(double z, double a, double y) {
    return (a - y) * slope(z) / M;
}
static double sigmoid(double z, double a, double y) {
    return (a - y) * a * (1 - a) + 0 * z;
}
static double tangent(double z, double a, double y) {
    return (a - y) * (1 - a * a) + 0 * z;
}
static double one_root(double z, double a, double y) {
    return (a - y) / (1 + fabs(z));
}
static double z_for_a(double z, double a, double y) {
    return (z - y) * slope(z) + 0 * a;
}
static double value(double z, double a, double y) {
    return (a - y) * a + 0 * z;
}
static double squared(double z, double a, double y) {
    return (a - y) * (a - y) / 2 * slope(z);
}
static double only_slope(double z, double a, double y) {
    return slope(z) + 0 * a * y;
}
static double no_brackets(double z, double a, double y) {
    return a - y * slope(z);
}

static void f_no_slope(double *const *x, double *const *y) {
    each(no_slope, x, y);
}
static void f_of_a(double *const *x, double *const *y) {
    each(of_a, x, y);
}
static void f_mean(double *const *x, double *const *y) {
    each(mean, x, y);
}
static void f_sigmoid(double *const *x, double *const *y) {
    each(sigmoid, x, y);
}
static void f_tangent(double *const *x, double *const *y) {
    each(tangent, x, y);
}
static void f_one_root(double *const *x, double *const *y) {
    each(one_root, x, y);
}
static void f_z_for_a(double *const *x, double *const *y) {
    each(z_for_a, x, y);
}
static void f_value(double *const *x, double *const *y) {
    each(value, x, y);
}
static void f_squared(double *const *x, double *const *y) {
    each(squared, x, y);
}
static void f_only_slope(double *const *x, double *const *y) {
    each(only_slope, x, y);
}
static void f_no_brackets(double *const *x, double *const *y) {
    each(no_brackets, x, y);
}

static double as_arctan(double z, double a, double y) {
    return (a - y) / (1 + z * z);
}
static void f_as_arctan(double *const *x, double *const *y) {
    each(as_arctan, x, y);
}

/* More examples than usual: where z = 0 and y = 1, dz is −1. */
static const char *other_sizes(void) {
    double z[N2 * (M + 1)] = {0}, a[N2 * (M + 1)] = {0}, y[N2 * (M + 1)] = {[N2 * (M + 1) - 1] = 1};
    double d[N2 * (M + 1)] = {0};
    matrix Z2 = judge_matrix(z, N2, M + 1), A2 = judge_matrix(a, N2, M + 1),
           Y = judge_matrix(y, N2, M + 1), dZ2 = judge_matrix(d, N2, M + 1);
    output_backward(&Z2, &A2, &Y, &dZ2);
    return fabs(d[N2 * (M + 1) - 1] + 1) < 1e-9 ? NULL
                                                : "with more examples than before it is wrong: the "
                                                  "columns are dZ2->cols, and no number";
}

const judge_exercise exercise = {
    .inputs = {{"Z2", N2, M}, {"Y", N2, M}},
    .outputs = {{"dZ2", N2, M}},
    .example = {-3, 1, 1, -1, -1, 3, -3, 1, 0.25, -0.5, 1, -1, 0.5, -0.25, 0.25, 1},
    .low = -2.5,
    .high = 2.5,
    .draw = draw,
    .answer = answer,
    .other_sizes = other_sizes,
    .cost = losses,
    .mistakes =
        {
            {"missing-activation-derivative",
             "this is A2 − Y: with the sigmoid and logarithms the slope of the activation cancels, "
             "here it stays as a factor. (If it is there: / u * u divides and multiplies again)",
             f_no_slope},
            {"activation-derivative-of-a",
             "g' is taken of a; it is the slope of g at z, so it needs Z2", f_of_a},
            {"mean-in-dz",
             "dZ2 has no 1/m: each entry is the slope of one example's own loss; the mean comes "
             "later, in dW and db",
             f_mean},
            {"wrong-activation-derivative",
             "a(1 − a) is the slope of the sigmoid; the outputs have the softsign", f_sigmoid},
            {"wrong-activation-derivative",
             "1 − a² is the slope of tanh; the outputs have the softsign", f_tangent},
            {"missing-square", "g' is 1/(1 + |z|)²; the square is missing", f_one_root},
            {"preactivation", "the loss compares a with y, not z with y", f_z_for_a},
            {"value-not-slope", "a − y is multiplied by g(z), where its slope g'(z) belongs",
             f_value},
            {"value-not-slope",
             "the loss ½(a − y)² is multiplied by g'(z); the slope of the loss belongs there, a − "
             "y",
             f_squared},
            {"missing-outer-derivative",
             "this is g'(z) alone; the slope of the loss by a, which is a − y, is missing",
             f_only_slope},
            {"missing-brackets", "g'(z) multiplies y only; (a − y) needs its brackets",
             f_no_brackets},
            {"wrong-activation-derivative",
             "1/(1 + z²) is the slope of arctan; that of the softsign is 1/(1 + |z|)²",
             f_as_arctan},
        },
};
