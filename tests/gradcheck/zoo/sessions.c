/* What a session adds to a check, on generated costs: the complex step with a twin that is
 * really computed, points around the model's own, and long intermediates.
 *
 *     sessions RUNS
 *
 * Status 1 if a right gradient is accused or a twin refused, or a mistake missed. */
#include "session.h"
#include "zoo.h"

#include <complex.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 5, TERMS = 4, SHAPES = 4, LONG = 1200 };

/* J = Σ w f(Σ a θ/s + b) − offset, and for one entry c θ²/s² besides. */
typedef struct {
    int size, shape[TERMS];
    double theta[MOST], scale[MOST], weight[TERMS], inner[TERMS][MOST], shift[TERMS], offset;
    double bowl; /* c, of entry 0, whose slope the gradient forgets */
} model;

static void must(gw_status status) {
    if (status != GW_OK) {
        fprintf(stderr, "sessions: %s\n", gw_status_text(status));
        exit(2);
    }
}

static double inside(const model *m, int k, const double *theta) {
    double u = m->shift[k];
    for (int i = 0; i < m->size; i++)
        u += m->inner[k][i] * (theta[i] / m->scale[i]);
    return u;
}

static double cost(const model *m, const double *theta) {
    double J = 0, x = theta[0] / m->scale[0];
    for (int k = 0; k < TERMS; k++) {
        double u = inside(m, k, theta);
        J += m->weight[k] * (m->shape[k] == 0   ? exp(u / 2)
                             : m->shape[k] == 1 ? sin(u)
                             : m->shape[k] == 2 ? u * u
                                                : 1 / (1 + u * u));
    }
    return J + m->bowl * x * x - m->offset;
}

/* The same, summed from the other end, as another program's twin would be. */
static double complex twin(const model *m, const double *theta, int entry, double step) {
    double complex J = -m->offset;
    for (int k = TERMS - 1; k >= 0; k--) {
        double complex u = inside(m, k, theta);
        if (entry >= 0)
            u += I * (m->inner[k][entry] / m->scale[entry] * step);
        J += m->weight[k] * (m->shape[k] == 0   ? cexp(u / 2)
                             : m->shape[k] == 1 ? csin(u)
                             : m->shape[k] == 2 ? u * u
                                                : 1 / (1 + u * u));
    }
    return J;
}

static void gradient(const model *m, const double *theta, double *g) {
    for (int i = 0; i < m->size; i++)
        g[i] = 0;
    for (int k = 0; k < TERMS; k++) {
        double u = inside(m, k, theta);
        double slope = m->shape[k] == 0   ? exp(u / 2) / 2
                       : m->shape[k] == 1 ? cos(u)
                       : m->shape[k] == 2 ? 2 * u
                                          : -2 * u / ((1 + u * u) * (1 + u * u));
        for (int i = 0; i < m->size; i++)
            g[i] += m->weight[k] * slope * (m->inner[k][i] / m->scale[i]);
    }
}

/* Scales from 1e-12 to 1e12; `at_zero` has J = 0 at the point, to rounding. */
static void make(model *m, uint64_t seed, int at_zero) {
    gw_random r;
    gw_random_seed(&r, seed * 31 + 7);
    memset(m, 0, sizeof *m);
    m->size = 1 + gw_random_below(&r, MOST);
    for (int i = 0; i < m->size; i++) {
        m->scale[i] = pow(10, 24 * gw_random_uniform(&r) - 12);
        m->theta[i] = m->scale[i] * (0.3 + 1.5 * gw_random_uniform(&r));
    }
    for (int k = 0; k < TERMS; k++) {
        m->shape[k] = gw_random_below(&r, SHAPES);
        m->weight[k] = gw_random_normal(&r);
        m->shift[k] = gw_random_uniform(&r) - 0.5;
        for (int i = 0; i < m->size; i++)
            m->inner[k][i] = gw_random_normal(&r);
    }
    if (at_zero)
        m->offset = cost(m, m->theta);
}

