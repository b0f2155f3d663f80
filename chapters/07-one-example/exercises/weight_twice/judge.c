#include "judge.h"

void weight_twice(double w, double b, double x, double y, double *dw, double *db);

enum { W = 0, B, X, Y };

static void answer(double *const *x, double *const *y) {
    weight_twice(x[W][0], x[B][0], x[X][0], x[Y][0], y[0], y[1]);
}

static void draw(double *const *x) {
    x[Y][0] = x[Y][0] > 0;
}

static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
}
static double z1(double *const *x) {
    return x[W][0] * x[X][0] + x[B][0];
}
static double a1(double *const *x) {
    return sigmoid(z1(x));
}
static double z2(double *const *x) {
    return x[W][0] * a1(x) + x[B][0];
}
static double a2(double *const *x) {
    return sigmoid(z2(x));
}

static double cost(double *const *x) {
    return log1p(exp(x[Y][0] == 1 ? -z2(x) : z2(x)));
}

static void pass_on(double *const *x, double *const *y, double dz1, double dz2) {
    y[0][0] = a1(x) * dz2 + x[X][0] * dz1;
    y[1][0] = dz2 + dz1;
}
static double dz2_of(double *const *x) {
    return a2(x) - x[Y][0];
}
static double dz1_of(double *const *x) {
    return dz2_of(x) * x[W][0] * a1(x) * (1 - a1(x));
}

static void only_2(double *const *x, double *const *y) {
    pass_on(x, y, 0, dz2_of(x));
}
static void only_1(double *const *x, double *const *y) {
    pass_on(x, y, dz1_of(x), 0);
}
static void no_slope(double *const *x, double *const *y) {
    pass_on(x, y, dz2_of(x) * x[W][0], dz2_of(x));
}
static void no_weight(double *const *x, double *const *y) {
    pass_on(x, y, dz2_of(x) * a1(x) * (1 - a1(x)), dz2_of(x));
}
static void neither(double *const *x, double *const *y) {
    pass_on(x, y, dz2_of(x), dz2_of(x));
}
static void other_box(double *const *x, double *const *y) {
    pass_on(x, y, dz2_of(x) * x[W][0] * a2(x) * (1 - a2(x)), dz2_of(x));
}
static void of_z(double *const *x, double *const *y) {
    pass_on(x, y, dz2_of(x) * x[W][0] * z1(x) * (1 - z1(x)), dz2_of(x));
}
static void twice(double *const *x, double *const *y) {
    double dz2 = dz2_of(x) * a2(x) * (1 - a2(x));
    pass_on(x, y, dz2 * x[W][0] * a1(x) * (1 - a1(x)), dz2);
}
static void label_again(double *const *x, double *const *y) {
    pass_on(x, y, a1(x) - x[Y][0], dz2_of(x));
}
static void by_x(double *const *x, double *const *y) {
    pass_on(x, y, dz1_of(x), dz2_of(x));
    y[0][0] = x[X][0] * (dz2_of(x) + dz1_of(x));
}
static void crossed(double *const *x, double *const *y) {
    pass_on(x, y, dz1_of(x), dz2_of(x));
    y[0][0] = x[X][0] * dz2_of(x) + a1(x) * dz1_of(x);
}
static void by_a2(double *const *x, double *const *y) {
    pass_on(x, y, dz1_of(x), dz2_of(x));
    y[0][0] = a2(x) * dz2_of(x) + a1(x) * dz1_of(x);
}
static void multiplied(double *const *x, double *const *y) {
    y[0][0] = a1(x) * dz2_of(x) * x[X][0] * dz1_of(x);
    y[1][0] = dz2_of(x) * dz1_of(x);
}

static void no_minus(double *const *x, double *const *y) {
    double s1 = sigmoid(-z1(x)), dz2 = sigmoid(-x[W][0] * s1 - x[B][0]) - x[Y][0];
    double dz1 = dz2 * x[W][0] * s1 * (1 - s1);
    y[0][0] = s1 * dz2 + x[X][0] * dz1;
    y[1][0] = dz2 + dz1;
}
static void same_word(double *const *x, double *const *y) {
    double dz2 = a1(x) - x[Y][0];
    pass_on(x, y, dz2 * x[W][0] * a1(x) * (1 - a1(x)), dz2);
}

static void no_brackets(double *const *x, double *const *y) {
    double s1 = 1 + exp(-z1(x)), dz2 = 1 + exp(-x[W][0] * s1 - x[B][0]) - x[Y][0];
    double dz1 = dz2 * x[W][0] * s1 * (1 - s1);
    y[0][0] = s1 * dz2 + x[X][0] * dz1;
    y[1][0] = dz2 + dz1;
}

const judge_exercise exercise = {
    .inputs = {{"w"}, {"b"}, {"x"}, {"y"}},
    .outputs = {{"dw"}, {"db"}},
    .example = {2, -1, 1, 1},
    .low = -2,
    .high = 2,
    .draw = draw,
    .answer = answer,
    .cost = cost,
    .mistakes =
        {
            {"single-path",
             "this is the path through z2 alone: z1 reads w and b too, so add what it passes back",
             only_2},
            {"single-path",
             "this is the path through z1 alone: z2 reads w and b too, so add what it passes back",
             only_1},
            {"missing-activation-derivative",
             "on the way from a1 to z1 the slope of the sigmoid, a1 (1 − a1), is missing",
             no_slope},
            {"missing-weight", "on the way from z2 to a1 the factor w is missing: z2 is w a1 + b",
             no_weight},
            {"missing-inner-derivative",
             "dz1 is dz2 times two factors: w, from z2 to a1, and a1 (1 − a1), from a1 to z1",
             neither},
            {"wrong-box",
             "dz1 needs the slope of the first sigmoid, a1 (1 − a1), not of the second", other_box},
            {"activation-derivative-of-z",
             "the slope of the sigmoid is a1 (1 − a1), made from a1 and not from z1", of_z},
            {"sigmoid-derivative-twice",
             "dz2 has a factor a2 (1 − a2) too much: a2 − y contains it already", twice},
            {"label-at-first-box",
             "a1 is compared with no label: dz1 comes from dz2, by w and by a1 (1 − a1)",
             label_again},
            {"wrong-input", "in z2 the weight stands before a1: there its lever is a1, not x",
             by_x},
            {"wrong-input", "the levers are exchanged: w stands before a1 in z2 and before x in z1",
             crossed},
            {"wrong-input",
             "the lever of w is what its box reads, a1 in z2 and x in z1, not what comes out of it",
             by_a2},
            {"paths-multiplied", "along a path you multiply, but what two paths bring is added",
             multiplied},
            {"wrong-sigmoid", "σ has lost a minus: it is 1/(1 + e^(−z))", no_minus},
            {"wrong-input", "z2 is made of x here, as z1 is: what goes into it is a1", same_word},
            {"missing-brackets", "C divides before it adds: 1 / (1 + e^(−z)) needs its brackets",
             no_brackets},
        },
};
