#include "judge.h"

enum { N1 = 3, N2 = 2, M = 4 };

void hidden_backward(const matrix *W2, const matrix *Z1, const matrix *dZ2, matrix *dZ1);

static double softsign(double z) {
    return z / (1 + fabs(z));
}
static double slope(double z) {
    return 1 / pow(1 + fabs(z), 2);
}

/* x: Z1, W2, b2, Y. */
static double z1(double *const *x, int j, int i) {
    return x[0][j * M + i];
}
static double w2(double *const *x, int r, int j) {
    return x[1][r * N1 + j];
}
static double z2(double *const *x, int r, int i) {
    double sum = x[2][r];
    for (int j = 0; j < N1; j++)
        sum += w2(x, r, j) * softsign(z1(x, j, i));
    return sum;
}
static double dz2(double *const *x, int r, int i) {
    return (softsign(z2(x, r, i)) - x[3][r * M + i]) * slope(z2(x, r, i));
}
/* The sum of the losses: z of one example acts on no other's. */
static double losses(double *const *x) {
    double sum = 0;
    for (int r = 0; r < N2; r++)
        for (int i = 0; i < M; i++)
            sum += pow(softsign(z2(x, r, i)) - x[3][r * M + i], 2) / 2;
    return sum;
}
static void answer(double *const *x, double *const *y) {
    double d[N2 * M];
    matrix Z1 = judge_matrix(x[0], N1, M), W2 = judge_matrix(x[1], N2, N1),
           dZ2 = judge_matrix(d, N2, M);
    matrix dZ1 = judge_matrix(y[0], N1, M);
    for (int k = 0; k < N2 * M; k++)
        d[k] = dz2(x, k / M, k % M);
    hidden_backward(&W2, &Z1, &dZ2, &dZ1);
}
/* Away from 0, where the slope of g has a kink. */
static void draw(double *const *x) {
    for (int k = 0; k < N1 * M; k++)
        x[0][k] += x[0][k] < 0 ? -0.2 : 0.2;
    for (int r = 0; r < N2; r++)
        for (int i = 0; i < M; i++)
            while (fabs(z2(x, r, i)) < 0.2)
                x[2][r] += 0.45;
}

typedef double formula(double *const *x, int j, int i);
static void each(formula *f, double *const *x, double *const *y) {
    for (int j = 0; j < N1; j++)
        for (int i = 0; i < M; i++)
            y[0][j * M + i] = f(x, j, i);
}
static double da(double *const *x, int j, int i) {
    double sum = 0;
    for (int r = 0; r < N2; r++)
        sum += w2(x, r, j) * dz2(x, r, i);
    return sum;
}
static double unweighted(double *const *x, int j, int i) {
    double sum = 0;
    for (int r = 0; r < N2; r++)
        sum += dz2(x, r, i);
    return sum * slope(z1(x, j, i));
}
static double first(double *const *x, int j, int i) {
    return w2(x, 0, j) * dz2(x, 0, i) * slope(z1(x, j, i));
}
static double last(double *const *x, int j, int i) {
    return w2(x, N2 - 1, j) * dz2(x, N2 - 1, i) * slope(z1(x, j, i));
}
static double of_a(double *const *x, int j, int i) {
    return da(x, j, i) * slope(softsign(z1(x, j, i)));
}
static double mean(double *const *x, int j, int i) {
    return da(x, j, i) * slope(z1(x, j, i)) / M;
}
static double mean_outputs(double *const *x, int j, int i) {
    return da(x, j, i) * slope(z1(x, j, i)) / N2;
}
static double value(double *const *x, int j, int i) {
    return da(x, j, i) * softsign(z1(x, j, i));
}
static double one_root(double *const *x, int j, int i) {
    return da(x, j, i) / (1 + fabs(z1(x, j, i)));
}
static double sigmoid(double *const *x, int j, int i) {
    double a = softsign(z1(x, j, i));
    return da(x, j, i) * a * (1 - a);
}
static double tangent(double *const *x, int j, int i) {
    double a = softsign(z1(x, j, i));
    return da(x, j, i) * (1 - a * a);
}
static double output_slope(double *const *x, int j, int i) {
    double sum = 0;
    for (int r = 0; r < N2; r++)
        sum += w2(x, r, j) * dz2(x, r, i) * slope(z2(x, r, i));
    return sum * slope(z1(x, j, i));
}