/* The verdict of one; stopped says that the session refused it. */
static gw_verdict check(const model *m, gw_session_mode mode, double off, uint64_t seed,
                        int *stopped) {
    const gw_session_model whom = {
        .size = m->size, .points = 3, .has_point = 1, .mode = mode, .seed = seed};
    double theta[MOST], g[MOST];
    gw_verdict verdict = GW_UNDECIDED;
    gw_session *session = NULL;
    gw_session_ask ask;
    void *memory = malloc(gw_session_bytes(&whom));
    must(memory ? gw_session_start(&whom, memory, &session) : GW_NULL);
    while (gw_session_next(session, &ask)) {
        gw_session_answer told = {0};
        if (ask.what == GW_ASK_NOTHING) {
            if (!strncmp(ask.text, "whole\tpass", 10))
                verdict = GW_PASS;
            if (!strncmp(ask.text, "whole\tfail", 10))
                verdict = GW_FAIL;
            continue;
        }
        memcpy(theta, ask.at, (size_t)m->size * sizeof(double));
        if (ask.what == GW_ASK_COMPLEX) {
            double complex J = twin(m, theta, ask.entry, ask.value);
            told.value = creal(J);
            told.imaginary = cimag(J);
        } else if (ask.what == GW_ASK_GRADIENT) {
            gradient(m, theta, g);
            g[0] += off * fabs(g[0]);
            told.gradient = g;
        } else if (ask.what == GW_ASK_POINT)
            told.values = m->theta;
        else {
            if (ask.entry >= 0)
                theta[ask.entry] = ask.value;
            told.value = cost(m, theta);
        }
        must(gw_session_tell(session, ask.id, &told));
    }
    *stopped = gw_session_stopped(session);
    free(memory);
    return verdict;
}

/* J = Σ e_k/k of e_k = exp(θ_k), by equations: evaluations. */
static double by_equations(void) {
    static double theta[LONG], e[LONG], g[LONG];
    const gw_session_model whom = {
        .size = 1, .points = 1, .mode = GW_SESSION_EQUATIONS, .seed = 1, .equations = "e 1200x1"};
    double evaluations = 0;
    gw_session *session = NULL;
    gw_session_ask ask;
    void *memory = malloc(gw_session_bytes(&whom));
    must(memory ? gw_session_start(&whom, memory, &session) : GW_NULL);
    while (gw_session_next(session, &ask)) {
        gw_session_answer told = {.values = e, .gradient = g};
        if (ask.what == GW_ASK_NOTHING) {
            if (sscanf(ask.text, "whole\tpass\t\t%*f\t%lf", &evaluations) != 1 &&
                !strncmp(ask.text, "whole", 5))
                evaluations = INFINITY;
            continue;
        }
        memcpy(theta, ask.at, (size_t)ask.size * sizeof(double));
        if (ask.entry >= 0)
            theta[ask.entry] = ask.value;
        double slope = 0;
        for (int k = 0; k < LONG; k++) {
            e[k] = ask.what == GW_ASK_COST_FROM ? theta[k] : exp(theta[0] / (k + 1));
            told.value += e[k] / (k + 1);
            g[k] = 1.0 / (k + 1);
            slope += e[k] / (k + 1.0) / (k + 1);
        }
        if (ask.what == GW_ASK_GRADIENT)
            g[0] = slope;
        must(gw_session_tell(session, ask.id, &told));
    }
    free(memory);
    return evaluations;
}

/* Of so many twins one entry off by 1e-11 is below their own rounding. */
static const double UNSEEN = 0.05;

int main(int count, char **argument) {
    if (count != 2) {
        fprintf(stderr, "usage: sessions RUNS\n");
        return 2;
    }
    long accused = 0, undecided = 0, refused = 0, near = 0, near_zero = 0, hidden = 0;
    for (long seed = 1; seed <= atol(argument[1]); seed++) {
        model m;
        int stopped;
        for (int at_zero = 0; at_zero < 2; at_zero++) {
            make(&m, (uint64_t)seed, at_zero);
            gw_verdict v = check(&m, GW_SESSION_COMPLEX, 0, (uint64_t)seed, &stopped);
            refused += stopped;
            accused += v == GW_FAIL;
            undecided += v == GW_UNDECIDED && !stopped;
            /* Off by a part that differences do not tell. */
            v = check(&m, GW_SESSION_COMPLEX, at_zero ? 1e-3 : 1e-11, (uint64_t)seed, &stopped);
            *(at_zero ? &near_zero : &near) += v != GW_FAIL;
        }
        /* At the model's own point, 0, the part that is forgotten has no slope. */
        make(&m, (uint64_t)seed, 0);
        for (int i = 0; i < m.size; i++) {
            m.theta[i] /= m.scale[i];
            m.scale[i] = 1;
        }
        m.theta[0] = 0;
        m.bowl = 3;
        hidden += check(&m, GW_SESSION_ENTRIES, 0, (uint64_t)seed, &stopped) != GW_FAIL;
    }
    double evaluations = by_equations();
    printf("twin refused %ld\ntwin accused %ld\ntwin undecided %ld\ntwin one off unseen %ld\n"
           "twin of zero one off unseen %ld\nforgotten at zero unseen %ld\n"
           "equations evaluations %.0f\n",
           refused, accused, undecided, near, near_zero, hidden, evaluations);
    int unseen = (double)(near + near_zero) > UNSEEN * atof(argument[1]);
    return zoo_end(refused > 0 || accused > 0 || hidden > 0 || unseen || !isfinite(evaluations));
}
