#include "diagnosis.h"
#include "constants.h"
#include "state.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* One failed block, and the diagnoses of it so far. */
typedef struct {
    const gw_gradcheck_entry *e;
    const double *theta;
    int32_t rows, cols, size, examples;
    double alpha;
    double unit;  /* the largest slope: sums of squares of the rest may overflow */
    double loose; /* part of itself by which an entry may differ from a hypothesis */
    const char *name;
    gw_diagnosis *list;
    int32_t count;
    gw_diagnosis spare; /* written where the list is full, and never read */
} patient;

static gw_diagnosis *add(patient *p, const char *key, double factor) {
    gw_diagnosis *d = p->count < GW_DIAGNOSES ? &p->list[p->count++] : &p->spare;
    snprintf(d->key, sizeof d->key, "%s", key);
    d->factor = factor;
    return d;
}

/* Does the numeric gradient allow `value` for entry i? A bound that says
 * nothing (an undecided entry) allows everything. */
static int allows(const patient *p, int32_t i, double value) {
    const gw_gradcheck_entry *e = &p->e[i];
    if (!isfinite(e->numeric) || !isfinite(e->bound))
        return 1;
    return fabs(value - e->numeric) <= e->bound + p->loose * fabs(value);
}

/* Can entry i tell `change`, or is its slope 0 or its bound wide? One that cannot has no
 * vote. */
static int tells(const patient *p, int32_t i, double change) {
    const gw_gradcheck_entry *e = &p->e[i];
    return isfinite(e->numeric) && fabs(change) > 3 * (e->bound + p->loose * fabs(e->analytic));
}

/* By what part of itself an entry is wrong. */
static double relative(const gw_gradcheck_entry *e) {
    return fabs(e->analytic - e->numeric) / fmax(fabs(e->analytic), fabs(e->numeric));
}

/* "1.07 times what it should be", and what says more of an entry that is nearly right. */
static void say_times(char *text, size_t room, double times) {
    if (fabs(times - 1) < NEARLY)
        snprintf(text, room, "off by %.2g of itself", fabs(times - 1));
    else
        snprintf(text, room, "%.6g times what it should be", times);
}

static int not_finite(patient *p) {
    int32_t bad = 0;
    for (int32_t i = 0; i < p->size; i++)
        bad += !isfinite(p->e[i].analytic);
    if (bad == 0)
        return 0;
    gw_diagnosis *d = add(p, "nan", bad);
    if (p->size == 1)
        snprintf(d->text, sizeof d->text, "d%s is NaN or infinite.", p->name);
    else
        snprintf(d->text, sizeof d->text, "%d of the %d entries of d%s %s NaN or infinite.", bad,
                 p->size, p->name, bad == 1 ? "is" : "are");
    return 1;
}

static int all_zero(patient *p) {
    for (int32_t i = 0; i < p->size; i++)
        if (p->e[i].analytic != 0)
            return 0;
    gw_diagnosis *d = add(p, "zero", 0);
    snprintf(d->text, sizeof d->text,
             "d%s is 0%s, but J has a slope: it was never written, or the chain was cut.", p->name,
             p->size == 1 ? "" : " everywhere");
    return 1;
}

