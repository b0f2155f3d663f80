/* Our functions beside SLEEF's deterministic ones, which are good to 1 ulp on every
 * machine: sleef
 *
 * A line a function: its name, and by how many ulp of SLEEF's value the two are at most
 * apart, at 2^20 points. Status 1 if it is more than both together promise. */
#include "elementwise.h"
#include "random.h"

#include <math.h>
#include <sleef.h>
#include <stdio.h>
#include <string.h>

enum { POINTS = 1 << 20, AT_ONCE = 1024 };

typedef struct {
    const char *name;
    gw_fast_function ours;
    double (*sleef)(double x);
    double from, to;
} pair;

/* They are declared to return a `const double`. */
#define SLEEF(name) (double (*)(double)) Sleef_cinz_##name##d1_u10purec

static const pair PAIRS[] = {
    {"exp", GW_FAST_EXP, SLEEF(exp), -708, 700},
    {"exp near 0", GW_FAST_EXP, SLEEF(exp), -2, 2},
    {"log", GW_FAST_LOG, SLEEF(log), 0, 10},
    {"log1p", GW_FAST_LOG1P, SLEEF(log1p), -1, 1},
    {"log1p far", GW_FAST_LOG1P, SLEEF(log1p), 0, 1e6},
    {"tanh", GW_FAST_TANH, SLEEF(tanh), -20, 20},
    {"tanh near 0", GW_FAST_TANH, SLEEF(tanh), -1e-3, 1e-3},
};
static const double PROMISED = 3 + 1;

static double ulps_apart(double a, double b) {
    return a == b ? 0 : fabs(a - b) / (nextafter(fabs(b), INFINITY) - fabs(b));
}

int main(void) {
    int status = 0;
    gw_random rng;
    gw_random_seed(&rng, 1);
    for (size_t k = 0; k < sizeof PAIRS / sizeof *PAIRS; k++) {
        double x[AT_ONCE], y[AT_ONCE], worst = 0;
        for (int i = 0; i < POINTS / AT_ONCE; i++) {
            for (int j = 0; j < AT_ONCE; j++)
                x[j] = PAIRS[k].from + (PAIRS[k].to - PAIRS[k].from) * gw_random_uniform(&rng);
            if (gw_fast_elementwise(PAIRS[k].ours, AT_ONCE, x, y) != GW_OK)
                return 2;
            for (int j = 0; j < AT_ONCE; j++)
                worst = fmax(worst, ulps_apart(y[j], PAIRS[k].sleef(x[j])));
        }
        printf("%s\t%.2f\n", PAIRS[k].name, worst);
        if (!(worst <= PROMISED))
            status = 1;
    }
    return fflush(stdout) == 0 ? status : 2;
}
