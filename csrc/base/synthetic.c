#include "synthetic.h"

#include "at.h"
#include "elementary.h"

static const double PI = 3.141592653589793;

/* Example i of class j; q goes from 0 to 1 along the class. */
static void example(gw_set set, gw_random *rng, double noise, int32_t i, int32_t j, double q,
                    double x[2]) {
    double side = j == 0 ? 1 : -1, t, r;
    switch (set) {
    case GW_SET_FLOWER:
        t = 3.12 * (j + q) + noise * gw_random_normal(rng);
        r = 4 * sin(4 * t) + noise * gw_random_normal(rng);
        x[0] = r * sin(t);
        x[1] = r * cos(t);
        return;
    case GW_SET_MOONS:
        x[0] = side * (2.5 * cos(PI * q) - 1.25);
        x[1] = side * (2.5 * sin(PI * q) - 0.6);
        break;
    case GW_SET_CIRCLES:
        x[0] = (3 + side) * sin(2 * PI * q);
        x[1] = (3 + side) * cos(2 * PI * q);
        break;
    case GW_SET_XOR:
        x[0] = (i % 2 == 0 ? 4 : -4) * gw_random_uniform(rng);
        x[1] = (i % 2 == 0 ? -4 : 4) * side * gw_random_uniform(rng);
        break;
    default:
        t = 5 * q + PI * j;
        r = 4 * (q + 0.1) / 1.1;
        x[0] = r * sin(t);
        x[1] = r * cos(t);
        break;
    }
    for (int k = 0; k < 2; k++)
        x[k] += noise * gw_random_normal(rng);
}

gw_status gw_synthetic_set(gw_set set, gw_random *rng, double noise, gw_matrix *X, gw_matrix *Y) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(X, 2, X->cols));
    GW_TRY(gw_matrix_check_shape(Y, 1, X->cols));
    if (rng == NULL)
        return GW_NULL;
    if ((unsigned)set >= GW_SETS || !(noise >= 0 && isfinite(noise)))
        return GW_RANGE;
    int32_t half = X->cols / 2;
    if (X->cols % 2 != 0 || half < 2)
        return GW_SHAPE;
    for (int32_t i = 0; i < X->cols; i++) {
        double x[2];
        example(set, rng, noise, i, i / half, (double)(i % half) / (half - 1), x);
        at(X, 0, i) = x[0];
        at(X, 1, i) = x[1];
        at(Y, 0, i) = i / half;
    }
    return GW_OK;
}

gw_status gw_synthetic_flower(gw_random *rng, gw_matrix *X, gw_matrix *Y) {
    return gw_synthetic_set(GW_SET_FLOWER, rng, 0.2, X, Y);
}
