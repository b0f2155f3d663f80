/* Runs the gradient checker on a model given as C: the file that scripts/gradcheck
 * compiles together with a reader's own. It prints what was found as lines of
 * tab-separated words, which scripts/gradcheck turns into a table or JSON:
 *
 *     problem  KEY  TEXT                          what stopped the check
 *     purity   KEY  TEXT                          what the functions did wrong
 *     block    NAME VERDICT CAUSE DIGITS ENTRIES ZEROS
 *     worst    WHERE ANALYTIC NUMERIC BOUND       of the block before
 *     diagnosis KEY TEXT                          of the block before
 *     whole    VERDICT CAUSE DIGITS EVALUATIONS NOISE
 *     curve    H ERROR BOUND                      --explain: error against h
 */
#include "diagnosis.h"
#include "gradcheck.h"
#include "random.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int gradcheck_size(void);
double gradcheck_cost(const double *theta);
void gradcheck_gradient(const double *theta, double *gradient);
void gradcheck_point(double *theta) __attribute__((weak));
const char *gradcheck_blocks(void) __attribute__((weak));
int gradcheck_examples(void) __attribute__((weak));

enum { MAX_BLOCKS = 64, GUARD = 64 };
/* What is written before a gradient is computed, to see what was not. */
static const double POISON = 6.0e66;

static FILE *out;

static void stop(const char *key, const char *text) {
    fprintf(out, "problem\t%s\t%s\n", key, text);
    fclose(out);
    exit(2);
}

static void *memory(size_t bytes) {
    void *p = calloc(1, bytes > 0 ? bytes : 1);
    if (p == NULL)
        stop("memory", "there is not enough memory for so many parameters");
    return p;
}

/* "W1 4x2, b1 4x1" → blocks that tile θ. */
static int read_blocks(int size, gw_gradcheck_block *block) {
    const char *at = gradcheck_blocks ? gradcheck_blocks() : NULL;
    if (at == NULL || *at == '\0') {
        *block = (gw_gradcheck_block){"theta", 0, size, 1};
        return 1;
    }
    int count = 0, first = 0;
    char text[200];
    while (*at != '\0') {
        int rows = 1, cols = 1, used = 0;
        char name[24] = "";
        if (count == MAX_BLOCKS)
            stop("blocks", "gradcheck_blocks names more than 64 blocks");
        int read = sscanf(at, " %23[^ ,] %dx%d%n", name, &rows, &cols, &used);
        if (read != 3 || rows < 1 || cols < 1) {
            snprintf(text, sizeof text,
                     "gradcheck_blocks: cannot read «%.40s»: write name rowsxcols", at);
            stop("blocks", text);
        }
        block[count] = (gw_gradcheck_block){"", first, rows, cols};
        snprintf(block[count].name, sizeof block[count].name, "%s", name);
        count++;
        first += rows * cols;
        at += used;
        while (*at == ',' || isspace((unsigned char)*at))
            at++;
    }
    if (first != size) {
        snprintf(text, sizeof text, "gradcheck_blocks covers %d parameters, gradcheck_size says %d",
                 first, size);
        stop("blocks", text);
    }
    return count;
}

/* The user's gradient, in a buffer with guards on both sides. */
static void gradient_into(int n, const double *theta, double *guarded, double fill) {
    for (int i = 0; i < n + 2 * GUARD; i++)
        guarded[i] = POISON;
    for (int i = 0; i < n; i++)
        guarded[GUARD + i] = fill;
    gradcheck_gradient(theta, guarded + GUARD);
}

static int guards_hold(int n, const double *guarded) {
    for (int i = 0; i < GUARD; i++)
        if (guarded[i] != POISON || guarded[GUARD + n + i] != POISON)
            return 0;
    return 1;
}

static int purity_failed;

static void impure(const char *key, const char *text) {
    fprintf(out, "purity\t%s\t%s\n", key, text);
    purity_failed = 1;
}

