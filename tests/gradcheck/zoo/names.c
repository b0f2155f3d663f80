/* Are names true? Plants mistakes in the gradients of generated costs (wild.h), checks them
 * at three points, and holds what is said against the slopes, which are known.
 *
 *     names RUNS [CLASS MISTAKE SEED MODE]
 *
 * RUNS costs of each kind, by entries and along directions; with a kind and the rest, what is
 * said of that one. A name is right where its sentence holds at every point, and misleading
 * where it does not. Status 1 where one in two hundred misleads, or where fewer are named, of
 * those that have a name, than is asked. */
#include "session.h"
#include "wild.h"
#include "zoo.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS = 3, BLOCKS = 2 };
static const double MOST_MISLEADING = 0.005, LEAST_NAMED = 0.85;
/* Slopes and gradients are computed to so many digits here. */
static const double EXACT = 1e-8;

typedef enum {
    SIGN,
    FACTOR,
    TWICE,
    HALF,
    NO_MEAN,
    MEAN_TWICE,
    M_MINUS_1,
    TIMES_ALPHA,
    ZERO,
    TRANSPOSED,
    NEXT_ROW,
    BACKWARDS,
    ENTRY_1E3,
    ENTRY_1E6,
    ENTRY_SIGN,
    ENTRY_ZERO,
    ENTRY_ADDED,
    ROW,
    NO_REGULARISER,
    REGULARISER,
    FLOATS,
    DIGITS,
    STALE,
    NOT_A_NUMBER,
    NAMED, /* from here on there is no name */
    NOISE = NAMED,
    CONSTANT,
    TWO_ENTRIES,
    SCATTERED,
    CURVED,
    BY_POINT,
    PLANTED
} planted;

static const char *const PLANTED_NAME[PLANTED] = {
    "sign",           "times a number", "twice",          "half",
    "times m",        "by m",           "m/(m - 1)",      "times alpha",
    "zero",           "transposed",     "next row",       "backwards",
    "entry 1e-3",     "entry 1e-6",     "entry's sign",   "entry zero",
    "entry added to", "a row",          "no regulariser", "a regulariser",
    "floats",         "seven digits",   "stale",          "NaN",
    "noise",          "a constant",     "two entries",    "other places",
    "squared",        "by the point"};

typedef struct {
    wild_case c;
    planted mistake;
    int blocks, examples;
    gw_gradcheck_block block[BLOCKS];
    char text[40];
    double alpha, by;
    uint64_t seed;
    int points; /* those where the gradient was asked for, with what was right and said */
    double theta[POINTS][WILD_SIZE], truth[POINTS][WILD_SIZE], wrong[POINTS][WILD_SIZE],
        doubt[POINTS][WILD_SIZE];
} model;

typedef struct {
    long runs, caught, right, rightly_unknown, unknown, misleading;
} tally;

static void must(gw_status status) {
    if (status != GW_OK) {
        fprintf(stderr, "names: %s\n", gw_status_text(status));
        exit(2);
    }
}

static void slopes(const model *m, const double *theta, double *slope, double *doubt) {
    wild_case c = m->c;
    double part;
    memcpy(c.theta, theta, sizeof c.theta);
    wild_truth(&c, slope, doubt, &part);
    for (int i = 1; c.kind == WILD_AT_KINK && i < c.size; i += 2)
        slope[i] += (theta[i] > 0 ? 1 : theta[i] < 0 ? -1 : 0) / c.scale[i];
}

static void make(model *m, wild_class kind, planted mistake, uint64_t seed) {
    static const char *const TEXT[] = {"b 1x1", "W 1x2",        "W 2x1, b 1x1",
                                       "W 2x2", "W 2x2, b 1x1", "W 2x3"};
    static const int ROWS[] = {1, 1, 2, 2, 2, 2}, COLS[] = {1, 2, 1, 2, 2, 3};
    gw_random r;
    memset(m, 0, sizeof *m);
    wild_make(&m->c, kind, seed);
    gw_random_seed(&r, seed * 977 + (uint64_t)mistake);
    int n = m->c.size;
    m->blocks = n == 3 || n == 5 ? 2 : 1;
    m->block[0] = (gw_gradcheck_block){"W", 0, ROWS[n - 1], COLS[n - 1]};
    m->block[1] = (gw_gradcheck_block){"b", n - 1, 1, 1};
    if (n == 1)
        m->block[0].name[0] = 'b';
    snprintf(m->text, sizeof m->text, "%s", TEXT[n - 1]);
    m->mistake = mistake;
    m->seed = seed;
    m->examples = 2 + gw_random_below(&r, 60);
    m->alpha = mistake == TIMES_ALPHA || mistake == STALE ? 0.013 : 0;
    m->by = (gw_random_below(&r, 2) ? 1 : -1) * (1.1 + 3 * gw_random_uniform(&r));
}

