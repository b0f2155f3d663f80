#include "autodiff.h"

#include "at.h"
#include "elementary.h"

/* How many nodes an operation reads, and what it costs an entry (a product: an entry and
 * a term of its sum): operations for the value, and more for tangent and adjoint. */
static const struct {
    int reads, values, forward, reverse;
} OPERATION[GW_TAPE_OPERATIONS] = {
    [GW_TAPE_INPUT] = {0, 0, 0, 0},    [GW_TAPE_ADD] = {2, 1, 1, 2},
    [GW_TAPE_SUBTRACT] = {2, 1, 1, 2}, [GW_TAPE_MULTIPLY] = {2, 1, 3, 4},
    [GW_TAPE_DIVIDE] = {2, 1, 3, 5},   [GW_TAPE_EXP] = {1, 1, 1, 2},
    [GW_TAPE_LOG] = {1, 1, 1, 2},      [GW_TAPE_TANH] = {1, 1, 3, 4},
    [GW_TAPE_PRODUCT] = {2, 2, 4, 4},  [GW_TAPE_SUM] = {1, 1, 1, 1},
};

static int same_shape(const gw_matrix *A, const gw_matrix *B) {
    return A->rows == B->rows && A->cols == B->cols;
}

/* May A and B stand beside each other in C, entry by entry? */
static int broadcasts(int32_t a, int32_t b, int32_t c) {
    return (a == c && b == c) || (a == c && b == 1) || (a == 1 && b == c);
}

static int fits(const gw_tape_node *node, const gw_matrix *A, const gw_matrix *B) {
    const gw_matrix *C = &node->value;
    switch (node->operation) {
    case GW_TAPE_INPUT:
        return 1;
    case GW_TAPE_PRODUCT:
        return A->cols == B->rows && C->rows == A->rows && C->cols == B->cols;
    case GW_TAPE_SUM:
        return C->rows == 1 && C->cols == 1;
    default:
        if (OPERATION[node->operation].reads == 1)
            return same_shape(C, A);
        return broadcasts(A->rows, B->rows, C->rows) && broadcasts(A->cols, B->cols, C->cols);
    }
}

static gw_status check_node(const gw_tape_node *tape, int32_t i) {
    const gw_tape_node *node = &tape[i];
    if ((unsigned)node->operation >= GW_TAPE_OPERATIONS)
        return GW_RANGE;
    int reads = OPERATION[node->operation].reads;
    if ((reads >= 1 && (node->left < 0 || node->left >= i)) ||
        (reads >= 2 && (node->right < 0 || node->right >= i)))
        return GW_RANGE;
    GW_TRY(gw_matrix_check(&node->value));
    if ((node->tangent.data != NULL && !same_shape(&node->tangent, &node->value)) ||
        (node->adjoint.data != NULL && !same_shape(&node->adjoint, &node->value)))
        return GW_SHAPE;
    const gw_matrix *A = reads >= 1 ? &tape[node->left].value : NULL;
    const gw_matrix *B = reads >= 2 ? &tape[node->right].value : NULL;
    return fits(node, A, B) ? GW_OK : GW_SHAPE;
}

gw_status gw_tape_check(const gw_tape_node *tape, int32_t count) {
    if (tape == NULL)
        return GW_NULL;
    if (count < 1)
        return GW_RANGE;
    for (int32_t i = 0; i < count; i++)
        GW_TRY(check_node(tape, i));
    return GW_OK;
}

/* The entry of B that belongs to the entry (i, j) of what B is broadcast to. */
static double *beside(const gw_matrix *B, int32_t i, int32_t j) {
    return gw_matrix_at(B, B->rows == 1 ? 0 : i, B->cols == 1 ? 0 : j);
}

/* [dual] */
static gw_dual add(gw_dual a, gw_dual b) {
    return (gw_dual){a.value + b.value, a.slope + b.slope};
}

static gw_dual subtract(gw_dual a, gw_dual b) {
    return (gw_dual){a.value - b.value, a.slope - b.slope};
}

