#include "mistakes.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "at.h"

static const struct {
    const char *key, *text;
} MISTAKE[GW_MISTAKES] = {
    [GW_MISTAKE_NONE] = {"none", "the right gradient"},
    [GW_MISTAKE_SIGN] = {"sign", "dZ2 is Y - A2 where A2 - Y belongs: the sign is turned"},
    [GW_MISTAKE_MISSING_MEAN] = {"missing-mean",
                                 "dW and db are sums over the examples: the 1/m is missing"},
    [GW_MISTAKE_MISSING_MEAN_BIAS] = {"missing-mean",
                                      "db1 and db2 are sums over the examples: their 1/m is "
                                      "missing, while dW1 and dW2 have it"},
    [GW_MISTAKE_DOUBLE_MEAN] = {"double-mean",
                                "the 1/m is taken twice, in dZ2 and again in dW and db"},
    [GW_MISTAKE_MEAN_OVER_M_MINUS_1] = {"mean-over-m-minus-1",
                                        "the mean divides by m - 1 where m belongs"},
    [GW_MISTAKE_SCALE] = {"scale", "everything is twice too large, as if the loss were a square"},
    [GW_MISTAKE_MISSING_ACTIVATION_DERIVATIVE] = {"missing-activation-derivative",
                                                  "dZ1 = W2' dZ2 lacks the factor g1'(Z1)"},
    [GW_MISTAKE_ACTIVATION_DERIVATIVE_OF_A] = {"activation-derivative-of-a",
                                               "g1' is taken of A1 where it belongs to Z1"},
    [GW_MISTAKE_WRONG_ACTIVATION_DERIVATIVE] = {"wrong-activation-derivative",
                                                "g1' is the derivative of another activation"},
    [GW_MISTAKE_SIGMOID_DERIVATIVE_TWICE] = {"sigmoid-derivative-twice",
                                             "dZ2 has a factor a(1 - a) that A2 - Y contains "
                                             "already"},
    [GW_MISTAKE_MISSING_WEIGHTS_TRANSPOSE] = {"missing-weights-transpose",
                                              "dZ1 lacks W2 transposed: dZ2 goes back unweighted"},
    [GW_MISTAKE_LABELS_FLIPPED] = {"labels-flipped", "the labels 0 and 1 are exchanged"},
    [GW_MISTAKE_SUM_OVER_WRONG_AXIS] = {"sum-over-wrong-axis",
                                        "db1 sums dZ1 over the hidden units where it should sum "
                                        "over the examples"},
    [GW_MISTAKE_FIRST_EXAMPLE_ONLY] = {"first-example-only",
                                       "only the first example counts: the loop ends early"},
    [GW_MISTAKE_LAST_EXAMPLE_ONLY] = {"last-example-only",
                                      "only the last example counts: = where += belongs"},
    [GW_MISTAKE_LAST_EXAMPLE_MISSING] = {"last-example-missing",
                                         "the last example is left out: the loop ends at m - 1"},
    [GW_MISTAKE_ZERO] = {"zero", "dW1 and db1 are zero: nothing goes back through the layer"},
    [GW_MISTAKE_TRANSPOSED] = {"transposed", "dW1 is stored column by column"},
    [GW_MISTAKE_SHIFTED] = {"shifted", "the rows of dW1 belong to the next hidden unit"},
    [GW_MISTAKE_SINGLE_ENTRY] = {"single-entry", "one entry of dW1 is off"},
    [GW_MISTAKE_REGULARISER_MISSING] = {"regulariser-missing",
                                        "dW1 and dW2 lack the regulariser's (lambda/m) W"},
    [GW_MISTAKE_REGULARISER_ON_BIAS] = {"regulariser-on-bias",
                                        "db1 and db2 have the regulariser's (lambda/m) b, but "
                                        "biases are not regularised"},
    [GW_MISTAKE_REGULARISER_WITHOUT_MEAN] = {"regulariser-without-mean",
                                             "the regulariser's part of dW is lambda W where "
                                             "(lambda/m) W belongs"},
    [GW_MISTAKE_ACCUMULATED] = {"accumulated",
                                "the buffers were not cleared: the call before is added in"},
    [GW_MISTAKE_STALE_PARAMETERS] = {"stale-parameters",
                                     "this is the gradient after the update, not before it"},
    [GW_MISTAKE_UPDATED_WEIGHTS] = {"updated-weights",
                                    "dZ1 uses W2 after its update: update all parameters at the "
                                    "end"},
    [GW_MISTAKE_PREACTIVATION] = {"preactivation", "dW2 uses Z1 where A1 belongs"},
    [GW_MISTAKE_BIAS_FORGOTTEN] = {"bias-forgotten", "the forward pass behind it left b1 out"},
};

