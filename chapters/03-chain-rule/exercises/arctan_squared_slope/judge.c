#include "judge.h"

double arctan_squared_slope(double x);

static double cube(double *const *x) {
    return x[0][0] * x[0][0] * x[0][0];
}
static double arctan_squared(double *const *x) {
    return atan(cube(x)) * atan(cube(x));
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = arctan_squared_slope(x[0][0]);
}

/* Not near 0, where all of it is 0; both signs. */
static void draw(double *const *x) {
    double size = judge_uniform(0.4, 1.6);
    x[0][0] = x[0][0] < 0 ? -size : size;
}

/* The three factors, as they should be. */
static double square_slope(double *const *x) {
    return 2 * atan(cube(x));
}
static double arctan_slope(double *const *x) {
    return 1 / (1 + cube(x) * cube(x));
}
static double cube_slope(double *const *x) {
    return 3 * x[0][0] * x[0][0];
}

static void value(double *const *x, double *const *y) {
    y[0][0] = arctan_squared(x);
}
static void no_cube(double *const *x, double *const *y) {
    y[0][0] = square_slope(x) * arctan_slope(x);
}
static void no_arctan(double *const *x, double *const *y) {
    y[0][0] = square_slope(x) * cube_slope(x);
}
static void no_square(double *const *x, double *const *y) {
    y[0][0] = arctan_slope(x) * cube_slope(x);
}
static void square_slope_only(double *const *x, double *const *y) {
    y[0][0] = square_slope(x);
}
static void square_stays(double *const *x, double *const *y) {
    y[0][0] = arctan_squared(x) * arctan_slope(x) * cube_slope(x);
}
static void no_two(double *const *x, double *const *y) {
    y[0][0] = atan(cube(x)) * arctan_slope(x) * cube_slope(x);
}
static void two_only(double *const *x, double *const *y) {
    y[0][0] = 2 * arctan_slope(x) * cube_slope(x);
}
static void no_three(double *const *x, double *const *y) {
    y[0][0] = square_slope(x) * arctan_slope(x) * x[0][0] * x[0][0];
}
static void fifth(double *const *x, double *const *y) {
    y[0][0] = square_slope(x) / (1 + pow(x[0][0], 5)) * cube_slope(x);
}
static void ninth(double *const *x, double *const *y) {
    y[0][0] = square_slope(x) / (1 + pow(x[0][0], 9)) * cube_slope(x);
}
static void arctan_at_x(double *const *x, double *const *y) {
    y[0][0] = square_slope(x) / (1 + x[0][0] * x[0][0]) * cube_slope(x);
}
static void not_squared(double *const *x, double *const *y) {
    y[0][0] = square_slope(x) / (1 + cube(x)) * cube_slope(x);
}
static void square_inside(double *const *x, double *const *y) {
    double t = x[0][0];
    y[0][0] = 6 * pow(t, 5) / (1 + pow(t, 12));
}
static void tan_slope(double *const *x, double *const *y) {
    double c = cos(cube(x));
    y[0][0] = square_slope(x) / (c * c) * cube_slope(x);
}
static void tan_itself(double *const *x, double *const *y) {
    y[0][0] = 2 * tan(cube(x)) * arctan_slope(x) * cube_slope(x);
}

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"your answer"}},
    .example = {1},
    .low = -1,
    .high = 1,
    .draw = draw,
    .answer = answer,
    .cost = arctan_squared,
    .mistakes =
        {
            {"value-not-slope", "this is arctan²(x³) itself, not its slope", value},
            {"missing-inner-derivative",
             "two of the three factors are there; the slope of the innermost, 3x², is missing",
             no_cube},
            {"missing-middle-derivative",
             "two of the three factors are there; the slope of arctan, 1/(1 + u²) at u = x³, is "
             "missing",
             no_arctan},
            {"missing-outer-derivative",
             "this is the slope of arctan(x³), without the square; the square brings the factor 2 "
             "arctan(x³)",
             no_square},
            {"missing-inner-derivative",
             "2 arctan(x³) is the slope of the square alone; those of arctan and of the cube are "
             "missing",
             square_slope_only},
            {"function-not-differentiated",
             "the inner factors are right, but the square stayed a square: its slope is 2 "
             "arctan(x³)",
             square_stays},
            {"power-not-brought-down",
             "this is half of it: the slope of v² is 2v, and the 2 is missing", no_two},
            {"power-not-brought-down",
             "this is a third of it: the slope of x³ is 3x², and the 3 is missing", no_three},
            {"wrong-place",
             "the slope of v² is 2v: the 2 is there, and v, which is arctan(x³), is missing",
             two_only},
            {"powers-added", "(x³)² is x⁶: powers of powers multiply, 3 · 2, and do not add up",
             fifth},
            {"powers-added", "(x³)² is x⁶, not x⁹: powers of powers multiply, 3 · 2", ninth},
            {"wrong-place",
             "the slope of arctan is taken at x; it belongs at what goes into the arctan, x³: 1/(1 "
             "+ x⁶)",
             arctan_at_x},
            {"not-squared",
             "the slope of arctan is 1/(1 + u²), and here the u = x³ below the line is not squared",
             not_squared},
            {"square-inside",
             "this is the slope of arctan(x⁶), with the square inside; in arctan² it stands "
             "outside",
             square_inside},
            {"wrong-line-of-the-table", "1/cos² is the slope of tan; that of arctan is 1/(1 + u²)",
             tan_slope},
            {"tan-for-arctan", "tan is not arctan, it is what arctan undoes: in C write atan",
             tan_itself},
        },
};
