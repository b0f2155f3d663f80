/* Two modes of the harness, for models in C that define more than they must: the
 * complex step, and equation by equation. gradcheck(1) describes both. */
#include "constants.h"
#include "harness.h"

#include <complex.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void needs(const char *mode, const char *function) {
    char text[160];
    snprintf(text, sizeof text, "--mode %s needs a function %s, which it does not define", mode,
             function);
    harness_stop("mode", text);
}

void harness_needs(const char *mode) {
    if (!strcmp(mode, "complex") && !gradcheck_cost_complex)
        needs(mode, "gradcheck_cost_complex");
    if (strcmp(mode, "equations") != 0)
        return;
    if (!gradcheck_equations)
        needs(mode, "gradcheck_equations");
    if (!gradcheck_equation)
        needs(mode, "gradcheck_equation");
    if (!gradcheck_cost_from)
        needs(mode, "gradcheck_cost_from");
}

/* The complex step: for an analytic J the imaginary part of J(θ + ih e_k) over h is
 * the slope, and no difference of near numbers (Squire & Trapp, SIAM Review 40, 1998).
 * Nothing is truncated; what it and the gradient may differ by is rounding. */

enum { SHRUNK = 6, AWAY = SHRUNK + 2 };
static double complex_slope(const double *at, double complex *z, int k) {
    double h = at[k] == 0 ? COMPLEX_STEP : fmax(COMPLEX_STEP * fabs(at[k]), 1e-200);
    z[k] = at[k] + h * I;
    double slope = cimag(gradcheck_cost_complex(z)) / h;
    z[k] = at[k];
    return slope;
}

/* Points whose slopes are compared: θ, three that differ by its rounding, six on the
 * way to the origin and beyond, as in slope.h, and two around it. They show what is
 * large here, where sums may cancel and units be saturated. */
typedef struct {
    double *at[1 + NEAR + AWAY];
    double complex *z[1 + NEAR + AWAY];
} surroundings;

static void surround(surroundings *s, const subject *theta, double unit, gw_random *rng) {
    static const double SHRINK[SHRUNK] = {-1, 0.5, -0.5, 0.125, -0.125, 1.0 / 64};
    for (int p = 0; p < 1 + NEAR + AWAY; p++) {
        s->at[p] = harness_memory((size_t)theta->size * sizeof(double));
        s->z[p] = harness_memory((size_t)theta->size * sizeof(double complex));
        for (int i = 0; i < theta->size; i++) {
            double x = theta->at[i], scale = fmax(1, fabs(x));
            if (p > NEAR + SHRUNK)
                x += scale * gw_random_normal(rng);
            else if (p > NEAR)
                x *= SHRINK[p - NEAR - 1];
            else if (p > 0)
                x += ROUNDING * unit * scale * (2 * gw_random_uniform(rng) - 1);
            s->at[p][i] = x;
            s->z[p][i] = x;
        }
    }
}

/* Is the twin the same function? */
static void compare_values(double J, double complex twin, double noise) {
    char text[160];
    if (isfinite(creal(twin)) && fabs(creal(twin) - J) <= SAME * noise && cimag(twin) == 0)
        return;
    if (isnan(creal(twin)) || isnan(cimag(twin)))
        harness_stop("twin", "gradcheck_cost_complex is NaN where gradcheck_cost is not");
    snprintf(
        text, sizeof text,
        "gradcheck_cost_complex is %.10g%+.3gi where gradcheck_cost is %.10g: they must be the "
        "same function",
        creal(twin), cimag(twin), J);
    harness_stop("twin", text);
}

void harness_confirm(subject *theta, gw_random *rng) {
    gw_gradcheck_summary r;
    surroundings s;
    memcpy(theta->copy, theta->at, (size_t)theta->size * sizeof(double));
    double J = gradcheck_cost(theta->copy);
    harness_must(gw_gradcheck_result(theta->check, &r));
    double noise = fmax(r.noise, fmax(DBL_EPSILON * fabs(J), DBL_MIN));
    /* What J is computed in: in float, so is the gradient. */
    double unit = J != 0 ? fmin(noise / fabs(J), MOST_UNIT) : DBL_EPSILON;
    surround(&s, theta, unit, rng);
    compare_values(J, gradcheck_cost_complex(s.z[0]), noise);
    for (int k = 0; k < theta->size; k++) {
        double slope = complex_slope(s.at[0], s.z[0], k), analytic = theta->gradient[k];
        double spread = 0, around = 0;
        for (int p = 1; p <= NEAR; p++)
            spread = fmax(spread, fabs(complex_slope(s.at[p], s.z[p], k) - slope));
        double bound = ROUNDING * unit * fmax(fabs(analytic), fabs(slope)) + SEEN * spread;
        if (fabs(analytic - slope) > bound) { /* saturated here, and large around? */
            for (int p = NEAR + 1; p < 1 + NEAR + AWAY; p++) {
                double far = fabs(complex_slope(s.at[p], s.z[p], k));
                around = isfinite(far) ? fmax(around, far) : around;
            }
            bound += ROUNDING * unit * around;
        }
        harness_must(gw_gradcheck_confirm(theta->check, k, slope, bound));
    }
    for (int p = 0; p < 1 + NEAR + AWAY; p++) {
        free(s.at[p]);
        free(s.z[p]);
    }
}

/* Equation by equation: the gradient with respect to each intermediate, from the
 * cost back, judged by J with that intermediate moved and all before it left alone. */

/* An intermediate of more entries is a slip of the pen. */
enum { MOST = 10000000 };

