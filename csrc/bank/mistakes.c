#include "mistakes.h"

#include "at.h"
#include "backprop.h"
#include "network.h"

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

/* Everything a pass needs, carved from the caller's workspace. */
typedef struct {
    gw_matrix W1, b1, W2, b2; /* copies, where a mistake moves the parameters */
    gw_matrix Z1, A1, Z2, A2;
    gw_matrix *dZ2, *dZ1; /* the caller's */
} pass;

static gw_matrix carve(double **at, int32_t rows, int32_t cols) {
    gw_matrix M = {rows, cols, cols, *at};
    *at += (size_t)rows * (size_t)cols;
    return M;
}

double gw_mistakes_network_work(int32_t n0, int32_t n1, int32_t n2, int32_t m) {
    double parameters = (double)n1 * n0 + n1 + (double)n2 * n1 + n2;
    return parameters + 2.0 * n1 * m + 2.0 * n2 * m;
}

/* A problem, so that helpers need not name ten matrices. */
typedef struct {
    gw_activation g1;
    const gw_matrix *X, *Y, *W1, *b1, *W2, *b2;
    double lambda, alpha;
} problem;

typedef struct {
    gw_matrix *dZ2, *dZ1, *dW1, *db1, *dW2, *db2;
} gradient;

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

static gw_status scale_all(const gradient *g, double dW, double db) {
    GW_TRY(scale(g->dW1, dW));
    GW_TRY(scale(g->dW2, dW));
    GW_TRY(scale(g->db1, db));
    return scale(g->db2, db);
}

/* dZ1 := W2ᵀ dZ2 ∘ g1'(Z1), with the mistakes that live in this line. */
static gw_status back_through(gw_mistake mistake, const problem *p, pass *s) {
    gw_activation g = p->g1;
    const gw_matrix *of = &s->Z1;
    if (mistake == GW_MISTAKE_MISSING_ACTIVATION_DERIVATIVE)
        g = GW_IDENTITY;
    if (mistake == GW_MISTAKE_WRONG_ACTIVATION_DERIVATIVE)
        g = another(p->g1);
    if (mistake == GW_MISTAKE_ACTIVATION_DERIVATIVE_OF_A)
        of = &s->A1;
    if (mistake == GW_MISTAKE_MISSING_WEIGHTS_TRANSPOSE)
        GW_TRY(gw_matrix_fill(&s->W2, 1));
    GW_TRY(gw_backprop_dZ1(g, &s->W2, s->dZ2, of, s->dZ1));
    if (mistake == GW_MISTAKE_ZERO)
        GW_TRY(gw_matrix_fill(s->dZ1, 0));
    return GW_OK;
}

/* dZ2, with the mistakes that live in this line. */
static void at_the_output(gw_mistake mistake, pass *s, const gw_matrix *Y) {
    for (int32_t r = 0; r < Y->rows; r++)
        for (int32_t i = 0; i < Y->cols; i++) {
            double a = at(&s->A2, r, i), y = at(Y, r, i), dz = a - y;
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
            at(s->dZ2, r, i) = dz;
        }
}

/* dP += (λ/m) P for weights, not for biases, unless by mistake. */
static gw_status regularise(gw_mistake mistake, const problem *p, const gw_matrix *P, int is_bias,
                            gw_matrix *dP) {
    double c = p->lambda / p->X->cols;
    if (mistake == GW_MISTAKE_REGULARISER_WITHOUT_MEAN)
        c = p->lambda;
    if (is_bias ? mistake != GW_MISTAKE_REGULARISER_ON_BIAS
                : mistake == GW_MISTAKE_REGULARISER_MISSING)
        return GW_OK;
    return gw_matrix_add_scaled(c, P, dP);
}

