/* Answers the checker's questions for a model in C, line by line; gradcheck(1) says
 * which there are. scripts/gradcheck compiles it together with a reader's own file.
 * There is nothing here that judges. */
#define _GNU_SOURCE
#include "thunk.h"

#include <complex.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { GUARD = 64, BASES = 16, FIRST_PRIVATE = 200 };

static FILE *in, *out;
static char *line;
static size_t line_room;
static int thetas; /* how many parameters */

static thunk_vector bases[BASES];

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

_Noreturn void thunk_stop(const char *text) {
    fprintf(out, " ! %s\n", text);
    fflush(out);
    _exit(2);
}

void *thunk_memory(size_t count, size_t size) {
    void *p = calloc(count > 0 ? count : 1, size);
    if (p == NULL)
        thunk_stop("there is not enough memory for so many parameters");
    return p;
}

/* The channels to the checker are gone, which only the model can have done. */
_Noreturn static void lost_channel(void) {
    fputs("it closes files that it has not opened\n", stderr);
    _exit(2);
}

static int read_line(void) {
    if (getline(&line, &line_room, in) > 0)
        return 1;
    if (ferror(in))
        lost_channel();
    return 0;
}

void thunk_resize(thunk_vector *v, int size) {
    if (v->data != NULL && v->size == size)
        return;
    free(v->data);
    v->data = thunk_memory((size_t)size, sizeof(double));
    v->size = size;
}

double *thunk_copied(thunk_vector *to, const thunk_vector *from) {
    thunk_resize(to, from->size);
    memcpy(to->data, from->data, (size_t)from->size * sizeof(double));
    return to->data;
}

/* A point: its numbers, or @J, a base, or @J K X, a base whose Kth number is X. Says
 * which number that is, from 0, or −1. */
static int read_vector(thunk_vector *v, double *moved_to) {
    int size = 0, entry = -1;
    if (!read_line())
        exit(0);
    char *at = line, *end;
    if (*line == '@') {
        long base = strtol(line + 1, &at, 10), k = strtol(at, &end, 10);
        if (base >= 0 && base < BASES && k >= 0 && k <= bases[base].size)
            thunk_copied(v, &bases[base]);
        else
            thunk_stop("a point that cannot be read");
        if (end > at) {
            entry = (int)k - 1;
            *moved_to = strtod(end, NULL);
        }
        return entry;
    }
    for (const char *c = line; *c; c++)
        size += *c > ' ' && c[1] <= ' ';
    thunk_resize(v, size);
    for (int i = 0; i < size; i++, at = end)
        v->data[i] = strtod(at, &end);
    return -1;
}

/* The same with that number in its place. */
static void read_point(thunk_vector *v) {
    double x;
    int entry = read_vector(v, &x);
    if (entry >= 0)
        v->data[entry] = x;
}

/* The parameters that a point stands for. */
static void read_parameters(thunk_vector *theta) {
    static thunk_vector point;
    read_point(&point);
    thunk_place(theta, &point);
}

double *thunk_guarded(thunk_vector *v, int size, double fill) {
    thunk_resize(v, size + 2 * GUARD);
    for (int i = 0; i < v->size; i++)
        v->data[i] = i < GUARD || i >= GUARD + size ? fill == 0 : fill;
    return v->data + GUARD;
}

int thunk_writes_outside(const thunk_vector *v, double fill) {
    for (int i = 0; i < GUARD; i++)
        if (v->data[i] != (fill == 0) || v->data[v->size - 1 - i] != (fill == 0))
            return 1;
    return 0;
}

static int changed(const thunk_vector *now, const thunk_vector *before) {
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
    static thunk_vector given, theta;
    int has_changed = 0, is_outside = 0;
    for (int k = 0; k < count; k++) {
        read_parameters(&given);
        fprintf(out, " %.17g", thunk_cost(thunk_copied(&theta, &given), &is_outside));
        has_changed |= changed(&theta, &given);
    }
    remark(has_changed, is_outside);
}

static void answer_patterns(int count) {
    static thunk_vector given, theta;
    int has_changed = 0;
    for (int k = 0; k < count; k++) {
        read_parameters(&given);
        fprintf(out, " %lu", gradcheck_pattern(thunk_copied(&theta, &given)));
        has_changed |= changed(&theta, &given);
    }
    remark(has_changed, 0);
}

static void answer_gradient(double fill) {
    static thunk_vector given, theta;
    int size = 0, is_outside = 0;
    read_parameters(&given);
    const double *g = thunk_gradient(thunk_copied(&theta, &given), fill, &size, &is_outside);
    answer_numbers(g, size);
    remark(changed(&theta, &given), is_outside);
}

static void answer_mistake(int mistake) {
    static thunk_vector given, theta, gradient;
    read_point(&given);
    double *g = thunk_guarded(&gradient, thetas, 0);
    gradcheck_mistake(mistake, thunk_copied(&theta, &given), g);
    answer_numbers(g, thetas);
    remark(changed(&theta, &given), thunk_writes_outside(&gradient, 0));
}

