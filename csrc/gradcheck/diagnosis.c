#include "diagnosis.h"
#include "constants.h"
#include "evidence.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

gw_diagnosis *gw_patient_add(patient *p, gw_name name, double factor) {
    gw_diagnosis *d = p->count < GW_DIAGNOSES ? &p->list[p->count++] : &p->spare;
    snprintf(d->key, sizeof d->key, "%s", gw_diagnose_key((int32_t)name));
    d->factor = factor;
    return d;
}

void gw_patient_say_times(char *text, size_t room, double times) {
    if (fabs(times - 1) < NEARLY)
        snprintf(text, room, "off by %.2g of itself", fabs(times - 1));
    else
        snprintf(text, room, "%.6g times what it should be", times);
}

static int not_finite(patient *p) {
    const evidence *v = &p->v;
    int32_t bad = 0;
    for (int32_t at = 0; at < v->points && bad == 0; at++)
        for (int32_t i = 0; i < v->size; i++)
            bad += !isfinite(analytic_at(v, at, i));
    if (bad == 0)
        return 0;
    gw_diagnosis *d = gw_patient_add(p, GW_NAME_NAN, bad);
    if (v->size == 1)
        snprintf(d->text, sizeof d->text, "d%s is NaN or infinite.", v->name);
    else
        snprintf(d->text, sizeof d->text, "%d of the %d entries of d%s %s NaN or infinite.", bad,
                 v->size, v->name, bad == 1 ? "is" : "are");
    return 1;
}

static int all_zero(patient *p) {
    const evidence *v = &p->v;
    for (int32_t at = 0; at < v->points; at++)
        for (int32_t i = 0; i < v->size; i++)
            if (analytic_at(v, at, i) != 0)
                return 0;
    gw_diagnosis *d = gw_patient_add(p, GW_NAME_ZERO, 0);
    snprintf(d->text, sizeof d->text,
             "d%s is 0%s, but J has a slope: it was never written, or the chain was cut.", v->name,
             v->size == 1 ? "" : " everywhere");
    return 1;
}

/* Does a direction pass that would not if it were off by such a part of itself? */
static int others_are_exact(const evidence *v, double part) {
    for (int32_t at = 0; at < v->points; at++)
        for (int32_t k = 0; k < gw_evidence_lines(v, at); k++) {
            measured_line m = gw_evidence_line(v, at, k);
            if (m.verdict == GW_PASS && part * fabs(m.analytic) > CLEARLY * m.bound)
                return 1;
        }
    return 0;
}

/* Most lines that fail are right to some digits, and no other is off by more than what counts as
 * small beside the largest slope there; or half of them, at all points, and the others are off by
 * no more than these at any: the gradient, or the cost, was computed in single precision, by an
 * iteration that stops early, or where digits cancel; or the cost is read from a table whose
 * pieces bend too little to rise above its rounding, and the slope that was seen is the curve's. */
static int few_digits(patient *p, const char *where, int one_point) {
    const evidence *v = &p->v;
    double worst = 0;
    int32_t wrong = 0, of_themselves = 0, others_less = 1;
    for (int32_t at = 0; at < v->points; at++) {
        double largest = v->check[at]->block[v->index].size;
        double few_off = 0, others_off = 0;
        for (int32_t k = 0; k < gw_evidence_lines(v, at); k++) {
            measured_line m = gw_evidence_line(v, at, k);
            if (m.verdict != GW_FAIL)
                continue;
            double off = fabs(m.analytic - m.numeric) / largest;
            int few = relative(m.analytic, m.numeric) <= FEW_DIGITS;
            of_themselves += few;
            few_off = few ? fmax(few_off, off) : few_off;
            others_off = few ? others_off : fmax(others_off, off);
            worst = fmax(worst, few ? relative(m.analytic, m.numeric) : off);
            wrong++;
        }
        others_less &= others_off <= few_off;
        for (int32_t i = 0; i < v->size && v->by_direction; i++) {
            const gw_gradcheck_entry *e = entry_at(v, at, i);
            if (e->verdict == GW_FAIL) /* small along a direction, and far off itself */
                worst = fmax(worst, relative(e->analytic, e->numeric));
        }
    }
    if (2 * of_themselves < wrong || (2 * of_themselves == wrong && (one_point || !others_less)))
        return 0;
    if (wrong == 0 || worst > SMALL || (v->by_direction && others_are_exact(v, worst)))
        return 0;
    int floats = gw_evidence_all_floats(v);
    gw_diagnosis *d =
        gw_patient_add(p, floats ? GW_NAME_SINGLE_PRECISION : GW_NAME_FEW_DIGITS, -log10(worst));
    snprintf(d->text, sizeof d->text, "d%s agrees to %d digits%s%s.", v->name, (int)-log10(worst),
             where,
             floats ? ", and its numbers are floats: it was computed in single precision"
                    : ": somewhere it, or J, is computed in single precision, from a table, by an "
                      "iteration that stops, or where digits cancel");
    return 1;
}

