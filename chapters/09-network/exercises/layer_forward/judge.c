#include "judge.h"

enum { N = 3, K = 2, M = 4 };

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A);

/* x: W, b, X. */
static double W(double *const *x, int j, int k) {
    return x[0][j * K + k];
}
static double X(double *const *x, int k, int i) {
    return x[2][k * M + i];
}
static double softsign(double z) {
    return z / (1 + fabs(z));
}
static double product(double *const *x, int j, int i) {
    double sum = 0;
    for (int k = 0; k < K; k++)
        sum += W(x, j, k) * X(x, k, i);
    return sum;
}
static void answer(double *const *x, double *const *y) {
    matrix w = judge_matrix(x[0], N, K), b = judge_matrix(x[1], N, 1),
           input = judge_matrix(x[2], K, M);
    matrix A = judge_matrix(y[0], N, M);
    layer_forward(&w, &b, &input, &A);
}

/* Each entry of A by a formula. */
typedef double formula(double *const *x, int j, int i);
static void each(formula *f, double *const *x, double *const *y) {
    for (int j = 0; j < N; j++)
        for (int i = 0; i < M; i++)
            y[0][j * M + i] = f(x, j, i);
}
static double z(double *const *x, int j, int i) {
    return product(x, j, i) + x[1][j];
}
static double right(double *const *x, int j, int i) {
    return softsign(z(x, j, i));
}
static double without_b(double *const *x, int j, int i) {
    return softsign(product(x, j, i));
}
static double b_often(double *const *x, int j, int i) {
    return softsign(product(x, j, i) + K * x[1][j]);
}
static double b_late(double *const *x, int j, int i) {
    return softsign(product(x, j, i)) + x[1][j];
}
static double tanh_for_it(double *const *x, int j, int i) {
    return tanh(z(x, j, i));
}
static double sigmoid(double *const *x, int j, int i) {
    return 1 / (1 + exp(-z(x, j, i)));
}
static double no_abs(double *const *x, int j, int i) {
    return z(x, j, i) / (1 + z(x, j, i));
}
static double int_abs(double *const *x, int j, int i) {
    return z(x, j, i) / (1 + floor(fabs(z(x, j, i))));
}
static double no_bracket(double *const *x, int j, int i) {
    return z(x, j, i) / 1 + fabs(z(x, j, i));
}
static double last_term(double *const *x, int j, int i) {
    return softsign(W(x, j, K - 1) * X(x, K - 1, i) + x[1][j]);
}
static double first_term(double *const *x, int j, int i) {
    return softsign(W(x, j, 0) * X(x, 0, i) + x[1][j]);
}
static double inside(double *const *x, int j, int i) {
    double a = x[1][j];
    for (int k = 0; k < K; k++)
        a = softsign(a + W(x, j, k) * X(x, k, i));
    return a;
}
static double of_terms(double *const *x, int j, int i) {
    double sum = x[1][j];
    for (int k = 0; k < K; k++)
        sum += softsign(W(x, j, k) * X(x, k, i));
    return sum;
}

static void expected(double *const *x, double *const *y) {
    each(right, x, y);
}
static void f_without_b(double *const *x, double *const *y) {
    each(without_b, x, y);
}
static void f_b_often(double *const *x, double *const *y) {
    each(b_often, x, y);
}
static void f_b_late(double *const *x, double *const *y) {
    each(b_late, x, y);
}
static void f_z(double *const *x, double *const *y) {
    each(z, x, y);
}
static void f_tanh(double *const *x, double *const *y) {
    each(tanh_for_it, x, y);
}
static void f_sigmoid(double *const *x, double *const *y) {
    each(sigmoid, x, y);
}
static void f_no_abs(double *const *x, double *const *y) {
    each(no_abs, x, y);
}
static void f_int_abs(double *const *x, double *const *y) {
    each(int_abs, x, y);
}
static void f_no_bracket(double *const *x, double *const *y) {
    each(no_bracket, x, y);
}
static void f_last_term(double *const *x, double *const *y) {
    each(last_term, x, y);
}
static void f_first_term(double *const *x, double *const *y) {
    each(first_term, x, y);
}
static void f_inside(double *const *x, double *const *y) {
    each(inside, x, y);
}
static void f_of_terms(double *const *x, double *const *y) {
    each(of_terms, x, y);
}