/* What a gradient function may do wrong whatever its mathematics. */
static void check_purity(int n, const double *theta, double *copy, double *gradient) {
    double *once = memory((size_t)(n + 2 * GUARD) * sizeof(double));
    double *again = memory((size_t)(n + 2 * GUARD) * sizeof(double));
    memcpy(copy, theta, (size_t)n * sizeof(double));
    (void)gradcheck_cost(copy);
    if (memcmp(copy, theta, (size_t)n * sizeof(double)) != 0)
        impure("theta-modified", "gradcheck_cost changes theta");
    memcpy(copy, theta, (size_t)n * sizeof(double));
    gradient_into(n, copy, once, 0);
    if (memcmp(copy, theta, (size_t)n * sizeof(double)) != 0)
        impure("theta-modified", "gradcheck_gradient changes theta");
    if (!guards_hold(n, once))
        impure("out-of-bounds", "gradcheck_gradient writes outside its buffer");
    memcpy(copy, theta, (size_t)n * sizeof(double));
    gradient_into(n, copy, again, POISON);
    int unwritten = 0, added = 0, other = 0;
    for (int i = 0; i < n; i++) {
        double a = once[GUARD + i], b = again[GUARD + i];
        unwritten += b == POISON;
        added += b != POISON && b == a + POISON;
        other += b != a && b != POISON && !(isnan(a) && isnan(b));
    }
    char text[160];
    if (unwritten > 0 && (unwritten < n || !added)) {
        snprintf(text, sizeof text, "gradcheck_gradient leaves %d of %d entries as they were",
                 unwritten, n);
        impure("unwritten", text);
    } else if (added + unwritten == n || other == n) {
        memcpy(copy, theta, (size_t)n * sizeof(double));
        gradient_into(n, copy, again, 1);
        int by_one = 0;
        for (int i = 0; i < n; i++)
            by_one += fabs(again[GUARD + i] - once[GUARD + i] - 1) <=
                      8 * DBL_EPSILON * (1 + fabs(once[GUARD + i]));
        if (by_one == n)
            impure("accumulated",
                   "gradcheck_gradient adds to what is in the buffer: clear it first");
        else
            impure("not-a-function", "gradcheck_gradient answers differently when asked again");
    } else if (other > 0)
        impure("not-a-function", "gradcheck_gradient answers differently when asked again");
    memcpy(gradient, once + GUARD, (size_t)n * sizeof(double));
    free(once);
    free(again);
}

static void where(const gw_gradcheck_block *b, int entry, char *text, size_t room) {
    int k = entry - b->first;
    if (b->rows * b->cols == 1)
        snprintf(text, room, "%s", b->name);
    else if (b->cols == 1)
        snprintf(text, room, "%s[%d]", b->name, k + 1);
    else
        snprintf(text, room, "%s[%d,%d]", b->name, k / b->cols + 1, k % b->cols + 1);
}

static void must(gw_status status) {
    if (status != GW_OK)
        stop("checker", gw_status_text(status));
}

static void report(const gw_gradcheck *check, int blocks, const gw_gradcheck_block *block) {
    gw_gradcheck_summary r;
    gw_gradcheck_entry e;
    for (int b = 0; b < blocks; b++) {
        char place[64];
        must(gw_gradcheck_block_result(check, b, &r));
        must(gw_gradcheck_entry_result(check, r.worst, &e));
        where(&block[b], r.worst, place, sizeof place);
        fprintf(out, "block\t%s\t%s\t%s\t%.1f\t%d\t%d\n", block[b].name, gw_verdict_text(r.verdict),
                gw_cause_text(r.cause), r.digits, r.entries, r.zeros);
        fprintf(out, "worst\t%s\t%.17g\t%.17g\t%.3g\n", place, e.analytic, e.numeric, e.bound);
        gw_diagnosis list[GW_DIAGNOSES];
        int32_t count;
        must(gw_diagnose(check, b, gradcheck_examples ? gradcheck_examples() : 0, list, &count));
        for (int k = 0; k < count; k++)
            fprintf(out, "diagnosis\t%s\t%s\n", list[k].key, list[k].text);
    }
    must(gw_gradcheck_result(check, &r));
    fprintf(out, "whole\t%s\t%s\t%.1f\t%.0f\t%.3g\n", gw_verdict_text(r.verdict),
            gw_cause_text(r.cause), r.digits, r.evaluations, r.noise);
}

