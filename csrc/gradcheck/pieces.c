/* What the noise line says of slopes: that of J is the one that longer steps saw, or that of a
 * piece of something, which they do not see. */
#include "constants.h"
#include "state.h"

#include <float.h>
#include <math.h>

enum { HALF = LINE_SPAN / 2, PAIRS = HALF + FAR_PAIRS };

/* One standard deviation of a value of the line, whatever its slopes: the middle one of its
 * third differences, which are not all at a corner. */
static double middle_noise(const gw_gradcheck *c) {
    enum { COUNT = GW_NOISE_VALUES - 3 };
    static const double MIDDLE = 0.6745; /* of the magnitudes of N(0, 1) */
    double d[COUNT] = {0};
    for (int i = 0; i < COUNT; i++) {
        const double *v = c->values + i;
        double next = fabs(v[3] - 3 * v[2] + 3 * v[1] - v[0]);
        int k = i;
        for (; k > 0 && d[k - 1] > next; k--)
            d[k] = d[k - 1];
        d[k] = next;
    }
    double ulp = nextafter(fabs(c->base), INFINITY) - fabs(c->base);
    return fmax((d[COUNT / 2 - 1] + d[COUNT / 2]) / 2 / (MIDDLE * sqrt(20)), ulp / sqrt(12));
}

/* The values of the line without θ's own: where they are, in spacings, and their odd and even
 * parts; and by how much they stray, one standard deviation, from the parabola of least squares:
 * NaN where some are in another pattern. */
typedef struct {
    double at[PAIRS], odd[PAIRS], even[PAIRS], strays;
} line_fit;

static line_fit fit_parabola(const gw_gradcheck *c) {
    line_fit f;
    double ones = 1, squares = 0, fourths = 0; /* of the places, with θ; and their products */
    double values = 0, moments = 0, bends = 0; /* with the values */
    for (int k = 0; k < PAIRS; k++) {
        double minus = k < HALF ? c->values[HALF - 1 - k] : c->far[k - HALF][0];
        double plus = k < HALF ? c->values[HALF + 1 + k] : c->far[k - HALF][1];
        double square = pow(f.at[k] = k < HALF ? k + 1 : GW_FAR[k - HALF], 2);
        f.odd[k] = (plus - minus) / 2;
        f.even[k] = (plus - c->base) / 2 + (minus - c->base) / 2;
        ones += 2;
        squares += 2 * square;
        fourths += 2 * square * square;
        moments += 2 * f.at[k] * f.odd[k];
        values += 2 * f.even[k];
        bends += 2 * square * f.even[k];
    }
    double curve = (ones * bends - squares * values) / (ones * fourths - squares * squares);
    double offset = (values - curve * squares) / ones, slope = moments / squares;
    double strays = offset * offset;
    for (int k = 0; k < PAIRS; k++)
        strays += 2 * pow(f.odd[k] - slope * f.at[k], 2) +
                  2 * pow(f.even[k] - offset - curve * f.at[k] * f.at[k], 2);
    f.strays = sqrt(strays / (ones - 3));
    return f;
}

double gw_gradcheck_strays(const gw_gradcheck *c) {
    return fit_parabola(c).strays;
}

double gw_gradcheck_bend_of_pieces(const gw_gradcheck *c, double sigma) {
    if (sigma > QUIET * DBL_EPSILON * fabs(c->base))
        return 0; /* noise that is no rounding comes in steps */
    line_fit f = fit_parabola(c);
    if (!(f.strays > STRAYS * middle_noise(c)))
        return 0;
    double corner = 0, near = 0, far = f.even[PAIRS - 1] / pow(f.at[PAIRS - 1], 2);
    for (int k = 0; k < HALF; k++) {
        corner += f.at[k] * (f.even[k] - far * f.at[k] * f.at[k]);
        near += f.at[k] * f.at[k];
    }
    return fmax(fabs(corner) / (near * c->spacing), DBL_MIN);
}

gw_addition gw_gradcheck_add_up(const gw_gradcheck *c) {
    double sum = 0;
    gw_addition a = {0, 0, 0};
    for (int32_t b = 0; b < c->blocks; b++) {
        const block_state *block = &c->block[b];
        int32_t first = block->block.first, n = gw_gradcheck_block_size(&block->block);
        for (int32_t i = first; i < first + n; i++) {
            double along = gw_gradcheck_along(c, block, i);
            sum += along * c->entry[i].numeric;
            a.error += fabs(along) * c->entry[i].bound;
            a.sizes += fabs(along * c->entry[i].numeric);
        }
    }
    a.apart = fabs(sum - c->line_slope);
    return a;
}

/* A ripple between the two does not show in values further away. Where a bound is infinite,
 * that entry is undecided. */
int gw_gradcheck_adds_up(const gw_gradcheck *c, const gw_addition *a) {
    double error =
        a->error + c->line_error + a->sizes * DBL_EPSILON / c->line_spacing; /* θ's own */
    return !(a->apart > CLEARLY * error + FINE * a->sizes);
}

/* By less than that the line may still say that it has another slope, or no smooth one: then it
 * lies on pieces of a table, which are too flat to rise above the rounding of J anywhere else.
 * What longer steps saw is the slope of the whole; that of J is as far away as the line says. Noise
 * that is louder than rounding comes in steps, θ is rounded on the line too, and a line may have no
 * slope at all, if the cost is the same all along: of these more than a little is not clear. */
void gw_gradcheck_look_for_pieces(gw_gradcheck *c) {
    gw_addition a = gw_gradcheck_add_up(c);
    int quiet = c->noise <= QUIET * DBL_EPSILON * fabs(c->base);
    double off = a.apart - a.error, noise = KAPPA * c->line_noise;
    int more = quiet && isfinite(c->line_error) && gw_gradcheck_adds_up(c, &a) &&
               off > a.sizes * DBL_EPSILON / c->line_spacing;
    if (off > APART * c->line_noise && (a.apart <= FINE * a.sizes || more))
        c->piece = fmax(c->piece, a.apart + noise);
    if (quiet && fmax(off, c->bend) <= FINE * a.sizes &&
        (off > PERHAPS * c->line_noise || c->bend > 0))
        c->doubt = fmax(c->doubt, fmax(a.apart, c->bend) + noise);
}

void gw_gradcheck_count_pieces(gw_gradcheck *c, const block_state *block, int32_t i) {
    gw_gradcheck_entry *e = &c->entry[i];
    if (e->verdict == GW_UNDECIDED || e->cause != GW_CAUSE_NONE)
        return;
    double size = fmax(fabs(e->analytic), SMALL * gw_gradcheck_size(c, block, i));
    double unit = fabs(gw_gradcheck_along(c, block, i)), off = fabs(e->analytic - e->numeric);
    e->bound += c->piece / unit;
    double wider = fmax(e->bound, fmin(e->bound + c->doubt / unit, FINE * size));
    int known =
        e->verdict == GW_PASS ? e->bound <= LOOSE * size : off > CLEARLY * e->bound && off > wider;
    e->bound = wider;
    if (!known) {
        e->bound = fmax(e->bound, off);
        e->verdict = GW_UNDECIDED;
        e->cause = GW_CAUSE_UNSETTLED;
    }
    e->digits = e->verdict == GW_PASS ? fmax(0, log10(size / e->bound)) : 0;
}
