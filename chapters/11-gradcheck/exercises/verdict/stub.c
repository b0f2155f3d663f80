/* Exercise 11.2: three verdicts
 *
 * Given your slope (analytic), the measured one (numeric), and how wrong the
 * measured one can be (bound, never negative), return, in this order:
 *
 *      0  undecided: numeric or bound is not a number (NaN): nothing was measured
 *     −1  fail:      analytic is NaN, or farther than 3 bounds from numeric
 *      1  pass:      they differ by a bound at most, and the bound is at most a
 *                    hundredth of numeric's size: two digits are verified
 *      0  undecided: all the rest
 *
 * isnan(x) is true if x is NaN; fabs(x) is x without its sign.
 *
 * Worked: verdict(0.501, 0.502, 0.002) = 1
 */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    return 0; /* a checker that never says anything */
}