static double hashed(const model *m, int i) {
    gw_random r;
    gw_random_seed(&r, m->seed * 64 + (uint64_t)i);
    return 2 * gw_random_uniform(&r) - 1;
}

/* The gradient with the mistake: in both blocks where it is one of a whole gradient, else in
 * the first, or in the biases. 0 where there is no such mistake. */
static int gradient(const model *m, int point, const double *theta, double *g) {
    double t[WILD_SIZE], doubt[WILD_SIZE], at[WILD_SIZE];
    int n = m->c.size, rows = m->block[0].rows, cols = m->block[0].cols, size = rows * cols;
    int k = (int)(m->seed % (uint64_t)size), bias = m->blocks == 2 ? n - 1 : 0;
    double M = m->examples, largest = 0;
    slopes(m, theta, t, doubt);
    for (int i = 0; i < size; i++)
        largest = fmax(largest, fabs(t[i]));
    memcpy(g, t, sizeof t);
    for (int i = 0; i < n; i++) {
        double by = m->mistake == SIGN          ? -1
                    : m->mistake == FACTOR      ? m->by
                    : m->mistake == TWICE       ? 2
                    : m->mistake == HALF        ? 0.5
                    : m->mistake == NO_MEAN     ? M
                    : m->mistake == MEAN_TWICE  ? 1 / M
                    : m->mistake == M_MINUS_1   ? M / (M - 1)
                    : m->mistake == TIMES_ALPHA ? m->alpha
                    : m->mistake == ZERO        ? 0
                    : m->mistake == NOISE       ? 1 + 0.3 * hashed(m, i)
                    : m->mistake == DIGITS      ? 1 + 1e-7 * (2 + hashed(m, i))
                    : m->mistake == CURVED      ? t[i] / (largest > 0 ? largest : 1)
                    : m->mistake == BY_POINT    ? 1.2 + 0.3 * point
                                                : 1;
        g[i] = m->mistake == FLOATS ? (double)(float)t[i] : by == 1 ? t[i] : by * t[i];
    }
    double added = 0.3 * largest;
    switch (m->mistake) {
    case TRANSPOSED:
        for (int i = 0; i < size; i++)
            g[i] = t[i % rows * cols + i / rows];
        return rows > 1 && cols > 1;
    case NEXT_ROW:
        for (int i = 0; i < size; i++)
            g[i] = t[(i + cols) % size];
        return rows > 1 && size > 2;
    case BACKWARDS:
        for (int i = 0; i < size; i++)
            g[i] = t[size - 1 - i];
        return size > 2;
    case SCATTERED: {
        static const int TO[] = {2, 0, 3, 1, 5, 4};
        for (int i = 0; i < size; i++)
            g[i] = t[TO[i]];
        return size == 6;
    }
    case ENTRY_1E3:
        g[k] *= 1 + 1e-3;
        break;
    case ENTRY_1E6:
        g[k] *= 1 + 1e-6;
        break;
    case ENTRY_SIGN:
        g[k] = -g[k];
        break;
    case ENTRY_ZERO:
        g[k] = 0;
        break;
    case ENTRY_ADDED:
        g[k] += added;
        break;
    case ROW:
        for (int c = 0; c < cols; c++)
            g[c] *= 1 + 0.2 * (c + 1);
        return rows > 1;
    case NO_REGULARISER: /* as if the cost had one: what is right has a part like it */
        for (int i = 0; i < size; i++)
            g[i] -= m->by * theta[i] / (m->c.scale[0] * m->c.scale[0]);
        return m->by > 0 && m->c.scale[0] == 1;
    case REGULARISER:
        for (int i = bias; i < (m->blocks == 2 ? n : size); i++)
            g[i] += fabs(m->by) * theta[i];
        return m->c.scale[0] == 1;
    case CONSTANT:
        for (int i = 0; i < size; i++)
            g[i] += added / m->c.scale[i] * m->c.scale[0];
        return size > 1;
    case TWO_ENTRIES:
        g[0] *= 1.3;
        g[size - 1] *= 0.6;
        return size > 2 && rows > 1 && cols > 1;
    case STALE:
        for (int i = 0; i < n; i++)
            at[i] = theta[i] - m->alpha * t[i];
        slopes(m, at, g, doubt);
        return m->c.scale[0] == 1;
    case NOT_A_NUMBER:
        g[k] = NAN;
        break;
    case CURVED:
        return size > 1;
    case NOISE:
        return size > 1;
    case FLOATS:
        return largest < 1e30 && largest > 1e-30;
    case DIGITS:
        return 1;
    default:
        break;
    }
    return 1;
}

