/* Chapter 11. The bank of mistakes of csrc/bank/mistakes.h, for logistic regression:
 * chapter 8's gradient with each classic mistake planted.
 *
 * The cost is J + (λ/2m) ‖w‖²; λ = 0 leaves the regulariser out. */
#ifndef GW_MISTAKES_LOGISTIC_H
#define GW_MISTAKES_LOGISTIC_H

#include "matrix.h"

typedef enum {
    GW_LOGISTIC_MISTAKE_NONE = 0, /* the right gradient */
    GW_LOGISTIC_MISTAKE_SIGN,
    GW_LOGISTIC_MISTAKE_MISSING_MEAN,
    GW_LOGISTIC_MISTAKE_MISSING_MEAN_BIAS,
    GW_LOGISTIC_MISTAKE_DOUBLE_MEAN,
    GW_LOGISTIC_MISTAKE_MEAN_OVER_M_MINUS_1,
    GW_LOGISTIC_MISTAKE_HALF,
    GW_LOGISTIC_MISTAKE_LABELS_FLIPPED,
    GW_LOGISTIC_MISTAKE_SIGMOID_DERIVATIVE_TWICE,
    GW_LOGISTIC_MISTAKE_FIRST_EXAMPLE_ONLY,
    GW_LOGISTIC_MISTAKE_LAST_EXAMPLE_ONLY,
    GW_LOGISTIC_MISTAKE_LAST_EXAMPLE_MISSING,
    GW_LOGISTIC_MISTAKE_ZERO_BIAS,
    GW_LOGISTIC_MISTAKE_REGULARISER_MISSING,
    GW_LOGISTIC_MISTAKE_REGULARISER_ON_BIAS,
    GW_LOGISTIC_MISTAKE_REGULARISER_WITHOUT_MEAN,
    GW_LOGISTIC_MISTAKE_SHIFTED,
    GW_LOGISTIC_MISTAKE_SINGLE_ENTRY,
    GW_LOGISTIC_MISTAKE_ACCUMULATED,
    GW_LOGISTIC_MISTAKE_INPUT_FORGOTTEN,
    GW_LOGISTIC_MISTAKE_ACTIVATION_MISSING,
    GW_LOGISTIC_MISTAKE_HARD_PREDICTION,
    GW_LOGISTIC_MISTAKES /* how many there are */
} gw_logistic_mistake;

/* The stable key, "missing-mean"; tests/gradcheck/zoo/mistakes.tsv says how it comes about. */
const char *gw_logistic_mistake_key(gw_logistic_mistake mistake);

/* The gradient of the cost above, with the mistake in it. Z and dZ are left as
 * the mistaken code had them. GW_RANGE for an unknown mistake. */
GW_SHAPES(X(n, m), Y(1, m), w(n, 1), Z(1, m), dZ(1, m), dw(n, 1))
GW_NODISCARD gw_status gw_mistakes_logistic(gw_logistic_mistake mistake, const gw_matrix *X,
                                            const gw_matrix *Y, const gw_matrix *w, double b,
                                            double lambda, gw_matrix *Z, gw_matrix *dZ,
                                            gw_matrix *dw, double *db);

#endif
