#include "judge.h"

double product_slope(double x);

static double area(double *const *x) {
    return x[0][0] * x[0][0] * pow(2, x[0][0]);
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = product_slope(x[0][0]);
}

static const double LN2 = 0.693147180559945309417;
static double width(double *const *x) {
    return pow(2, x[0][0]);
}

static void value(double *const *x, double *const *y) {
    y[0][0] = area(x);
}
static void first_half(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * width(x);
}
static void second_half(double *const *x, double *const *y) {
    y[0][0] = area(x) * LN2;
}
static void slopes_multiplied(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * width(x) * LN2;
}
static void slopes_multiplied_power(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * x[0][0] * width(x) / 2;
}
static void slopes_added(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] + width(x) * LN2;
}
static void no_logarithm(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * width(x) + area(x);
}
static void base_ten(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * width(x) + area(x) * log10(2);
}
static void power_rule(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * width(x) + x[0][0] * x[0][0] * x[0][0] * width(x) / 2;
}
static void minus(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * width(x) - area(x) * LN2;
}
static void own_sides(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * x[0][0] * x[0][0] + width(x) * width(x) * LN2;
}
static void divided(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * width(x) + area(x) / LN2;
}
static void corner(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * width(x) + area(x) * LN2 + 2 * x[0][0] * width(x) * LN2;
}
static void not_brought_down(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * width(x) + area(x) * LN2;
}
static void exchanged(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * x[0][0] * x[0][0] + pow(x[0][0], 4) * LN2;
}

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"your answer"}},
    .example = {1},
    .low = -2,
    .high = 3,
    .answer = answer,
    .cost = area,
    .mistakes =
        {
            {"value-not-slope", "this is the area itself, not how fast it grows", value},
            {"product-first-half",
             "2x · 2^x is the first strip, f' g; the second is missing, x² times the slope of 2^x",
             first_half},
            {"product-second-half",
             "x² · 2^x ln 2 is the second strip, f g'; the first is missing, the slope of x² times "
             "2^x",
             second_half},
            {"product-of-slopes",
             "the two slopes are multiplied; the product rule is f' g + f g', two strips",
             slopes_multiplied},
            {"product-of-slopes",
             "two slopes are multiplied, and 2^x is no x^n; the product rule is f' g + f g', two "
             "strips",
             slopes_multiplied_power},
            {"slopes-added",
             "the two slopes are added; in the product rule each is first multiplied by the other "
             "side",
             slopes_added},
            {"missing-logarithm",
             "both strips are there, but only e^x is its own slope: that of 2^x has the factor ln "
             "2",
             no_logarithm},
            {"wrong-logarithm", "in C, log10 is the logarithm to base 10; ln is called log",
             base_ten},
            {"power-rule-on-exponential",
             "the power rule is for x^n, where the base moves; in 2^x the exponent moves, and its "
             "slope is 2^x ln 2",
             power_rule},
            {"product-rule-minus", "the two strips of the product rule are added, not subtracted",
             minus},
            {"wrong-partner",
             "each slope is multiplied by its own side; it belongs to the other: f' g + f g'",
             own_sides},
            {"logarithm-divides",
             "ln 2 multiplies in the slope of 2^x; below the line it stands in the slope of log",
             divided},
            {"corner-kept",
             "two strips and the corner are there; the corner shrinks away and is no part of the "
             "slope",
             corner},
            {"power-not-brought-down",
             "the slope of x² is 2x: the exponent 2 comes down as a factor", not_brought_down},
            {"pow-exchanged", "pow(x, 2) is x²: the base comes first, so 2^x is pow(2, x)",
             exchanged},
        },
};