/* What a constant factor means: the analytic gradient is `times` too large. */
static void read_factor(patient *p, double times, double precision) {
    double m = p->examples;
    const char *key = "scale", *reading = "";
    if (fabs(times + 1) <= precision)
        key = "sign";
    else if (m > 1 && fabs(times / m - 1) <= precision) {
        key = "missing-mean";
        reading = ", and m is just that: the mean over examples (1/m) is missing";
    } else if (m > 1 && fabs(times * m - 1) <= precision) {
        key = "double-mean";
        reading = ", which is 1/m: the mean over examples is taken twice";
    } else if (m > 2 && fabs(times / (m / (m - 1)) - 1) <= precision) {
        key = "mean-over-m-minus-1";
        reading = ", which is m/(m - 1): divide by m";
    } else if (fabs(times - 2) <= precision * 2)
        reading = ": the 2 of a square's derivative too many, or a buffer added up over two calls";
    else if (fabs(times - 0.5) <= precision / 2)
        reading = ": a 2 is missing, or a 1/2 too many";
    gw_diagnosis *d = add(p, key, times);
    const char *every = p->size == 1 ? "" : "Every entry of ";
    char how[64];
    say_times(how, sizeof how, times);
    if (!strcmp(key, "sign"))
        snprintf(d->text, sizeof d->text, "%sd%s has the right size and the wrong sign.", every,
                 p->name);
    else
        snprintf(d->text, sizeof d->text, "%sd%s is %s%s.", every, p->name, how, reading);
    if (p->alpha > 0 && fabs(fabs(times) / p->alpha - 1) <= precision) {
        if (*reading || strcmp(key, "scale") != 0) /* a tie: α is 1/m, or ½, or 1 */
            d = add(p, "scale", times);
        snprintf(d->text, sizeof d->text,
                 "%sd%s is %.6g times what it should be; α is %.6g: the gradient is already "
                 "multiplied by the learning rate%s.",
                 every, p->name, times, p->alpha, times < 0 ? ", and by -1" : "");
    }
    if (m == 2 && !strcmp(key, "double-mean")) { /* a tie */
        d = add(p, "scale", times);
        snprintf(d->text, sizeof d->text, "%sd%s is half of what it should be: a 2 is missing.",
                 every, p->name);
    }
    if ((!strcmp(key, "scale") || m == 2) && fabs(times - 2) <= precision * 2) {
        d = add(p, "accumulated", times);
        snprintf(
            d->text, sizeof d->text,
            "Twice the right value is also what adding to a buffer that was not cleared gives.");
    }
}

/* n = c a for every entry; 1/c is by how much the analytic one is too large. 1 if at least
 * two entries say so. */
static int scaled(patient *p) {
    double an = 0, aa = 0;
    for (int32_t i = 0; i < p->size; i++) {
        const gw_gradcheck_entry *e = &p->e[i];
        if (!isfinite(e->numeric) || !(e->bound > 0) || !isfinite(e->bound))
            continue;
        double w = p->unit / e->bound; /* the better known count more */
        an += w * (e->analytic / p->unit) * (w * (e->numeric / p->unit));
        aa += w * (e->analytic / p->unit) * (w * (e->analytic / p->unit));
    }
    if (!(aa > 0) || !isfinite(an / aa) || an == 0)
        return 0;
    /* [scaled] */
    int32_t votes = 0;
    double c = an / aa;
    for (int32_t i = 0; i < p->size; i++) {
        if (!allows(p, i, c * p->e[i].analytic))
            return 0;
        votes += tells(p, i, (1 - c) * p->e[i].analytic);
    }
    /* [/scaled] */
    double precision = fmax(p->loose, 3 / (sqrt(aa) * fabs(c)));
    if (fabs(1 / c - 1) <= precision)
        return 0; /* by that factor it is right */
    int32_t before = p->count;
    read_factor(p, 1 / c, precision);
    /* One entry alone is always «a constant factor»: then only a reading counts. */
    if (votes < 2 && !strcmp(p->list[before].key, "scale") && fabs(1 / c - 2) > 2 * precision &&
        fabs(1 / c - 0.5) > precision &&
        !(p->alpha > 0 && fabs(fabs(1 / c) / p->alpha - 1) <= precision))
        p->count = before;
    return votes >= 2 && precision < 0.01;
}

/* n − a = c θ for every entry: a regulariser too few or too many. */
static int offset_by_theta(patient *p) {
    double dt = 0, tt = 0, size = 0;
    for (int32_t i = 0; i < p->size; i++)
        size = fmax(size, fabs(p->theta[i]));
    if (p->size < 2 || size == 0)
        return 0;
    for (int32_t i = 0; i < p->size; i++) {
        const gw_gradcheck_entry *e = &p->e[i];
        if (!isfinite(e->numeric) || !(e->bound > 0) || !isfinite(e->bound))
            continue;
        double w = p->unit / e->bound, t = p->theta[i] / size;
        dt += w * ((e->numeric - e->analytic) / p->unit) * (w * t);
        tt += w * t * (w * t);
    }
    if (!(tt > 0) || dt == 0)
        return 0;
    double c = dt / tt * (p->unit / size), first = 0;
    int votes = 0, differ = 0; /* where all θ are alike, any constant is one times θ */
    for (int32_t i = 0; i < p->size; i++) {
        if (!allows(p, i, p->e[i].analytic + c * p->theta[i]))
            return 0;
        if (tells(p, i, c * p->theta[i])) {
            first = votes++ == 0 ? p->theta[i] : first;
            differ |= fabs(p->theta[i] - first) > ALIKE * size;
        }
    }
    if (votes < 2 || !differ)
        return 0;
    int bias = p->name[0] == 'b';
    gw_diagnosis *d = add(p, c > 0 ? "regulariser-missing" : "regulariser-on-bias", fabs(c));
    snprintf(d->text, sizeof d->text, "d%s is wrong by %.6g %s in every entry: %s.", p->name, c,
             p->name,
             c > 0  ? "the regulariser (lambda/m) is missing"
             : bias ? "a regulariser (lambda/m) that biases do not have"
                    : "a regulariser that the cost does not have, or twice");
    return 1;
}