/* Forward and backward with the parameters of s, and one mistake. */
static gw_status run(gw_mistake mistake, const problem *p, pass *s, const gradient *g) {
    if (mistake == GW_MISTAKE_BIAS_FORGOTTEN)
        GW_TRY(gw_matrix_fill(&s->b1, 0));
    GW_TRY(gw_network_forward(p->g1, p->X, &s->W1, &s->b1, &s->W2, &s->b2, &s->Z1, &s->A1, &s->Z2,
                              &s->A2));
    at_the_output(mistake, s, p->Y);
    GW_TRY(gw_backprop_dW(s->dZ2, mistake == GW_MISTAKE_PREACTIVATION ? &s->Z1 : &s->A1, g->dW2));
    GW_TRY(gw_backprop_db(s->dZ2, g->db2));
    GW_TRY(regularise(mistake, p, &s->W2, 0, g->dW2));
    GW_TRY(regularise(mistake, p, &s->b2, 1, g->db2));
    if (mistake == GW_MISTAKE_UPDATED_WEIGHTS)
        GW_TRY(gw_matrix_add_scaled(-p->alpha, g->dW2, &s->W2));
    GW_TRY(back_through(mistake, p, s));
    GW_TRY(gw_backprop_dW(s->dZ1, p->X, g->dW1));
    GW_TRY(gw_backprop_db(s->dZ1, g->db1));
    GW_TRY(regularise(mistake, p, &s->W1, 0, g->dW1));
    return regularise(mistake, p, &s->b1, 1, g->db1);
}

/* dW1 written column by column into memory that is read row by row. */
static void store_by_columns(pass *s, gw_matrix *dW1) {
    double *kept = s->W1.data;
    for (int32_t j = 0; j < dW1->cols; j++)
        for (int32_t i = 0; i < dW1->rows; i++)
            *kept++ = at(dW1, i, j);
    kept = s->W1.data;
    for (int32_t i = 0; i < dW1->rows; i++)
        for (int32_t j = 0; j < dW1->cols; j++)
            at(dW1, i, j) = *kept++;
}

static void shift_rows(pass *s, gw_matrix *dW1) {
    for (int32_t i = 0; i < dW1->rows; i++)
        for (int32_t j = 0; j < dW1->cols; j++)
            at(&s->W1, i, j) = at(dW1, (i + 1) % dW1->rows, j);
    for (int32_t i = 0; i < dW1->rows; i++)
        for (int32_t j = 0; j < dW1->cols; j++)
            at(dW1, i, j) = at(&s->W1, i, j);
}

static void sum_over_units(const pass *s, gw_matrix *db1) {
    int32_t m = s->dZ1->cols;
    for (int32_t j = 0; j < db1->rows; j++) {
        double sum = 0;
        for (int32_t r = 0; r < s->dZ1->rows; r++)
            sum += at(s->dZ1, r, j % m);
        at(db1, j, 0) = sum / m;
    }
}

/* What is done to the gradient when it is ready. */
static gw_status spoil(gw_mistake mistake, double m, pass *s, const gradient *g) {
    switch (mistake) {
    case GW_MISTAKE_MISSING_MEAN:
        return scale_all(g, m, m);
    case GW_MISTAKE_MISSING_MEAN_BIAS:
        return scale_all(g, 1, m);
    case GW_MISTAKE_DOUBLE_MEAN:
        return scale_all(g, 1 / m, 1 / m);
    case GW_MISTAKE_MEAN_OVER_M_MINUS_1:
        return m > 1 ? scale_all(g, m / (m - 1), m / (m - 1)) : GW_OK;
    case GW_MISTAKE_SCALE:
    case GW_MISTAKE_ACCUMULATED:
        return scale_all(g, 2, 2);
    case GW_MISTAKE_SUM_OVER_WRONG_AXIS:
        sum_over_units(s, g->db1);
        return GW_OK;
    case GW_MISTAKE_TRANSPOSED:
        store_by_columns(s, g->dW1);
        return GW_OK;
    case GW_MISTAKE_SHIFTED:
        shift_rows(s, g->dW1);
        return GW_OK;
    case GW_MISTAKE_SINGLE_ENTRY:
        at(g->dW1, 0, 0) *= 1.01;
        return GW_OK;
    default:
        return GW_OK;
    }
}

