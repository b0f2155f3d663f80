#include "judge.h"

enum { N = 4 };

void clip_gradient(const double *dP, int n, double c, double *clipped);

static double power_sum(const double *g, double power) {
    double sum = 0;
    for (int i = 0; i < N; i++)
        sum += pow(fabs(g[i]), power);
    return sum;
}
static double length(double *const *x) {
    return sqrt(power_sum(x[0], 2));
}
static void scaled(double *const *x, double s, double *const *y) {
    for (int i = 0; i < N; i++)
        y[0][i] = x[0][i] * s;
}

static void answer(double *const *x, double *const *y) {
    clip_gradient(x[0], N, x[1][0], y[0]);
}
static void expected(double *const *x, double *const *y) {
    scaled(x, length(x) > x[1][0] ? x[1][0] / length(x) : 1, y);
}

/* Of every length: where the square of the length would be on the other side of c,
 * where single entries are, and 0. */
static void draw(double *const *x) {
    static int count;
    static const double leash[] = {1.4, 0.5, 2, 0.7}, wanted[] = {3, 0.6, 1.7, 0, 0.02, 300};
    double now = length(x), next = wanted[count % 6];
    x[1][0] = leash[count % 4];
    for (int i = 0; i < N; i++)
        x[0][i] = next > 0 ? x[0][i] * next / now : 0;
    count++;
}

static void nothing(double *const *x, double *const *y) {
    scaled(x, 1, y);
}
static void each(double *const *x, double *const *y) {
    for (int i = 0; i < N; i++)
        y[0][i] = fmax(-x[1][0], fmin(x[1][0], x[0][i]));
}
static void each_above(double *const *x, double *const *y) {
    for (int i = 0; i < N; i++)
        y[0][i] = fmin(x[1][0], x[0][i]);
}
static void lengthened(double *const *x, double *const *y) {
    scaled(x, length(x) > 0 ? x[1][0] / length(x) : 1, y);
}
static void to_one(double *const *x, double *const *y) {
    scaled(x, length(x) > x[1][0] ? 1 / length(x) : 1, y);
}
static void no_root(double *const *x, double *const *y) {
    double square = power_sum(x[0], 2);
    scaled(x, square > x[1][0] ? x[1][0] / square : 1, y);
}
static void no_root_after(double *const *x, double *const *y) {
    double square = power_sum(x[0], 2);
    scaled(x, length(x) > x[1][0] ? x[1][0] / square : 1, y);
}
static void no_root_before(double *const *x, double *const *y) {
    scaled(x, power_sum(x[0], 2) > x[1][0] ? x[1][0] / length(x) : 1, y);
}
static void sizes_added(double *const *x, double *const *y) {
    double sum = power_sum(x[0], 1);
    scaled(x, sum > x[1][0] ? x[1][0] / sum : 1, y);
}
static void by_mean_square(double *const *x, double *const *y) {
    double size = sqrt(power_sum(x[0], 2) / N);
    scaled(x, size > x[1][0] ? x[1][0] / size : 1, y);
}
static void by_largest(double *const *x, double *const *y) {
    double largest = 0;
    for (int i = 0; i < N; i++)
        largest = fmax(largest, fabs(x[0][i]));
    scaled(x, largest > x[1][0] ? x[1][0] / largest : 1, y);
}
static void upside_down(double *const *x, double *const *y) {
    scaled(x, length(x) > x[1][0] ? length(x) / x[1][0] : 1, y);
}
static void the_other(double *const *x, double *const *y) {
    scaled(x, length(x) > 0 && length(x) <= x[1][0] ? x[1][0] / length(x) : 1, y);
}
static void growing(double *const *x, double *const *y) {
    double square = 0;
    for (int i = 0; i < N; i++) {
        square += x[0][i] * x[0][i];
        y[0][i] = x[0][i] * (sqrt(square) > x[1][0] ? x[1][0] / sqrt(square) : 1);
    }
}

/* More entries than usual, and only the last is not 0. */
static const char *other_sizes(void) {
    double g[N + 1] = {[N] = -5}, clipped[N + 1] = {0};
    clip_gradient(g, N + 1, 2, clipped);
    return fabs(clipped[N] + 2) < 1e-9
               ? NULL
               : "with more entries than before it is wrong: write n, and no number in its place";
}

const judge_exercise exercise = {
    .inputs = {{"dP", N}, {"c"}},
    .outputs = {{"clipped", N}},
    .example = {3, 0, -4, 0, 1},
    .low = -2,
    .high = 2,
    .draw = draw,
    .answer = answer,
    .other_sizes = other_sizes,
    .expected = expected,
    .mistakes =
        {
            {"unclipped", "nothing is shortened", nothing},
            {"each-entry",
             "each entry is clipped on its own, and that turns the gradient aside: all entries are "
             "to be multiplied by the same number, c/length",
             each},
            {"each-entry",
             "each entry is clipped on its own, and only upwards: all are to be multiplied by the "
             "same number, c/length",
             each_above},
            {"lengthened",
             "a gradient that is shorter than c has been made longer: it should stay as it is",
             lengthened},
            {"wrong-branch",
             "the long ones stay and the short ones are changed: the comparison is the wrong way "
             "round",
             the_other},
            {"wrong-length", "a long gradient now has the length 1, and should have the length c",
             to_one},
            {"missing-root", "the sum of squares is the square of the length: its root is missing",
             no_root},
            {"missing-root", "the factor is c/length, and this is c/length²: a root is missing",
             no_root_after},
            {"missing-root", "the sum of squares is compared with c: its root is the length",
             no_root_before},
            {"wrong-length",
             "the length is the root of the sum of squares, not the sum of the entries' sizes",
             sizes_added},
            {"wrong-length",
             "the length is the root of the sum of squares: here it has been divided by n, which "
             "makes it a mean",
             by_mean_square},
            {"wrong-length",
             "this makes the largest entry c: it is the length of the whole list that should be c",
             by_largest},
            {"upside-down", "the factor is upside down: c/length makes it shorter, length/c longer",
             upside_down},
            {"same-loop",
             "the first entries are written before the length is complete: it takes one loop for "
             "the length, and a second one after it",
             growing},
        },
};
