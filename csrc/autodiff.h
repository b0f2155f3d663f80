/* Chapter 13. Automatic differentiation: the derivatives of a program, exact to
 * rounding, from the derivatives of the few operations that it is made of.
 *
 * A tape is the record of a computation, operation by operation: the graph of
 * csrc/one_example.h, with a matrix in each node. Two walks along it:
 *
 *   forward mode   from the first node to the last, a dual number v + v'ε with
 *                  ε² = 0 in each entry: v' is the derivative with respect to one
 *                  chosen input. One walk gives one column of the Jacobian.
 *   reverse mode   values forwards, then adjoints from the last node to the first:
 *                  the adjoint of v is ∂J/∂v. One walk gives the whole gradient of
 *                  a number J, and needs the values of all nodes.
 *
 * Source: Griewank and Walther, Evaluating Derivatives, 2nd ed., SIAM 2008, ch. 3. */
#ifndef GW_AUTODIFF_H
#define GW_AUTODIFF_H

#include "matrix.h"

/* A dual number: a value, and its derivative with respect to the chosen input. */
typedef struct {
    double value, slope;
} gw_dual;

/* What a node computes of `left` A and `right` B. Entry by entry, one of them may have a
 * single row or column where the other has many: it is then broadcast. */
typedef enum {
    GW_TAPE_INPUT = 0, /* nothing: numbers from outside         */
    GW_TAPE_ADD,       /* A + B                                 */
    GW_TAPE_SUBTRACT,  /* A − B                                 */
    GW_TAPE_MULTIPLY,  /* A ∘ B                                 */
    GW_TAPE_DIVIDE,    /* A / B, entry by entry                 */
    GW_TAPE_EXP,       /* exp A                                 */
    GW_TAPE_LOG,       /* ln A                                  */
    GW_TAPE_TANH,      /* tanh A                                */
    GW_TAPE_PRODUCT,   /* A B, the matrix product               */
    GW_TAPE_SUM,       /* Σ of all entries of A, a 1x1 matrix   */
    GW_TAPE_OPERATIONS /* how many there are                    */
} gw_tape_operation;

/* One operation of a tape. The three matrices have one shape. Without memory (data
 * is NULL) a node has no tangents, or no adjoints, and the walk that needs them
 * takes its tangents for 0, or refuses. */
typedef struct {
    gw_tape_operation operation;
    int32_t left, right; /* indices of the nodes read; unused ones are free */
    gw_matrix value;     /* by the forward walk; of an input, by the caller */
    gw_matrix tangent;   /* likewise: the slopes of the dual numbers */
    gw_matrix adjoint;   /* by the reverse walk: ∂J/∂value */
} gw_tape_node;

/* GW_NULL for no tape or a value without memory; GW_RANGE for an empty tape, an unknown
 * operation, or a node that reads itself or a later one; GW_SHAPE for a node whose
 * matrices do not fit what it reads, or each other. */
GW_SHAPES(tape(count))
GW_NODISCARD gw_status gw_tape_check(const gw_tape_node *tape, int32_t count);

/* Values, and tangents where there is memory for them, from node `first` to the end.
 * GW_NOT_FINITE for a value that is not; the nodes before it are then computed. */
GW_SHAPES(tape(count))
GW_NODISCARD gw_status gw_tape_forward(gw_tape_node *tape, int32_t count, int32_t first);

/* Adjoints from the last node, J, whose own is 1, to the first; after the forward walk.
 * GW_SHAPE where J is not one number, GW_NULL for a node without adjoints,
 * GW_NOT_FINITE for an adjoint that is not. */
GW_SHAPES(tape(count))
GW_NODISCARD gw_status gw_tape_reverse(gw_tape_node *tape, int32_t count);

/* How many operations on numbers (+, −, ×, ÷, exp, ln, tanh) the values take, one walk
 * of forward mode takes besides, and one of reverse mode; and how many numbers the
 * nodes hold for the last: memory. The tape must be one that gw_tape_check accepts. */
typedef struct {
    double values, forward, reverse, numbers; /* whole, and exact to 2⁵³ */
} gw_tape_work;
GW_SHAPES(tape(count), work())
GW_NODISCARD gw_status gw_tape_count(const gw_tape_node *tape, int32_t count, gw_tape_work *work);

#endif
