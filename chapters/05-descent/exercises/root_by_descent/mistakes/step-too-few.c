/* this is one step too few: a loop from 0 while i < n makes n rounds, from 1 one less */
#include "exercise.h"

double root_by_descent(double s, double w, double alpha, int n) {
    for (int i = 1; i < n; i++)
        w -= alpha * (pow(w, 2) - s);
    return w;
}