/* Error of the plain central difference against h, for one entry. */
static void explain(double *theta, int entry, double analytic) {
    double kept = theta[entry], scale = fmax(1, fabs(kept));
    for (int k = 0; k <= 40; k++) {
        double h = scale * pow(10, -0.35 * k);
        volatile double plus = kept + h, minus = kept - h;
        theta[entry] = plus;
        double above = gradcheck_cost(theta);
        theta[entry] = minus;
        double below = gradcheck_cost(theta);
        theta[entry] = kept;
        double slope = (above - below) / (plus - minus);
        if (isfinite(slope))
            fprintf(out, "curve\t%.6g\t%.6g\t%.17g\n", h, fabs(slope - analytic), slope);
    }
}

/* Arguments: result-file seed points explain */
int main(int count, char **argument) {
    if (count != 5)
        return 2;
    out = fopen(argument[1], "w");
    if (out == NULL)
        return 2;
    setvbuf(out, NULL, _IOLBF, 0);
    uint64_t seed = strtoull(argument[2], NULL, 10);
    int points = atoi(argument[3]);
    char text[160];
    int n = gradcheck_size();
    if (n < 1) {
        snprintf(text, sizeof text, "gradcheck_size says %d: there must be at least one parameter",
                 n);
        stop("size", text);
    }
    static gw_gradcheck_block block[MAX_BLOCKS];
    int blocks = read_blocks(n, block);
    double *theta = memory((size_t)n * sizeof(double)), *copy = memory((size_t)n * sizeof(double));
    double *gradient = memory((size_t)n * sizeof(double));
    void *room = memory(gw_gradcheck_bytes(n, blocks));
    gw_random rng;
    gw_random_seed(&rng, seed);
    for (int k = 0; k < points; k++) {
        fprintf(out, "point\t%d\n", k + 1);
        for (int i = 0; i < n; i++)
            theta[i] = gw_random_normal(&rng);
        if (gradcheck_point && k == 0)
            gradcheck_point(theta);
        for (int i = 0; i < n; i++)
            if (!isfinite(theta[i]))
                stop("point", "gradcheck_point writes a number that is not finite");
        memcpy(copy, theta, (size_t)n * sizeof(double));
        double base = gradcheck_cost(copy);
        if (!isfinite(base)) {
            snprintf(text, sizeof text,
                     "gradcheck_cost is %g at the point: give another with gradcheck_point", base);
            stop("cost", text);
        }
        check_purity(n, theta, copy, gradient);
        const gw_gradcheck_problem problem = {.size = n,
                                              .blocks = blocks,
                                              .theta = theta,
                                              .gradient = gradient,
                                              .block = block,
                                              .seed = seed};
        gw_gradcheck *check;
        gw_gradcheck_ask ask;
        must(gw_gradcheck_start(&problem, room, &check));
        memcpy(copy, theta, (size_t)n * sizeof(double));
        while (gw_gradcheck_next(check, &ask)) {
            if (ask.entry >= 0) {
                copy[ask.entry] = ask.value;
                must(gw_gradcheck_tell(check, ask.id, gradcheck_cost(copy)));
                copy[ask.entry] = theta[ask.entry];
            } else {
                must(gw_gradcheck_point(check, ask.id, copy));
                must(gw_gradcheck_tell(check, ask.id, gradcheck_cost(copy)));
                memcpy(copy, theta, (size_t)n * sizeof(double));
            }
        }
        report(check, blocks, block);
        if (argument[4][0] == '1') {
            gw_gradcheck_summary r;
            must(gw_gradcheck_result(check, &r));
            explain(copy, r.worst, gradient[r.worst]);
        }
    }
    fclose(out);
    return 0;
}