/* z declared before the loops and never set to its start again; with b or without. */
static void goes_on(double *const *x, double *const *y) {
    double sum = 0;
    for (int j = 0; j < N; j++)
        for (int i = 0; i < M; i++) {
            sum += z(x, j, i);
            y[0][j * M + i] = softsign(sum);
        }
}
static void goes_on_in_row(double *const *x, double *const *y) {
    for (int j = 0; j < N; j++) {
        double sum = x[1][j];
        for (int i = 0; i < M; i++) {
            sum += product(x, j, i);
            y[0][j * M + i] = softsign(sum);
        }
    }
}

static double first_b(double *const *x, int j, int i) {
    return softsign(product(x, j, i) + x[1][0]);
}
static double last_term_alone(double *const *x, int j, int i) {
    return softsign(W(x, j, K - 1) * X(x, K - 1, i));
}
static void f_first_b(double *const *x, double *const *y) {
    each(first_b, x, y);
}
static void f_last_term_alone(double *const *x, double *const *y) {
    each(last_term_alone, x, y);
}

/* One more unit, input and example than usual. Only the last input says something,
 * and only to the last unit: z is 3, and a is 3/4. */
static const char *other_sizes(void) {
    double w[(N + 1) * (K + 1)] = {[N * (K + 1) + K] = 3}, bias[N + 1] = {0}, a[(N + 1) * (M + 1)];
    double input[(K + 1) * (M + 1)] = {[K * (M + 1) + M] = 1};
    matrix W4 = judge_matrix(w, N + 1, K + 1), b4 = judge_matrix(bias, N + 1, 1),
           X4 = judge_matrix(input, K + 1, M + 1), A4 = judge_matrix(a, N + 1, M + 1);
    a[N * (M + 1) + M] = 0;
    layer_forward(&W4, &b4, &X4, &A4);
    return fabs(a[N * (M + 1) + M] - 0.75) < 1e-9
               ? NULL
               : "with other sizes than before it is wrong: write W->rows, W->cols and X->cols, "
                 "and no numbers in their place";
}

const judge_exercise exercise = {
    .inputs = {{"W", N, K}, {"b", N}, {"X", K, M}},
    .outputs = {{"A", N, M}},
    .example = {1, 2, -1, 1, 2, -1, -1, -2, 1, 1, 0, 2, -1, 1, -1, 0, 2},
    .low = -2,
    .high = 2,
    .answer = answer,
    .other_sizes = other_sizes,
    .expected = expected,
    .mistakes =
        {
            {"bias-forgotten",
             "b is missing: each unit adds its own to the sum, before the activation", f_without_b},
            {"bias-in-the-sum",
             "b is added once for each input; it belongs outside of the innermost loop", f_b_often},
            {"bias-after-activation", "b is added after the activation; it belongs to z, before it",
             f_b_late},
            {"missing-activation", "this is Z; the activation is missing", f_z},
            {"other-activation", "this is right with tanh; the softsign is asked for", f_tanh},
            {"other-activation", "this is right with the sigmoid; the softsign is asked for",
             f_sigmoid},
            {"missing-absolute-value", "below the line stands 1 + |z|, not 1 + z", f_no_abs},
            {"absolute-value-of-int",
             "|z| has lost what comes after its point, in an int or by abs: use a double and fabs",
             f_int_abs},
            {"missing-brackets", "C divides before it adds: 1 + |z| needs brackets", f_no_bracket},
            {"last-term-only",
             "only the last term of the sum over the inputs is there: = stands where += belongs",
             f_last_term},
            {"first-term-only", "only the first term of the sum over the inputs is there",
             f_first_term},
            {"activation-inside",
             "the activation is applied inside the sum; it comes once, when the sum is done",
             f_inside},
            {"activation-inside",
             "the activation is applied to each term; it comes once, when the sum is done",
             f_of_terms},
            {"accumulated", "z goes on from one entry to the next: it has to start anew for each",
             goes_on},
            {"accumulated", "z goes on from one example to the next: it has to start anew for each",
             goes_on_in_row},
            {"first-bias-only", "all units add the b of the first; that of unit j is at(b, j, 0)",
             f_first_b},
            {"last-term-only", "only the last term of the sum is there: = stands where += belongs",
             f_last_term_alone},
        },
};
