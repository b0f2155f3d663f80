#include "vector_math.h"

#include "elementwise.h"
#include "kernel.h"

#include <string.h>

/* GCC compiles a copy for each width; the order of the sums is the same in all. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__)
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDEST
#endif

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

static gw_status check(gw_activation g, int32_t n, const double *z, const double *other) {
    if (z == NULL || other == NULL)
        return GW_NULL;
    if (n < 1)
        return GW_SHAPE;
    return (unsigned)g < GW_ACTIVATIONS ? GW_OK : GW_RANGE;
}

gw_status gw_vector_activation(gw_activation g, int32_t n, const double *z, double *a) {
    GW_TRY(check(g, n, z, a));
    if (g == GW_SIGMOID)
        return gw_fast_elementwise(GW_FAST_SIGMOID, n, z, a);
    if (g == GW_TANH)
        return gw_fast_elementwise(GW_FAST_TANH, n, z, a);
    for (int32_t i = 0; i < n; i++)
        a[i] = gw_activation_value(g, z[i]);
    return GW_OK;
}

enum { BLOCK = 256 }; /* numbers that are kept beside */

gw_status gw_vector_backward(gw_activation g, int32_t n, const double *z, double *d) {
    GW_TRY(check(g, n, z, d));
    if (g != GW_TANH) {
        for (int32_t i = 0; i < n; i++)
            d[i] *= gw_activation_slope(g, z[i]);
        return GW_OK;
    }
    double slopes[BLOCK];
    for (int32_t first = 0; first < n; first += BLOCK) {
        int32_t count = n - first < BLOCK ? n - first : BLOCK;
        GW_TRY(gw_fast_elementwise(GW_FAST_TANH_SLOPE, count, z + first, slopes));
        for (int32_t i = 0; i < count; i++)
            d[first + i] *= slopes[i];
    }
    return GW_OK;
}

gw_status gw_vector_loss(int32_t n, const double *z, const double *y, double *loss) {
    if (z == NULL || y == NULL || loss == NULL)
        return GW_NULL;
    if (n < 1)
        return GW_SHAPE;
    unsigned before = gw_ieee_begin();
    gw_kernel_used()->losses(n, z, y, loss);
    gw_ieee_end(before);
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
