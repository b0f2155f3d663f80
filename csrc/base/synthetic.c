#include "synthetic.h"

#include <math.h>

#include "at.h"

gw_status gw_synthetic_flower(gw_random *rng, gw_matrix *X, gw_matrix *Y) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(X, 2, X->cols));
    GW_TRY(gw_matrix_check_shape(Y, 1, X->cols));
    if (rng == NULL)
        return GW_NULL;
    int32_t half = X->cols / 2;
    if (X->cols % 2 != 0 || half < 2)
        return GW_SHAPE;
    for (int32_t i = 0; i < X->cols; i++) {
        int32_t j = i / half;
        double along = (double)(i % half) / (half - 1);
        double t = 3.12 * (j + along) + 0.2 * gw_random_normal(rng);
        double r = 4 * sin(4 * t) + 0.2 * gw_random_normal(rng);
        at(X, 0, i) = r * sin(t);
        at(X, 1, i) = r * cos(t);
        at(Y, 0, i) = j;
    }
    return GW_OK;
}