static gw_gradcheck_block named[MAX_BLOCKS]; /* as they follow one another */
static gw_gradcheck_block alone[MAX_BLOCKS]; /* each from entry 0 */
static subject equation[MAX_BLOCKS];
static gw_verdict verdict[MAX_BLOCKS];
static int equations;

void harness_read_equations(int theta_blocks, const gw_gradcheck_block *theta_block) {
    char text[160];
    const char *said = gradcheck_equations();
    harness_read_blocks("gradcheck_equations", said ? said : "", named, &equations);
    if (equations == 0)
        harness_stop("mode", "gradcheck_equations names no intermediate");
    for (int e = 0; e < equations; e++) {
        for (int b = 0; b < theta_blocks; b++)
            if (!strcmp(named[e].name, theta_block[b].name)) {
                snprintf(text, sizeof text, "%s is both a parameter and an intermediate",
                         named[e].name);
                harness_stop("blocks", text);
            }
        if ((long long)named[e].rows * named[e].cols > MOST) {
            snprintf(text, sizeof text,
                     "there is not enough memory for an intermediate %s of %dx%d", named[e].name,
                     named[e].rows, named[e].cols);
            harness_stop("memory", text);
        }
        alone[e] = named[e];
        alone[e].first = 0;
        subject *s = &equation[e];
        *s = (subject){
            .equation = e, .size = alone[e].rows * alone[e].cols, .blocks = 1, .block = &alone[e]};
        s->at = harness_memory((size_t)s->size * sizeof(double));
        s->copy = harness_memory((size_t)s->size * sizeof(double));
        s->gradient = harness_memory((size_t)s->size * sizeof(double));
    }
}

/* The values of an intermediate must be those that lead to J. */
static void compare_costs(const subject *s, double J, double noise) {
    char text[200];
    for (int i = 0; i < s->size; i++)
        if (!isfinite(s->at[i])) {
            snprintf(text, sizeof text, "gradcheck_equation gives no finite number for %s",
                     s->block->name);
            harness_stop("equation", text);
        }
    memcpy(s->copy, s->at, (size_t)s->size * sizeof(double));
    double from = harness_cost(s, s->copy);
    if (fabs(from - J) <= SAME * noise)
        return;
    snprintf(text, sizeof text,
             "gradcheck_cost_from gives %.10g for %s as gradcheck_equation has it, where "
             "gradcheck_cost is %.10g",
             from, s->block->name, J);
    harness_stop("equation", text);
}

void harness_equations(subject *theta, uint64_t seed, int explain) {
    gw_gradcheck_summary r;
    memcpy(theta->copy, theta->at, (size_t)theta->size * sizeof(double));
    double J = gradcheck_cost(theta->copy);
    harness_run(theta, seed, GW_GRADCHECK_ENTRIES);
    harness_must(gw_gradcheck_result(theta->check, &r));
    double noise = fmax(r.noise, fmax(DBL_EPSILON * fabs(J), DBL_MIN));
    for (int e = equations - 1; e >= 0; e--) {
        subject *s = &equation[e];
        s->theta = theta->at;
        harness_gradient(s);
        compare_costs(s, J, noise);
        harness_run(s, seed, s->size > MANY ? GW_GRADCHECK_DIRECTIONS : GW_GRADCHECK_ENTRIES);
        harness_must(gw_gradcheck_result(s->check, &r));
        verdict[e] = r.verdict;
    }
    harness_update(theta, seed);
    for (int e = equations - 1; e >= 0; e--)
        harness_report(&equation[e], explain);
    harness_report(theta, explain);
}

/* Do the values of an intermediate depend on block b of θ? */
static int depends(const subject *s, const subject *theta, int b) {
    int moved = 0;
    size_t bytes = (size_t)s->size * sizeof(double);
    double *value = harness_memory(bytes), *gradient = harness_memory(bytes);
    memcpy(theta->copy, theta->at, (size_t)theta->size * sizeof(double));
    const gw_gradcheck_block *block = &theta->block[b];
    for (int i = block->first; i < block->first + block->rows * block->cols; i++)
        theta->copy[i] += (i % 2 ? 0.125 : -0.25) * fmax(1, fabs(theta->at[i]));
    gradcheck_equation(s->equation, theta->copy, value, gradient);
    for (int i = 0; i < s->size; i++)
        moved |= value[i] != s->at[i];
    free(value);
    free(gradient);
    return moved;
}

static void blame(const char *key, const char *text, const char *name) {
    fprintf(harness_out, "diagnosis\t%s\t", key);
    fprintf(harness_out, text, name);
    fputc('\n', harness_out);
}

int harness_blame(const subject *s, int b) {
    gw_gradcheck_summary r;
    int known = 1, before = 0; /* are those behind it right? are there any? */
    harness_must(gw_gradcheck_block_result(s->check, b, &r));
    if (equations == 0 || r.verdict != GW_FAIL)
        return 0;
    for (int e = equations - 1; e > s->equation; e--) {
        if (s->equation < 0 && !depends(&equation[e], s, b))
            continue;
        before++;
        if (verdict[e] == GW_FAIL) {
            blame("follows", "It is computed from d%s, which is wrong: mend that first.",
                  named[e].name);
            return 1;
        }
        known &= verdict[e] == GW_PASS;
    }
    blame("first-wrong",
          !known   ? "The equation of d%s is the first that is known to be wrong."
          : before ? "The equation of d%s itself is wrong: all that it is computed from is right."
                   : "The equation of d%s itself is wrong: it is the first, counted from the cost "
                     "back.",
          s->block[b].name);
    return 0;
}
