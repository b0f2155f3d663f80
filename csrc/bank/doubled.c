#include "doubled.h"

#include <math.h>

#include "at.h"

typedef struct {
    double high, low;
} doubled;

typedef struct {
    gw_activation g1;
    const gw_matrix *X, *Y, *W1, *b1, *W2, *b2;
} network;

/* The one entry that is moved, and by how much; block −1 for none. */
typedef struct {
    int block;
    int32_t row, col;
    double by;
} move;

/* ln 2, to 107 bits. */
static const doubled LN2 = {6.931471805599452862e-01, 2.319046813846299558e-17};

static doubled of(double x) {
    return (doubled){x, 0};
}

/* a + b and what it rounds off, where |a| ≥ |b|. */
static doubled join(double a, double b) {
    double sum = a + b;
    return (doubled){sum, b - (sum - a)};
}

/* The same for any two. */
static doubled sum_of(double a, double b) {
    double sum = a + b, part = sum - a;
    return (doubled){sum, (a - (sum - part)) + (b - part)};
}

static doubled add(doubled a, doubled b) {
    doubled high = sum_of(a.high, b.high), low = sum_of(a.low, b.low);
    high = join(high.high, high.low + low.high);
    return join(high.high, high.low + low.low);
}

static doubled minus(doubled a) {
    return (doubled){-a.high, -a.low};
}

static doubled times(doubled a, doubled b) {
    double product = a.high * b.high;
    double lost = fma(a.high, b.high, -product);
    return join(product, lost + (a.high * b.low + a.low * b.high));
}

static doubled over(doubled a, doubled b) {
    doubled quotient = of(a.high / b.high);
    for (int i = 0; i < 2; i++) { /* what is left, divided again */
        doubled left = add(a, minus(times(quotient, b)));
        quotient = add(quotient, of(left.high / b.high));
    }
    return quotient;
}

/* e^z = 2^k e^r, r = (z − k ln 2) halved nine times: a series for e^r − 1, and
 * e^2r − 1 = 2(e^r − 1) + (e^r − 1)², nine times. */
static doubled power_of_e(doubled z) {
    enum { HALVINGS = 9, TERMS = 10 };
    double k = nearbyint(z.high / LN2.high);
    doubled r = add(z, minus(times(of(k), LN2))), less_one = of(0);
    r.high = ldexp(r.high, -HALVINGS);
    r.low = ldexp(r.low, -HALVINGS);
    for (int i = TERMS; i >= 1; i--) /* r/1 (1 + r/2 (1 + r/3 (…))) */
        less_one = over(times(r, add(of(1), less_one)), of(i));
    for (int i = 0; i < HALVINGS; i++)
        less_one = add(add(less_one, less_one), times(less_one, less_one));
    doubled e = add(of(1), less_one);
    return (doubled){ldexp(e.high, (int)k), ldexp(e.low, (int)k)};
}

/* x := x + y e^−x − 1 doubles the right digits of ln y. */
static doubled logarithm(doubled y) {
    doubled x = of(log(y.high));
    return add(add(x, of(-1)), times(y, power_of_e(minus(x))));
}

static doubled sigmoid(doubled z) {
    return over(of(1), add(of(1), power_of_e(minus(z))));
}

static doubled activation(gw_activation g, doubled z) {
    if (g == GW_SIGMOID)
        return sigmoid(z);
    doubled twice = sigmoid(add(z, z)); /* tanh z = 2 σ(2z) − 1 */
    return add(add(twice, twice), of(-1));
}

/* ln(1 + e^z) */
static doubled softplus(doubled z) {
    doubled size = z.high > 0 ? z : minus(z);
    doubled tail = logarithm(add(of(1), power_of_e(minus(size))));
    return z.high > 0 ? add(z, tail) : tail;
}

static doubled loss(doubled z, double y) {
    doubled one = times(add(of(1), of(-y)), softplus(z));
    return add(one, times(of(y), softplus(minus(z))));
}

