#include "constants.h"
#include "evidence.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* What may be wrong with a whole block. */

/* What a common factor means: the analytic gradient is `times` too large. */
static void read_factor(patient *p, double times, double precision) {
    double m = p->examples;
    gw_name name = GW_NAME_SCALE;
    const char *reading = "";
    if (fabs(times + 1) <= fmax(precision, FEW_DIGITS)) /* no other factor is so near −1 */
        name = GW_NAME_SIGN;
    else if (m > 1 && fabs(times / m - 1) <= precision) {
        name = GW_NAME_MISSING_MEAN;
        reading = ", and m is just that: the mean over examples (1/m) is missing";
    } else if (m > 1 && fabs(times * m - 1) <= precision) {
        name = GW_NAME_DOUBLE_MEAN;
        reading = ", which is 1/m: the mean over examples is taken twice";
    } else if (m > 2 && fabs(times / (m / (m - 1)) - 1) <= precision) {
        name = GW_NAME_MEAN_OVER_M_MINUS_1;
        reading = ", which is m/(m - 1): divide by m";
    } else if (fabs(times - 2) <= precision * 2)
        reading = ": the 2 of a square's derivative too many, or a buffer added up over two calls";
    else if (fabs(times - 0.5) <= precision / 2)
        reading = ": a 2 is missing, or a 1/2 too many";
    gw_diagnosis *d = gw_patient_add(p, name, times);
    const char *every = p->v.size == 1 ? "" : "Every entry of ";
    char how[64];
    gw_patient_say_times(how, sizeof how, times);
    if (name == GW_NAME_SIGN)
        snprintf(d->text, sizeof d->text, "%sd%s has the right size and the wrong sign.", every,
                 p->v.name);
    else
        snprintf(d->text, sizeof d->text, "%sd%s is %s%s.", every, p->v.name, how, reading);
    if (p->alpha > 0 && fabs(fabs(times) / p->alpha - 1) <= precision) {
        if (*reading || name != GW_NAME_SCALE) /* a tie: α is 1/m, or ½, or 1 */
            d = gw_patient_add(p, GW_NAME_SCALE, times);
        snprintf(d->text, sizeof d->text,
                 "%sd%s is %.6g times what it should be; α is %.6g: the gradient is already "
                 "multiplied by the learning rate%s.",
                 every, p->v.name, times, p->alpha, times < 0 ? ", and by -1" : "");
    }
    if (m == 2 && name == GW_NAME_DOUBLE_MEAN) { /* a tie */
        d = gw_patient_add(p, GW_NAME_SCALE, times);
        snprintf(d->text, sizeof d->text, "%sd%s is half of what it should be: a 2 is missing.",
                 every, p->v.name);
    }
    if ((name == GW_NAME_SCALE || m == 2) && fabs(times - 2) <= precision * 2) {
        d = gw_patient_add(p, GW_NAME_ACCUMULATED, times);
        snprintf(
            d->text, sizeof d->text,
            "Twice the right value is also what adding to a buffer that was not cleared gives.");
    }
}

static double as_it_is(const evidence *v, int32_t point, int32_t i) {
    return analytic_at(v, point, i);
}

static double divided(const evidence *v, int32_t point, int32_t i) {
    return v->c * analytic_at(v, point, i);
}

static int others_speak(evidence *v, double part) {
    v->entry = 0;
    for (int32_t i = 0; i < v->size; i++)
        if (fabs(analytic_at(v, 0, i)) > fabs(analytic_at(v, 0, v->entry)))
            v->entry = i;
    return gw_evidence_speaks(v, gw_evidence_but_one, part);
}

/* n = c a along every line; 1/c is by how much the analytic one is too large. 1 if at least
 * two say so. */
int gw_patient_scaled(patient *p) {
    evidence *v = &p->v;
    double precision;
    if (!gw_evidence_fit(v, as_it_is, TO_SLOPE, &v->c, &precision))
        return 0;
    precision = fmax(v->loose, precision);
    double times = 1 / v->c;
    int32_t votes = gw_evidence_votes(v, divided);
    if (precision > NEARLY || fabs(times - 1) <= precision)
        return 0;
    int reads = fabs(times - 2) <= 2 * precision || fabs(times - 0.5) <= precision ||
                (p->alpha > 0 && fabs(fabs(times) / p->alpha - 1) <= precision);
    /* Along directions the largest entry may stand for all. */
    if (v->by_direction && !others_speak(v, fabs(1 - v->c)))
        return 0;
    /* One entry of several has told nothing of the others; one alone, seen at one point, is
     * always «a factor common to all»: then only a reading counts. */
    if (votes < (v->size > 1 ? 2 : 1))
        return 0;
    int32_t before = p->count;
    read_factor(p, times, precision);
    int only_near = v->size == 1 && fabs(times - 1) < NEARLY; /* that is said otherwise */
    if (((votes < 2 && !reads) || only_near) &&
        !strcmp(p->list[before].key, gw_diagnose_key(GW_NAME_SCALE)))
        p->count = before;
    return p->count > before && votes >= 2;
}

