/* Answers the checker's questions for a model in C, line by line; gradcheck(1) says
 * which there are. scripts/gradcheck compiles it together with a reader's own file.
 * There is nothing here that judges. */
#define _GNU_SOURCE
#include <complex.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model.h"

/* What may be missing. */
#pragma weak gradcheck_point
#pragma weak gradcheck_blocks
#pragma weak gradcheck_examples
#pragma weak gradcheck_pattern
#pragma weak gradcheck_alpha
#pragma weak gradcheck_cost_complex
#pragma weak gradcheck_equations
#pragma weak gradcheck_cost_from
#pragma weak gradcheck_equation

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

static void answer_costs(int count) {
    static vector given, theta;
    int has_changed = 0;
    for (int k = 0; k < count; k++) {
        read_point(&given);
        fprintf(out, " %.17g", gradcheck_cost(copied(&theta, &given)));
        has_changed |= changed(&theta, &given);
    }
    remark(has_changed, 0);
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

static void answer_gradient(double fill) {
    static vector given, theta, gradient;
    read_point(&given);
    double *g = guarded(&gradient, thetas, fill);
    gradcheck_gradient(copied(&theta, &given), g);
    answer_numbers(g, thetas);
    remark(changed(&theta, &given), writes_outside(&gradient, fill));
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

static void needs(int is_there, const char *mode, const char *function) {
    char text[160];
    snprintf(text, sizeof text, "--mode %s needs a function %s, which it does not define", mode,
             function);
    if (!is_there)
        stop(text);
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
        needs(gradcheck_equations != NULL, "equations", "gradcheck_equations");
        needs(gradcheck_equation != NULL, "equations", "gradcheck_equation");
        needs(gradcheck_cost_from != NULL, "equations", "gradcheck_cost_from");
        answer_text(gradcheck_equations());
    } else if (!strcmp(word, "base") && first >= 0 && first < BASES) {
        read_point(&bases[first]);
    } else if (!strcmp(word, "cost")) {
        answer_costs(first);
    } else if (!strcmp(word, "pattern") && gradcheck_pattern) {
        answer_patterns(first);
    } else if (!strcmp(word, "gradient")) {
        answer_gradient(strtod(rest, NULL));
    } else if (!strcmp(word, "equation")) {
        answer_equation(first - 1, second, strtod(end, NULL));
    } else if (!strcmp(word, "from")) {
        answer_from(first - 1, second);
    } else if (!strcmp(word, "complex")) {
        needs(gradcheck_cost_complex != NULL, "complex", "gradcheck_cost_complex");
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