const char *gw_mistake_key(gw_mistake mistake) {
    return (unsigned)mistake < GW_MISTAKES ? MISTAKE[mistake].key : "unknown";
}

const char *gw_mistake_text(gw_mistake mistake) {
    return (unsigned)mistake < GW_MISTAKES ? MISTAKE[mistake].text : "none of the known mistakes";
}

/* The problem, a copy of the network that a mistake may spoil, its pass, and the
 * caller's gradient. */
typedef struct {
    const gw_matrix *X, *Y;
    double lambda, alpha;
    gw_network net;
    gw_network_pass pass;
    gw_network_gradient *gradient;
} run;

static gw_matrix carve(double **at, int32_t rows, int32_t cols) {
    gw_matrix M = {rows, cols, cols, *at};
    *at += (size_t)rows * (size_t)cols;
    return M;
}

double gw_mistakes_network_work(const gw_network *net, int32_t m) {
    double doubles = 0;
    for (int32_t l = 1; l <= net->layers; l++)
        doubles += net->W[l].rows * (net->W[l].cols + 1.0 + 2.0 * m);
    return doubles;
}

static gw_activation another(gw_activation g) {
    static const gw_activation OTHER[GW_ACTIVATIONS] = {[GW_SIGMOID] = GW_TANH,
                                                        [GW_TANH] = GW_SIGMOID,
                                                        [GW_RELU] = GW_SIGMOID,
                                                        [GW_LEAKY_RELU] = GW_RELU,
                                                        [GW_IDENTITY] = GW_TANH};
    return OTHER[g];
}

static gw_status scale(gw_matrix *M, double factor) {
    for (int32_t i = 0; i < M->rows; i++)
        for (int32_t j = 0; j < M->cols; j++)
            at(M, i, j) *= factor;
    return gw_matrix_check_finite(M);
}

static gw_status scale_all(const run *s, double dW, double db) {
    for (int32_t l = 1; l <= s->net.layers; l++) {
        GW_TRY(scale(&s->gradient->dW[l], dW));
        GW_TRY(scale(&s->gradient->db[l], db));
    }
    return GW_OK;
}

/* dZ1 := W2ᵀ dZ2 ∘ g1'(Z1), with the mistakes that live in this line. */
static gw_status back_through(gw_mistake mistake, run *s) {
    gw_activation g = s->net.g[1];
    const gw_matrix *of = &s->pass.Z[1];
    gw_matrix *W2 = &s->net.W[2], *dZ2 = &s->gradient->dZ[2], *dZ1 = &s->gradient->dZ[1];
    if (mistake == GW_MISTAKE_MISSING_ACTIVATION_DERIVATIVE)
        g = GW_IDENTITY;
    if (mistake == GW_MISTAKE_WRONG_ACTIVATION_DERIVATIVE)
        g = another(g);
    if (mistake == GW_MISTAKE_ACTIVATION_DERIVATIVE_OF_A)
        of = &s->pass.A[1];
    if (mistake == GW_MISTAKE_MISSING_WEIGHTS_TRANSPOSE)
        GW_TRY(gw_matrix_fill(W2, 1));
    GW_TRY(gw_backprop_dZ1(g, W2, dZ2, of, dZ1));
    if (mistake == GW_MISTAKE_ZERO)
        GW_TRY(gw_matrix_fill(dZ1, 0));
    return GW_OK;
}

