/* Is what a name says true of the slopes, which are known? */
#include "names.h"

#include <math.h>
#include <string.h>

/* Slopes and gradients are computed to so many digits here. */
static const double EXACT = 1e-8;

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

int names_is_true(const model *m, const gw_gradcheck_block *b, const char *key, const char *text) {
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

int names_has_name(const model *m, const gw_gradcheck_block *b) {
    static const char *const KEY[] = {"sign",       "scale",        "single-entry",
                                      "few-digits", "regulariser-", "zero"};
    if (m->mistake < NAMED || b->rows * b->cols == 1)
        return m->mistake < NAMED;
    for (size_t k = 0; k < sizeof KEY / sizeof *KEY; k++)
        if (names_is_true(m, b, KEY[k], ""))
            return 1;
    return 0;
}
