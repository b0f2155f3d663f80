/* The decision rules of other checkers, re-implemented from their published
 * formulas and defaults, on the same functions. */
#include "zoo.h"

#include <float.h>
#include <math.h>
#include <string.h>

const char *zoo_rule_name(int rule) {
    static const char *const NAME[ZOO_RULES] = {"PyTorch gradcheck, slow",
                                                "PyTorch gradcheck, fast",
                                                "SciPy check_grad < 1e-6",
                                                "JAX check_grads",
                                                "Ceres",
                                                "DeepLearning.AI, < 1e-7",
                                                "CS231n, 1e-4 is wrong",
                                                "CS231n, 1e-7 is happy"};
    return NAME[rule];
}

static double at(zoo_case *c, int i, double h) {
    double theta[ZOO_SIZE];
    memcpy(theta, c->theta, sizeof theta);
    theta[i] += h;
    return zoo_cost(c, theta);
}

static double central(zoo_case *c, int i, double h) {
    return (at(c, i, h) - at(c, i, -h)) / (2 * h);
}

/* The slope along v, and the analytic one. */
static double along(zoo_case *c, const double *v, double h) {
    double plus[ZOO_SIZE], minus[ZOO_SIZE];
    for (int i = 0; i < c->size; i++) {
        plus[i] = c->theta[i] + h * v[i];
        minus[i] = c->theta[i] - h * v[i];
    }
    double above = zoo_cost(c, plus);
    return (above - zoo_cost(c, minus)) / (2 * h);
}

static double dot(const double *a, const double *b, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

static int torch_slow(zoo_case *c, const double *g) {
    for (int i = 0; i < c->size; i++) {
        double n = central(c, i, 1e-6);
        if (!(fabs(g[i] - n) <= 1e-5 + 1e-3 * fabs(n)))
            return 0;
    }
    return 1;
}

static int torch_fast(zoo_case *c, const double *g, gw_random *rng) {
    double u[ZOO_SIZE], length = 0, sum = 0;
    for (int i = 0; i < c->size; i++) {
        u[i] = gw_random_uniform(rng);
        length += u[i] * u[i];
    }
    for (int i = 0; i < c->size; i++) {
        u[i] /= sqrt(length);
        sum += u[i];
    }
    double n = along(c, u, 1e-6);
    return fabs(dot(g, u, c->size) - n) <= 1e-5 * sum + 1e-3 * fabs(n);
}

static int scipy(zoo_case *c, const double *g) {
    double sum = 0, base = zoo_cost(c, c->theta);
    for (int i = 0; i < c->size; i++) {
        double h = sqrt(DBL_EPSILON), step = c->theta[i] + h - c->theta[i]; /* as rounded */
        double d = (at(c, i, h) - base) / step - g[i];
        sum += d * d;
    }
    return sqrt(sum) < 1e-6;
}

static int jax(zoo_case *c, const double *g, gw_random *rng) {
    double v[ZOO_SIZE], length = 0;
    for (int i = 0; i < c->size; i++) {
        v[i] = gw_random_normal(rng);
        length += v[i] * v[i];
    }
    for (int i = 0; i < c->size; i++)
        v[i] /= sqrt(length);
    double n = along(c, v, 1e-4);
    return fabs(dot(g, v, c->size) - n) <= 1e-5 + 1e-5 * fabs(n);
}

/* Ridders' method as Ceres has it: the step halves, the table stops where its own
 * error is below 1e-12 or grows. */
static double ridders(zoo_case *c, int i) {
    enum { ROWS = 10 };
    double table[ROWS][ROWS], best = 0, error = INFINITY;
    double h = 0.32 * fmax(1, fabs(c->theta[i]));
    for (int k = 0; k < ROWS; k++, h /= 2) {
        table[k][0] = central(c, i, h);
        double factor = 4;
        if (k == 0)
            best = table[0][0];
        for (int j = 1; j <= k; j++, factor *= 4) {
            table[k][j] = (factor * table[k][j - 1] - table[k - 1][j - 1]) / (factor - 1);
            double e =
                fmax(fabs(table[k][j] - table[k][j - 1]), fabs(table[k][j] - table[k - 1][j - 1]));
            if (e <= error) {
                error = e;
                best = table[k][j];
                if (error < 1e-12)
                    return best;
            }
        }
        if (k > 0 && fabs(table[k][k] - table[k - 1][k - 1]) >= 2 * error)
            break;
    }
    return best;
}

static int ceres(zoo_case *c, const double *g) {
    for (int i = 0; i < c->size; i++) {
        double n = ridders(c, i), error = fabs(n - g[i]);
        if (n != 0 && g[i] != 0) /* beside an exact 0 Ceres takes the difference itself */
            error /= fmax(fabs(n), fabs(g[i]));
        if (!(error < 1e-8))
            return 0;
    }
    return 1;
}

static int ratio(zoo_case *c, const double *g) {
    double difference = 0, a = 0, b = 0;
    for (int i = 0; i < c->size; i++) {
        double n = central(c, i, 1e-7);
        difference += (g[i] - n) * (g[i] - n);
        a += g[i] * g[i];
        b += n * n;
    }
    return sqrt(difference) / (sqrt(a) + sqrt(b)) < 1e-7;
}

static int bands(zoo_case *c, const double *g, double threshold) {
    for (int i = 0; i < c->size; i++) {
        double n = central(c, i, 1e-5), largest = fmax(fabs(n), fabs(g[i]));
        if (largest > 0 && !(fabs(n - g[i]) / largest < threshold))
            return 0;
    }
    return 1;
}

int zoo_rule(int rule, zoo_case *c, const double *g, gw_random *rng) {
    switch (rule) {
    case 0:
        return torch_slow(c, g);
    case 1:
        return torch_fast(c, g, rng);
    case 2:
        return scipy(c, g);
    case 3:
        return jax(c, g, rng);
    case 4:
        return ceres(c, g);
    case 5:
        return ratio(c, g);
    case 6:
        return bands(c, g, 1e-4);
    default:
        return bands(c, g, 1e-7);
    }
}
