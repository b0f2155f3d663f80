/* Answers the checker's questions for a model in C, line by line; gradcheck(1) says
 * which there are. scripts/gradcheck compiles it together with a reader's own file.
 * There is nothing here that judges. */
#define _GNU_SOURCE
#include <complex.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model.h"

/* What may be missing. */
#pragma weak gradcheck_cost
#pragma weak gradcheck_gradient
#pragma weak gradcheck_outputs
#pragma weak gradcheck_values
#pragma weak gradcheck_jacobian
#pragma weak gradcheck_vjp
#pragma weak gradcheck_jvp
#pragma weak gradcheck_hessian
#pragma weak gradcheck_point
#pragma weak gradcheck_blocks
#pragma weak gradcheck_examples
#pragma weak gradcheck_pattern
#pragma weak gradcheck_alpha
#pragma weak gradcheck_cost_complex
#pragma weak gradcheck_equations
#pragma weak gradcheck_cost_from
#pragma weak gradcheck_equation
#pragma weak gradcheck_mistakes
#pragma weak gradcheck_mistake
#pragma weak gradcheck_network
#pragma weak gradcheck_data

enum { GUARD = 64, BASES = 16, FIRST_PRIVATE = 200 };

/* Numbers, with room for so many and none more, so that a step outside is seen. */
typedef struct {
    double *data;
    int size;
} vector;

static FILE *in, *out;
static char *line;
static size_t line_room;
static int thetas; /* how many parameters */

/* Which function's derivative is checked, and which of its outputs is the cost now. */
static enum { COST, JACOBIAN, VJP, JVP, HESSIAN, PARTS } part;
static const char *const PART[PARTS] = {"cost", "jacobian", "vjp", "jvp", "hessian"};
static int output, outputs;
static vector bases[BASES];

/* What the model itself reads and prints is not the checker's, from before its own
 * constructors run. */
__attribute__((constructor(101))) static void keep_channels(void) {
    in = fdopen(fcntl(0, F_DUPFD_CLOEXEC, FIRST_PRIVATE), "r");
    out = fdopen(fcntl(1, F_DUPFD_CLOEXEC, FIRST_PRIVATE), "w");
    int nothing = open("/dev/null", O_RDWR);
    if (in == NULL || out == NULL || nothing < 0)
        _exit(2);
    dup2(nothing, 0);
    dup2(nothing, 1);
    if (nothing > 2)
        close(nothing);
}

/* Ends the answer with what is wrong, and the program. */
_Noreturn static void stop(const char *text) {
    fprintf(out, " ! %s\n", text);
    fflush(out);
    _exit(2);
}

static void *memory(size_t count, size_t size) {
    void *p = calloc(count > 0 ? count : 1, size);
    if (p == NULL)
        stop("there is not enough memory for so many parameters");
    return p;
}

static int read_line(void) {
    return getline(&line, &line_room, in) > 0;
}

static void resize(vector *v, int size) {
    if (v->data != NULL && v->size == size)
        return;
    free(v->data);
    v->data = memory((size_t)size, sizeof(double));
    v->size = size;
}

static double *copied(vector *to, const vector *from) {
    resize(to, from->size);
    memcpy(to->data, from->data, (size_t)from->size * sizeof(double));
    return to->data;
}

/* A point: its numbers, or @J, a base, or @J K X, a base whose Kth number is X. Says
 * which number that is, from 0, or −1. */
static int read_vector(vector *v, double *moved_to) {
    int size = 0, entry = -1;
    if (!read_line())
        exit(0);
    char *at = line, *end;
    if (*line == '@') {
        long base = strtol(line + 1, &at, 10), k = strtol(at, &end, 10);
        if (base >= 0 && base < BASES && k >= 0 && k <= bases[base].size)
            copied(v, &bases[base]);
        else
            stop("a point that cannot be read");
        if (end > at) {
            entry = (int)k - 1;
            *moved_to = strtod(end, NULL);
        }
        return entry;
    }
    for (const char *c = line; *c; c++)
        size += *c > ' ' && c[1] <= ' ';
    resize(v, size);
    for (int i = 0; i < size; i++, at = end)
        v->data[i] = strtod(at, &end);
    return -1;
}