/* Is the gradient another than the right one, by more than its own rounding? */
static int is_wrong(const model *m, int p, int i) {
    double off = fabs(m->wrong[p][i] - m->truth[p][i]);
    return !(off <= m->doubt[p][i] + 1e-13 * fabs(m->truth[p][i]));
}

/* By what factor is a block wrong at every point, the same for all entries? */
static int has_factor(const model *m, const gw_gradcheck_block *b, double *factor) {
    double at = 0, tt = 0, most = 0;
    int votes = 0;
    for (int p = 0; p < m->points; p++) {
        double size = 0;
        for (int i = b->first; i < b->first + b->rows * b->cols; i++)
            size = fmax(size, fabs(m->truth[p][i]));
        for (int i = b->first; i < b->first + b->rows * b->cols && size > 0; i++) {
            at += m->wrong[p][i] / size * (m->truth[p][i] / size);
            tt += m->truth[p][i] / size * (m->truth[p][i] / size);
        }
    }
    *factor = at / tt;
    for (int i = b->first; i < b->first + b->rows * b->cols; i++) {
        int speaks = 0;
        for (int p = 0; p < m->points; p++) {
            double t = m->truth[p][i], off = fabs(m->wrong[p][i] - *factor * t);
            most = fmax(most, off / (fabs(*factor) * (EXACT * fabs(t) + m->doubt[p][i]) + 1e-300));
            speaks += fabs(t) > m->doubt[p][i];
        }
        votes += speaks > 0;
    }
    /* An approximate cost has other slopes than its gradient's, to some digits. */
    double slack = m->c.kind == WILD_FLOAT || m->c.kind == WILD_SOLVER ? 1e4 : 1;
    return most <= slack && votes >= (b->rows * b->cols > 1 ? 2 : 1);
}

static int is_near(double a, double b) {
    return fabs(a - b) <= 0.01 * fabs(b);
}

/* Do the parameters, times one number, make up for what is wrong? */
static int has_regulariser(const model *m, const gw_gradcheck_block *b, double *c) {
    double dt = 0, tt = 0;
    for (int p = 0; p < m->points; p++)
        for (int i = b->first; i < b->first + b->rows * b->cols; i++) {
            dt += (m->truth[p][i] - m->wrong[p][i]) * m->theta[p][i];
            tt += m->theta[p][i] * m->theta[p][i];
        }
    *c = dt / tt;
    for (int p = 0; p < m->points; p++)
        for (int i = b->first; i < b->first + b->rows * b->cols; i++) {
            double part = *c * m->theta[p][i];
            if (!(fabs(m->truth[p][i] - m->wrong[p][i] - part) <=
                  1e-6 * (fabs(part) + fabs(m->truth[p][i])) + m->doubt[p][i]))
                return 0;
        }
    return 1;
}

/* Are all wrong entries one, or a row or a column? Beside one that is far off, another that is
 * right to some digits is not counted. */
static int is_local(const model *m, const gw_gradcheck_block *b) {
    int row = -1, col = -1, wrong = 0, rows = 1, cols = 1;
    double worst = 0;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < b->rows * b->cols; i++) {
            double off = 0;
            for (int p = 0; p < m->points; p++) {
                double t = m->truth[p][b->first + i], a = m->wrong[p][b->first + i];
                if (is_wrong(m, p, b->first + i))
                    off = fmax(off, fabs(a - t) / fmax(fabs(a), fabs(t)));
            }
            if (round == 0)
                worst = fmax(worst, off);
            else if (off > 0.01 * worst || off > 1e-4) {
                rows &= wrong == 0 || row == i / b->cols;
                cols &= wrong == 0 || col == i % b->cols;
                row = i / b->cols, col = i % b->cols;
                wrong++;
            }
        }
    return wrong == 1 ||
           (wrong < b->rows * b->cols && ((rows && b->rows > 1) || (cols && b->cols > 1)));
}

static int any_wrong(const model *m, const gw_gradcheck_block *b) {
    int wrong = 0;
    for (int p = 0; p < m->points; p++)
        for (int i = b->first; i < b->first + b->rows * b->cols; i++)
            wrong |= is_wrong(m, p, i);
    return wrong;
}

