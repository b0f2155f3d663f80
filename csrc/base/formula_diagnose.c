#include "formula.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "formula_rules.h"

/* {f} is the node, {g} what stands inside it, {n} the number of the diagnosis. */
static const struct {
    const char *key, *says;
} SAYS[RULES] = {
    [PRODUCT_FIRST_HALF] = {"product-first-half",
                            "the product rule lacks its second half, f g', in {f}"},
    [PRODUCT_SECOND_HALF] = {"product-second-half",
                             "the product rule lacks its first half, f' g, in {f}"},
    [PRODUCT_OF_SLOPES] =
        {"product-of-slopes",
         "the derivatives were multiplied in {f}: the product rule is f' g + f g'"},
    [QUOTIENT_SIGN] = {"quotient-sign",
                       "the quotient rule has a plus where its minus belongs, in {f}"},
    [QUOTIENT_TURNED] = {"quotient-turned",
                         "the two terms of the quotient rule are exchanged in {f}"},
    [QUOTIENT_NOT_SQUARED] = {"quotient-not-squared", "the denominator is not squared in {f}"},
    [QUOTIENT_SQUARED_BY_TERMS] = {"quotient-squared-by-terms",
                                   "the denominator was squared term by term in {f}; (a + b)^2 is "
                                   "a^2 + 2ab + b^2"},
    [QUOTIENT_OF_SLOPES] = {"quotient-of-slopes",
                            "the derivatives were divided in {f}: the quotient rule is "
                            "(f' g - f g')/g^2"},
    [POWER_OFF_BY_ONE] = {"power-off-by-one", "the exponent was not lowered by one in {f}"},
    [POWER_NOT_BROUGHT_DOWN] = {"power-not-brought-down",
                                "the exponent did not come down as a factor in {f}"},
    [MISSING_LOGARITHM] = {"missing-logarithm", "the factor ln of the base is missing in {f}"},
    [POWER_RULE_ON_EXPONENTIAL] = {"power-rule-on-exponential",
                                   "the power rule was used on the exponential {f}"},
    [SIGN_LOST] = {"sign-lost", "a minus sign was lost in {f}"},
    [MISSING_INNER_DERIVATIVE] = {"missing-inner-derivative",
                                  "the inner derivative, of {g}, is missing in {f}"},
    [MISSING_OUTER_DERIVATIVE] = {"missing-outer-derivative",
                                  "the outer derivative is missing in {f}"},
    [OUTER_SLOPE_AT_X] = {"outer-slope-at-x",
                          "the outer derivative was taken at x in {f}; it belongs at {g}"},
    [INNER_SLOPE_INSIDE] =
        {"inner-slope-inside",
         "the derivative of {g} was put inside in {f}; it belongs behind, as a factor"},
    [SIGN_OF_FUNCTION] = {"sign-of-function",
                          "the derivative of the outer function in {f} has the wrong sign"},
    [FUNCTION_NOT_DIFFERENTIATED] = {"function-not-differentiated",
                                     "the outer function in {f} stayed as it is"},
    [SIGN] = {"sign", "the sign is turned"},
    [SCALE] = {"scale", "it is {n} times what it should be, everywhere"},
    [ZERO] = {"zero", "it is 0 where the function has a slope"},
    [NOT_FINITE] = {"nan", "it has no value at x = {n}, where the function has a slope"},
    [UNKNOWN] = {"unknown", "none of the ways that rules are usually broken gives this derivative"},
};

static double slope_at(const gw_formula *f, double x, gw_formula_rule broken, int32_t where) {
    double value, slope;
    gw_formula_walk(f, x, broken, where, &value, &slope);
    return slope;
}

/* What stands inside a node: its first part, or the one with an x. */
static int32_t inside(const gw_formula *f, int32_t node) {
    const gw_formula_node *n = &f->node[node];
    return n->right >= 0 && !f->node[n->left].has_x ? n->right : n->left;
}

/* May a rule be broken at a node? What only composites have needs an inside that is
 * not x alone. */
static int applies(const gw_formula *f, int32_t node, gw_formula_rule broken) {
    const gw_formula_node *n = &f->node[node];
    int composite = n->left >= 0 && f->node[inside(f, node)].operation != GW_FORMULA_X;
    switch (n->operation) {
    case GW_FORMULA_TIMES:
        return broken >= PRODUCT_FIRST_HALF && broken <= PRODUCT_OF_SLOPES;
    case GW_FORMULA_OVER:
        return broken >= QUOTIENT_SIGN && broken <= QUOTIENT_OF_SLOPES;
    case GW_FORMULA_POWER:
        if (broken == MISSING_INNER_DERIVATIVE || broken == OUTER_SLOPE_AT_X ||
            broken == INNER_SLOPE_INSIDE)
            return composite;
        return broken >= POWER_OFF_BY_ONE && broken <= POWER_RULE_ON_EXPONENTIAL;
    case GW_FORMULA_NEGATE:
        return broken == SIGN_LOST;
    case GW_FORMULA_CALL:
        if (broken >= MISSING_INNER_DERIVATIVE && broken <= INNER_SLOPE_INSIDE)
            return composite;
        return broken == SIGN_OF_FUNCTION || broken == FUNCTION_NOT_DIFFERENTIATED;
    default:
        return 0;
    }
}

static int same(double a, double b) {
    return fabs(a - b) <= 1e-9 * fmax(fabs(a), fabs(b)); /* so NaN is not */
}

typedef struct {
    const gw_formula *f, *derivative;
    const double *points;
    int32_t count;
    gw_formula_diagnosis *list;
    int32_t found;
} search;

/* Digits that the derivative itself loses, as σ(1 − σ) does far out, must not hide what
 * is wrong with it: most points agree to nine digits, the others to six of the largest. */
