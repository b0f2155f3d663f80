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

/* The sets of points that there are, all within about 4 of the middle. With N = m/2
 * examples for each class j = 0, 1, q = 0 … 1 in equal steps, and noise · N(0, 1) added
 * to each of two numbers: to t and r of the flower, to x1 and x2 of the others.
 *
 *     flower   that above
 *     moons    (2.5 cos πq − 1.25, 2.5 sin πq − 0.6), and the same turned by π
 *     circles  radius 4 and 2, all round
 *     xor      x1 and x2 of up to 4, in quadrants that touch in the middle only:
 *              of different signs for j = 0, of equal ones for j = 1
 *     spirals  r (sin t, cos t) with r = 4 (q + 0.1)/1.1, t = 5q + πj */
typedef enum {
    GW_SET_FLOWER = 0,
    GW_SET_MOONS,
    GW_SET_CIRCLES,
    GW_SET_XOR,
    GW_SET_SPIRALS,
    GW_SETS /* how many there are */
} gw_set;

/* m such examples. GW_RANGE for an unknown set, a noise below 0 or one that is not
 * finite; GW_SHAPE for an odd m or one below 4. */
GW_SHAPES(X(2, m), Y(1, m))
GW_NODISCARD gw_status gw_synthetic_set(gw_set set, gw_random *rng, double noise, gw_matrix *X,
                                        gw_matrix *Y);

#endif