/* Entry (i, j) of parameter p, moved if it is the one. */
static doubled entry(const move *m, int p, const gw_matrix *P, int32_t i, int32_t j) {
    double value = at(P, i, j);
    return m->block == p && m->row == i && m->col == j ? sum_of(value, m->by) : of(value);
}

static doubled network_cost(const network *n, const move *m) {
    doubled cost = of(0);
    for (int32_t i = 0; i < n->X->cols; i++)
        for (int32_t r = 0; r < n->W2->rows; r++) {
            doubled z2 = entry(m, GW_TWIN_b2, n->b2, r, 0);
            for (int32_t j = 0; j < n->W1->rows; j++) {
                doubled z1 = entry(m, GW_TWIN_b1, n->b1, j, 0);
                for (int32_t k = 0; k < n->X->rows; k++)
                    z1 = add(z1, times(entry(m, GW_TWIN_W1, n->W1, j, k), of(at(n->X, k, i))));
                doubled a1 = activation(n->g1, z1);
                z2 = add(z2, times(entry(m, GW_TWIN_W2, n->W2, r, j), a1));
            }
            cost = add(cost, loss(z2, at(n->Y, r, i)));
        }
    return over(cost, of(n->X->cols));
}

static gw_status check(const network *n) {
    GW_TRY(gw_matrix_check(n->X));
    GW_TRY(gw_matrix_check(n->W1));
    GW_TRY(gw_matrix_check(n->W2));
    GW_TRY(gw_matrix_check_shape(n->W1, n->W1->rows, n->X->rows));
    GW_TRY(gw_matrix_check_shape(n->b1, n->W1->rows, 1));
    GW_TRY(gw_matrix_check_shape(n->W2, n->W2->rows, n->W1->rows));
    GW_TRY(gw_matrix_check_shape(n->b2, n->W2->rows, 1));
    GW_TRY(gw_matrix_check_shape(n->Y, n->W2->rows, n->X->cols));
    return n->g1 == GW_SIGMOID || n->g1 == GW_TANH ? GW_OK : GW_RANGE;
}

static gw_status answer(doubled value, double *high, double *low) {
    if (!isfinite(value.high))
        return GW_NOT_FINITE;
    *high = value.high;
    *low = value.low;
    return GW_OK;
}

gw_status gw_doubled_network_cost(gw_activation g1, const gw_matrix *X, const gw_matrix *Y,
                                  const gw_matrix *W1, const gw_matrix *b1, const gw_matrix *W2,
                                  const gw_matrix *b2, double *J, double *rest) {
    const network n = {g1, X, Y, W1, b1, W2, b2};
    const move none = {-1, -1, -1, 0};
    GW_TRY(check(&n));
    if (J == NULL || rest == NULL)
        return GW_NULL;
    return answer(network_cost(&n, &none), J, rest);
}

/* D(h) = (J(θ + h) − J(θ − h))/2h */
static doubled central(const network *n, move m, double h) {
    m.by = h;
    doubled above = network_cost(n, &m);
    m.by = -h;
    return over(add(above, minus(network_cost(n, &m))), of(2 * h));
}

gw_status gw_doubled_network_slope(gw_activation g1, const gw_matrix *X, const gw_matrix *Y,
                                   const gw_matrix *W1, const gw_matrix *b1, const gw_matrix *W2,
                                   const gw_matrix *b2, gw_twin_block block, int32_t row,
                                   int32_t col, double h, double *slope, double *rest) {
    const network n = {g1, X, Y, W1, b1, W2, b2};
    GW_TRY(check(&n));
    if (slope == NULL || rest == NULL)
        return GW_NULL;
    const gw_matrix *const P[] = {W1, b1, W2, b2};
    if ((unsigned)block > GW_TWIN_b2 || row < 0 || col < 0 || row >= P[block]->rows ||
        col >= P[block]->cols || !(h > 0))
        return GW_RANGE;
    const move m = {(int)block, row, col, 0};
    doubled wide = central(&n, m, h), near = central(&n, m, h / 4);
    return answer(add(near, over(add(near, minus(wide)), of(15))), slope, rest);
}