/* Entry i of the analytic gradient holds what belongs to entry to(i). */
typedef int32_t (*place)(const patient *p, int32_t i);

static int32_t by_columns(const patient *p, int32_t i) {
    return i % p->rows * p->cols + i / p->rows;
}
static int32_t next_row(const patient *p, int32_t i) {
    return (i + p->cols) % p->size;
}
static int32_t row_before(const patient *p, int32_t i) {
    return (i + p->size - p->cols) % p->size;
}
static int32_t next_column(const patient *p, int32_t i) {
    return i / p->cols * p->cols + (i % p->cols + 1) % p->cols;
}
static int32_t column_before(const patient *p, int32_t i) {
    return i / p->cols * p->cols + (i % p->cols + p->cols - 1) % p->cols;
}
static int32_t backwards(const patient *p, int32_t i) {
    return p->size - 1 - i;
}

static int moved(patient *p, place to, const char *key, const char *how) {
    int32_t elsewhere = 0;
    for (int32_t i = 0; i < p->size; i++) {
        int32_t k = to(p, i);
        if (!allows(p, k, p->e[i].analytic))
            return 0;
        elsewhere += k != i;
    }
    if (elsewhere == 0 || p->size < 3)
        return 0;
    gw_diagnosis *d = add(p, key, 0);
    snprintf(d->text, sizeof d->text, "d%s holds the right numbers in the wrong places: %s.",
             p->name, how);
    return 1;
}

static int permuted(patient *p) {
    return (p->rows > 1 && p->cols > 1 &&
            moved(p, by_columns, "transposed", "stored column by column, read row by row")) ||
           (p->rows > 1 && (moved(p, next_row, "shifted", "each row holds the next one's") ||
                            moved(p, row_before, "shifted", "each row holds the one before's"))) ||
           (p->cols > 1 &&
            (moved(p, next_column, "shifted", "each column holds the next one's") ||
             moved(p, column_before, "shifted", "each column holds the one before's"))) ||
           moved(p, backwards, "shifted", "from the last to the first");
}

/* Is the entry right to some digits, where another is wrong? */
static int is_nearly_right(const gw_gradcheck_entry *e, double worst) {
    return relative(e) <= FEW_DIGITS && relative(e) < worst * FEW_BESIDE;
}