static void answer_data(int inputs, int labels) {
    static thunk_vector X, Y;
    double *x = thunk_guarded(&X, inputs, 0), *y = thunk_guarded(&Y, labels, 0);
    gradcheck_data(x, y);
    answer_numbers(x, inputs);
    answer_numbers(y, labels);
    remark(0, thunk_writes_outside(&X, 0) || thunk_writes_outside(&Y, 0));
}

static void answer_equation(int equation, int size, double fill) {
    static thunk_vector given, theta, value, gradient;
    read_point(&given);
    double *v = thunk_guarded(&value, size, fill), *g = thunk_guarded(&gradient, size, fill);
    gradcheck_equation(equation, thunk_copied(&theta, &given), v, g);
    answer_numbers(v, size);
    answer_numbers(g, size);
    remark(changed(&theta, &given),
           thunk_writes_outside(&value, fill) || thunk_writes_outside(&gradient, fill));
}

static void answer_from(int equation, int count) {
    static thunk_vector given, theta, intermediate;
    read_point(&given);
    for (int k = 0; k < count; k++) {
        read_point(&intermediate);
        fprintf(out, " %.17g",
                gradcheck_cost_from(equation, thunk_copied(&theta, &given), intermediate.data));
    }
}

static void answer_complex(int count) {
    static thunk_vector theta;
    static double complex *z;
    if (z == NULL)
        z = thunk_memory((size_t)thetas, sizeof *z);
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
    size_t length = strlen(text); /* which the sanitizers watch, as they do not this file */
    fputc(' ', out);
    for (size_t i = 0; i < length; i++)
        fputc(text[i] == '\n' || text[i] == '\r' ? ' ' : text[i], out);
}

/* Answers a question behind its word; 0 where it knows none of that name. */
static int answer(const char *word, const char *rest) {
    static thunk_vector point;
    char *end;
    int first = (int)strtol(rest, &end, 10), second = (int)strtol(end, &end, 10);
    if (!strcmp(word, "gradcheck")) {
        fputs(" 1", out);
    } else if (!strcmp(word, "size")) {
        thetas = gradcheck_size();
        fprintf(out, " %d", thetas);
    } else if (!strcmp(word, "outputs")) {
        thunk_list_outputs(out, thetas);
    } else if (!strcmp(word, "output")) {
        thunk_choose(rest, atoi(rest + strcspn(rest, " ")));
    } else if (!strcmp(word, "moves")) {
        fputs(" yes", out);
    } else if (!strcmp(word, "blocks") && HAS(blocks)) {
        answer_text(gradcheck_blocks());
    } else if (!strcmp(word, "examples") && HAS(examples)) {
        fprintf(out, " %d", gradcheck_examples());
    } else if (!strcmp(word, "alpha") && HAS(alpha)) {
        fprintf(out, " %.17g", gradcheck_alpha());
    } else if (!strcmp(word, "point") && HAS(point)) {
        thunk_resize(&point, thetas);
        gradcheck_point(point.data);
        answer_numbers(point.data, thetas);
    } else if (!strcmp(word, "equations")) {
        thunk_needs(HAS(equations), "--mode equations needs", "gradcheck_equations");
        thunk_needs(HAS(equation), "--mode equations needs", "gradcheck_equation");
        thunk_needs(HAS(cost_from), "--mode equations needs", "gradcheck_cost_from");
        answer_text(gradcheck_equations());
    } else if (!strcmp(word, "base") && first >= 0 && first < BASES) {
        read_point(&bases[first]);
    } else if (!strcmp(word, "cost")) {
        answer_costs(first);
    } else if (!strcmp(word, "pattern") && HAS(pattern)) {
        answer_patterns(first);
    } else if (!strcmp(word, "gradient")) {
        answer_gradient(strtod(rest, NULL));
    } else if (!strcmp(word, "mistakes") && HAS(mistakes) && HAS(mistake)) {
        answer_text(gradcheck_mistakes());
    } else if (!strcmp(word, "mistake")) {
        answer_mistake(first - 1);
    } else if (!strcmp(word, "network") && HAS(network) && HAS(data)) {
        answer_text(gradcheck_network());
    } else if (!strcmp(word, "data") && first > 0 && second > 0) {
        answer_data(first, second);
    } else if (!strcmp(word, "equation")) {
        answer_equation(first - 1, second, strtod(end, NULL));
    } else if (!strcmp(word, "from")) {
        answer_from(first - 1, second);
    } else if (!strcmp(word, "complex")) {
        thunk_needs(HAS(cost_complex), "--mode complex needs", "gradcheck_cost_complex");
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
        if (fflush(out) != 0)
            lost_channel();
    }
    return 0;
}
