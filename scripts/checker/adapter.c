/* Answers the session of csrc/gradcheck/session.h for a model in C:
 * scripts/gradcheck compiles it together with a reader's own file, and reads
 * the lines that it writes.
 *
 *     adapter RESULT SEED POINTS EXPLAIN MODE ALPHA */
#include "session.h"

#include <complex.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a model in C defines; see gradcheck(1). The weak ones may be missing. */
int gradcheck_size(void);
double gradcheck_cost(const double *theta);
void gradcheck_gradient(const double *theta, double *gradient);
void gradcheck_point(double *theta) __attribute__((weak));
const char *gradcheck_blocks(void) __attribute__((weak));
int gradcheck_examples(void) __attribute__((weak));
unsigned long gradcheck_pattern(const double *theta) __attribute__((weak));
double gradcheck_alpha(void) __attribute__((weak));
double _Complex gradcheck_cost_complex(const double _Complex *theta) __attribute__((weak));
const char *gradcheck_equations(void) __attribute__((weak));
double gradcheck_cost_from(int equation, const double *theta, const double *intermediate)
    __attribute__((weak));
void gradcheck_equation(int equation, const double *theta, double *value, double *gradient)
    __attribute__((weak));

enum { GUARD = 64 };

static FILE *out;
static int32_t thetas; /* how many parameters */

/* Writes what stopped the check, and ends the program. */
_Noreturn static void stop(const char *key, const char *format, const char *mode,
                           const char *function) {
    fprintf(out, "problem\t%s\t", key);
    fprintf(out, format, mode, function);
    fputc('\n', out);
    fclose(out);
    exit(2);
}

static void must(gw_status status) {
    if (status != GW_OK)
        stop("checker", "%s", gw_status_text(status), "");
}

static void *memory(size_t count, size_t size) {
    void *p = calloc(count > 0 ? count : 1, size);
    if (p == NULL)
        stop("memory", "there is not enough memory for so many parameters", "", "");
    return p;
}

/* Room for so many numbers and none more, so that a step outside is seen; kept
 * while as many are asked for. */
typedef struct {
    double *data;
    int32_t size;
} room;

static double *copied(room *r, const double *from, int32_t count) {
    if (r->size != count) {
        free(r->data);
        r->data = memory((size_t)count, sizeof(double));
        r->size = count;
    }
    memcpy(r->data, from, (size_t)count * sizeof(double));
    return r->data;
}

/* Room with guards on both sides, that are 1 and then 0. */
static double *guarded(room *r, int32_t count, double fill) {
    if (r->size != count) {
        free(r->data);
        r->data = memory((size_t)count + 2 * GUARD, sizeof(double));
        r->size = count;
    }
    for (int32_t i = 0; i < count + 2 * GUARD; i++)
        r->data[i] = i < GUARD || i >= GUARD + count ? fill == 0 : fill;
    return r->data + GUARD;
}

static const char *outside(const room *r, double fill) {
    for (int32_t i = 0; i < GUARD; i++)
        if (r->data[i] != (fill == 0) || r->data[GUARD + r->size + i] != (fill == 0))
            return "writes outside of its buffer";
    return NULL;
}

static int changed(const double *copy, const double *from) {
    return memcmp(copy, from, (size_t)thetas * sizeof(double)) != 0;
}

static void tell_pattern(const double *theta, gw_session_answer *answer) {
    answer->has_pattern = gradcheck_pattern != NULL;
    if (gradcheck_pattern)
        answer->pattern = gradcheck_pattern(theta);
}

static void answer_complex(const gw_session_ask *ask, gw_session_answer *answer) {
    static double complex *z;
    if (z == NULL)
        z = memory((size_t)ask->size, sizeof *z);
    for (int32_t i = 0; i < ask->size; i++)
        z[i] = ask->at[i];
    if (ask->entry >= 0)
        z[ask->entry] += ask->value * I;
    double complex J = gradcheck_cost_complex(z);
    answer->value = creal(J);
    answer->imaginary = cimag(J);
}