static int explains(const search *s, gw_formula_rule broken, int32_t where) {
    double largest = 0, distance = 0;
    int32_t agree = 0;
    for (int32_t i = 0; i < s->count; i++) {
        double theirs = gw_formula_value(s->derivative, s->points[i]);
        double ours = slope_at(s->f, s->points[i], broken, where);
        if (isnan(theirs - ours))
            return 0;
        agree += same(theirs, ours);
        largest = fmax(largest, fabs(theirs));
        distance = fmax(distance, same(theirs, ours) ? 0 : fabs(theirs - ours));
    }
    return 4 * agree >= 3 * s->count && distance <= 1e-6 * largest;
}

/* Is the same already said, of an equal part of the text? */
static int said(const search *s, gw_formula_rule broken, int32_t node) {
    const gw_formula_node *n = &s->f->node[node];
    for (int32_t k = 0; k < s->found; k++) {
        const gw_formula_node *other = &s->f->node[s->list[k].node];
        if (s->list[k].rule == (int32_t)broken && other->to - other->from == n->to - n->from &&
            strncmp(s->f->text + other->from, s->f->text + n->from, (size_t)(n->to - n->from)) == 0)
            return 1;
    }
    return 0;
}

static void say(search *s, gw_formula_rule broken, int32_t node, int throughout, double number) {
    if (s->found < GW_FORMULA_DIAGNOSES)
        s->list[s->found++] = (gw_formula_diagnosis){(int32_t)broken, node, throughout, number};
}

static void search_nodes(search *s) {
    for (int32_t node = s->f->count - 1; node >= 0; node--)
        for (gw_formula_rule broken = RIGHT + 1; broken < BREAKABLE; broken++)
            if (s->f->node[node].has_x && applies(s->f, node, broken) &&
                explains(s, broken, node) && !said(s, broken, node))
                say(s, broken, node, 0, 0);
}

/* The same gw_formula_rule broken wherever it is used, as by somebody who does not know it. */
static void search_throughout(search *s) {
    for (gw_formula_rule broken = RIGHT + 1; broken < BREAKABLE; broken++) {
        if (!explains(s, broken, THROUGHOUT))
            continue;
        for (int32_t node = s->f->count - 1; node >= 0; node--)
            if (applies(s->f, node, broken)) {
                say(s, broken, node, 1, 0);
                break;
            }
    }
}

/* A constant factor of the whole: the sign, 0, or another. */
static void search_whole(search *s) {
    double ratio = NAN;
    for (int32_t i = 0; i < s->count; i++) {
        double here_ratio =
            gw_formula_value(s->derivative, s->points[i]) / gw_formula_slope(s->f, s->points[i]);
        if (i == 0)
            ratio = here_ratio;
        if (!same(here_ratio, ratio) || !isfinite(ratio))
            return;
    }
    if (s->count > 0)
        say(s, ratio == 0 ? ZERO : same(ratio, -1) ? SIGN : SCALE, -1, 0, ratio);
}

int32_t gw_formula_diagnose(const gw_formula *f, const gw_formula *derivative, const double *points,
                            int32_t count, gw_formula_diagnosis *list) {
    search s = {f, derivative, points, count, list, 0};
    for (int32_t i = 0; i < count && s.found == 0; i++)
        if (!isfinite(gw_formula_value(derivative, points[i])) &&
            isfinite(gw_formula_slope(f, points[i])))
            say(&s, NOT_FINITE, -1, 0, points[i]);
    void (*const SEARCH[])(search *) = {search_nodes, search_whole, search_throughout};
    for (int k = 0; k < 3 && s.found == 0; k++)
        SEARCH[k](&s);
    if (s.found == 0)
        say(&s, UNKNOWN, -1, 0, 0);
    return s.found;
}

/* ---- In words ---- */

int32_t gw_formula_rules(void) {
    return RULES;
}

const char *gw_formula_rule_key(int32_t number) {
    return number > RIGHT && number < RULES ? SAYS[number].key : NULL;
}

typedef struct {
    char *text;
    size_t size, used;
} writer;

static void put(writer *w, const char *text, size_t length) {
    for (size_t k = 0; k < length && w->used + 1 < w->size; k++)
        w->text[w->used++] = text[k];
}

static void put_node(writer *w, const gw_formula *f, int32_t node) {
    put(w, f->text + f->node[node].from, (size_t)(f->node[node].to - f->node[node].from));
}

void gw_formula_say(const gw_formula *f, const gw_formula_diagnosis *d, char *text, size_t size) {
    writer w = {text, size, 0};
    if (size == 0)
        return;
    text[0] = 0;
    if (gw_formula_rule_key(d->rule) == NULL)
        return;
    char number[64];
    /* A factor that is nearly 1 would be printed as 1. */
    if (d->rule == SCALE && f && fabs(d->number - 1) < 1e-3)
        snprintf(number, sizeof number, "(1 %c %.2g)", d->number > 1 ? '+' : '-',
                 fabs(d->number - 1));
    else
        snprintf(number, sizeof number, "%.6g", d->number);
    for (const char *c = SAYS[d->rule].says; *c; c++) {
        if (c[0] != '{') {
            put(&w, c, 1);
            continue;
        }
        if (f == NULL)
            put(&w, c[1] == 'f' ? "f(g)" : c + 1, c[1] == 'f' ? 4 : 1);
        else if (c[1] == 'n')
            put(&w, number, strlen(number));
        else
            put_node(&w, f, c[1] == 'f' ? d->node : inside(f, d->node));
        c += 2;
    }
    if (d->throughout)
        put(&w, ", and wherever that rule is used", 32);
    if (f) {
        text[0] = (char)toupper((unsigned char)text[0]);
        put(&w, ".", 1);
    }
    text[w.used] = 0;
}
