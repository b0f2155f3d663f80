/* What an exercise's judge declares: chapters/NN-slug/exercises/NAME/judge.c
 * defines `exercise`, and judge.c does the rest.
 *
 * Inputs and outputs are blocks of numbers: x[0][0] is the first number of the
 * first input. Each block has memory of its own, so that a step outside is seen. */
#ifndef JUDGE_H
#define JUDGE_H

#include "exercise.h"

enum { JUDGE_BLOCKS = 8, JUDGE_MISTAKES = 24, JUDGE_EXAMPLE = 80 };

/* A named block; 0 rows or columns mean 1. */
typedef struct {
    const char *name;
    int rows, cols;
} judge_block;

/* A function from the inputs to the outputs. */
typedef void judge_function(double *const *x, double *const *y);

/* A known mistake: what it would answer. */
typedef struct {
    const char *key, *text;
    judge_function *answer;
} judge_mistake;

typedef struct {
    judge_block inputs[JUDGE_BLOCKS], outputs[JUDGE_BLOCKS];
    double example[JUDGE_EXAMPLE];  /* the inputs of the worked number, block by block */
    double low, high;               /* other inputs are drawn between these, */
    void (*draw)(double *const *x); /* and then may be changed here */
    judge_function *answer;         /* calls the reader's function */
    int examples;                   /* m, so that a factor can be read as 1/m; or 0 */
    int random;                     /* the function may answer differently when asked again */

    /* One of these judges it: */
    double (*cost)(double *const *x); /* output k is ∂cost/∂(input k), by the gradient checker */
    double (*integrand)(double *const *x); /* ∂(the answer)/∂(the first input) is this */
    judge_function *expected;              /* a plain oracle, to `accuracy` */
    /* What property fails, as "sentence" or "KEY\tsentence"; or NULL. */
    const char *(*broken)(double *const *x, double *const *y);

    /* Calls the reader's function with other sizes: what is wrong then, or NULL. */
    const char *(*other_sizes)(void);

    double accuracy; /* of expected, as a part of the block's largest; 0 means 1e-9 */
    judge_mistake mistakes[JUDGE_MISTAKES];
} judge_exercise;

extern const judge_exercise exercise;

/* A matrix whose numbers are those of a block. */
matrix judge_matrix(double *block, int rows, int cols);

/* Uniform between two numbers; the same in every run. */
double judge_uniform(double low, double high);

#endif
