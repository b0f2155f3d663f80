/* Runs the gradient checker on a model given as C: the file that scripts/gradcheck
 * compiles together with a reader's own. It writes what was found as lines of
 * tab-separated words, which scripts/gradcheck turns into a table or JSON:
 *
 *     problem  KEY  TEXT                          what stopped the check
 *     point    NUMBER                             what follows was found there
 *     purity   KEY  FUNCTION TEXT                 what cost or gradient did wrong
 *     block    NAME VERDICT CAUSE DIGITS ENTRIES ZEROS
 *     worst    WHERE ANALYTIC NUMERIC BOUND       of the block before
 *     diagnosis KEY TEXT                          of the block before
 *     whole    VERDICT CAUSE DIGITS EVALUATIONS NOISE
 *     explain  WHERE ANALYTIC NUMERIC BOUND       --explain: the worst entry,
 *     curve    H ERROR                            and the error against h there
 *     end                                         the check was not cut short
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

enum { MAX_BLOCKS = 64, GUARD = 64, DRAWS = 100 };

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
    int count = 0;
    long long covered = 0;
    char text[200];
    while (*at != '\0') {
        int rows = 1, cols = 1, used = 0;
        char name[24] = "";
        if (count == MAX_BLOCKS)
            stop("blocks", "gradcheck_blocks names more than 64 blocks");
        int read = sscanf(at, " %23[^ ,\t\n]%*[ \t]%dx%d%n", name, &rows, &cols, &used);
        int ends =
            read == 3 && (at[used] == '\0' || at[used] == ',' || isspace((unsigned char)at[used]));
        if (!ends || rows < 1 || cols < 1) {
            snprintf(text, sizeof text,
                     "gradcheck_blocks: cannot read «%.40s»: write name rowsxcols", at);
            for (char *c = text; *c; c++)
                if (*c == '\n' || *c == '\t')
                    *c = ' ';
            stop("blocks", text);
        }
        for (int b = 0; b < count; b++)
            if (!strcmp(block[b].name, name)) {
                snprintf(text, sizeof text, "gradcheck_blocks names two blocks %s", name);
                stop("blocks", text);
            }
        block[count] = (gw_gradcheck_block){"", (int)covered, rows, cols};
        snprintf(block[count].name, sizeof block[count].name, "%s", name);
        count++;
        covered += (long long)rows * cols;
        if (covered > size)
            covered = (long long)size + 1; /* enough to disagree, and no overflow */
        at += used;
        while (*at == ',' || isspace((unsigned char)*at))
            at++;
    }
    if (covered != size) {
        snprintf(text, sizeof text,
                 "gradcheck_blocks covers %s than the %d parameter%s of gradcheck_size",
                 covered > size ? "more" : "fewer", size, size == 1 ? "" : "s");
        stop("blocks", text);
    }
    return count;
}

/* The user's gradient, in a buffer that is full of `fill`, with guards on both
 * sides. Returns whether these hold. */
static int gradient_into(int n, const double *theta, double *guarded, double fill, double guard) {
    int hold = 1;
    for (int i = 0; i < n + 2 * GUARD; i++)
        guarded[i] = i < GUARD || i >= GUARD + n ? guard : fill;
    gradcheck_gradient(theta, guarded + GUARD);
    for (int i = 0; i < GUARD; i++)
        hold &= guarded[i] == guard && guarded[GUARD + n + i] == guard;
    return hold;
}

static void impure(const char *key, const char *function, const char *text) {
    fprintf(out, "purity\t%s\t%s\tgradcheck_%s %s\n", key, function, function, text);
}

/* What a gradient function may do wrong whatever its mathematics: it is asked
 * twice, with the buffer full of zeros and full of another number. */
