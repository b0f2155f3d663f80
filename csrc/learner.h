/* The learner: a program of some ten lines that learns from the flights of
 * data/oring.csv. Each chapter prints what it changes in it: chapter 1 fits one
 * number with a measured slope, chapter 8 trains on all examples at once; from
 * chapter 9 on it is the network of csrc/network.h.
 *
 * T and Y are rows (1, m): the temperature, scaled, and the label, 0 or 1, of m
 * flights. Every cost is a mean over them. */
#ifndef GW_LEARNER_H
#define GW_LEARNER_H

#include "matrix.h"

/* Chapter 1. The cost (1/m) Σ (c − y_i)² of answering c whatever the flight. */
GW_SHAPES(Y(1, m), J())
GW_NODISCARD gw_status gw_learner_share_cost(const gw_matrix *Y, double c, double *J);

/* Chapter 1. From c = 0, `steps` times against the slope of that cost by a tenth of
 * it; the slope is measured, by a central difference. GW_RANGE for steps < 0. */
GW_SHAPES(Y(1, m), share())
GW_NODISCARD gw_status gw_learner_share_measured(const gw_matrix *Y, int32_t steps, double *share);

/* Chapter 2. The same with the slope by the rules, (1/m) Σ 2(c − y_i). */
GW_SHAPES(Y(1, m), share())
GW_NODISCARD gw_status gw_learner_share(const gw_matrix *Y, int32_t steps, double *share);

/* What is made of z = wt + b, and what a wrong answer costs. */
typedef enum {
    GW_LEARNER_LINE = 0, /* chapter 3: z itself,  (z − y)²                       */
    GW_LEARNER_SIGMOID,  /* chapter 4: a = σ(z),  (a − y)²                       */
    GW_LEARNER_LOG_LOSS, /* chapter 6: a = σ(z),  −(y ln a + (1 − y) ln(1 − a))  */
    GW_LEARNER_KINDS     /* how many there are                                   */
} gw_learner_kind;

/* J(w, b), the mean of that over the flights, and dw = ∂J/∂w, db = ∂J/∂b. GW_RANGE
 * for an unknown kind, GW_NOT_FINITE where J or a slope is not finite. */
GW_SHAPES(T(1, m), Y(1, m), J())
GW_NODISCARD gw_status gw_learner_cost(gw_learner_kind kind, const gw_matrix *T, const gw_matrix *Y,
                                       double w, double b, double *J);
GW_SHAPES(T(1, m), Y(1, m), dw(), db())
GW_NODISCARD gw_status gw_learner_slopes(gw_learner_kind kind, const gw_matrix *T,
                                         const gw_matrix *Y, double w, double b, double *dw,
                                         double *db);

/* Chapter 5. Descends from parameters = (w, b) by rate α until the cost changes by
 * less than ε, or `most` steps are taken; *steps is how many were. GW_RANGE unless
 * α > 0, ε ≥ 0 and most ≥ 0, and for an unknown kind; GW_NOT_FINITE if the descent
 * leaves the numbers. */
GW_SHAPES(T(1, m), Y(1, m), parameters(1, 2), steps())
GW_NODISCARD gw_status gw_learner_descend(gw_learner_kind kind, const gw_matrix *T,
                                          const gw_matrix *Y, double alpha, double epsilon,
                                          int32_t most, gw_matrix *parameters, int32_t *steps);

/* Chapter 8. The same with the log loss, on m examples X of any number of features,
 * from w and b = 0, `steps` times; Z, dZ and dw are left filled. GW_RANGE unless
 * α > 0 and steps ≥ 0; GW_NOT_FINITE as above. */
GW_SHAPES(X(n, m), Y(1, m), Z(1, m), dZ(1, m), dw(n, 1), w(n, 1), b())
GW_NODISCARD gw_status gw_learner_train(const gw_matrix *X, const gw_matrix *Y, double alpha,
                                        int32_t steps, gw_matrix *Z, gw_matrix *dZ, gw_matrix *dw,
                                        gw_matrix *w, double *b);

#endif
