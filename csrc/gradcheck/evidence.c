#include "evidence.h"
#include "constants.h"

#include <math.h>

static const block_state *block_at(const evidence *v, int32_t point) {
    return &v->check[point]->block[v->index];
}

int32_t gw_evidence_lines(const evidence *v, int32_t point) {
    return v->by_direction ? block_at(v, point)->measured : v->size;
}

measured_line gw_evidence_line(const evidence *v, int32_t point, int32_t k) {
    if (v->by_direction)
        return block_at(v, point)->along[k];
    const gw_gradcheck_entry *e = entry_at(v, point, k);
    return (measured_line){
        {.first = v->first + k, .count = 1}, e->analytic, e->numeric, e->bound, e->verdict};
}

static int is_known(const measured_line *m) {
    return isfinite(m->numeric) && isfinite(m->bound);
}

/* A hypothesis along a line, and the sizes of what is added up there. */
static double along(const evidence *v, int32_t point, const line *l, hypothesis slope,
                    double *sizes) {
    double sum = 0;
    *sizes = 0;
    for (int32_t i = l->first; i < l->first + l->count; i++) {
        double part = gw_gradcheck_component(v->check[point], l, i) * slope(v, point, i - v->first);
        sum += part;
        *sizes += fabs(part);
    }
    return sum;
}

/* 1 for a vote, −1 where the line does not allow the hypothesis, else 0. */
static int vote(const evidence *v, int32_t point, const measured_line *m, hypothesis slope) {
    double sizes;
    if (!is_known(m))
        return 0;
    double value = along(v, point, &m->line, slope, &sizes);
    if (!(fabs(value - m->numeric) <= m->bound + v->loose * sizes))
        return -1;
    return fabs(value - m->analytic) > CLEARLY * (m->bound + v->loose * fabs(m->analytic));
}

int32_t gw_evidence_votes(const evidence *v, hypothesis slope) {
    int32_t votes = 0, most = 0;
    int each = v->by_direction || v->size == 1; /* another direction is another line */
    for (int32_t p = 0; p < v->points; p++)
        if (gw_evidence_lines(v, p) > most)
            most = gw_evidence_lines(v, p);
    for (int32_t k = 0; k < most; k++) {
        int32_t voted = 0;
        for (int32_t p = 0; p < v->points; p++) {
            if (k >= gw_evidence_lines(v, p))
                continue;
            measured_line m = gw_evidence_line(v, p, k);
            int said = vote(v, p, &m, slope);
            if (said < 0)
                return -1;
            voted += said;
        }
        votes += each ? voted : voted > 0;
    }
    return votes;
}

int gw_evidence_all_floats(const evidence *v) {
    for (int32_t p = 0; p < v->points; p++)
        for (int32_t i = 0; i < v->size; i++)
            if ((double)(float)analytic_at(v, p, i) != analytic_at(v, p, i))
                return 0;
    return 1;
}

double gw_evidence_but_one(const evidence *v, int32_t point, int32_t i) {
    return i == v->entry ? 0 : analytic_at(v, point, i);
}

int gw_evidence_speaks(const evidence *v, hypothesis slope, double part) {
    for (int32_t p = 0; p < v->points; p++)
        for (int32_t k = 0; k < gw_evidence_lines(v, p); k++) {
            double sizes;
            measured_line m = gw_evidence_line(v, p, k);
            if (is_known(&m) &&
                part * fabs(along(v, p, &m.line, slope, &sizes)) > CLEARLY * m.bound)
                return 1;
        }
    return 0;
}

int gw_evidence_fit(const evidence *v, hypothesis x, fitted to, double *c, double *precision) {
    /* In bounds, and of those in the largest: sums of squares of the rest may overflow. */
    double largest_x = 0, largest_y = 0, xx = 0, xy = 0;
    for (int round = 0; round < 2; round++)
        for (int32_t p = 0; p < v->points; p++)
            for (int32_t k = 0; k < gw_evidence_lines(v, p); k++) {
                double sizes;
                measured_line m = gw_evidence_line(v, p, k);
                if (!is_known(&m) || !(m.bound > 0))
                    continue;
                double dx = along(v, p, &m.line, x, &sizes) / m.bound;
                double dy = (to == TO_SLOPE ? m.numeric : m.numeric - m.analytic) / m.bound;
                if (round == 0) {
                    largest_x = fmax(largest_x, fabs(dx));
                    largest_y = fmax(largest_y, fabs(dy));
                } else {
                    xx += dx / largest_x * (dx / largest_x);
                    xy += dx / largest_x * (dy / largest_y);
                }
            }
    if (!(xx > 0) || !isfinite(xx) || xy == 0)
        return 0;
    *c = xy / xx * (largest_y / largest_x);
    *precision = 3 / (sqrt(xx) * largest_x * fabs(*c));
    return isfinite(*c) && *c != 0;
}
