#include "sigmoid.h"

#include "at.h"
#include "elementary.h"
#include "vector_math.h"

/* [value] */
double gw_sigmoid_value(double z) {
    if (z >= 0)
        return 1 / (1 + exp(-z));
    double e = exp(z); /* exp(−z) would be too large */
    return e / (1 + e);
}
/* [/value] */

/* [slope] */
double gw_sigmoid_slope(double z) {
    double e = exp(-fabs(z)); /* σ' is the same for z and −z */
    return e / ((1 + e) * (1 + e));
}
/* [/slope] */

/* [plain] */
double gw_sigmoid_value_plain(double z) {
    return 1 / (1 + exp(-z));
}

double gw_sigmoid_slope_plain(double z) {
    double a = gw_sigmoid_value_plain(z);
    return a * (1 - a);
}
/* [/plain] */

gw_status gw_sigmoid_derivation(int32_t line, double z, double *value, double *scale) {
    if (value == NULL || scale == NULL)
        return GW_NULL;
    double e = exp(-z);
    double s = 1 / (1 + e);
    double largest = 0;
    switch (line) {
    /* [derivation] */
    case 1: /* the power rule and the chain rule on (1 + e^(−z))^(−1) */
        *value = -1 * pow(1 + e, -2) * (-e);
        break;
    case 2: /* two minus signs cancel, a power −2 is a division */
        *value = e / ((1 + e) * (1 + e));
        break;
    case 3: /* one fraction split into a product of two */
        *value = (1 / (1 + e)) * (e / (1 + e));
        break;
    case 4: /* add 1 and subtract 1 in the numerator */
        *value = (1 / (1 + e)) * ((1 + e - 1) / (1 + e));
        largest = (1 / (1 + e)) * ((1 + e) / (1 + e));
        break;
    case 5: /* the second fraction split into a difference */
        *value = (1 / (1 + e)) * ((1 + e) / (1 + e) - 1 / (1 + e));
        largest = (1 / (1 + e)) * ((1 + e) / (1 + e));
        break;
    case 6: /* a number over itself is 1 */
        *value = (1 / (1 + e)) * (1 - 1 / (1 + e));
        largest = 1 / (1 + e);
        break;
    case 7: /* 1/(1 + e^(−z)) is σ(z), twice */
        *value = s * (1 - s);
        largest = s;
        break;
    /* [/derivation] */
    default:
        return GW_RANGE;
    }
    *scale = fmax(fabs(*value), largest);
    return GW_OK;
}

static double relu(double z) {
    return z > 0 || isnan(z) ? z : 0;
}

static double relu_slope(double z) {
    return isnan(z) ? z : z > 0;
}

static double leaky_relu(double z) {
    return z > 0 ? z : GW_LEAK * z;
}

static double leaky_relu_slope(double z) {
    return isnan(z) ? z : z > 0 ? 1 : GW_LEAK;
}

static double identity(double z) {
    return z;
}

static double identity_slope(double z) {
    return isnan(z) ? z : 1;
}

static const struct {
    double (*value)(double);
    double (*slope)(double);
} ACTIVATION[GW_ACTIVATIONS] = {
    [GW_SIGMOID] = {gw_sigmoid_value, gw_sigmoid_slope},
    [GW_TANH] = {gw_tanh, gw_tanh_slope},
    [GW_RELU] = {relu, relu_slope},
    [GW_LEAKY_RELU] = {leaky_relu, leaky_relu_slope},
    [GW_IDENTITY] = {identity, identity_slope},
};

static int known(gw_activation g) {
    return (unsigned)g < GW_ACTIVATIONS;
}

double gw_activation_value(gw_activation g, double z) {
    return known(g) ? ACTIVATION[g].value(z) : NAN;
}

double gw_activation_slope(gw_activation g, double z) {
    return known(g) ? ACTIVATION[g].slope(z) : NAN;
}

gw_status gw_activation_forward(gw_activation g, const gw_matrix *Z, gw_matrix *A) {
    GW_TRY(gw_matrix_check(Z));
    GW_TRY(gw_matrix_check_shape(A, Z->rows, Z->cols));
    for (int32_t r = 0; r < Z->rows; r++)
        GW_TRY(gw_vector_activation(g, Z->cols, &at(Z, r, 0), &at(A, r, 0)));
    return GW_OK;
}

gw_status gw_activation_backward(gw_activation g, const gw_matrix *Z, gw_matrix *D) {
    GW_TRY(gw_matrix_check(Z));
    GW_TRY(gw_matrix_check_shape(D, Z->rows, Z->cols));
    for (int32_t r = 0; r < Z->rows; r++)
        GW_TRY(gw_vector_backward(g, Z->cols, &at(Z, r, 0), &at(D, r, 0)));
    return GW_OK;
}

gw_status gw_activation_derivative(gw_activation g, const gw_matrix *Z, gw_matrix *D) {
    return known(g) ? gw_matrix_map(ACTIVATION[g].slope, Z, D) : GW_RANGE;
}