static void answer_one(const gw_session_ask *ask, gw_session_answer *answer) {
    static room of_theta, of_intermediate, of_gradient, of_values;
    double *theta = copied(&of_theta, ask->equation < 0 ? ask->at : ask->theta, thetas);
    double *x = theta;
    if (ask->what == GW_ASK_COST_FROM)
        x = copied(&of_intermediate, ask->at, ask->size);
    if (ask->entry >= 0 && ask->what != GW_ASK_COMPLEX)
        x[ask->entry] = ask->value;
    switch (ask->what) {
    case GW_ASK_NOTHING:
        break;
    case GW_ASK_POINT:
        gradcheck_point(theta);
        answer->values = theta;
        break;
    case GW_ASK_COST:
        answer->value = gradcheck_cost(theta);
        answer->changed = ask->entry < 0 && changed(theta, ask->at);
        tell_pattern(theta, answer);
        break;
    case GW_ASK_PATTERN:
        tell_pattern(theta, answer);
        answer->changed = changed(theta, ask->at);
        break;
    case GW_ASK_GRADIENT:
        answer->gradient = guarded(&of_gradient, thetas, ask->fill);
        gradcheck_gradient(theta, of_gradient.data + GUARD);
        answer->changed = changed(theta, ask->at);
        answer->outside = outside(&of_gradient, ask->fill);
        break;
    case GW_ASK_EQUATION:
        theta = copied(&of_theta, ask->at, thetas);
        answer->values = guarded(&of_values, ask->size, ask->fill);
        answer->gradient = guarded(&of_gradient, ask->size, ask->fill);
        gradcheck_equation(ask->equation, theta, of_values.data + GUARD, of_gradient.data + GUARD);
        answer->changed = changed(theta, ask->at);
        answer->outside = outside(&of_values, ask->fill);
        if (answer->outside == NULL)
            answer->outside = outside(&of_gradient, ask->fill);
        break;
    case GW_ASK_COST_FROM:
        answer->value = gradcheck_cost_from(ask->equation, theta, x);
        break;
    case GW_ASK_COMPLEX:
        answer_complex(ask, answer);
        break;
    }
}

static gw_session_mode read_mode(const char *mode) {
    static const char NEEDS[] = "--mode %s needs a function %s, which it does not define";
    if (!strcmp(mode, "complex")) {
        if (!gradcheck_cost_complex)
            stop("mode", NEEDS, mode, "gradcheck_cost_complex");
        return GW_SESSION_COMPLEX;
    }
    if (!strcmp(mode, "equations")) {
        if (!gradcheck_equations)
            stop("mode", NEEDS, mode, "gradcheck_equations");
        if (!gradcheck_equation)
            stop("mode", NEEDS, mode, "gradcheck_equation");
        if (!gradcheck_cost_from)
            stop("mode", NEEDS, mode, "gradcheck_cost_from");
        return GW_SESSION_EQUATIONS;
    }
    return strcmp(mode, "directions") ? GW_SESSION_ENTRIES : GW_SESSION_DIRECTIONS;
}

/* The step size of an update: that of the command, or the model's own. */
static double read_alpha(const char *said) {
    char text[40];
    double alpha = strtod(said, NULL);
    if (alpha > 0 || !gradcheck_alpha)
        return alpha;
    alpha = gradcheck_alpha();
    snprintf(text, sizeof text, "%g", alpha);
    if (!(alpha > 0 && isfinite(alpha)))
        stop("alpha", "gradcheck_alpha is %s, not a positive number%s", text, "");
    return alpha;
}

int main(int count, char **argument) {
    if (count != 7 || (out = fopen(argument[1], "w")) == NULL)
        return 2;
    setvbuf(out, NULL, _IOLBF, 0);
    thetas = gradcheck_size();
    const gw_session_model model = {
        .prefix = "gradcheck_",
        .mode = read_mode(argument[5]),
        .alpha = read_alpha(argument[6]),
        .seed = strtoull(argument[2], NULL, 10),
        .points = atoi(argument[3]),
        .explain = argument[4][0] == '1',
        .size = thetas,
        .blocks = gradcheck_blocks ? gradcheck_blocks() : NULL,
        .equations = gradcheck_equations ? gradcheck_equations() : NULL,
        .examples = gradcheck_examples ? gradcheck_examples() : 0,
        .has_point = gradcheck_point != NULL,
        .has_pattern = gradcheck_pattern != NULL,
    };
    gw_session *session;
    gw_session_ask ask;
    must(gw_session_start(&model, memory(gw_session_bytes(&model), 1), &session));
    while (gw_session_next(session, &ask)) {
        gw_session_answer answer = {0};
        if (ask.what == GW_ASK_NOTHING) {
            fprintf(out, "%s\n", ask.text);
            continue;
        }
        answer_one(&ask, &answer);
        must(gw_session_tell(session, ask.id, &answer));
    }
    fclose(out);
    return gw_session_stopped(session) ? 2 : 0;
}