/* The same with that number in its place. */
static void read_point(vector *v) {
    double x;
    int entry = read_vector(v, &x);
    if (entry >= 0)
        v->data[entry] = x;
}

/* Room with guards on both sides, that are 1 and then 0. */
static double *guarded(vector *v, int size, double fill) {
    resize(v, size + 2 * GUARD);
    for (int i = 0; i < v->size; i++)
        v->data[i] = i < GUARD || i >= GUARD + size ? fill == 0 : fill;
    return v->data + GUARD;
}

static int writes_outside(const vector *v, double fill) {
    for (int i = 0; i < GUARD; i++)
        if (v->data[i] != (fill == 0) || v->data[v->size - 1 - i] != (fill == 0))
            return 1;
    return 0;
}

static int changed(const vector *now, const vector *before) {
    return memcmp(now->data, before->data, (size_t)now->size * sizeof(double)) != 0;
}

static void answer_numbers(const double *x, int size) {
    for (int i = 0; i < size; i++)
        fprintf(out, " %.17g", x[i]);
}

static void remark(int has_changed, int is_outside) {
    if (has_changed)
        fputs(" changed", out);
    if (is_outside)
        fputs(" outside writes outside of its buffer", out);
}

/* The output that is checked now; what is not written is NaN. */
static double cost(const double *theta, int *is_outside) {
    static vector values;
    if (part == COST)
        return gradcheck_cost(theta);
    double *v = guarded(&values, part == HESSIAN ? thetas : outputs, NAN);
    (part == HESSIAN ? gradcheck_gradient : gradcheck_values)(theta, v);
    *is_outside |= writes_outside(&values, NAN);
    return v[output];
}

static void answer_costs(int count) {
    static vector given, theta;
    int has_changed = 0, is_outside = 0;
    for (int k = 0; k < count; k++) {
        read_point(&given);
        fprintf(out, " %.17g", cost(copied(&theta, &given), &is_outside));
        has_changed |= changed(&theta, &given);
    }
    remark(has_changed, is_outside);
}

static void answer_patterns(int count) {
    static vector given, theta;
    int has_changed = 0;
    for (int k = 0; k < count; k++) {
        read_point(&given);
        fprintf(out, " %lu", gradcheck_pattern(copied(&theta, &given)));
        has_changed |= changed(&theta, &given);
    }
    remark(has_changed, 0);
}

/* Products are taken with this times a unit vector, and divided by it, which is exact: one
 * that is not linear in its vector shows. */
static const double UNIT = -2;

/* The gradient of that output: the gradient, a row of a matrix, UNIT·eᵀJ over UNIT, or all
 * J·UNIT·e over UNIT, of which one number each is in the row. */
static double *gradient_of(vector *buffer, const double *theta, double fill, int *is_outside) {
    static vector unit, row;
    int rows = part == JACOBIAN ? outputs : part == HESSIAN ? thetas : 1;
    if (part == COST || part == JACOBIAN || part == HESSIAN) {
        double *g = guarded(buffer, rows * thetas, fill);
        (part == COST       ? gradcheck_gradient
         : part == JACOBIAN ? gradcheck_jacobian
                            : gradcheck_hessian)(theta, g);
        *is_outside = writes_outside(buffer, fill);
        return g + (size_t)output * (size_t)thetas;
    }
    resize(&row, thetas);
    resize(&unit, part == VJP ? outputs : thetas);
    for (int j = 0; j < (part == VJP ? 1 : thetas); j++) {
        memset(unit.data, 0, (size_t)unit.size * sizeof(double));
        unit.data[part == VJP ? output : j] = UNIT;
        double *g = guarded(buffer, part == VJP ? thetas : outputs, UNIT * fill);
        (part == VJP ? gradcheck_vjp : gradcheck_jvp)(theta, unit.data, g);
        *is_outside |= writes_outside(buffer, UNIT * fill);
        if (part == JVP)
            row.data[j] = g[output] / UNIT;
        for (int i = 0; part == VJP && i < thetas; i++)
            row.data[i] = g[i] / UNIT;
    }
    return row.data;
}

