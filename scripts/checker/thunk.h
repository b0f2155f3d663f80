/* What the parts of the thunk share: vectors with guards, and what the model's outputs are. */
#ifndef GRADCHECK_THUNK_H
#define GRADCHECK_THUNK_H

#include <stdint.h>
#include <stdio.h>

#include "model.h"

/* What nobody defines, neither the model nor its libraries, is taken from missing.a, where it
 * lies between these two. A weak reference would not do: it brings no member of an archive. */
__attribute__((weak)) extern const char __start_gradcheck_missing[], __stop_gradcheck_missing[];

static inline int thunk_is_there(uintptr_t function) {
    return function < (uintptr_t)__start_gradcheck_missing ||
           function >= (uintptr_t)__stop_gradcheck_missing;
}

#define HAS(name) thunk_is_there((uintptr_t)gradcheck_##name)

/* Numbers, with room for so many and none more, so that a step outside is seen. */
typedef struct {
    double *data;
    int size;
} thunk_vector;

/* Ends the answer with what is wrong, and the program. */
_Noreturn void thunk_stop(const char *text);

/* Memory that is zero, or the end. */
void *thunk_memory(size_t count, size_t size);

void thunk_resize(thunk_vector *v, int size);
double *thunk_copied(thunk_vector *to, const thunk_vector *from);

/* Room with guards on both sides, that are 1 and then 0. */
double *thunk_guarded(thunk_vector *v, int size, double fill);
int thunk_writes_outside(const thunk_vector *v, double fill);

/* Refuses a model without a function that something else needs. */
void thunk_needs(int is_there, const char *what, const char *function);

/* Says what is checked of a model with so many parameters: "cost 1 hessian 2", say. */
void thunk_list_outputs(FILE *out, int thetas);

/* From here on cost and gradient are about that output of this name. */
void thunk_choose(const char *name, int number);

/* The parameters for a point that was asked about. */
void thunk_place(thunk_vector *theta, const thunk_vector *point);

/* Output and gradient, of so many numbers, there; what is not written is NaN, or `fill`. */
double thunk_cost(const double *theta, int *is_outside);
double *thunk_gradient(const double *theta, double fill, int *size, int *is_outside);

#endif