/* dZ2, with the mistakes that live in this line. */
static void at_the_output(gw_mistake mistake, run *s) {
    const gw_matrix *A2 = &s->pass.A[2], *Y = s->Y;
    for (int32_t r = 0; r < Y->rows; r++)
        for (int32_t i = 0; i < Y->cols; i++) {
            double a = at(A2, r, i), y = at(Y, r, i), dz = a - y;
            if (mistake == GW_MISTAKE_SIGN)
                dz = y - a;
            if (mistake == GW_MISTAKE_LABELS_FLIPPED)
                dz = a - (1 - y);
            if (mistake == GW_MISTAKE_SIGMOID_DERIVATIVE_TWICE)
                dz *= a * (1 - a);
            if ((mistake == GW_MISTAKE_FIRST_EXAMPLE_ONLY && i > 0) ||
                (mistake == GW_MISTAKE_LAST_EXAMPLE_ONLY && i < Y->cols - 1) ||
                (mistake == GW_MISTAKE_LAST_EXAMPLE_MISSING && i == Y->cols - 1))
                dz = 0;
            at(&s->gradient->dZ[2], r, i) = dz;
        }
}

/* dP += (λ/m) P for weights, not for biases, unless by mistake. */
static gw_status regularise(gw_mistake mistake, const run *s, const gw_matrix *P, int is_bias,
                            gw_matrix *dP) {
    double c = s->lambda / s->X->cols;
    if (mistake == GW_MISTAKE_REGULARISER_WITHOUT_MEAN)
        c = s->lambda;
    if (is_bias ? mistake != GW_MISTAKE_REGULARISER_ON_BIAS
                : mistake == GW_MISTAKE_REGULARISER_MISSING)
        return GW_OK;
    return gw_matrix_add_scaled(c, P, dP);
}

/* dW and db of a layer from its dZ and its inputs A. */
static gw_status layer(gw_mistake mistake, run *s, int32_t l, const gw_matrix *A) {
    gw_matrix *dZ = &s->gradient->dZ[l], *dW = &s->gradient->dW[l], *db = &s->gradient->db[l];
    GW_TRY(gw_backprop_dW(dZ, A, dW));
    GW_TRY(gw_backprop_db(dZ, db));
    GW_TRY(regularise(mistake, s, &s->net.W[l], 0, dW));
    return regularise(mistake, s, &s->net.b[l], 1, db);
}

/* Forward and backward with the parameters of s, and one mistake. */
static gw_status both_passes(gw_mistake mistake, run *s) {
    if (mistake == GW_MISTAKE_BIAS_FORGOTTEN)
        GW_TRY(gw_matrix_fill(&s->net.b[1], 0));
    GW_TRY(gw_network_forward(&s->net, &s->pass));
    at_the_output(mistake, s);
    GW_TRY(
        layer(mistake, s, 2, mistake == GW_MISTAKE_PREACTIVATION ? &s->pass.Z[1] : &s->pass.A[1]));
    if (mistake == GW_MISTAKE_UPDATED_WEIGHTS)
        GW_TRY(gw_matrix_add_scaled(-s->alpha, &s->gradient->dW[2], &s->net.W[2]));
    GW_TRY(back_through(mistake, s));
    return layer(mistake, s, 1, s->X);
}

/* dW1 written column by column into memory that is read row by row. */
static void store_by_columns(run *s, gw_matrix *dW1) {
    double *kept = s->net.W[1].data;
    for (int32_t j = 0; j < dW1->cols; j++)
        for (int32_t i = 0; i < dW1->rows; i++)
            *kept++ = at(dW1, i, j);
    kept = s->net.W[1].data;
    for (int32_t i = 0; i < dW1->rows; i++)
        for (int32_t j = 0; j < dW1->cols; j++)
            at(dW1, i, j) = *kept++;
}

