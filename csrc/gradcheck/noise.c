#include "noise.h"
#include "constants.h"

#include <float.h>
#include <math.h>

/* One level: the differences of the differences, their σ, whether they change
 * sign, and how many vanish. */
typedef struct {
    double sigma;
    int changes_sign, zeros;
} level;

static level difference(double *d, int count, double gamma) {
    level found = {0, 0, 0};
    double sum = 0;
    int positive = 0, negative = 0;
    /* [difference] */
    for (int i = 0; i < count; i++) {
        d[i] = d[i + 1] - d[i];
        sum += d[i] * d[i];
        positive |= d[i] > 0;
        negative |= d[i] < 0;
        found.zeros += d[i] == 0;
    }
    found.sigma = sqrt(gamma * sum / count);
    /* [/difference] */
    found.changes_sign = positive && negative;
    return found;
}

gw_status gw_noise_estimate(const double *values, double *sigma, int32_t *advice) {
    if (values == NULL || sigma == NULL || advice == NULL)
        return GW_NULL;
    double d[GW_NOISE_VALUES];
    double scale =
        0; /* the differences are taken of f/scale, so that squares neither overflow nor vanish */
    for (int i = 0; i < GW_NOISE_VALUES; i++) {
        if (!isfinite(values[i]))
            return GW_NOT_FINITE;
        scale = fmax(scale, fabs(values[i]));
    }
    *sigma = 0;
    *advice = GW_NOISE_TOO_CLOSE;
    if (scale == 0)
        return GW_OK;
    for (int i = 0; i < GW_NOISE_VALUES; i++)
        d[i] = values[i] / scale;

    level at[GW_NOISE_LEVELS];
    double gamma = 1;
    for (int k = 1; k <= GW_NOISE_LEVELS; k++) {
        gamma *= 0.5 * k / (2 * k - 1); /* (k!)²/(2k)! from the one before */
        at[k - 1] = difference(d, GW_NOISE_VALUES - k, gamma);
    }
    for (int k = 0; k < GW_NOISE_LEVELS; k++)
        *sigma = fmax(*sigma, at[k].sigma * scale);
    if (at[0].zeros >= GW_NOISE_LEVELS / 2)
        return GW_OK;
    *advice = GW_NOISE_TOO_FAR;
    for (int k = 0; k + 2 < GW_NOISE_LEVELS; k++) {
        double low = fmin(at[k].sigma, fmin(at[k + 1].sigma, at[k + 2].sigma));
        double high = fmax(at[k].sigma, fmax(at[k + 1].sigma, at[k + 2].sigma));
        if (at[k].changes_sign && high <= LEVELS_AGREE * low) {
            *sigma = at[k].sigma * scale;
            *advice = GW_NOISE_FOUND;
            break;
        }
    }
    return GW_OK;
}

/* The largest number of which both are multiples, as far as `doubt` lets one see. */
static double common(double a, double b, double doubt) {
    while (b > doubt) {
        double rest = fabs(a - rint(a / b) * b);
        a = b;
        b = rest;
    }
    return a;
}

double gw_noise_quantum(const double *values) {
    double d[GW_NOISE_VALUES], largest = 0, quantum = 0;
    int different = 0;
    if (values == NULL)
        return 0;
    for (int i = 0; i < GW_NOISE_VALUES; i++) {
        d[i] = values[i];
        largest = fmax(largest, fabs(d[i]));
    }
    /* In the third differences a curve is gone, and of a line on equal spacing, whose
     * first ones are all multiples of a number too, nothing is left. */
    for (int k = 1; k <= 3; k++)
        (void)difference(d, GW_NOISE_VALUES - k, 1);
    double doubt = QUANTUM_DOUBT * DBL_EPSILON * largest;
    for (int i = 0; i < GW_NOISE_VALUES - 3; i++)
        if (fabs(d[i]) > doubt) {
            quantum = quantum > 0
                          ? common(fmax(quantum, fabs(d[i])), fmin(quantum, fabs(d[i])), doubt)
                          : fabs(d[i]);
            different++;
        }
    if (different < QUANTUM_SEEN || quantum <= QUANTUM_SHOWS * doubt)
        return 0;
    /* Of any numbers something is left in the end. It is their measure if they are multiples
     * of it: as many times as it is well enough known, or to the last place. */
    for (int i = 0; i < GW_NOISE_VALUES - 3; i++) {
        double times = rint(fabs(d[i]) / quantum);
        int is_known = times * QUANTUM_SHOWS * doubt < quantum;
        double rest = is_known ? doubt * fmax(times, 1) : doubt;
        if (fabs(fabs(d[i]) - times * quantum) > rest)
            return 0;
    }
    return quantum;
}
