/* Chapter 11. A mistake of csrc/bank/mistakes.h in one of the six equations alone, and
 * what the bank adds to the cost. */
#ifndef GW_PLANTED_H
#define GW_PLANTED_H

#include "backprop.h"

/* The six equations of csrc/backprop.h by what they compute, in their order. */
typedef enum {
    GW_EQUATION_ALL = 0, /* a mistake in all that it changes */
    GW_EQUATION_DZ2,
    GW_EQUATION_DW2,
    GW_EQUATION_DB2,
    GW_EQUATION_DZ1,
    GW_EQUATION_DW1,
    GW_EQUATION_DB1,
    GW_EQUATIONS /* how many there are, with ALL */
} gw_equation;

/* Plants in `gradient`, which is right, what one equation computes in `mistaken`. What
 * follows from dZ2 or dZ1 is computed anew from the mistaken one, as chapter 10 does
 * and with the regulariser's (λ/m) W; all else stays right. `pass` is the forward pass of
 * net. ALL copies `mistaken`. GW_RANGE for an unknown equation, and the errors of
 * gw_network_check. */
GW_NODISCARD gw_status gw_planted(gw_equation equation, const gw_network *net,
                                  const gw_network_pass *pass, double lambda,
                                  const gw_network_gradient *mistaken,
                                  gw_network_gradient *gradient);

/* (λ/2m) (‖W1‖² + ‖W2‖²), what the bank's gradients have the cost with; of a network that
 * fits (gw_network_check), on m examples. */
double gw_planted_regulariser(const gw_network *net, double lambda, int32_t m);

#endif