/* At every point, or at any. */
static int agrees_to_digits(const model *m, const gw_gradcheck_block *b, int any) {
    int agree = 0;
    for (int p = 0; p < m->points; p++) {
        int agrees = 1;
        for (int i = b->first; i < b->first + b->rows * b->cols; i++)
            agrees &= !is_wrong(m, p, i) || fabs(m->wrong[p][i] - m->truth[p][i]) <=
                                                1.5e-4 * fabs(m->truth[p][i]) + m->doubt[p][i];
        agree += agrees;
    }
    return any ? agree > 0 : agree == m->points;
}

static int not_finite(const model *m, const gw_gradcheck_block *b) {
    int bad = 0;
    for (int p = 0; p < m->points; p++)
        for (int i = b->first; i < b->first + b->rows * b->cols; i++)
            bad |= !isfinite(m->wrong[p][i]);
    return bad;
}

/* Is what a name says true? */
static int is_true(const model *m, const gw_gradcheck_block *b, const char *key, const char *text) {
    double c, M = m->examples;
    int factor = has_factor(m, b, &c);
    if (!strcmp(key, "sign"))
        return factor && is_near(c, -1);
    if (!strcmp(key, "scale"))
        return factor;
    if (!strcmp(key, "missing-mean"))
        return factor && is_near(c, M);
    if (!strcmp(key, "double-mean"))
        return factor && is_near(c, 1 / M);
    if (!strcmp(key, "mean-over-m-minus-1"))
        return factor && fabs(c - M / (M - 1)) <= 0.01 / M;
    if (!strcmp(key, "accumulated"))
        return factor && is_near(c, 2);
    if (!strcmp(key, "single-entry"))
        return is_local(m, b) || (strstr(text, "not known so well") && any_wrong(m, b));
    if (!strcmp(key, "few-digits") || !strcmp(key, "single-precision"))
        return agrees_to_digits(m, b, strstr(text, "at one of the points") != NULL);
    if (!strncmp(key, "regulariser", 11)) {
        if (!has_regulariser(m, b, &c))
            return 0;
        return !strcmp(key, c > 0               ? "regulariser-missing"
                            : b->name[0] == 'b' ? "regulariser-on-bias"
                                                : "regulariser-twice");
    }
    if (!strcmp(key, "zero")) {
        for (int p = 0; p < m->points; p++)
            for (int i = b->first; i < b->first + b->rows * b->cols; i++)
                if (m->wrong[p][i] != 0)
                    return 0;
        return 1;
    }
    return (!strcmp(key, "transposed") && m->mistake == TRANSPOSED) ||
           (!strcmp(key, "shifted") &&
            (m->mistake == NEXT_ROW || m->mistake == BACKWARDS || m->mistake == TRANSPOSED)) ||
           (!strcmp(key, "stale-parameters") && m->mistake == STALE) ||
           (!strcmp(key, "nan") && not_finite(m, b));
}

/* Has the block's mistake a name that could be found? Where the mistake is none in it, or an
 * accident of a cost that is another than its gradient's, there is nothing to ask for. */
static int has_name(const model *m, const gw_gradcheck_block *b) {
    static const char *const KEY[] = {"sign",       "scale",        "single-entry",
                                      "few-digits", "regulariser-", "zero"};
    if (m->mistake < NAMED || b->rows * b->cols == 1)
        return m->mistake < NAMED;
    for (size_t k = 0; k < sizeof KEY / sizeof *KEY; k++)
        if (is_true(m, b, KEY[k], ""))
            return 1;
    return 0;
}

static void answer(model *m, const gw_session_ask *ask, gw_session_answer *told, double *theta,
                   double *g) {
    size_t bytes = (size_t)m->c.size * sizeof(double);
    memcpy(theta, ask->at, bytes);
    if (ask->entry >= 0)
        theta[ask->entry] = ask->value;
    if (ask->what == GW_ASK_POINT) {
        memcpy(theta, m->c.theta, bytes);
        told->values = theta;
    } else if (ask->what == GW_ASK_GRADIENT) {
        int seen = m->points > 0 && !memcmp(m->theta[m->points - 1], theta, bytes);
        int p = seen ? m->points - 1 : m->points++;
        memcpy(m->theta[p], theta, bytes);
        slopes(m, theta, m->truth[p], m->doubt[p]);
        (void)gradient(m, p, theta, m->wrong[p]);
        memcpy(g, m->wrong[p], bytes);
        told->gradient = g;
    } else
        told->value = wild_cost(&m->c, theta);
}