static void shift_rows(run *s, gw_matrix *dW1) {
    for (int32_t i = 0; i < dW1->rows; i++)
        for (int32_t j = 0; j < dW1->cols; j++)
            at(&s->net.W[1], i, j) = at(dW1, (i + 1) % dW1->rows, j);
    for (int32_t i = 0; i < dW1->rows; i++)
        for (int32_t j = 0; j < dW1->cols; j++)
            at(dW1, i, j) = at(&s->net.W[1], i, j);
}

static void sum_over_units(const gw_matrix *dZ1, gw_matrix *db1) {
    int32_t m = dZ1->cols;
    for (int32_t j = 0; j < db1->rows; j++) {
        double sum = 0;
        for (int32_t r = 0; r < dZ1->rows; r++)
            sum += at(dZ1, r, j % m);
        at(db1, j, 0) = sum / m;
    }
}

/* What is done to the gradient when it is ready. */
static gw_status spoil(gw_mistake mistake, run *s) {
    double m = s->X->cols;
    gw_matrix *dW1 = &s->gradient->dW[1];
    switch (mistake) {
    case GW_MISTAKE_MISSING_MEAN:
        return scale_all(s, m, m);
    case GW_MISTAKE_MISSING_MEAN_BIAS:
        return scale_all(s, 1, m);
    case GW_MISTAKE_DOUBLE_MEAN:
        return scale_all(s, 1 / m, 1 / m);
    case GW_MISTAKE_MEAN_OVER_M_MINUS_1:
        return m > 1 ? scale_all(s, m / (m - 1), m / (m - 1)) : GW_OK;
    case GW_MISTAKE_SCALE:
    case GW_MISTAKE_ACCUMULATED:
        return scale_all(s, 2, 2);
    case GW_MISTAKE_SUM_OVER_WRONG_AXIS:
        sum_over_units(&s->gradient->dZ[1], &s->gradient->db[1]);
        return GW_OK;
    case GW_MISTAKE_TRANSPOSED:
        store_by_columns(s, dW1);
        return GW_OK;
    case GW_MISTAKE_SHIFTED:
        shift_rows(s, dW1);
        return GW_OK;
    case GW_MISTAKE_SINGLE_ENTRY:
        at(dW1, 0, 0) *= 1.01;
        return GW_OK;
    default:
        return GW_OK;
    }
}

gw_status gw_mistakes_network(gw_mistake mistake, const gw_network *net, const gw_matrix *X,
                              const gw_matrix *Y, double lambda, double alpha, gw_matrix *work,
                              gw_network_gradient *gradient) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check(net, X, Y));
    GW_TRY(gw_network_check_gradient(net, X->cols, gradient));
    GW_TRY(gw_matrix_check(work));
    if (work->rows != 1 || work->cols < gw_mistakes_network_work(net, X->cols))
        return GW_SHAPE;
    if ((unsigned)mistake >= GW_MISTAKES)
        return GW_RANGE;
    run s = {X, Y, lambda, alpha, *net, .pass.A = {*X}, .gradient = gradient};
    double *room = work->data;
    for (int32_t l = 1; l <= net->layers; l++) {
        const gw_matrix *W = &net->W[l], *b = &net->b[l];
        s.net.W[l] = carve(&room, W->rows, W->cols);
        s.net.b[l] = carve(&room, W->rows, 1);
        s.pass.Z[l] = carve(&room, W->rows, X->cols);
        s.pass.A[l] = carve(&room, W->rows, X->cols);
        GW_TRY(gw_matrix_copy(W, &s.net.W[l]));
        GW_TRY(gw_matrix_copy(b, &s.net.b[l]));
    }
    if (mistake == GW_MISTAKE_STALE_PARAMETERS) {
        GW_TRY(both_passes(GW_MISTAKE_NONE, &s));
        for (int32_t l = 1; l <= net->layers; l++) {
            GW_TRY(gw_matrix_add_scaled(-alpha, &gradient->dW[l], &s.net.W[l]));
            GW_TRY(gw_matrix_add_scaled(-alpha, &gradient->db[l], &s.net.b[l]));
        }
    }
    GW_TRY(both_passes(mistake, &s));
    return spoil(mistake, &s);
}