/* A block of one entry that is nearly right. */
static int nearly_right(patient *p) {
    const gw_gradcheck_entry *e;
    if (p->v.size > 1 || p->count > 0 || !(gw_patient_is_wrong(&p->v, 0, 0, &e) > 0) ||
        e->cause == GW_CAUSE_KINK || !(relative(e->analytic, e->numeric) < NEARLY))
        return 0;
    gw_diagnosis *d = gw_patient_add(p, GW_NAME_SINGLE_ENTRY, 1);
    snprintf(d->text, sizeof d->text, "d%s is off by %.2g of itself.", p->v.name,
             relative(e->analytic, e->numeric));
    return 1;
}

static void name_it(patient *p) {
    if (!gw_patient_scaled(p))
        (void)(gw_patient_local(p) || gw_patient_permuted(p) || gw_patient_offset(p));
    (void)nearly_right(p);
    (void)few_digits(p, "", 0);
    if (p->count == 0) { /* the same of a gradient that is right to some digits but for this */
        p->v.loose = FEW_DIGITS;
        (void)gw_patient_scaled(p);
    }
}

/* An iteration may stop early at one point, and end elsewhere. */
static void name_one_point(patient *p) {
    evidence v = p->v;
    for (int32_t at = 0; at < v.points && v.points > 1 && p->count == 0; at++) {
        p->v.check = v.check + at;
        p->v.points = 1;
        (void)few_digits(p, " at one of the points", 1);
    }
    p->v = v;
}

static void say_unknown(patient *p, const gw_gradcheck_summary *worst) {
    gw_diagnosis *d = gw_patient_add(p, GW_NAME_UNKNOWN, 0);
    if (p->v.by_direction)
        snprintf(d->text, sizeof d->text,
                 "A direction through d%s fails; its other entries were not looked at alone. "
                 "Check every entry to know more.",
                 p->v.name);
    else if (worst->entries == 1)
        snprintf(d->text, sizeof d->text,
                 "d%s is wrong, in none of the ways that this checker knows.", p->v.name);
    else
        snprintf(d->text, sizeof d->text,
                 "%d of the %d entries of d%s %s wrong, in none of the ways that this checker "
                 "knows.",
                 worst->failed, worst->entries, p->v.name, worst->failed == 1 ? "is" : "are");
}

gw_status gw_diagnose_points(const gw_gradcheck *const *check, int32_t points, int32_t block,
                             int32_t examples, double alpha, gw_diagnosis *list, int32_t *count) {
    if (check == NULL || list == NULL || count == NULL)
        return GW_NULL;
    if (points < 1)
        return GW_RANGE;
    for (int32_t at = 0; at < points; at++)
        if (check[at] == NULL)
            return GW_NULL;
        else if (block < 0 || block >= check[at]->blocks)
            return GW_RANGE;
    *count = 0;
    const block_state *state = &check[0]->block[block];
    gw_gradcheck_summary worst = {0};
    int fails = 0, impure = 0;
    for (int32_t at = 0; at < points; at++) {
        const gw_gradcheck_block *b = &check[at]->block[block].block;
        gw_gradcheck_summary r;
        if (check[at]->mode != check[0]->mode || b->first != state->block.first ||
            b->rows != state->block.rows || b->cols != state->block.cols)
            return GW_SHAPE;
        GW_TRY(gw_gradcheck_block_result(check[at], block, &r));
        fails |= r.verdict == GW_FAIL;
        impure |= r.cause == GW_CAUSE_IMPURE;
        if (at == 0 || r.failed > worst.failed)
            worst = r;
    }
    if (!fails)
        return GW_OK;
    patient p = {.v = {.check = check,
                       .points = points,
                       .index = block,
                       .first = state->block.first,
                       .rows = state->block.rows,
                       .cols = state->block.cols,
                       .size = gw_gradcheck_block_size(&state->block),
                       .name = state->block.name,
                       .by_direction = gw_gradcheck_by_direction(check[0], state),
                       .loose = ALIKE},
                 .examples = examples,
                 .alpha = alpha,
                 .list = list};
    if (impure) {
        gw_diagnosis *d = gw_patient_add(&p, GW_NAME_NOT_A_FUNCTION, 0);
        snprintf(d->text, sizeof d->text,
                 "J answers differently when asked again at the same point: it draws random "
                 "numbers, or keeps something from call to call.");
    } else if (!not_finite(&p) && !all_zero(&p)) {
        name_it(&p);
        if (p.count == 0)
            name_one_point(&p);
    }
    if (p.count == 0)
        say_unknown(&p, &worst);
    *count = p.count;
    return GW_OK;
}

gw_status gw_diagnose(const gw_gradcheck *check, int32_t block, int32_t examples, double alpha,
                      gw_diagnosis *list, int32_t *count) {
    return gw_diagnose_points(&check, 1, block, examples, alpha, list, count);
}