static void check_purity(int n, const double *theta, double *copy, double *gradient) {
    size_t bytes = (size_t)n * sizeof(double);
    double *once = memory(bytes + 2 * GUARD * sizeof(double));
    double *again = memory(bytes + 2 * GUARD * sizeof(double));
    memcpy(copy, theta, bytes);
    (void)gradcheck_cost(copy);
    if (memcmp(copy, theta, bytes) != 0)
        impure("theta-modified", "cost", "changes theta");
    memcpy(copy, theta, bytes);
    int hold = gradient_into(n, copy, once, 0, 1);
    if (memcmp(copy, theta, bytes) != 0)
        impure("theta-modified", "gradient", "changes theta");
    memcpy(gradient, once + GUARD, bytes);

    double size = 0;
    for (int i = 0; i < n; i++)
        if (isfinite(gradient[i]))
            size = fmax(size, fabs(gradient[i]));
    double fill = fmin(1 + 1.375 * size, DBL_MAX);
    memcpy(copy, theta, bytes);
    hold &= gradient_into(n, copy, again, fill, 0); /* where nothing that is added is too small */
    if (!hold)
        impure("out-of-bounds", "gradient", "writes outside of its buffer");
    int unwritten = 0, added = 0, doubled = 0, other = 0;
    char text[160];
    for (int i = 0; i < n; i++) {
        double a = gradient[i], b = again[GUARD + i];
        if (b == a || (isnan(a) && isnan(b)))
            continue;
        if (b == fill)
            unwritten++;
        else if (fabs(b - a - fill) <= 8 * DBL_EPSILON * fill)
            added++;
        else if (fabs(b - 2 * a) <= 8 * DBL_EPSILON * fabs(a))
            doubled++;
        else
            other++;
    }
    if (other > 0 || (doubled > 0 && added > 0))
        impure("not-a-function", "gradient", "answers differently when asked again");
    else if (doubled > 0)
        impure("accumulated", "gradient",
               "adds to what an earlier call left: clear its sums first");
    else if (added > 0)
        impure("accumulated", "gradient", "adds to what is in the buffer: clear it first");
    else if (unwritten > 0) {
        snprintf(text, sizeof text, "leaves %d of %d entries as they were", unwritten, n);
        impure("unwritten", "gradient", unwritten == n ? "writes nothing" : text);
    }
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
static void explain(double *theta, const gw_gradcheck *check, int blocks,
                    const gw_gradcheck_block *block, double *copy) {
    gw_gradcheck_summary r;
    gw_gradcheck_entry e;
    char place[64];
    int b = 0;
    must(gw_gradcheck_result(check, &r));
    must(gw_gradcheck_entry_result(check, r.worst, &e));
    while (b + 1 < blocks && block[b + 1].first <= r.worst)
        b++;
    where(&block[b], r.worst, place, sizeof place);
    fprintf(out, "explain\t%s\t%.17g\t%.17g\t%.3g\n", place, e.analytic, e.numeric, e.bound);
    double kept = theta[r.worst], scale = fmax(1, fabs(kept));
    for (int k = 0; k <= 40; k++) {
        double h = scale * pow(10, -0.35 * k);
        volatile double plus = kept + h, minus = kept - h;
        copy[r.worst] = plus;
        double above = gradcheck_cost(copy);
        copy[r.worst] = minus;
        double below = gradcheck_cost(copy);
        copy[r.worst] = kept;
        double error = fabs((above - below) / (plus - minus) - e.analytic);
        if (isfinite(error))
            fprintf(out, "curve\t%.6g\t%.6g\n", h, error);
    }
}

/* Where to check: the model's own point first, then random ones, drawn again
 * where the cost has no value. 0 where none was found. */
static int choose_point(int k, int n, gw_random *rng, double *theta, double *copy) {
    char text[160];
    double base = 0;
    int given = gradcheck_point && k == 0;
    for (int draw = 0; draw < (given ? 1 : DRAWS); draw++) {
        for (int i = 0; i < n; i++)
            theta[i] = gw_random_normal(rng);
        if (given)
            gradcheck_point(theta);
        for (int i = 0; i < n; i++)
            if (!isfinite(theta[i]))
                stop("point", "gradcheck_point writes a number that is not finite");
        memcpy(copy, theta, (size_t)n * sizeof(double));
        base = gradcheck_cost(copy);
        if (isfinite(base))
            return 1;
    }
    if (k > 0)
        return 0;
    const char *value = isnan(base) ? "NaN" : base > 0 ? "inf" : "-inf";
    if (given)
        snprintf(text, sizeof text, "gradcheck_cost is %s at the point of gradcheck_point", value);
    else
        snprintf(text, sizeof text,
                 "gradcheck_cost is %s at each of %d random points: give one with gradcheck_point",
                 value, DRAWS);
    stop("cost", text);
    return 0;
}

static void check_at(int n, int blocks, const gw_gradcheck_block *block, const double *theta,
                     const double *gradient, double *copy, uint64_t seed, gw_gradcheck_mode mode,
                     void *room, gw_gradcheck **check) {
    const gw_gradcheck_problem problem = {.size = n,
                                          .blocks = blocks,
                                          .theta = theta,
                                          .gradient = gradient,
                                          .block = block,
                                          .seed = seed,
                                          .mode = mode};
    gw_gradcheck_ask ask;
    must(gw_gradcheck_start(&problem, room, check));
    memcpy(copy, theta, (size_t)n * sizeof(double));
    while (gw_gradcheck_next(*check, &ask)) {
        if (ask.entry >= 0) {
            copy[ask.entry] = ask.value;
            must(gw_gradcheck_tell(*check, ask.id, gradcheck_cost(copy)));
            copy[ask.entry] = theta[ask.entry];
        } else {
            must(gw_gradcheck_point(*check, ask.id, copy));
            must(gw_gradcheck_tell(*check, ask.id, gradcheck_cost(copy)));
            memcpy(copy, theta, (size_t)n * sizeof(double));
        }
    }
}

/* Arguments: result-file seed points explain mode */
int main(int count, char **argument) {
    if (count != 6)
        return 2;
    out = fopen(argument[1], "w");
    if (out == NULL)
        return 2;
    setvbuf(out, NULL, _IOLBF, 0);
    uint64_t seed = strtoull(argument[2], NULL, 10);
    int points = atoi(argument[3]);
    gw_gradcheck_mode mode =
        strcmp(argument[5], "directions") ? GW_GRADCHECK_ENTRIES : GW_GRADCHECK_DIRECTIONS;
    int n = gradcheck_size();
    if (n < 1) {
        char text[100];
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
    for (int k = 0; k < points && choose_point(k, n, &rng, theta, copy); k++) {
        gw_gradcheck *check;
        fprintf(out, "point\t%d\n", k + 1);
        check_purity(n, theta, copy, gradient);
        check_at(n, blocks, block, theta, gradient, copy, seed, mode, room, &check);
        report(check, blocks, block);
        if (argument[4][0] == '1') {
            memcpy(copy, theta, (size_t)n * sizeof(double));
            explain(theta, check, blocks, block, copy);
        }
    }
    fprintf(out, "end\n");
    fclose(out);
    return 0;
}