static gw_dual multiply(gw_dual a, gw_dual b) {
    return (gw_dual){a.value * b.value, a.slope * b.value + a.value * b.slope};
}

static gw_dual divide(gw_dual a, gw_dual b) {
    double quotient = a.value / b.value;
    return (gw_dual){quotient, (a.slope - quotient * b.slope) / b.value};
}

static gw_dual exponential(gw_dual a) {
    double e = exp(a.value);
    return (gw_dual){e, e * a.slope};
}

static gw_dual logarithm(gw_dual a) {
    return (gw_dual){log(a.value), a.slope / a.value};
}

static gw_dual hyperbolic_tangent(gw_dual a) {
    double t = tanh(a.value);
    return (gw_dual){t, (1 - t * t) * a.slope};
}
/* [/dual] */

static gw_dual apply(gw_tape_operation operation, gw_dual a, gw_dual b) {
    switch (operation) {
    case GW_TAPE_ADD:
        return add(a, b);
    case GW_TAPE_SUBTRACT:
        return subtract(a, b);
    case GW_TAPE_MULTIPLY:
        return multiply(a, b);
    case GW_TAPE_DIVIDE:
        return divide(a, b);
    case GW_TAPE_EXP:
        return exponential(a);
    case GW_TAPE_LOG:
        return logarithm(a);
    case GW_TAPE_TANH:
        return hyperbolic_tangent(a);
    default: /* the others are no operation on single entries */
        return a;
    }
}

/* A node's entry as a dual number. */
static gw_dual read_entry(const gw_tape_node *node, int32_t i, int32_t j) {
    return (gw_dual){*beside(&node->value, i, j),
                     node->tangent.data == NULL ? 0 : *beside(&node->tangent, i, j)};
}

static void write_entry(gw_tape_node *node, int32_t i, int32_t j, gw_dual d) {
    at(&node->value, i, j) = d.value;
    if (node->tangent.data != NULL)
        at(&node->tangent, i, j) = d.slope;
}

static gw_dual entry_of(const gw_tape_node *tape, const gw_tape_node *node, int32_t i, int32_t j) {
    const gw_tape_node *A = &tape[node->left], *B = &tape[node->right];
    gw_dual sum = {0, 0};
    switch (node->operation) {
    case GW_TAPE_PRODUCT:
        for (int32_t k = 0; k < A->value.cols; k++)
            sum = add(sum, multiply(read_entry(A, i, k), read_entry(B, k, j)));
        return sum;
    case GW_TAPE_SUM:
        for (int32_t r = 0; r < A->value.rows; r++)
            for (int32_t c = 0; c < A->value.cols; c++)
                sum = add(sum, read_entry(A, r, c));
        return sum;
    default:
        return apply(node->operation, read_entry(A, i, j),
                     OPERATION[node->operation].reads == 2 ? read_entry(B, i, j) : sum);
    }
}

gw_status gw_tape_forward(gw_tape_node *tape, int32_t count, int32_t first) {
    GW_TRY(gw_tape_check(tape, count));
    if (first < 0 || first > count)
        return GW_RANGE;
    for (int32_t k = first; k < count; k++) {
        gw_tape_node *node = &tape[k];
        if (node->operation != GW_TAPE_INPUT)
            for (int32_t i = 0; i < node->value.rows; i++)
                for (int32_t j = 0; j < node->value.cols; j++)
                    write_entry(node, i, j, entry_of(tape, node, i, j));
        GW_TRY(gw_matrix_check_finite(&node->value));
    }
    return GW_OK;
}

/* A product has its own rule: dA += dC Bᵀ and dB += Aᵀ dC. */
static void pass_back_product(gw_tape_node *A, gw_tape_node *B, const gw_matrix *dC) {
    /* [product] */
    for (int32_t i = 0; i < dC->rows; i++)
        for (int32_t j = 0; j < dC->cols; j++)
            for (int32_t k = 0; k < A->value.cols; k++) {
                at(&A->adjoint, i, k) += at(dC, i, j) * at(&B->value, k, j);
                at(&B->adjoint, k, j) += at(&A->value, i, k) * at(dC, i, j);
            }
    /* [/product] */
}

