/* Data sets made of random numbers: the same for a seed on every machine. */
#ifndef GW_SYNTHETIC_H
#define GW_SYNTHETIC_H

#include "matrix.h"
#include "random.h"

/* Two classes of petals in the plane, which no line parts: the flower of Andrew
 * Ng's course Neural Networks and Deep Learning (DeepLearning.AI). For class
 * j = 0, 1 and N = m/2 examples each,
 *     t = 3.12 j … 3.12 (j + 1) in equal steps, plus 0.2 N(0, 1),
 *     r = 4 sin(4t) + 0.2 N(0, 1),   x = (r sin t, r cos t),   y = j.
 * GW_SHAPE for an odd m or one below 4. */
GW_SHAPES(X(2, m), Y(1, m))
GW_NODISCARD gw_status gw_synthetic_flower(gw_random *rng, gw_matrix *X, gw_matrix *Y);

#endif
