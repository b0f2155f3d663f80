#include "judge.h"

int count_parameters(int n0, int n1, int n2, int n3);

static void answer(double *const *x, double *const *y) {
    y[0][0] = count_parameters((int)x[0][0], (int)x[1][0], (int)x[2][0], (int)x[3][0]);
}
static void draw(double *const *x) {
    for (int k = 0; k < 4; k++)
        x[k][0] = floor(judge_uniform(1, 40));
}

/* What is counted: arrows, and the biases of which layers. */
static double arrows(double *const *x) {
    return x[0][0] * x[1][0] + x[1][0] * x[2][0] + x[2][0] * x[3][0];
}
static double hidden(double *const *x) {
    return x[1][0] + x[2][0];
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = arrows(x) + hidden(x) + x[3][0];
}
static void no_bias(double *const *x, double *const *y) {
    y[0][0] = arrows(x);
}
static void input_bias(double *const *x, double *const *y) {
    y[0][0] = arrows(x) + x[0][0] + hidden(x) + x[3][0];
}
static void shifted_bias(double *const *x, double *const *y) {
    y[0][0] = arrows(x) + x[0][0] + hidden(x);
}
static void no_output_bias(double *const *x, double *const *y) {
    y[0][0] = arrows(x) + hidden(x);
}
static void only_output_bias(double *const *x, double *const *y) {
    y[0][0] = arrows(x) + x[3][0];
}
static void bias_per_layer(double *const *x, double *const *y) {
    y[0][0] = arrows(x) + 3;
}
static void multiplied(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * x[1][0] * x[2][0] * x[3][0] + hidden(x) + x[3][0];
}
static void only_multiplied(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * x[1][0] * x[2][0] * x[3][0];
}
static void one_hidden(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * x[1][0] + x[1][0] * x[2][0] + hidden(x);
}
static void no_middle(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * x[1][0] + x[2][0] * x[3][0] + hidden(x) + x[3][0];
}
static void units(double *const *x, double *const *y) {
    y[0][0] = x[0][0] + hidden(x) + x[3][0];
}

static void one_bias(double *const *x, double *const *y) {
    y[0][0] = arrows(x) + 1;
}

const judge_exercise exercise = {
    .inputs = {{"n0"}, {"n1"}, {"n2"}, {"n3"}},
    .outputs = {{"count_parameters"}},
    .example = {2, 4, 3, 1},
    .low = 1,
    .high = 40,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"biases-forgotten", "these are the weights; each unit has a bias besides", no_bias},
            {"biases-of-inputs", "inputs are no units: they compute nothing and have no bias",
             input_bias},
            {"biases-of-inputs",
             "a layer has as many biases as it has units itself, not as many as the layer before "
             "it",
             shifted_bias},
            {"output-bias-forgotten", "the output units have biases, too", no_output_bias},
            {"hidden-biases-forgotten", "the hidden units have biases, too", only_output_bias},
            {"bias-per-layer", "each unit has a bias of its own, not each layer", bias_per_layer},
            {"layers-multiplied",
             "arrows run only from one layer to the next: multiply neighbours, and add what comes "
             "out",
             multiplied},
            {"layers-multiplied",
             "arrows run only from one layer to the next: multiply neighbours, and add what comes "
             "out",
             only_multiplied},
            {"one-hidden-layer",
             "this ends at the second hidden layer; the output layer, n3, is missing", one_hidden},
            {"layer-missing", "the weights between the two hidden layers are missing", no_middle},
            {"units-counted", "these are the circles; most parameters are on the arrows", units},
            {"one-bias", "one bias is enough for one unit only: here each unit has its own",
             one_bias},
        },
};
