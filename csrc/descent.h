/* Chapter 5. Gradient descent in one dimension: w := w − α dw, the rule that
 * stops it, and what becomes of a learning rate α that is too large. */
#ifndef GW_DESCENT_H
#define GW_DESCENT_H

#include "formula.h"
#include "matrix.h"

/* The two costs of the chapter. */
typedef enum {
    GW_BOWL = 0, /* L(w) = w² + 12: one minimum, at 0                      */
    GW_HILLS,    /* J(w) = w²/5 + 2 sin 2w + 3: a bowl with hills in it     */
    GW_TERRAINS  /* how many there are                                      */
} gw_terrain;

/* The cost at w, and its derivative: dL/dw = 2w, dJ/dw = 2w/5 + 4 cos 2w. NaN
 * for a terrain that is none of the list. */
double gw_descent_value(gw_terrain terrain, double w);
double gw_descent_slope(gw_terrain terrain, double w);

/* One update, w − α dw. */
double gw_descent_update(double w, double dw, double alpha);

/* The stop rule: 1 if |after − before| < ε, else 0. */
int32_t gw_descent_settled(double before, double after, double epsilon);

/* How a descent came to its end. */
typedef enum {
    GW_SETTLED = 0,  /* the cost changed by less than ε */
    GW_OUT_OF_STEPS, /* it still moved when the steps ran out */
    GW_DIVERGED      /* the cost rose GW_RISES times in a row, or left the numbers */
} gw_ending;
enum { GW_RISES = 5 };

/* The sentence for an ending; never NULL. */
const char *gw_ending_text(gw_ending ending);

/* Descends from `start` by rate α until the stop rule says so, it diverges, or
 * the path is full. Column i of the path holds w_i and the cost there, so that
 * there is room for n − 1 steps; *steps is how many were taken, columns beyond
 * are left alone. *ending is a gw_ending: to diverge is an answer, not an
 * error. GW_RANGE unless α > 0, ε ≥ 0 and the terrain is known; GW_NOT_FINITE
 * if the start, or the cost there, is not. */
GW_SHAPES(path(2, n), steps(), ending())
GW_NODISCARD gw_status gw_descent_run(gw_terrain terrain, double start, double alpha,
                                      double epsilon, gw_matrix *path, int32_t *steps,
                                      int32_t *ending);

/* The same on a curve that is typed in, J(w) as a formula in x (formula.h). */
GW_SHAPES(path(2, n), steps(), ending())
GW_NODISCARD gw_status gw_descent_run_formula(const gw_formula *J, double start, double alpha,
                                              double epsilon, gw_matrix *path, int32_t *steps,
                                              int32_t *ending);

#endif
