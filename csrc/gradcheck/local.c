#include "constants.h"
#include "evidence.h"

#include <math.h>
#include <stdio.h>

/* What may be wrong with a part of a block. */

/* How far an entry is off, in slopes as they are there: beside others it is this that counts,
 * for where a slope passes through 0 the least error is many times itself. */
static double measure(const evidence *v, int32_t at, const gw_gradcheck_entry *e) {
    double largest = v->check[at]->block[v->index].size;
    return fabs(e->analytic - e->numeric) / fmax(largest, fabs(e->numeric));
}

/* Is the entry right to some digits, where another is wrong? */
static int is_nearly_right(const evidence *v, int32_t at, const gw_gradcheck_entry *e,
                           double worst) {
    return relative(e->analytic, e->numeric) <= FEW_DIGITS &&
           measure(v, at, e) < worst * FEW_BESIDE;
}

double gw_patient_is_wrong(const evidence *v, int32_t i, double worst,
                           const gw_gradcheck_entry **found) {
    double most = -1;
    *found = NULL;
    for (int32_t at = 0; at < v->points; at++) {
        const gw_gradcheck_entry *e = entry_at(v, at, i);
        if (e->verdict == GW_FAIL && !is_nearly_right(v, at, e, worst) &&
            measure(v, at, e) > most) {
            *found = e;
            most = measure(v, at, e);
        }
    }
    return fmax(most, 0);
}

/* Is entry i right, and would it be seen if it were off by such a part of itself? One that is
 * undecided, or whose bound is wide, is silent. */
static int speaks(const evidence *v, int32_t i, double off) {
    for (int32_t at = 0; at < v->points; at++) {
        const gw_gradcheck_entry *e = entry_at(v, at, i);
        int right = relative(e->analytic, e->numeric) <= FEW_DIGITS; /* to digits, if it fails */
        if ((e->verdict == GW_PASS || (e->verdict == GW_FAIL && right && off > FEW_DIGITS)) &&
            (e->cause == GW_CAUSE_ZERO || off * fabs(e->analytic) > CLEARLY * e->bound))
            return 1;
    }
    return 0;
}

/* What is wrong with entry i, seen where it is furthest off, and at every other point where
 * it fails. */
static void say_how(const evidence *v, int32_t i, const gw_gradcheck_entry *e, char *how,
                    size_t room) {
    int zero = 1, turned = 1, vanishes = 1, times = 1;
    double factor = e->analytic / e->numeric;
    for (int32_t at = 0; at < v->points; at++) {
        const gw_gradcheck_entry *o = entry_at(v, at, i);
        if (o->verdict != GW_FAIL)
            continue;
        zero &= o->analytic == 0;
        turned &= fabs(o->analytic + o->numeric) <= o->bound;
        vanishes &= fabs(o->numeric) <= o->bound;
        times &= fabs(o->analytic - factor * o->numeric) <=
                 fabs(factor) * (o->bound + e->bound * fabs(o->numeric / e->numeric)) +
                     ALIKE * fabs(o->analytic);
    }
    if (e->cause == GW_CAUSE_KINK)
        snprintf(how, room, "it is %.6g, and the slopes end at %.4g and %.4g", e->analytic,
                 e->numeric - e->bound, e->numeric + e->bound);
    else if (zero)
        snprintf(how, room, "it is 0, but J has a slope there");
    else if (turned)
        snprintf(how, room, "its sign is turned");
    else if (vanishes)
        snprintf(how, room, "it is %.6g and should be 0", e->analytic);
    else if (times || relative(e->analytic, e->numeric) < NEARLY) {
        snprintf(how, room, "it is ");
        gw_patient_say_times(how + 6, room - 6, factor);
    } else
        snprintf(how, room, "it is %.6g where %.6g is right", e->analytic, e->numeric);
}

static void say_single(patient *p, int32_t i, const gw_gradcheck_entry *e, const char *is,
                       const char *rest) {
    const evidence *v = &p->v;
    char index[32], how[72];
    if (v->cols == 1)
        snprintf(index, sizeof index, "[%d]", i + 1);
    else
        snprintf(index, sizeof index, "[%d,%d]", i / v->cols + 1, i % v->cols + 1);
    say_how(v, i, e, how, sizeof how);
    gw_diagnosis *d = gw_patient_add(p, GW_NAME_SINGLE_ENTRY, 1);
    snprintf(d->text, sizeof d->text, "Only d%s%s %s wrong: %s. %s", v->name, index, is, how, rest);
}

