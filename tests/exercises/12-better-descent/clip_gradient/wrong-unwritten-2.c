/* Exercise 12.1: a gradient on a leash
 *
 *     length = √(dP[0]² + dP[1]² + … + dP[n−1]²)
 *
 * dP and clipped are lists of n numbers. A gradient that is longer than c is
 * shortened to the length c and keeps its direction; any other stays as it is.
 * Given dP, n and c (above 0), put the result into clipped, and leave dP alone.
 *
 * Worked: clip_gradient((3, 0, −4, 0), 4, 1, clipped) fills clipped with: 0.6, 0, −0.8, 0
 */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double length = 0;
    for (int i = 0; i < n; i++)
        length += pow(dP[i], 2);
    length = sqrt(length);
    if (length <= c)
        return; /* short enough: not touched */
    for (int i = 0; i < n; i++)
        clipped[i] = dP[i] / length * c;
}
