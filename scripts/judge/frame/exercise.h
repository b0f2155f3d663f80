/* What an exercise may use: the mathematics of C, the matrix of chapters 9 and
 * 10, and random numbers. */
#ifndef EXERCISE_H
#define EXERCISE_H

#include <math.h>
#include <stdio.h>

#ifndef M_PI
#define M_PI 3.14159265358979323846
#endif

/* A table of numbers. at(W, i, j) is the number in row i and column j, counted
 * from 0, to read and to write; W->rows and W->cols say how many there are. */
typedef struct {
    int rows, cols;
    double *data;
} matrix;

#define at(M, i, j) (*matrix_at((M), (i), (j), #M, __LINE__))

double *matrix_at(const matrix *M, int i, int j, const char *name, int line);

/* Another random number at each call, from N(0, 1). */
double random_normal(void);

#endif
