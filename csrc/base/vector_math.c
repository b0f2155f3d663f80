#include "vector_math.h"

#include "matrix.h"

#include <math.h>
#include <string.h>

/* glibc declares its vector functions under -ffast-math only, which would change
 * much else. Declared here, GCC calls them in loops marked `omp simd`, in the
 * widest form that the processor has. tanh and log1p came with glibc 2.35. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__)
#if __GLIBC_PREREQ(2, 35)
#pragma omp declare simd notinbranch
double exp(double x);
#pragma omp declare simd notinbranch
double log1p(double x);
#pragma omp declare simd notinbranch
double tanh(double x);
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#define VECTOR _Pragma("omp simd")
#endif
#endif
#ifndef WIDEST
#define WIDEST
#define VECTOR
#endif

WIDEST static void sigmoids(int32_t n, const double *z, double *a) {
    VECTOR
    for (int32_t i = 0; i < n; i++) {
        double e = exp(-fabs(z[i]));
        a[i] = (z[i] >= 0 ? 1 : e) / (1 + e);
    }
}

WIDEST static void tanhs(int32_t n, const double *z, double *a) {
    VECTOR
    for (int32_t i = 0; i < n; i++)
        a[i] = tanh(z[i]);
}

WIDEST static void losses(int32_t n, const double *z, const double *y, double *loss) {
    VECTOR
    for (int32_t i = 0; i < n; i++) {
        double positive = z[i] > 0 ? z[i] : 0, negative = z[i] < 0 ? -z[i] : 0;
        loss[i] = log1p(exp(-fabs(z[i]))) + ((1 - y[i]) * positive + y[i] * negative);
    }
}

enum { LANES = 8 };
typedef double lanes __attribute__((vector_size(LANES * sizeof(double))));

/* total + lost is the exact sum so far, but for roundings of what was lost. */
WIDEST static void sum_lanes(int32_t n, const double *x, double *totals, double *losts) {
    lanes total = {0}, lost = {0};
    for (int32_t i = 0; i + LANES <= n; i += LANES) {
        lanes term;
        memcpy(&term, x + i, sizeof term);
        lanes next = total + term;
        lanes added = next - total;
        lost += (total - (next - added)) + (term - added);
        total = next;
    }
    memcpy(totals, &total, sizeof total);
    memcpy(losts, &lost, sizeof lost);
}

gw_status gw_vector_activation(gw_activation g, int32_t n, const double *z, double *a) {
    if (z == NULL || a == NULL)
        return GW_NULL;
    if (n < 1)
        return GW_SHAPE;
    if ((unsigned)g >= GW_ACTIVATIONS)
        return GW_RANGE;
    if (g == GW_SIGMOID)
        sigmoids(n, z, a);
    else if (g == GW_TANH)
        tanhs(n, z, a);
    else
        for (int32_t i = 0; i < n; i++)
            a[i] = gw_activation_value(g, z[i]);
    return GW_OK;
}

gw_status gw_vector_loss(int32_t n, const double *z, const double *y, double *loss) {
    if (z == NULL || y == NULL || loss == NULL)
        return GW_NULL;
    if (n < 1)
        return GW_SHAPE;
    losses(n, z, y, loss);
    return GW_OK;
}

static void add(double term, double *total, double *lost) {
    double next = *total + term, added = next - *total;
    *lost += (*total - (next - added)) + (term - added);
    *total = next;
}

gw_status gw_vector_sum(int32_t n, const double *x, double *sum) {
    if (x == NULL || sum == NULL)
        return GW_NULL;
    if (n < 1)
        return GW_SHAPE;
    double totals[LANES], losts[LANES], total = 0, lost = 0;
    sum_lanes(n, x, totals, losts);
    for (int k = 0; k < LANES; k++) {
        add(totals[k], &total, &lost);
        lost += losts[k];
    }
    for (int32_t i = n - n % LANES; i < n; i++)
        add(x[i], &total, &lost);
    *sum = total + lost;
    return GW_OK;
}
