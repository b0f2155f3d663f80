#include "judge.h"

void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db);

enum { N = 3, W = 0, B, X, Y };

static void answer(double *const *x, double *const *y) {
    tanh_backward(x[W], x[B][0], x[X], N, x[Y][0], y[0], y[1]);
}

static void draw(double *const *x) {
    x[Y][0] *= 0.4;
}

static double product(double *const *x) {
    double sum = 0;
    for (int k = 0; k < N; k++)
        sum += x[W][k] * x[X][k];
    return sum;
}
static double z_of(double *const *x) {
    return product(x) + x[B][0];
}

static double cost(double *const *x) {
    double error = tanh(z_of(x)) - x[Y][0];
    return error * error / 2;
}

static void pass_on(double *const *x, double *const *y, double dz) {
    for (int k = 0; k < N; k++)
        y[0][k] = x[X][k] * dz;
    y[1][0] = dz;
}
static double dz_at(double *const *x, double z) {
    double a = tanh(z);
    return (a - x[Y][0]) * (1 - a * a);
}

static void no_tanh(double *const *x, double *const *y) {
    pass_on(x, y, tanh(z_of(x)) - x[Y][0]);
}
static void as_sigmoid(double *const *x, double *const *y) {
    double a = tanh(z_of(x));
    pass_on(x, y, (a - x[Y][0]) * a * (1 - a));
}
static void of_z(double *const *x, double *const *y) {
    double z = z_of(x);
    pass_on(x, y, (tanh(z) - x[Y][0]) * (1 - z * z));
}
static void of_a(double *const *x, double *const *y) {
    double a = tanh(z_of(x));
    pass_on(x, y, (a - x[Y][0]) * (1 - tanh(a) * tanh(a)));
}
static void not_squared(double *const *x, double *const *y) {
    double a = tanh(z_of(x));
    pass_on(x, y, (a - x[Y][0]) * (1 - a));
}
static void log_loss(double *const *x, double *const *y) {
    double a = tanh(z_of(x));
    pass_on(x, y, (-x[Y][0] / a + (1 - x[Y][0]) / (1 - a)) * (1 - a * a));
}
static void no_da(double *const *x, double *const *y) {
    double a = tanh(z_of(x));
    pass_on(x, y, 1 - a * a);
}
static void twice(double *const *x, double *const *y) {
    pass_on(x, y, 2 * dz_at(x, z_of(x)));
}
static void loss_itself(double *const *x, double *const *y) {
    double a = tanh(z_of(x));
    pass_on(x, y, cost(x) * (1 - a * a));
}
static void sigmoid_unit(double *const *x, double *const *y) {
    double a = 1 / (1 + exp(-z_of(x)));
    pass_on(x, y, (a - x[Y][0]) * a * (1 - a));
}
static void no_x(double *const *x, double *const *y) {
    pass_on(x, y, dz_at(x, z_of(x)));
    for (int k = 0; k < N; k++)
        y[0][k] = y[1][0];
}
static void by_w(double *const *x, double *const *y) {
    pass_on(x, y, dz_at(x, z_of(x)));
    for (int k = 0; k < N; k++)
        y[0][k] = y[1][0] * x[W][k];
}
static void by_b(double *const *x, double *const *y) {
    pass_on(x, y, dz_at(x, z_of(x)));
    y[1][0] *= x[B][0];
}
static void no_b(double *const *x, double *const *y) {
    pass_on(x, y, dz_at(x, product(x)));
}
static void last_feature(double *const *x, double *const *y) {
    pass_on(x, y, dz_at(x, x[W][N - 1] * x[X][N - 1]));
}

static void b_often(double *const *x, double *const *y) {
    pass_on(x, y, dz_at(x, product(x) + N * x[B][0]));
}
/* dz is made in the loop that is still adding up z. */
static void unfinished(double *const *x, double *const *y) {
    double z = x[B][0];
    for (int k = 0; k < N; k++) {
        z += x[W][k] * x[X][k];
        y[0][k] = x[X][k] * dz_at(x, z);
    }
    y[1][0] = dz_at(x, z);
}
static void no_brackets(double *const *x, double *const *y) {
    double a = tanh(z_of(x));
    pass_on(x, y, a - x[Y][0] * (1 - a * a));
}

#define FIXED "with more features than before it is wrong: write n, and no number in its place"

/* More features than usual, and x is 0 but for the last. With z = 0 and y = 1, dz is −1. */
static const char *other_sizes(void) {
    double w[N + 1] = {0}, x[N + 1] = {[N] = 2}, dw[N + 1] = {0}, db;
    tanh_backward(w, 0, x, N + 1, 1, dw, &db);
    return fabs(dw[N] + 2) < 1e-9 && fabs(db + 1) < 1e-9 ? NULL : FIXED;
}

const judge_exercise exercise = {
    .inputs = {{"w", N}, {"b"}, {"x", N}, {"y"}},
    .outputs = {{"dw", N}, {"db"}},
    .example = {1, -1, 0, 1.5, 1, 2, 2, 1},
    .low = -2,
    .high = 2,
    .draw = draw,
    .answer = answer,
    .other_sizes = other_sizes,
    .cost = cost,
    .mistakes =
        {
            {"missing-activation-derivative",
             "dz is a − y only with the sigmoid and the logarithm; here the slope of tanh, 1 − a², "
             "does not cancel",
             no_tanh},
            {"wrong-activation-derivative",
             "a (1 − a) is the slope of the sigmoid; tanh has another, 1 − a²", as_sigmoid},
            {"activation-derivative-of-z",
             "the slope of tanh is 1 − a², made from what the box gives, a, not from what it "
             "reads, z",
             of_z},
            {"activation-derivative-of-a",
             "tanh is taken twice: a is tanh z already, so its slope is 1 − a²", of_a},
            {"wrong-activation-derivative", "the slope of tanh is 1 − a², with the square",
             not_squared},
            {"other-loss",
             "this da belongs to the loss with logarithms; the squared error has da = a − y",
             log_loss},
            {"missing-outer-derivative",
             "the walk begins at the box of tanh: what the loss passes back to a, a − y, is "
             "missing",
             no_da},
            {"function-not-differentiated",
             "da is to be the slope of the loss, a − y, and not the loss itself", loss_itself},
            {"scale",
             "it is twice what it should be: the 2 from the square and the 1/2 of the loss cancel",
             twice},
            {"other-activation", "this is a sigmoid unit; here a = tanh(z), with the slope 1 − a²",
             sigmoid_unit},
            {"missing-inner-derivative",
             "each weight gets dz times its feature x[k]: that factor is missing", no_x},
            {"weights-not-features",
             "w[k] dz is what the feature x[k] would get; the weight gets x[k] dz", by_w},
            {"bias-by-value", "z responds to b with the factor 1, not b: db is dz itself", by_b},
            {"bias-forgotten", "the b in z is missing", no_b},
            {"last-feature-only", "only the last feature has a part in z: = where += belongs",
             last_feature},
            {"bias-in-the-sum",
             "b is added once for each feature: z begins with it, outside of the loop", b_often},
            {"z-unfinished",
             "dw is written while z is still being added up: all of z first, in a loop of its own",
             unfinished},
            {"missing-brackets", "1 − a² multiplies y only: a − y needs its brackets", no_brackets},
        },
};
