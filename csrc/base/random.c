#include "random.h"

#include "elementary.h"

static uint64_t splitmix64(uint64_t *state) {
    uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

void gw_random_seed(gw_random *rng, uint64_t seed) {
    for (int i = 0; i < 4; i++)
        rng->state[i] = splitmix64(&seed);
}

static uint64_t rotate_left(uint64_t x, int k) {
    return (x << k) | (x >> (64 - k));
}

uint64_t gw_random_next(gw_random *rng) {
    uint64_t *s = rng->state;
    uint64_t result = rotate_left(s[1] * 5, 7) * 9;
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate_left(s[3], 45);
    return result;
}

double gw_random_uniform(gw_random *rng) {
    return (double)(gw_random_next(rng) >> 11) * 0x1p-53;
}

double gw_random_normal(gw_random *rng) {
    for (;;) {
        double u = 2 * gw_random_uniform(rng) - 1;
        double v = 2 * gw_random_uniform(rng) - 1;
        double s = u * u + v * v;
        if (s > 0 && s < 1)
            return u * sqrt(-2 * log(s) / s);
    }
}

int32_t gw_random_below(gw_random *rng, int32_t n) {
    /* The top of the range that does not divide evenly is drawn again. */
    uint64_t size = n > 0 ? (uint64_t)n : 1;
    uint64_t limit = UINT64_MAX - UINT64_MAX % size;
    uint64_t x;
    do
        x = gw_random_next(rng);
    while (x >= limit);
    return (int32_t)(x % size);
}