/* All but one entry, or all but one row or column, are right, at every point. */
static int among_entries(patient *p) {
    const evidence *v = &p->v;
    int32_t wrong = 0, first = -1, row = -1, col = -1, one_row = 1, one_col = 1, right = 0;
    const gw_gradcheck_entry *e, *found = NULL;
    double worst = 0, part = 0; /* how far off, and by what part of itself */
    for (int32_t i = 0; i < v->size; i++)
        worst = fmax(worst, gw_patient_is_wrong(v, i, 0, &e));
    for (int32_t i = 0; i < v->size; i++) {
        (void)gw_patient_is_wrong(v, i, worst, &e);
        if (e == NULL)
            continue;
        int32_t r = i / v->cols, c = i % v->cols;
        if (wrong++ == 0)
            first = i, row = r, col = c, found = e;
        part = fmax(part, relative(e->analytic, e->numeric));
        one_row &= r == row && (wrong == 1 || v->rows > 1); /* a vector is no row of itself */
        one_col &= c == col && (wrong == 1 || v->cols > 1);
    }
    for (int32_t i = 0; i < v->size; i++) {
        (void)gw_patient_is_wrong(v, i, worst, &e);
        right += e == NULL && speaks(v, i, part);
    }
    if (wrong == 0 || !(one_row || one_col) ||
        (part <= FEW_DIGITS && gw_evidence_all_floats(v))) /* then they are why */
        return 0;
    /* Those that are silent have no vote, and where they are many, nobody knows; but of one that
     * is right to more digits than they are known to, this can be said. */
    if (2 * right <= v->size - wrong) {
        if (wrong == 1 && v->size > 1 && part <= FEW_DIGITS)
            say_single(p, first, found, "is seen to be", "The others are not known so well.");
        return 0;
    }
    if (wrong > 1) {
        gw_diagnosis *d = gw_patient_add(p, GW_NAME_SINGLE_ENTRY, wrong);
        snprintf(d->text, sizeof d->text,
                 "Only %s %d of d%s is wrong: an index off by one, or a loop that ends early.",
                 one_row ? "row" : "column", one_row ? row + 1 : col + 1, v->name);
        return 1;
    }
    char rest[44];
    int32_t others = v->size - 1;
    if (right < others)
        snprintf(rest, sizeof rest, "No other entry is seen to be.");
    else if (others == 1)
        snprintf(rest, sizeof rest, "The other entry is right.");
    else
        snprintf(rest, sizeof rest, "The other %d entries are right.", others);
    say_single(p, first, found, "is", rest);
    return 1;
}

/* With the entry that halving has led to as it was measured. */
static double mended(const evidence *v, int32_t point, int32_t i) {
    return i == v->entry && isfinite(entry_at(v, point, i)->numeric)
               ? entry_at(v, point, i)->numeric
               : analytic_at(v, point, i);
}

static int is_alone(patient *p) {
    evidence *v = &p->v;
    const gw_gradcheck_entry *e;
    int found = 0;
    for (int32_t i = 0; i < v->size; i++)
        if (gw_patient_is_wrong(v, i, 0, &e) > 0) {
            if (found++)
                return 0;
            v->entry = i;
        }
    return found && gw_evidence_votes(v, mended) >= 2;
}

/* The same of a block that was seen along directions: with one entry mended all agree, and if
 * the others were off by as much, one would not. */
static int along_directions(patient *p) {
    const gw_gradcheck_entry *e;
    if (!is_alone(p))
        return 0;
    (void)gw_patient_is_wrong(&p->v, p->v.entry, 0, &e);
    if (!gw_evidence_speaks(&p->v, gw_evidence_but_one, relative(e->analytic, e->numeric)))
        return 0;
    say_single(p, p->v.entry, e, "is", "Without it all directions agree.");
    return 1;
}

int gw_patient_local(patient *p) {
    return p->v.by_direction ? along_directions(p) : among_entries(p);
}