static double parameter(const evidence *v, int32_t point, int32_t i) {
    return theta_at(v, point, i);
}

static double regularised(const evidence *v, int32_t point, int32_t i) {
    return analytic_at(v, point, i) + v->c * theta_at(v, point, i);
}

/* "b", "b2", "bias", "b_out". */
static int is_bias(const char *name) {
    return !strncmp(name, "bias", 4) ||
           (name[0] == 'b' && (name[1] == '\0' || name[1] == '_' || strchr("0123456789", name[1])));
}

/* Where all θ are alike, any constant is one times θ. */
static int all_alike(const evidence *v) {
    double first = theta_at(v, 0, 0);
    for (int32_t at = 0; at < v->points; at++)
        for (int32_t i = 0; i < v->size; i++) {
            double t = theta_at(v, at, i);
            if (fabs(t - first) > ALIKE * fmax(fabs(t), fabs(first)))
                return 0;
        }
    return 1;
}

/* n − a = c θ for every entry, with one c: a regulariser too few or too many. */
int gw_patient_offset(patient *p) {
    evidence *v = &p->v;
    double precision;
    if (!gw_evidence_fit(v, parameter, TO_ERROR, &v->c, &precision) || precision > NEARLY ||
        all_alike(v) || gw_evidence_votes(v, regularised) < 2)
        return 0;
    int bias = is_bias(v->name), missing = v->c > 0;
    gw_diagnosis *d = gw_patient_add(p,
                                     missing ? GW_NAME_REGULARISER_MISSING
                                     : bias  ? GW_NAME_REGULARISER_ON_BIAS
                                             : GW_NAME_REGULARISER_TWICE,
                                     fabs(v->c));
    snprintf(d->text, sizeof d->text, "d%s is wrong by %.6g %s%s: %s.", v->name, v->c, v->name,
             v->size == 1 ? " at every point" : " in every entry",
             missing ? "the regulariser (lambda/m) is missing"
             : bias  ? "a regulariser (lambda/m) that biases do not have"
                     : "a regulariser that the cost does not have, or twice");
    return 1;
}

/* Entry i of the right gradient stands at place(i) of that under test. */
static double moved_back(const evidence *v, int32_t point, int32_t i) {
    return analytic_at(v, point, v->place(v->rows, v->cols, i));
}

static int32_t by_columns(int32_t rows, int32_t cols, int32_t i) {
    return i % cols * rows + i / cols;
}
static int32_t row_before(int32_t rows, int32_t cols, int32_t i) {
    return (i + rows * cols - cols) % (rows * cols);
}
static int32_t next_row(int32_t rows, int32_t cols, int32_t i) {
    return (i + cols) % (rows * cols);
}
static int32_t column_before(int32_t rows, int32_t cols, int32_t i) {
    (void)rows;
    return i / cols * cols + (i % cols + cols - 1) % cols;
}
static int32_t next_column(int32_t rows, int32_t cols, int32_t i) {
    (void)rows;
    return i / cols * cols + (i % cols + 1) % cols;
}
static int32_t backwards(int32_t rows, int32_t cols, int32_t i) {
    return rows * cols - 1 - i;
}

int gw_patient_permuted(patient *p) {
    const struct {
        int32_t (*place)(int32_t, int32_t, int32_t);
        int suits;
        gw_name name;
        const char *how;
    } way[] = {{by_columns, p->v.rows > 1 && p->v.cols > 1, GW_NAME_TRANSPOSED,
                "stored column by column, read row by row"},
               {row_before, p->v.rows > 1, GW_NAME_SHIFTED, "each row holds the next one's"},
               {next_row, p->v.rows > 1, GW_NAME_SHIFTED, "each row holds the one before's"},
               {column_before, p->v.cols > 1, GW_NAME_SHIFTED, "each column holds the next one's"},
               {next_column, p->v.cols > 1, GW_NAME_SHIFTED, "each column holds the one before's"},
               {backwards, 1, GW_NAME_SHIFTED, "from the last to the first"}};
    for (size_t k = 0; k < sizeof way / sizeof *way && p->v.size > 2; k++) {
        p->v.place = way[k].place;
        if (!way[k].suits || gw_evidence_votes(&p->v, moved_back) < 2)
            continue;
        gw_diagnosis *d = gw_patient_add(p, way[k].name, 0);
        snprintf(d->text, sizeof d->text, "d%s holds the right numbers in the wrong order: %s.",
                 p->v.name, way[k].how);
        return 1;
    }
    return 0;
}