double gw_mistakes_names_work(const gw_network *net, int32_t m) {
    double doubles = gw_mistakes_network_work(net, m);
    for (int32_t l = 1; l <= net->layers; l++)
        doubles += net->W[l].rows * (net->W[l].cols + 1.0 + m);
    return doubles;
}

/* So is not what is NaN. */
static int within(const gw_matrix *A, const gw_matrix *B, const gw_matrix *bound) {
    for (int32_t i = 0; i < A->rows; i++)
        for (int32_t j = 0; j < A->cols; j++)
            if (!(fabs(at(A, i, j) - at(B, i, j)) <= at(bound, i, j)))
                return 0;
    return 1;
}

gw_status gw_mistakes_names(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                            double lambda, double alpha, const gw_network_gradient *given,
                            const gw_network_gradient *bounds, gw_matrix *work, uint64_t *names) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check(net, X, Y));
    GW_TRY(gw_network_check_gradient(net, X->cols, given));
    GW_TRY(gw_network_check_gradient(net, X->cols, bounds));
    GW_TRY(gw_matrix_check(work));
    if (names == NULL)
        return GW_NULL;
    if (work->rows != 1 || work->cols < gw_mistakes_names_work(net, X->cols))
        return GW_SHAPE;
    gw_network_gradient tried;
    gw_matrix rest = *work;
    for (int32_t l = 1; l <= net->layers; l++) {
        tried.dW[l] = carve(&rest.data, net->W[l].rows, net->W[l].cols);
        tried.db[l] = carve(&rest.data, net->W[l].rows, 1);
        tried.dZ[l] = carve(&rest.data, net->W[l].rows, X->cols);
    }
    rest.cols -= (int32_t)(rest.data - work->data);
    uint64_t found = 0;
    for (int k = 0; k < GW_MISTAKES; k++) {
        gw_status status =
            gw_mistakes_network((gw_mistake)k, net, X, Y, lambda, alpha, &rest, &tried);
        int fits = status == GW_OK; /* one that leaves the numbers gives no gradient */
        for (int32_t l = 1; l <= net->layers; l++)
            fits = fits && within(&tried.dW[l], &given->dW[l], &bounds->dW[l]) &&
                   within(&tried.db[l], &given->db[l], &bounds->db[l]);
        found |= (uint64_t)fits << k;
    }
    *names = found;
    return GW_OK;
}

void gw_mistakes_say(uint64_t names, char *text, size_t size) {
    const char *key[GW_MISTAKES];
    int keys = 0, last = 0;
    if (size == 0)
        return;
    text[0] = '\0';
    if (names & 1)
        return;
    for (int k = 1; k < GW_MISTAKES; k++) {
        int is_new = names >> k & 1;
        for (int j = 0; j < keys; j++)
            is_new = is_new && strcmp(key[j], MISTAKE[k].key) != 0;
        if (is_new) {
            key[keys++] = MISTAKE[k].key;
            last = k;
        }
    }
    if (keys <= 1) {
        snprintf(text, size, "%s", gw_mistake_text(keys ? (gw_mistake)last : GW_MISTAKES));
        return;
    }
    int used = snprintf(text, size, "here these give the same gradient: ");
    for (int j = 0; j < keys && used >= 0 && (size_t)used < size; j++)
        used += snprintf(text + used, size - (size_t)used, "%s%s", j ? ", " : "", key[j]);
}
