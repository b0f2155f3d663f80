#include "judge.h"

double average_speed(double from, double to);

static void answer(double *const *x, double *const *y) {
    y[0][0] = average_speed(x[0][0], x[1][0]);
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = x[0][0] + x[1][0];
}

/* Numbers that are easy to follow, and every third time the same moment twice. */
static void draw(double *const *x) {
    static int count;
    x[0][0] = floor(4 * x[0][0]) / 4 + 0.25;
    x[1][0] = count++ % 3 == 1 ? x[0][0] : x[0][0] + floor(judge_uniform(2, 16)) / 4;
}

static int one_moment(double *const *x) {
    return x[0][0] == x[1][0];
}
static void still(double *const *x, double *const *y) {
    y[0][0] = one_moment(x) ? 0 : x[0][0] + x[1][0];
}
static void at_clock(double *const *x, double *const *y) {
    y[0][0] = one_moment(x) ? x[0][0] : x[0][0] + x[1][0];
}
static void at_place(double *const *x, double *const *y) {
    y[0][0] = one_moment(x) ? x[0][0] * x[0][0] : x[0][0] + x[1][0];
}
static void middle(double *const *x, double *const *y) {
    y[0][0] = (x[0][0] + x[1][0]) / 2;
}
static void metres(double *const *x, double *const *y) {
    y[0][0] = x[1][0] * x[1][0] - x[0][0] * x[0][0];
}
static void difference(double *const *x, double *const *y) {
    y[0][0] = x[1][0] - x[0][0];
}
static void falling(double *const *x, double *const *y) {
    y[0][0] = -x[0][0] - x[1][0];
}
static void whole_clock(double *const *x, double *const *y) {
    y[0][0] = (x[1][0] * x[1][0] - x[0][0] * x[0][0]) / x[1][0];
}
static void seconds_only(double *const *x, double *const *y) {
    y[0][0] = 1 + 0 * x[0][0];
}
static void product(double *const *x, double *const *y) {
    y[0][0] = (x[1][0] - x[0][0]) * (x[1][0] + x[0][0]) * (x[1][0] - x[0][0]);
}
static void both_speeds(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] + 2 * x[1][0];
}
static void at_end(double *const *x, double *const *y) {
    y[0][0] = 2 * x[1][0];
}
static void at_begin(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0];
}
static void nudged(double *const *x, double *const *y, double h) {
    double a = x[0][0], b = one_moment(x) ? a + h : x[1][0];
    y[0][0] = (b * b - a * a) / (b - a);
}
static void nudged_3(double *const *x, double *const *y) {
    nudged(x, y, 1e-3);
}
static void nudged_6(double *const *x, double *const *y) {
    nudged(x, y, 1e-6);
}

const judge_exercise exercise = {
    .inputs = {{"from"}, {"to"}},
    .outputs = {{"your answer"}},
    .example = {2, 3},
    .low = 0,
    .high = 5,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"zero-at-an-instant",
             "the averages are right; but at one single moment the ball does not stand still, its "
             "speed there is what the averages come close to",
             still},
            {"wrong-at-an-instant",
             "the averages are right; at one single moment this is the moment itself, where what "
             "the averages come close to is wanted",
             at_clock},
            {"wrong-at-an-instant",
             "the averages are right; at one single moment these are the metres rolled, where what "
             "the averages come close to is wanted",
             at_place},
            {"middle-of-the-two",
             "this is the moment in the middle, in seconds; the speed was asked for, in metres a "
             "second",
             middle},
            {"missing-division",
             "these are the metres rolled; they are to be divided by the seconds passed", metres},
            {"square-of-difference",
             "to² − from² is not (to − from)²: it is (to − from)(to + from)", difference},
            {"sign",
             "the sign is wrong: the differences above and below must be taken in the same order",
             falling},
            {"wrong-width",
             "the metres are divided by what the clock shows at the end; divide by the seconds "
             "that passed",
             whole_clock},
            {"everything-cancelled",
             "to² − from² over to − from is not 1, and the squares do not cancel one by one: make "
             "a product of the upper part first",
             seconds_only},
            {"multiplied",
             "the metres are multiplied by the seconds passed; a speed divides by them", product},
            {"not-an-average",
             "the two speeds, at the beginning and at the end, are added; their average is half of "
             "that",
             both_speeds},
            {"one-end-only", "this is the speed at the end, not the average on the way there",
             at_end},
            {"one-end-only",
             "this is the speed at the beginning, not the average on the way from there", at_begin},
            {"nudge-left-in",
             "at one single moment a small nudge is left in, and makes it a little wrong: cancel "
             "to − from on paper, and none is needed",
             nudged_3},
            {"nudge-left-in",
             "at one single moment a small nudge is left in, and makes it a little wrong: cancel "
             "to − from on paper, and none is needed",
             nudged_6},
        },
};
