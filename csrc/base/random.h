/* Random numbers that are the same on every machine: integers inside, so that
 * a seed names one data set for ever. */
#ifndef GW_RANDOM_H
#define GW_RANDOM_H

#include "api.h"

/* xoshiro256** by Blackman & Vigna, ACM TOMS 47 (2021). */
typedef struct {
    uint64_t state[4];
} gw_random;

/* Fills the state from one number by splitmix64, as its authors advise. */
void gw_random_seed(gw_random *rng, uint64_t seed);

/* The next 64 bits. */
uint64_t gw_random_next(gw_random *rng);

/* Uniform on [0, 1), a multiple of 2⁻⁵³. */
double gw_random_uniform(gw_random *rng);

/* Standard normal, by Marsaglia's polar method (SIAM Review 6, 1964). */
double gw_random_normal(gw_random *rng);

/* A whole number from 0 to n − 1, n ≥ 1; every one equally likely. */
int32_t gw_random_below(gw_random *rng, int32_t n);

#endif