static void f_da(double *const *x, double *const *y) {
    each(da, x, y);
}
static void f_unweighted(double *const *x, double *const *y) {
    each(unweighted, x, y);
}
static void f_first(double *const *x, double *const *y) {
    each(first, x, y);
}
static void f_last(double *const *x, double *const *y) {
    each(last, x, y);
}
static void f_of_a(double *const *x, double *const *y) {
    each(of_a, x, y);
}
static void f_mean(double *const *x, double *const *y) {
    each(mean, x, y);
}
static void f_mean_outputs(double *const *x, double *const *y) {
    each(mean_outputs, x, y);
}
static void f_value(double *const *x, double *const *y) {
    each(value, x, y);
}
static void f_one_root(double *const *x, double *const *y) {
    each(one_root, x, y);
}
static void f_sigmoid(double *const *x, double *const *y) {
    each(sigmoid, x, y);
}
static void f_tangent(double *const *x, double *const *y) {
    each(tangent, x, y);
}
static void f_output_slope(double *const *x, double *const *y) {
    each(output_slope, x, y);
}
static void goes_on(double *const *x, double *const *y) {
    double sum = 0;
    for (int j = 0; j < N1; j++)
        for (int i = 0; i < M; i++) {
            sum += da(x, j, i);
            y[0][j * M + i] = sum * slope(z1(x, j, i));
        }
}

static double roads_multiplied(double *const *x, int j, int i) {
    double product = 1;
    for (int r = 0; r < N2; r++)
        product *= w2(x, r, j) * dz2(x, r, i);
    return product * slope(z1(x, j, i));
}
static double first_row(double *const *x, int j, int i) {
    double sum = 0;
    for (int r = 0; r < N2; r++)
        sum += w2(x, r, j) * dz2(x, 0, i);
    return sum * slope(z1(x, j, i));
}
static void f_roads_multiplied(double *const *x, double *const *y) {
    each(roads_multiplied, x, y);
}
static void f_first_row(double *const *x, double *const *y) {
    each(first_row, x, y);
}

/* More examples than usual: where z = 0, dz is what comes back from the outputs. */
static const char *other_sizes(void) {
    double w[N2 * N1], z[N1 * (M + 1)] = {0}, d2[N2 * (M + 1)], d1[N1 * (M + 1)] = {0};
    for (int k = 0; k < N2 * N1; k++)
        w[k] = 1;
    for (int k = 0; k < N2 * (M + 1); k++)
        d2[k] = 1;
    matrix W2 = judge_matrix(w, N2, N1), Z1 = judge_matrix(z, N1, M + 1),
           dZ2 = judge_matrix(d2, N2, M + 1), dZ1 = judge_matrix(d1, N1, M + 1);
    hidden_backward(&W2, &Z1, &dZ2, &dZ1);
    return fabs(d1[N1 * (M + 1) - 1] - N2) < 1e-9 ? NULL
                                                  : "with more examples than before it is wrong: "
                                                    "the columns are dZ1->cols, and no number";
}

const judge_exercise exercise = {
    .inputs = {{"Z1", N1, M}, {"W2", N2, N1}, {"b2", N2}, {"Y", N2, M}},
    .outputs = {{"dZ1", N1, M}},
    .example = {-1, 1, -3, 3,  -1, 1, 3,    3,    1, -1, 1,   3,     -1,   3,
                -2, 3, -1, -2, -1, 1, 0.25, -0.5, 1, -1, 0.5, -0.25, 0.25, 1},
    .low = -1.5,
    .high = 1.5,
    .draw = draw,
    .answer = answer,
    .other_sizes = other_sizes,
    .cost = losses,
    .mistakes =
        {
            {"missing-activation-derivative",
             "this is W2ᵀ dZ2, the slope by what the unit says; its factor g'(Z1) is missing",
             f_da},
            {"missing-weights-transpose",
             "dZ2 goes back without the weights; what comes from output r is multiplied by W2_rj",
             f_unweighted},
            {"first-output-only",
             "only the first output counts: unit j speaks to both, so both roads are to be added",
             f_first},
            {"last-output-only", "only the last output counts: = stands where += belongs", f_last},
            {"activation-derivative-of-a",
             "g' is taken of a; it is the slope of g at z, so it needs Z1", f_of_a},
            {"mean-in-dz",
             "dZ1 has no 1/m: each column is about one example's own loss; the mean comes later, "
             "in dW and db",
             f_mean},
            {"mean-over-outputs",
             "the two roads are averaged here; where roads meet, their slopes are added",
             f_mean_outputs},
            {"value-not-slope", "g(Z1) stands where its slope g'(Z1) belongs", f_value},
            {"missing-square", "g' is 1/(1 + |z|)²; the square is missing", f_one_root},
            {"wrong-activation-derivative",
             "a(1 − a) is the slope of the sigmoid; the hidden units have the softsign", f_sigmoid},
            {"wrong-activation-derivative",
             "1 − a² is the slope of tanh; the hidden units have the softsign", f_tangent},
            {"activation-derivative-twice",
             "dZ2 has been multiplied by g'(Z2) once more; it contains that already",
             f_output_slope},
            {"accumulated",
             "the sum goes on from one entry to the next: it has to start at 0 for each", goes_on},
            {"paths-multiplied", "along a road you multiply, but where roads meet, they are added",
             f_roads_multiplied},
            {"wrong-row",
             "both weights meet the dZ2 of the first output; that of output r is at(dZ2, r, i)",
             f_first_row},
        },
};
