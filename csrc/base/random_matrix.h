/* Random numbers in matrices. */
#ifndef GW_RANDOM_MATRIX_H
#define GW_RANDOM_MATRIX_H

#include "matrix.h"
#include "random.h"

/* M_ij ~ scale · N(0, 1), row by row. */
GW_SHAPES(M(n, m))
GW_NODISCARD gw_status gw_random_fill_normal(gw_random *rng, double scale, gw_matrix *M);

/* M_ij ~ U[low, high), row by row. */
GW_SHAPES(M(n, m))
GW_NODISCARD gw_status gw_random_fill_uniform(gw_random *rng, double low, double high,
                                              gw_matrix *M);

/* order := a random permutation of 0 … m − 1 (Fisher & Yates), as doubles. */
GW_SHAPES(order(1, m))
GW_NODISCARD gw_status gw_random_permutation(gw_random *rng, gw_matrix *order);

#endif