/* All but one entry, or all but one row or column, are right. */
static int local(patient *p) {
    int32_t wrong = 0, first = -1, row = -1, col = -1, one_row = 1, one_col = 1;
    double worst = 0;
    for (int32_t i = 0; i < p->size; i++)
        if (p->e[i].verdict == GW_FAIL)
            worst = fmax(worst, relative(&p->e[i]));
    for (int32_t i = 0; i < p->size; i++) {
        if (p->e[i].verdict != GW_FAIL || is_nearly_right(&p->e[i], worst))
            continue;
        int32_t r = i / p->cols, c = i % p->cols;
        if (wrong++ == 0)
            first = i, row = r, col = c;
        one_row &= r == row && (wrong == 1 || p->rows > 1); /* a vector is no row of itself */
        one_col &= c == col && (wrong == 1 || p->cols > 1);
    }
    if (wrong == 0 || wrong == p->size || !(one_row || one_col))
        return 0;
    gw_diagnosis *d = add(p, "single-entry", wrong);
    if (wrong > 1) {
        snprintf(d->text, sizeof d->text,
                 "Only %s %d of d%s is wrong: an index off by one, or a loop that ends early.",
                 one_row ? "row" : "column", one_row ? row + 1 : col + 1, p->name);
        return 1;
    }
    const gw_gradcheck_entry *e = &p->e[first];
    char index[32], how[72];
    if (p->cols == 1)
        snprintf(index, sizeof index, "[%d]", row + 1);
    else
        snprintf(index, sizeof index, "[%d,%d]", row + 1, col + 1);
    if (e->cause == GW_CAUSE_KINK)
        snprintf(how, sizeof how, "it is %.6g, and the slopes end at %.4g and %.4g", e->analytic,
                 e->numeric - e->bound, e->numeric + e->bound);
    else if (e->analytic == 0)
        snprintf(how, sizeof how, "it is 0, but J has a slope there");
    else if (fabs(e->analytic + e->numeric) <= e->bound)
        snprintf(how, sizeof how, "its sign is turned");
    else if (fabs(e->numeric) <= e->bound)
        snprintf(how, sizeof how, "it is %.6g and should be 0", e->analytic);
    else {
        snprintf(how, sizeof how, "it is ");
        say_times(how + 6, sizeof how - 6, e->analytic / e->numeric);
    }
    int32_t others = p->size - 1, passed = 0;
    for (int32_t i = 0; i < p->size; i++)
        passed += p->e[i].verdict == GW_PASS;
    char rest[44];
    if (passed < others)
        snprintf(rest, sizeof rest, "No other entry is seen to be.");
    else if (others == 1)
        snprintf(rest, sizeof rest, "The other entry is right.");
    else
        snprintf(rest, sizeof rest, "The other %d entries are right.", others);
    snprintf(d->text, sizeof d->text, "Only d%s%s is wrong: %s. %s", p->name, index, how, rest);
    return 1;
}

/* Every entry that fails is right to some digits: the gradient, or the cost, was computed
 * in single precision, by an iteration that stops early, or where digits cancel. */
static int few_digits(patient *p) {
    double worst = 0;
    int32_t wrong = 0, floats = 1;
    for (int32_t i = 0; i < p->size; i++) {
        const gw_gradcheck_entry *e = &p->e[i];
        floats &= (double)(float)e->analytic == e->analytic;
        if (e->verdict == GW_FAIL) {
            worst = fmax(worst, relative(e));
            wrong++;
        }
    }
    if (wrong == 0 || worst > FEW_DIGITS)
        return 0;
    gw_diagnosis *d = add(p, floats ? "single-precision" : "few-digits", -log10(worst));
    snprintf(d->text, sizeof d->text, "d%s agrees to %d digits%s.", p->name, (int)-log10(worst),
             floats ? ", and its numbers are floats: it was computed in single precision"
                    : ": somewhere it, or J, is computed in single precision, by an iteration "
                      "that stops, or where digits cancel");
    return 1;
}

/* A block of one entry that is nearly right. */
static int nearly_right(patient *p) {
    const gw_gradcheck_entry *e = p->e;
    if (p->size > 1 || e->cause == GW_CAUSE_KINK || !(relative(e) < NEARLY))
        return 0;
    gw_diagnosis *d = add(p, "single-entry", 1);
    snprintf(d->text, sizeof d->text, "d%s is off by %.2g of itself.", p->name, relative(e));
    return 1;
}

static void name_it(patient *p) {
    if (!scaled(p))
        (void)(local(p) || permuted(p) || offset_by_theta(p));
    (void)nearly_right(p);
    (void)few_digits(p);
    if (p->count == 0) { /* the same of a gradient that is right to some digits but for this */
        p->loose = FEW_DIGITS;
        (void)scaled(p);
    }
}