/* Adds to the adjoints of what one entry has read: its own, d, times its slope with
 * respect to each. c is its value, a and b are theirs. */
static void pass_back_entry(gw_tape_operation operation, double d, double c, double a, double b,
                            double *da, double *db) {
    switch (operation) {
    /* [back] */
    case GW_TAPE_ADD:
        *da += d;
        *db += d;
        break;
    case GW_TAPE_SUBTRACT:
        *da += d;
        *db -= d;
        break;
    case GW_TAPE_MULTIPLY:
        *da += d * b;
        *db += d * a;
        break;
    case GW_TAPE_DIVIDE:
        *da += d / b;
        *db -= d * c / b;
        break;
    case GW_TAPE_EXP:
        *da += d * c;
        break;
    case GW_TAPE_LOG:
        *da += d / a;
        break;
    case GW_TAPE_TANH:
        *da += d * (1 - c * c);
        break;
    /* [/back] */
    default: /* the others are no operation on single entries */
        break;
    }
}

static void pass_back(gw_tape_node *tape, const gw_tape_node *node) {
    if (node->operation == GW_TAPE_INPUT)
        return;
    gw_tape_node *A = &tape[node->left];
    gw_tape_node *B = OPERATION[node->operation].reads == 2 ? &tape[node->right] : A;
    if (node->operation == GW_TAPE_PRODUCT) {
        pass_back_product(A, B, &node->adjoint);
        return;
    }
    const gw_matrix *d = &node->adjoint;
    if (node->operation == GW_TAPE_SUM) {
        for (int32_t i = 0; i < A->value.rows; i++)
            for (int32_t j = 0; j < A->value.cols; j++)
                at(&A->adjoint, i, j) += at(d, 0, 0);
        return;
    }
    for (int32_t i = 0; i < d->rows; i++)
        for (int32_t j = 0; j < d->cols; j++)
            pass_back_entry(node->operation, at(d, i, j), at(&node->value, i, j),
                            *beside(&A->value, i, j), *beside(&B->value, i, j),
                            beside(&A->adjoint, i, j), beside(&B->adjoint, i, j));
}

gw_status gw_tape_reverse(gw_tape_node *tape, int32_t count) {
    GW_TRY(gw_tape_check(tape, count));
    const gw_tape_node *J = &tape[count - 1];
    if (J->value.rows != 1 || J->value.cols != 1)
        return GW_SHAPE;
    for (int32_t i = 0; i < count; i++)
        GW_TRY(gw_matrix_check(&tape[i].adjoint));
    /* [reverse] */
    for (int32_t i = 0; i < count; i++)
        GW_TRY(gw_matrix_fill(&tape[i].adjoint, 0));
    at(&J->adjoint, 0, 0) = 1; /* dJ/dJ */
    for (int32_t i = count - 1; i >= 0; i--) {
        GW_TRY(gw_matrix_check_finite(&tape[i].adjoint));
        pass_back(tape, &tape[i]);
    }
    /* [/reverse] */
    return GW_OK;
}

gw_status gw_tape_count(const gw_tape_node *tape, int32_t count, gw_tape_work *work) {
    if (work == NULL)
        return GW_NULL;
    GW_TRY(gw_tape_check(tape, count));
    gw_tape_work sum = {0, 0, 0, 0};
    for (int32_t i = 0; i < count; i++) {
        const gw_tape_node *node = &tape[i];
        double entries = (double)node->value.rows * node->value.cols, times = entries;
        sum.numbers += 2 * entries; /* a value and an adjoint each */
        if (node->operation == GW_TAPE_PRODUCT)
            times *= tape[node->left].value.cols;
        if (node->operation == GW_TAPE_SUM)
            times = (double)tape[node->left].value.rows * tape[node->left].value.cols;
        sum.values += times * OPERATION[node->operation].values;
        sum.forward += times * OPERATION[node->operation].forward;
        sum.reverse += times * OPERATION[node->operation].reverse;
    }
    *work = sum;
    return GW_OK;
}