static void answer_gradient(double fill) {
    static vector given, theta, gradient;
    int is_outside = 0;
    read_point(&given);
    double *g = gradient_of(&gradient, copied(&theta, &given), fill, &is_outside);
    answer_numbers(g, thetas);
    remark(changed(&theta, &given), is_outside);
}

static void answer_mistake(int mistake) {
    static vector given, theta, gradient;
    read_point(&given);
    double *g = guarded(&gradient, thetas, 0);
    gradcheck_mistake(mistake, copied(&theta, &given), g);
    answer_numbers(g, thetas);
    remark(changed(&theta, &given), writes_outside(&gradient, 0));
}

static void answer_data(int inputs, int labels) {
    static vector X, Y;
    double *x = guarded(&X, inputs, 0), *y = guarded(&Y, labels, 0);
    gradcheck_data(x, y);
    answer_numbers(x, inputs);
    answer_numbers(y, labels);
    remark(0, writes_outside(&X, 0) || writes_outside(&Y, 0));
}

static void answer_equation(int equation, int size, double fill) {
    static vector given, theta, value, gradient;
    read_point(&given);
    double *v = guarded(&value, size, fill), *g = guarded(&gradient, size, fill);
    gradcheck_equation(equation, copied(&theta, &given), v, g);
    answer_numbers(v, size);
    answer_numbers(g, size);
    remark(changed(&theta, &given),
           writes_outside(&value, fill) || writes_outside(&gradient, fill));
}

static void answer_from(int equation, int count) {
    static vector given, theta, intermediate;
    read_point(&given);
    for (int k = 0; k < count; k++) {
        read_point(&intermediate);
        fprintf(out, " %.17g",
                gradcheck_cost_from(equation, copied(&theta, &given), intermediate.data));
    }
}

static void answer_complex(int count) {
    static vector theta;
    static double complex *z;
    if (z == NULL)
        z = memory((size_t)thetas, sizeof *z);
    for (int k = 0; k < count; k++) {
        double x = 0;
        int entry = read_vector(&theta, &x);
        for (int i = 0; i < thetas; i++)
            z[i] = theta.data[i];
        if (entry >= 0)
            z[entry] += x * I;
        double complex J = gradcheck_cost_complex(z);
        fprintf(out, " %.17g %.17g", creal(J), cimag(J));
    }
}

/* Words that may hold anything but the end of a line. */
static void answer_text(const char *text) {
    fputc(' ', out);
    for (; *text; text++)
        fputc(*text == '\n' || *text == '\r' ? ' ' : *text, out);
}

static void needs(int is_there, const char *what, const char *function) {
    char text[160];
    snprintf(text, sizeof text, "%s a function %s, which it does not define", what, function);
    if (!is_there)
        stop(text);
}

/* What is checked: "cost 1 hessian 2", say. */
static void answer_outputs(void) {
    int has_product = gradcheck_jacobian || gradcheck_vjp || gradcheck_jvp;
    int has_cost = gradcheck_cost || !(gradcheck_values || has_product || gradcheck_hessian);
    if (gradcheck_values || has_product) {
        needs(gradcheck_values != NULL, "a Jacobian needs", "gradcheck_values");
        needs(gradcheck_outputs != NULL, "gradcheck_values needs", "gradcheck_outputs");
        needs(has_product, "gradcheck_values needs",
              "gradcheck_jacobian, gradcheck_vjp or gradcheck_jvp");
        outputs = gradcheck_outputs();
        if (outputs < 1)
            stop("gradcheck_outputs gives no number from 1 up");
    }
    needs(!has_cost || gradcheck_cost, "it needs", "gradcheck_cost");
    needs(!(has_cost || gradcheck_hessian) || gradcheck_gradient, "it needs", "gradcheck_gradient");
    int rows = gradcheck_hessian && thetas > outputs ? thetas : outputs;
    if (rows > (INT_MAX - 2 * GUARD) / thetas)
        stop("there is not enough memory for a matrix of so many outputs and parameters");
    const int count[PARTS] = {[COST] = has_cost,
                              [JACOBIAN] = gradcheck_jacobian ? outputs : 0,
                              [VJP] = gradcheck_vjp ? outputs : 0,
                              [JVP] = gradcheck_jvp ? outputs : 0,
                              [HESSIAN] = gradcheck_hessian ? thetas : 0};
    for (int k = 0; k < PARTS; k++)
        if (count[k] > 0)
            fprintf(out, " %s %d", PART[k], count[k]);
}

