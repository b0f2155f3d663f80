/* Exercise 12.3: a step by the largest gradient
 *
 *     V := β₁ V + (1 − β₁) dP          a running mean, as in Adam
 *     U := the larger of β₂ U and |dP| a fading record, where Adam has S
 *     P := P − α V̂ / U                 V̂ (V hat) is V in Adam's fair form
 *
 * Given alpha, beta1, beta2, the number t of this step (1 is the first), dP (never
 * 0), and in *V, *U and *P the numbers before the step, put the new ones there.
 *
 * Worked: adamax_step(0.1, 0.5, 0.5, 2, −3, &V, &U, &P) where they are −1, 4, 3: −2, 3, 3.08889
 */
#include "exercise.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P) {
    /* *V, *U and *P are the three numbers: read them, and then change them */
}
