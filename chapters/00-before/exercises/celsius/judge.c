#include "judge.h"

double celsius(double f);

static void answer(double *const *x, double *const *y) {
    y[0][0] = celsius(x[0][0]);
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = (x[0][0] - 32) / 1.8;
}

/* Whole degrees, and never 32. */
static void draw(double *const *x) {
    x[0][0] = 2 * floor(x[0][0] / 2) + 1;
}

static void no_brackets(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - 32 / 1.8;
}
static void no_brackets_whole(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - 17;
}
static void no_brackets_times(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - 32 * 1.8;
}
static void divided_first(double *const *x, double *const *y) {
    y[0][0] = x[0][0] / 1.8 - 32;
}
static void there(double *const *x, double *const *y) {
    y[0][0] = 1.8 * x[0][0] + 32;
}
static void multiplied(double *const *x, double *const *y) {
    y[0][0] = (x[0][0] - 32) * 1.8;
}
static void added(double *const *x, double *const *y) {
    y[0][0] = (x[0][0] + 32) / 1.8;
}
static void not_divided(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - 32;
}
static void not_subtracted(double *const *x, double *const *y) {
    y[0][0] = x[0][0] / 1.8;
}

const judge_exercise exercise = {
    .inputs = {{"f"}},
    .outputs = {{"your answer"}},
    .example = {50},
    .low = -40,
    .high = 120,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"missing-brackets",
             "C does * and / before + and -: what must be done first needs brackets, (f - 32)",
             no_brackets},
            {"missing-brackets",
             "C does * and / before + and -: what must be done first needs brackets, (f - 32)",
             no_brackets_whole},
            {"missing-brackets",
             "C does * and / before + and -: what must be done first needs brackets, (f - 32)",
             no_brackets_times},
            {"wrong-order",
             "adding 32 was the last step of the way there, so it is the first to be undone, "
             "before the division",
             divided_first},
            {"wrong-direction",
             "this is the way from Celsius to Fahrenheit; the way back is asked for", there},
            {"multiplied", "1.8 was multiplied by on the way there, so on the way back it divides",
             multiplied},
            {"added", "32 was added on the way there, so on the way back it is taken away", added},
            {"missing-division",
             "taking away 32 is the first step back; the division by 1.8 is missing", not_divided},
            {"missing-subtraction", "the division is there; taking away 32, before it, is missing",
             not_subtracted},
        },
};