static gw_status check_shapes(const problem *p, const gw_matrix *work, const gradient *g) {
    GW_TRY(gw_matrix_check(p->X));
    GW_TRY(gw_matrix_check(p->W1));
    GW_TRY(gw_matrix_check(p->W2));
    int32_t n0 = p->X->rows, n1 = p->W1->rows, n2 = p->W2->rows, m = p->X->cols;
    GW_TRY(gw_matrix_check_shape(p->Y, n2, m));
    GW_TRY(gw_matrix_check_shape(p->W1, n1, n0));
    GW_TRY(gw_matrix_check_shape(p->b1, n1, 1));
    GW_TRY(gw_matrix_check_shape(p->W2, n2, n1));
    GW_TRY(gw_matrix_check_shape(p->b2, n2, 1));
    GW_TRY(gw_matrix_check_shape(g->dZ2, n2, m));
    GW_TRY(gw_matrix_check_shape(g->dZ1, n1, m));
    GW_TRY(gw_matrix_check_shape(g->dW1, n1, n0));
    GW_TRY(gw_matrix_check_shape(g->db1, n1, 1));
    GW_TRY(gw_matrix_check_shape(g->dW2, n2, n1));
    GW_TRY(gw_matrix_check_shape(g->db2, n2, 1));
    GW_TRY(gw_matrix_check(work));
    if (work->rows != 1 || work->cols < gw_mistakes_network_work(n0, n1, n2, m))
        return GW_SHAPE;
    return GW_OK;
}

gw_status gw_mistakes_network(gw_mistake mistake, gw_activation g1, const gw_matrix *X,
                              const gw_matrix *Y, const gw_matrix *W1, const gw_matrix *b1,
                              const gw_matrix *W2, const gw_matrix *b2, double lambda, double alpha,
                              gw_matrix *work, gw_matrix *dZ2, gw_matrix *dZ1, gw_matrix *dW1,
                              gw_matrix *db1, gw_matrix *dW2, gw_matrix *db2) {
    const problem p = {g1, X, Y, W1, b1, W2, b2, lambda, alpha};
    const gradient g = {dZ2, dZ1, dW1, db1, dW2, db2};
    GW_TRY(check_shapes(&p, work, &g));
    if ((unsigned)mistake >= GW_MISTAKES || (unsigned)g1 >= GW_ACTIVATIONS)
        return GW_RANGE;
    double *at = work->data;
    int32_t n0 = X->rows, n1 = W1->rows, n2 = W2->rows, m = X->cols;
    pass s = {.dZ2 = dZ2, .dZ1 = dZ1};
    s.W1 = carve(&at, n1, n0);
    s.b1 = carve(&at, n1, 1);
    s.W2 = carve(&at, n2, n1);
    s.b2 = carve(&at, n2, 1);
    s.Z1 = carve(&at, n1, m);
    s.A1 = carve(&at, n1, m);
    s.Z2 = carve(&at, n2, m);
    s.A2 = carve(&at, n2, m);
    GW_TRY(gw_matrix_copy(W1, &s.W1));
    GW_TRY(gw_matrix_copy(b1, &s.b1));
    GW_TRY(gw_matrix_copy(W2, &s.W2));
    GW_TRY(gw_matrix_copy(b2, &s.b2));
    if (mistake == GW_MISTAKE_STALE_PARAMETERS) {
        GW_TRY(run(GW_MISTAKE_NONE, &p, &s, &g));
        GW_TRY(gw_matrix_add_scaled(-alpha, dW1, &s.W1));
        GW_TRY(gw_matrix_add_scaled(-alpha, db1, &s.b1));
        GW_TRY(gw_matrix_add_scaled(-alpha, dW2, &s.W2));
        GW_TRY(gw_matrix_add_scaled(-alpha, db2, &s.b2));
    }
    GW_TRY(run(mistake, &p, &s, &g));
    return spoil(mistake, m, &s, &g);
}
