/* Of the thunk: which of a model's outputs is the cost now, and its gradient. There is
 * nothing here that judges. */
#include "thunk.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static int thetas, outputs;

/* Which function's derivative is checked, and which of its outputs is the cost now. The
 * mixed ones are products with a vector whose entries are all other than 0: the cost is uᵀf
 * there, or an output at θ + (s − 1) v for the only parameter s. */
static enum { COST, JACOBIAN, VJP, JVP, HESSIAN, VJP_MIXED, JVP_MIXED, PARTS } part;
static const char *const PART[PARTS] = {"cost",    "jacobian",  "vjp",      "jvp",
                                        "hessian", "vjp-mixed", "jvp-mixed"};
static int count_of[PARTS], output;

/* Where a gradient was asked last, and the u or v of what is mixed now. */
static thunk_vector last, mixed;

void thunk_needs(int is_there, const char *what, const char *function) {
    char text[160];
    snprintf(text, sizeof text, "%s a function %s, which it does not define", what, function);
    if (!is_there)
        thunk_stop(text);
}

void thunk_list_outputs(FILE *out, int size) {
    thetas = size;
    int has_product = HAS(jacobian) || HAS(vjp) || HAS(jvp);
    int has_cost = HAS(cost) || !(HAS(values) || has_product || HAS(hessian));
    if (HAS(values) || has_product) {
        thunk_needs(HAS(values), "a Jacobian needs", "gradcheck_values");
        thunk_needs(HAS(outputs), "gradcheck_values needs", "gradcheck_outputs");
        thunk_needs(has_product, "gradcheck_values needs",
                    "gradcheck_jacobian, gradcheck_vjp or gradcheck_jvp");
        outputs = gradcheck_outputs();
        if (outputs < 1)
            thunk_stop("gradcheck_outputs gives no number from 1 up");
    }
    thunk_needs(!has_cost || HAS(cost), "it needs", "gradcheck_cost");
    thunk_needs(!(has_cost || HAS(hessian)) || HAS(gradient), "it needs", "gradcheck_gradient");
    int rows = HAS(hessian) && thetas > outputs ? thetas : outputs;
    if (thetas > 0 && rows > (INT_MAX - 1024) / thetas)
        thunk_stop("there is not enough memory for a matrix of so many outputs and parameters");
    memcpy(count_of,
           (int[PARTS]){[COST] = has_cost,
                        [JACOBIAN] = HAS(jacobian) ? outputs : 0,
                        [VJP] = HAS(vjp) ? outputs : 0,
                        [JVP] = HAS(jvp) ? outputs : 0,
                        [HESSIAN] = HAS(hessian) ? thetas : 0,
                        [VJP_MIXED] = HAS(vjp),
                        [JVP_MIXED] = HAS(jvp) ? outputs : 0},
           sizeof count_of);
    for (int k = 0; k < PARTS; k++)
        if (count_of[k] > 0)
            fprintf(out, " %s %d", PART[k], count_of[k]);
}

/* Numbers of both signs, from a half to three halves in size, times `unit`, if there is one,
 * entry by entry: of the minimal standard generator of Park and Miller. */
static void mix(thunk_vector *v, int size, const thunk_vector *unit) {
    int64_t state = 1;
    thunk_resize(v, size);
    for (int i = 0; i < size; i++) {
        state = 16807 * state % 2147483647;
        double x = (double)state / 2147483647 - 0.5;
        v->data[i] = x < 0 ? x - 0.5 : x + 0.5;
        if (unit != NULL && unit->data[i] != 0)
            v->data[i] *= fabs(unit->data[i]);
    }
}

void thunk_choose(const char *name, int number) {
    for (part = 0; part < PARTS; part++) {
        size_t length = strlen(PART[part]);
        if (!strncmp(name, PART[part], length) && name[length] == ' ')
            break;
    }
    output = number - 1;
    if (part == PARTS || output < 0 || output >= count_of[part])
        thunk_stop("it has no such output");
    if (last.data == NULL && part >= VJP_MIXED)
        thunk_stop("it was asked for no gradient yet");
    if (part == VJP_MIXED)
        mix(&mixed, outputs, NULL);
    else if (part == JVP_MIXED)
        mix(&mixed, thetas, &last);
}

void thunk_place(thunk_vector *theta, const thunk_vector *point) {
    if (part != JVP_MIXED) {
        thunk_copied(theta, point);
        return;
    }
    thunk_copied(theta, &last);
    for (int i = 0; i < thetas; i++)
        theta->data[i] += (point->data[0] - 1) * mixed.data[i];
}

double thunk_cost(const double *theta, int *is_outside) {
    static thunk_vector values;
    if (part == COST)
        return gradcheck_cost(theta);
    double *v = thunk_guarded(&values, part == HESSIAN ? thetas : outputs, NAN), sum = 0;
    (part == HESSIAN ? gradcheck_gradient : gradcheck_values)(theta, v);
    *is_outside |= thunk_writes_outside(&values, NAN);
    for (int r = 0; part == VJP_MIXED && r < outputs; r++)
        sum += mixed.data[r] * v[r];
    return part == VJP_MIXED ? sum : v[output];
}

/* Products are taken with this times a unit vector, and divided by it, which is exact: one
 * that is not linear in its vector shows. */
static const double UNIT = -2;

double *thunk_gradient(const double *theta, double fill, int *size, int *is_outside) {
    static thunk_vector buffer, unit, row;
    *size = part == JVP_MIXED ? 1 : thetas;
    if (part < VJP_MIXED) {
        thunk_resize(&last, thetas);
        memcpy(last.data, theta, (size_t)thetas * sizeof(double));
    }
    if (part == COST || part == JACOBIAN || part == HESSIAN) {
        int rows = part == JACOBIAN ? outputs : part == HESSIAN ? thetas : 1;
        double *g = thunk_guarded(&buffer, rows * thetas, fill);
        (part == COST       ? gradcheck_gradient
         : part == JACOBIAN ? gradcheck_jacobian
                            : gradcheck_hessian)(theta, g);
        *is_outside = thunk_writes_outside(&buffer, fill);
        return g + (size_t)output * (size_t)thetas;
    }
    int is_vjp = part == VJP || part == VJP_MIXED;
    int products = part == JVP ? thetas : 1;
    thunk_resize(&row, thetas);
    thunk_resize(&unit, is_vjp ? outputs : thetas);
    for (int j = 0; j < products; j++) {
        double by = part >= VJP_MIXED ? 1 : UNIT;
        memset(unit.data, 0, (size_t)unit.size * sizeof(double));
        if (part >= VJP_MIXED)
            thunk_copied(&unit, &mixed);
        else
            unit.data[part == VJP ? output : j] = by;
        double *g = thunk_guarded(&buffer, is_vjp ? thetas : outputs, by * fill);
        (is_vjp ? gradcheck_vjp : gradcheck_jvp)(theta, unit.data, g);
        *is_outside |= thunk_writes_outside(&buffer, by * fill);
        if (!is_vjp)
            row.data[j] = g[output] / by;
        for (int i = 0; is_vjp && i < thetas; i++)
            row.data[i] = g[i] / by;
    }
    return row.data;
}