static void choose(const char *name, int number) {
    for (part = 0; part < PARTS; part++) {
        size_t length = strlen(PART[part]);
        if (!strncmp(name, PART[part], length) && name[length] == ' ')
            break;
    }
    output = number - 1;
    if (part == PARTS || output < 0 ||
        output >= (part == COST      ? 1
                   : part == HESSIAN ? thetas
                                     : outputs))
        stop("it has no such output");
}

/* Answers a question behind its word; 0 where it knows none of that name. */
static int answer(const char *word, const char *rest) {
    static vector point;
    char *end;
    int first = (int)strtol(rest, &end, 10), second = (int)strtol(end, &end, 10);
    if (!strcmp(word, "gradcheck")) {
        fputs(" 1", out);
    } else if (!strcmp(word, "size")) {
        thetas = gradcheck_size();
        fprintf(out, " %d", thetas);
    } else if (!strcmp(word, "outputs")) {
        answer_outputs();
    } else if (!strcmp(word, "output")) {
        choose(rest, atoi(rest + strcspn(rest, " ")));
    } else if (!strcmp(word, "moves")) {
        fputs(" yes", out);
    } else if (!strcmp(word, "blocks") && gradcheck_blocks) {
        answer_text(gradcheck_blocks());
    } else if (!strcmp(word, "examples") && gradcheck_examples) {
        fprintf(out, " %d", gradcheck_examples());
    } else if (!strcmp(word, "alpha") && gradcheck_alpha) {
        fprintf(out, " %.17g", gradcheck_alpha());
    } else if (!strcmp(word, "point") && gradcheck_point) {
        resize(&point, thetas);
        gradcheck_point(point.data);
        answer_numbers(point.data, thetas);
    } else if (!strcmp(word, "equations")) {
        needs(gradcheck_equations != NULL, "--mode equations needs", "gradcheck_equations");
        needs(gradcheck_equation != NULL, "--mode equations needs", "gradcheck_equation");
        needs(gradcheck_cost_from != NULL, "--mode equations needs", "gradcheck_cost_from");
        answer_text(gradcheck_equations());
    } else if (!strcmp(word, "base") && first >= 0 && first < BASES) {
        read_point(&bases[first]);
    } else if (!strcmp(word, "cost")) {
        answer_costs(first);
    } else if (!strcmp(word, "pattern") && gradcheck_pattern) {
        answer_patterns(first);
    } else if (!strcmp(word, "gradient")) {
        answer_gradient(strtod(rest, NULL));
    } else if (!strcmp(word, "mistakes") && gradcheck_mistakes && gradcheck_mistake) {
        answer_text(gradcheck_mistakes());
    } else if (!strcmp(word, "mistake")) {
        answer_mistake(first - 1);
    } else if (!strcmp(word, "network") && gradcheck_network && gradcheck_data) {
        answer_text(gradcheck_network());
    } else if (!strcmp(word, "data") && first > 0 && second > 0) {
        answer_data(first, second);
    } else if (!strcmp(word, "equation")) {
        answer_equation(first - 1, second, strtod(end, NULL));
    } else if (!strcmp(word, "from")) {
        answer_from(first - 1, second);
    } else if (!strcmp(word, "complex")) {
        needs(gradcheck_cost_complex != NULL, "--mode complex needs", "gradcheck_cost_complex");
        answer_complex(first);
    } else {
        return 0;
    }
    return 1;
}

int main(void) {
    while (read_line()) {
        char question[80] = "";
        snprintf(question, sizeof question, "%s", line);
        size_t length = strcspn(question, " \n");
        char *rest = question + length + (question[length] != '\0');
        question[length] = '\0';
        fputs(question, out);
        if (!answer(question, rest))
            fputs(" ?", out);
        fputc('\n', out);
        fflush(out);
    }
    return 0;
}
