/* Plants mistakes in the gradients of generated costs. */
#include "names.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const PLANTED_NAME[PLANTED] = {
    "sign",           "times a number", "twice",          "half",
    "times m",        "by m",           "m/(m - 1)",      "times alpha",
    "zero",           "transposed",     "next row",       "backwards",
    "entry 1e-3",     "entry 1e-6",     "entry's sign",   "entry zero",
    "entry added to", "a row",          "no regulariser", "a regulariser",
    "floats",         "seven digits",   "stale",          "NaN",
    "noise",          "a constant",     "two entries",    "other places",
    "squared",        "by the point"};

const char *names_planted(planted mistake) {
    return PLANTED_NAME[mistake];
}

void names_slopes(const model *m, const double *theta, double *slope, double *doubt) {
    wild_case c = m->c;
    double part;
    memcpy(c.theta, theta, sizeof c.theta);
    wild_truth(&c, slope, doubt, &part);
    for (int i = 1; c.kind == WILD_AT_KINK && i < c.size; i += 2)
        slope[i] += (theta[i] > 0 ? 1 : theta[i] < 0 ? -1 : 0) / c.scale[i];
}

void names_make(model *m, wild_class kind, planted mistake, uint64_t seed) {
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

int names_gradient(const model *m, int point, const double *theta, double *g) {
    double t[WILD_SIZE], doubt[WILD_SIZE], at[WILD_SIZE];
    int n = m->c.size, rows = m->block[0].rows, cols = m->block[0].cols, size = rows * cols;
    int k = (int)(m->seed % (uint64_t)size), bias = m->blocks == 2 ? n - 1 : 0;
    double M = m->examples, largest = 0;
    names_slopes(m, theta, t, doubt);
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
        names_slopes(m, at, g, doubt);
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