gw_status gw_diagnose(const gw_gradcheck *check, int32_t block, int32_t examples, double alpha,
                      gw_diagnosis *list, int32_t *count) {
    if (check == NULL || list == NULL || count == NULL)
        return GW_NULL;
    if (block < 0 || block >= check->blocks)
        return GW_RANGE;
    const gw_gradcheck_block *b = &check->block[block].block;
    gw_gradcheck_summary summary;
    GW_TRY(gw_gradcheck_block_result(check, block, &summary));
    *count = 0;
    if (summary.verdict != GW_FAIL)
        return GW_OK;
    patient p = {.e = check->entry + b->first,
                 .theta = check->theta + b->first,
                 .rows = b->rows,
                 .cols = b->cols,
                 .size = b->rows * b->cols,
                 .examples = examples,
                 .alpha = alpha,
                 .loose = ALIKE,
                 .name = b->name,
                 .list = list};
    for (int32_t i = 0; i < p.size; i++)
        if (isfinite(p.e[i].numeric))
            p.unit = fmax(p.unit, fmax(fabs(p.e[i].numeric), fabs(p.e[i].analytic)));
    int alone = 1; /* was every entry looked at on its own? */
    for (int32_t i = 0; i < p.size; i++)
        alone &= p.e[i].cause != GW_CAUSE_DIRECTION;
    if (summary.cause == GW_CAUSE_IMPURE) {
        gw_diagnosis *d = add(&p, "not-a-function", 0);
        snprintf(d->text, sizeof d->text,
                 "J answers differently when asked again at the same point: it draws random "
                 "numbers, or keeps something from call to call.");
    } else if (!not_finite(&p) && !all_zero(&p) && alone) {
        name_it(&p);
    }
    if (p.count == 0) {
        gw_diagnosis *d = add(&p, "unknown", 0);
        if (!alone)
            snprintf(d->text, sizeof d->text,
                     "A direction through d%s fails; its other entries were not looked at alone. "
                     "Check every entry to know more.",
                     b->name);
        else if (summary.entries == 1)
            snprintf(d->text, sizeof d->text,
                     "d%s is wrong, in none of the ways that this checker knows.", b->name);
        else
            snprintf(d->text, sizeof d->text,
                     "%d of the %d entries of d%s %s wrong, in none of the ways that this checker "
                     "knows.",
                     summary.failed, summary.entries, b->name, summary.failed == 1 ? "is" : "are");
    }
    *count = p.count;
    return GW_OK;
}

/* How far a slope at θ − αn may be from that at the point after the update, where
 * each n is known within its bound only: a part ‖bound‖/‖n‖ of how much slopes change
 * on the way, twice. */
static double uncertainty(const gw_gradcheck *check, const gw_gradcheck *moved) {
    double bounds = 0, slopes = 0, change = 0;
    for (int32_t i = 0; i < check->size; i++) {
        const gw_gradcheck_entry *e = &check->entry[i];
        bounds = hypot(bounds, e->bound);
        slopes = hypot(slopes, e->numeric);
        change = fmax(change, fabs(moved->entry[i].numeric - e->numeric));
    }
    return 2 * change * bounds / slopes;
}

gw_status gw_diagnose_update(const gw_gradcheck *check, const gw_gradcheck *moved, int32_t block,
                             double alpha, gw_diagnosis *found, int32_t *holds) {
    if (check == NULL || moved == NULL || found == NULL || holds == NULL)
        return GW_NULL;
    if (block < 0 || block >= check->blocks)
        return GW_RANGE;
    if (moved->size != check->size || moved->blocks != check->blocks)
        return GW_SHAPE;
    *holds = 0;
    const gw_gradcheck_block *b = &check->block[block].block;
    double doubt = uncertainty(check, moved), along = 0;
    int telling = 0; /* is an entry far off at θ, beside how near it is there? */
    for (int32_t i = b->first; i < b->first + gw_gradcheck_block_size(b); i++) {
        const gw_gradcheck_entry *here = &check->entry[i], *there = &moved->entry[i];
        double near = there->bound + doubt + 1e-9 * fabs(there->numeric);
        if (here->cause == GW_CAUSE_DIRECTION || !(fabs(there->analytic - there->numeric) <= near))
            return GW_OK;
        telling |= here->verdict == GW_FAIL && fabs(here->analytic - here->numeric) > 10 * near;
    }
    if (!telling)
        return GW_OK;
    for (int32_t i = 0; i < check->size; i++)
        along += (moved->theta[i] - check->theta[i]) * check->entry[i].numeric;
    snprintf(found->key, sizeof found->key, "stale-parameters");
    snprintf(found->text, sizeof found->text,
             "d%s is right for other parameters: this is the gradient %s an update by α = %.6g.",
             b->name, along < 0 ? "after" : "before", alpha);
    found->factor = alpha;
    *holds = 1;
    return GW_OK;
}
