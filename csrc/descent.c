#include "descent.h"

#include <math.h>

#include "at.h"

/* [bowl] */
static double bowl(double w) {
    return w * w + 12;
}

static double bowl_slope(double w) {
    return 2 * w;
}
/* [/bowl] */

/* [hills] */
static double hills(double w) {
    return w * w / 5 + 2 * sin(2 * w) + 3;
}

static double hills_slope(double w) {
    return 2 * w / 5 + 4 * cos(2 * w);
}
/* [/hills] */

static const struct {
    double (*value)(double);
    double (*slope)(double);
} TERRAIN[GW_TERRAINS] = {
    [GW_BOWL] = {bowl, bowl_slope},
    [GW_HILLS] = {hills, hills_slope},
};

static int known(gw_terrain terrain) {
    return (unsigned)terrain < GW_TERRAINS;
}

double gw_descent_value(gw_terrain terrain, double w) {
    return known(terrain) ? TERRAIN[terrain].value(w) : NAN;
}

double gw_descent_slope(gw_terrain terrain, double w) {
    return known(terrain) ? TERRAIN[terrain].slope(w) : NAN;
}

/* [update] */
double gw_descent_update(double w, double dw, double alpha) {
    return w - alpha * dw;
}
/* [/update] */

/* [settled] */
int32_t gw_descent_settled(double before, double after, double epsilon) {
    return fabs(after - before) < epsilon;
}
/* [/settled] */

const char *gw_ending_text(gw_ending ending) {
    switch (ending) {
    case GW_SETTLED:
        return "the cost has settled";
    case GW_OUT_OF_STEPS:
        return "the steps ran out while the cost still moved";
    case GW_DIVERGED:
        return "the cost rises step after step";
    }
    return "not an ending of a descent";
}

/* What one descends on: a formula, or where there is none a terrain. */
typedef struct {
    gw_terrain terrain;
    const gw_formula *formula;
} curve;

static double value(const curve *J, double w) {
    return J->formula ? gw_formula_value(J->formula, w) : gw_descent_value(J->terrain, w);
}

static double slope(const curve *J, double w) {
    return J->formula ? gw_formula_slope(J->formula, w) : gw_descent_slope(J->terrain, w);
}

static gw_status descend(const curve *J, double start, double alpha, double epsilon,
                         gw_matrix *path, int32_t *steps, int32_t *ending) {
    GW_TRY(gw_matrix_check(path));
    GW_TRY(gw_matrix_check_shape(path, 2, path->cols));
    if (steps == NULL || ending == NULL)
        return GW_NULL;
    if (!(alpha > 0) || !(epsilon >= 0))
        return GW_RANGE;
    if (!isfinite(start) || !isfinite(value(J, start)))
        return GW_NOT_FINITE;
    double w = start, before = value(J, start);
    at(path, 0, 0) = w;
    at(path, 1, 0) = before;
    *steps = 0;
    *ending = GW_OUT_OF_STEPS;
    /* [run] */
    int32_t rises = 0;
    while (*ending == GW_OUT_OF_STEPS && *steps + 1 < path->cols) {
        double dw = slope(J, w);
        w = gw_descent_update(w, dw, alpha);
        double after = value(J, w);
        if (!isfinite(after)) { /* this step is not kept: it leads nowhere */
            *ending = GW_DIVERGED;
            break;
        }

        ++*steps;
        at(path, 0, *steps) = w;
        at(path, 1, *steps) = after;
        rises = after > before ? rises + 1 : 0;
        if (gw_descent_settled(before, after, epsilon))
            *ending = GW_SETTLED;
        else if (rises == GW_RISES)
            *ending = GW_DIVERGED;
        before = after;
    }
    /* [/run] */
    return GW_OK;
}

gw_status gw_descent_run(gw_terrain terrain, double start, double alpha, double epsilon,
                         gw_matrix *path, int32_t *steps, int32_t *ending) {
    if (!known(terrain))
        return GW_RANGE;
    return descend(&(curve){terrain, NULL}, start, alpha, epsilon, path, steps, ending);
}

gw_status gw_descent_run_formula(const gw_formula *J, double start, double alpha, double epsilon,
                                 gw_matrix *path, int32_t *steps, int32_t *ending) {
    if (J == NULL)
        return GW_NULL;
    return descend(&(curve){GW_TERRAINS, J}, start, alpha, epsilon, path, steps, ending);
}
