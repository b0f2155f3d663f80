#include "doubled.h"

#include <math.h>

#include "at.h"

typedef struct {
    double high, low;
} doubled;

/* The one parameter that is moved, and by how much; NULL for none. */
typedef struct {
    const double *place;
    double h;
} step;

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

static doubled activation_doubled(gw_activation g, doubled z) {
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

static doubled loss_doubled(doubled z, doubled y) {
    doubled one = times(add(of(1), minus(y)), softplus(z));
    return add(one, times(y, softplus(minus(z))));
}

#define REAL          doubled
#define TWIN(name)    name##_doubled
#define OF            of
#define ADD           add
#define TIMES         times
#define OVER          over
#define STEPPED(x, h) sum_of(x, h)
#define STORED(x)     (x)
#include "cost.inc"

static gw_status check(const gw_network *net, const gw_matrix *X, const gw_matrix *Y) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check(net, X, Y));
    return net->g[1] == GW_SIGMOID || net->g[1] == GW_TANH ? GW_OK : GW_RANGE;
}

static gw_status answer(doubled value, double *high, double *low) {
    if (!isfinite(value.high))
        return GW_NOT_FINITE;
    *high = value.high;
    *low = value.low;
    return GW_OK;
}

gw_status gw_doubled_network_cost(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                                  double *J, double *rest) {
    const step none = {NULL, 0};
    GW_TRY(check(net, X, Y));
    if (J == NULL || rest == NULL)
        return GW_NULL;
    return answer(network_cost_doubled(net, X, Y, &none), J, rest);
}

/* D(h) = (J(θ + h) − J(θ − h))/2h */
static doubled central(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                       const double *place, double h) {
    const step up = {place, h}, down = {place, -h};
    doubled above = network_cost_doubled(net, X, Y, &up);
    return over(add(above, minus(network_cost_doubled(net, X, Y, &down))), of(2 * h));
}

gw_status gw_doubled_network_slope(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                                   int32_t entry, double h, double *slope, double *rest) {
    GW_TRY(check(net, X, Y));
    if (slope == NULL || rest == NULL)
        return GW_NULL;
    const double *place = gw_network_entry(net, entry);
    if (place == NULL || !(h > 0))
        return GW_RANGE;
    doubled wide = central(net, X, Y, place, h), near = central(net, X, Y, place, h / 4);
    return answer(add(near, over(add(near, minus(wide)), of(15))), slope, rest);
}
