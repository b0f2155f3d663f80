#include "cholesky.h"

#include <float.h>
#include <math.h>

#include "at.h"

gw_status gw_cholesky_factor(const gw_matrix *H, gw_matrix *L) {
    GW_TRY(gw_matrix_check(H));
    GW_TRY(gw_matrix_check(L));
    GW_TRY(gw_matrix_check_shape(H, H->rows, H->rows));
    GW_TRY(gw_matrix_check_shape(L, H->rows, H->rows));
    GW_TRY(gw_matrix_fill(L, 0));
    /* [factor] */
    int32_t n = H->rows;
    for (int32_t j = 0; j < n; j++)
        for (int32_t i = j; i < n; i++) {
            double left = at(H, i, j);
            for (int32_t k = 0; k < j; k++)
                left -= at(L, i, k) * at(L, j, k);
            if (i > j) {
                at(L, i, j) = left / at(L, j, j);
                continue;
            }
            if (!(left > n * DBL_EPSILON * at(H, j, j)))
                return GW_SINGULAR;
            at(L, j, j) = sqrt(left);
        }
    /* [/factor] */
    return gw_matrix_check_finite(L);
}

gw_status gw_cholesky_solve(const gw_matrix *L, const gw_matrix *r, gw_matrix *x) {
    GW_TRY(gw_matrix_check(L));
    GW_TRY(gw_matrix_check_shape(L, L->rows, L->rows));
    GW_TRY(gw_matrix_check_shape(r, L->rows, 1));
    GW_TRY(gw_matrix_check_shape(x, L->rows, 1));
    int32_t n = L->rows;
    for (int32_t i = 0; i < n; i++)
        if (at(L, i, i) == 0)
            return GW_SINGULAR;
    /* [solve] */
    for (int32_t i = 0; i < n; i++) { /* L y = r */
        double left = at(r, i, 0);
        for (int32_t k = 0; k < i; k++)
            left -= at(L, i, k) * at(x, k, 0);
        at(x, i, 0) = left / at(L, i, i);
    }
    for (int32_t i = n - 1; i >= 0; i--) { /* Lᵀ x = y */
        double left = at(x, i, 0);
        for (int32_t k = i + 1; k < n; k++)
            left -= at(L, k, i) * at(x, k, 0);
        at(x, i, 0) = left / at(L, i, i);
    }
    /* [/solve] */
    return gw_matrix_check_finite(x);
}