static void one(tally *t, wild_class kind, planted mistake, uint64_t seed, gw_session_mode mode,
                int verbose) {
    static model m;
    double theta[WILD_SIZE], g[WILD_SIZE];
    make(&m, kind, mistake, seed);
    if (!gradient(&m, 0, m.c.theta, g))
        return;
    const gw_session_model whom = {.size = m.c.size,
                                   .points = POINTS,
                                   .examples = m.examples,
                                   .has_point = 1,
                                   .mode = mode,
                                   .alpha = m.alpha,
                                   .seed = seed,
                                   .blocks = m.text};
    gw_session *session = NULL;
    gw_session_ask ask;
    void *memory = malloc(gw_session_bytes(&whom));
    must(memory ? gw_session_start(&whom, memory, &session) : GW_NULL);
    while (gw_session_next(session, &ask)) {
        gw_session_answer told = {0};
        if (ask.what == GW_ASK_NOTHING) {
            if (verbose)
                printf("    %s\n", ask.text);
            continue;
        }
        answer(&m, &ask, &told, theta, g);
        must(gw_session_tell(session, ask.id, &told));
    }
    for (int b = 0; b < m.blocks && !gw_session_stopped(session); b++) {
        gw_diagnosis list[GW_SESSION_DIAGNOSES];
        int32_t count;
        must(gw_session_diagnose(session, b, list, &count));
        t->runs++;
        if (count == 0)
            continue;
        t->caught++;
        const gw_diagnosis *said = &list[0];
        int unknown = !strcmp(said->key, "unknown"), misleads = 0;
        for (int k = 0; k < count && !unknown; k++)
            if (!is_true(&m, &m.block[b], list[k].key, list[k].text) && !misleads++)
                said = &list[k];
        if (unknown && has_name(&m, &m.block[b]))
            t->unknown++;
        else if (unknown)
            t->rightly_unknown++;
        else if (misleads)
            t->misleading++;
        else
            t->right++;
        if ((misleads || verbose) && !unknown)
            fprintf(stderr, "names: %d %d %d %d  %s, %s: %s %s: %s\n", kind, mistake, (int)seed,
                    mode, wild_name(kind), PLANTED_NAME[mistake], misleads ? "misleading" : "right",
                    said->key, said->text);
    }
    for (int p = 0; p < m.points && verbose; p++)
        for (int i = 0; i < m.c.size; i++)
            printf("  %d %d: theta %.6g right %.12g (%.2g) said %.12g\n", p, i, m.theta[p][i],
                   m.truth[p][i], m.doubt[p][i], m.wrong[p][i]);
    free(memory);
}

static void print_row(const char *name, const tally *t) {
    printf("%-21s %7ld %7ld %7ld %15ld %9ld %10ld\n", name, t->runs, t->caught, t->right,
           t->rightly_unknown, t->unknown, t->misleading);
}

static void add(tally *all, const tally *t) {
    all->runs += t->runs;
    all->caught += t->caught;
    all->right += t->right;
    all->rightly_unknown += t->rightly_unknown;
    all->unknown += t->unknown;
    all->misleading += t->misleading;
}

int main(int count, char **argument) {
    static const char *const MODE[] = {"all names", "along directions"};
    if (count != 2 && count != 6) {
        fprintf(stderr, "usage: names RUNS [CLASS MISTAKE SEED MODE]\n");
        return 2;
    }
    tally all = {0};
    if (count == 6) {
        one(&all, (wild_class)atoi(argument[2]), (planted)atoi(argument[3]),
            (uint64_t)atol(argument[4]), (gw_session_mode)atoi(argument[5]), 1);
        return zoo_end(0);
    }
    printf("%-21s %7s %7s %7s %15s %9s %10s\n", "names of mistakes", "blocks", "caught", "right",
           "rightly unknown", "unknown", "misleading");
    int bad = 0;
    for (int mode = 0; mode < 2; mode++) {
        tally whole = {0};
        for (int mistake = 0; mistake < PLANTED; mistake++) {
            tally of = {0};
            for (wild_class kind = 0; kind < WILDS; kind++)
                for (long seed = 1; seed <= atol(argument[1]); seed++)
                    one(&of, kind, (planted)mistake, (uint64_t)seed, (gw_session_mode)mode, 0);
            if (mode == 0)
                print_row(PLANTED_NAME[mistake], &of);
            add(&whole, &of);
        }
        print_row(MODE[mode], &whole);
        bad |= whole.caught == 0 ||
               (double)whole.misleading > MOST_MISLEADING * (double)whole.caught ||
               (double)whole.right < LEAST_NAMED * (double)(whole.right + whole.unknown);
    }
    return zoo_end(bad);
}
