/* Exercise 0.2: the line through two points
 *
 *     y = w x + b
 *
 * Given two points of a line, (x1, y1) and (x2, y2), and a place x: return y, the
 * height of the line at x. The two points are never one above the other: x1 and x2
 * differ.
 *
 * Worked: line_through(1, 4, 3, 10, 5) = 16
 */
#include "exercise.h"

double line_through(double x1, double y1, double x2, double y2, double x) {
    return 0; /* your lines */
}
