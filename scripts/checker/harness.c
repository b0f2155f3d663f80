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
#include "harness.h"
#include "diagnosis.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GUARD = 64, DRAWS = 100, MOST_PARAMETERS = 10000000 };

FILE *harness_out;
double harness_alpha;

_Noreturn void harness_stop(const char *key, const char *text) {
    fprintf(harness_out, "problem\t%s\t%s\n", key, text);
    fclose(harness_out);
    exit(2);
}

void harness_must(gw_status status) {
    if (status != GW_OK)
        harness_stop("checker", gw_status_text(status));
}

void *harness_memory(size_t bytes) {
    void *p = calloc(1, bytes > 0 ? bytes : 1);
    if (p == NULL)
        harness_stop("memory", "there is not enough memory for so many parameters");
    return p;
}

int harness_read_blocks(const char *function, const char *at, gw_gradcheck_block *block,
                        int *blocks) {
    int count = 0;
    long long covered = 0;
    char text[200];
    while (*at != '\0') {
        int rows = 1, cols = 1, used = 0;
        char name[24] = "";
        if (count == MAX_BLOCKS) {
            snprintf(text, sizeof text, "%s names more than 64 blocks", function);
            harness_stop("blocks", text);
        }
        int read = sscanf(at, " %23[^ ,\t\n]%*[ \t]%dx%d%n", name, &rows, &cols, &used);
        int ends =
            read == 3 && (at[used] == '\0' || at[used] == ',' || isspace((unsigned char)at[used]));
        if (!ends || rows < 1 || cols < 1) {
            snprintf(text, sizeof text, "%s: cannot read «%.40s»: write name rowsxcols", function,
                     at);
            for (char *c = text; *c; c++)
                if (*c == '\n' || *c == '\t')
                    *c = ' ';
            harness_stop("blocks", text);
        }
        for (int b = 0; b < count; b++)
            if (!strcmp(block[b].name, name)) {
                snprintf(text, sizeof text, "%s names two blocks %s", function, name);
                harness_stop("blocks", text);
            }
        block[count] = (gw_gradcheck_block){"", (int)covered, rows, cols};
        snprintf(block[count].name, sizeof block[count].name, "%s", name);
        count++;
        covered += (long long)rows * cols;
        if (covered > INT32_MAX)
            covered = INT32_MAX; /* enough to disagree, and no overflow */
        at += used;
        while (*at == ',' || isspace((unsigned char)*at))
            at++;
    }
    *blocks = count;
    return (int)covered;
}

static int read_theta_blocks(int size, gw_gradcheck_block *block) {
    const char *at = gradcheck_blocks ? gradcheck_blocks() : NULL;
    int blocks;
    char text[200];
    if (at == NULL || *at == '\0') {
        *block = (gw_gradcheck_block){"theta", 0, size, 1};
        return 1;
    }
    int covered = harness_read_blocks("gradcheck_blocks", at, block, &blocks);
    if (covered != size) {
        snprintf(text, sizeof text,
                 "gradcheck_blocks covers %s than the %d parameter%s of gradcheck_size",
                 covered > size ? "more" : "fewer", size, size == 1 ? "" : "s");
        harness_stop("blocks", text);
    }
    return blocks;
}

double harness_cost(const subject *s, const double *x) {
    return s->equation < 0 ? gradcheck_cost(x) : gradcheck_cost_from(s->equation, s->theta, x);
}

/* The name of who computes the gradient, without gradcheck_. */
static const char *gradient_name(const subject *s) {
    return s->equation < 0 ? "gradient" : "equation";
}

/* A gradient of the model, in a buffer that is full of `fill`, with guards on both
 * sides. Returns whether these hold. */
static int gradient_into(const subject *s, const double *theta, double *value, double *guarded,
                         double fill, double guard) {
    int hold = 1, n = s->size;
    for (int i = 0; i < n + 2 * GUARD; i++)
        guarded[i] = i < GUARD || i >= GUARD + n ? guard : fill;
    if (s->equation < 0) {
        gradcheck_gradient(theta, guarded + GUARD);
    } else {
        for (int i = 0; i < n + 2 * GUARD; i++)
            value[i] = i < GUARD || i >= GUARD + n ? guard : fill;
        gradcheck_equation(s->equation, theta, value + GUARD, guarded + GUARD);
        for (int i = 0; i < GUARD; i++)
            hold &= value[i] == guard && value[GUARD + n + i] == guard;
    }
    for (int i = 0; i < GUARD; i++)
        hold &= guarded[i] == guard && guarded[GUARD + n + i] == guard;
    return hold;
}

void harness_impure(const char *key, const char *function, const char *text) {
    fprintf(harness_out, "purity\t%s\t%s\tgradcheck_%s %s\n", key, function, function, text);
}

/* Of two answers, into buffers that held 0 and `fill`: what do they show? */
static void compare_answers(const char *function, int n, const double *once, const double *again,
                            double fill) {
    int unwritten = 0, added = 0, doubled = 0, other = 0;
    char text[160];
    for (int i = 0; i < n; i++) {
        double a = once[i], b = again[i];
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
        harness_impure("not-a-function", function, "answers differently when asked again");
    else if (doubled > 0)
        harness_impure("accumulated", function,
                       "adds to what an earlier call left: clear its sums first");
    else if (added > 0)
        harness_impure("accumulated", function, "adds to what is in the buffer: clear it first");
    else if (unwritten > 0) {
        snprintf(text, sizeof text, "leaves %d of %d entries as they were", unwritten, n);
        harness_impure("unwritten", function, unwritten == n ? "writes nothing" : text);
    }
}

/* A number that is added to no entry unnoticed. */
static double filling(int n, const double *x) {
    double size = 0;
    for (int i = 0; i < n; i++)
        if (isfinite(x[i]))
            size = fmax(size, fabs(x[i]));
    return fmin(1 + 1.375 * size, DBL_MAX);
}

void harness_gradient(subject *s) {
    const char *function = gradient_name(s);
    int n = s->size, thetas = gradcheck_size();
    size_t bytes = (size_t)thetas * sizeof(double);
    size_t room = ((size_t)n + 2 * GUARD) * sizeof(double);
    double *once = harness_memory(room), *again = harness_memory(room), *copy;
    double *value = harness_memory(room), *value_again = harness_memory(room);
    copy = harness_memory(bytes);
    memcpy(copy, s->theta, bytes);
    if (s->equation < 0) {
        (void)gradcheck_cost(copy);
        if (memcmp(copy, s->theta, bytes) != 0)
            harness_impure("theta-modified", "cost", "changes theta");
        memcpy(copy, s->theta, bytes);
    }
    if (s->equation < 0 && gradcheck_pattern) {
        unsigned long pattern = gradcheck_pattern(copy);
        if (memcmp(copy, s->theta, bytes) != 0)
            harness_impure("theta-modified", "pattern", "changes theta");
        memcpy(copy, s->theta, bytes);
        if (gradcheck_pattern(copy) != pattern)
            harness_impure("not-a-function", "pattern", "answers differently when asked again");
        memcpy(copy, s->theta, bytes);
    }
    int hold = gradient_into(s, copy, value, once, 0, 1);
    if (memcmp(copy, s->theta, bytes) != 0)
        harness_impure("theta-modified", function, "changes theta");
    memcpy(s->gradient, once + GUARD, (size_t)n * sizeof(double));
    double fill = filling(n, s->gradient);
    if (s->equation >= 0) {
        memcpy(s->at, value + GUARD, (size_t)n * sizeof(double));
        fill = fmax(fill, filling(n, s->at));
    }
    memcpy(copy, s->theta, bytes);
    hold &= gradient_into(s, copy, value_again, again, fill, 0);
    if (!hold)
        harness_impure("out-of-bounds", function, "writes outside of its buffer");
    compare_answers(function, n, s->gradient, again + GUARD, fill);
    if (s->equation >= 0)
        compare_answers(function, n, s->at, value_again + GUARD, fill);
    free(once);
    free(again);
    free(value);
    free(value_again);
    free(copy);
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

/* Error of the plain central difference against h, for one entry. */
static void draw(const subject *s, const char *place, int entry) {
    gw_gradcheck_entry e;
    harness_must(gw_gradcheck_entry_result(s->check, entry, &e));
    fprintf(harness_out, "explain\t%s\t%.17g\t%.17g\t%.3g\n", place, e.analytic, e.numeric,
            e.bound);
    double kept = s->at[entry], scale = fmax(1, fabs(kept));
    memcpy(s->copy, s->at, (size_t)s->size * sizeof(double));
    for (int k = 0; k <= 40; k++) {
        double h = scale * pow(10, -0.35 * k);
        volatile double plus = kept + h, minus = kept - h;
        s->copy[entry] = plus;
        double above = harness_cost(s, s->copy);
        s->copy[entry] = minus;
        double below = harness_cost(s, s->copy);
        s->copy[entry] = kept;
        double error = fabs((above - below) / (plus - minus) - e.analytic);
        if (isfinite(error))
            fprintf(harness_out, "curve\t%.6g\t%.6g\n", h, error);
    }
}

void harness_report(subject *s, int explain) {
    gw_gradcheck_summary r;
    gw_gradcheck_entry e;
    char place[64];
    for (int b = 0; b < s->blocks; b++) {
        harness_must(gw_gradcheck_block_result(s->check, b, &r));
        harness_must(gw_gradcheck_entry_result(s->check, r.worst, &e));
        where(&s->block[b], r.worst, place, sizeof place);
        fprintf(harness_out, "block\t%s\t%s\t%s\t%.1f\t%d\t%d\n", s->block[b].name,
                gw_verdict_text(r.verdict), gw_cause_text(r.cause), r.digits, r.entries, r.zeros);
        fprintf(harness_out, "worst\t%s\t%.17g\t%.17g\t%.3g\n", place, e.analytic, e.numeric,
                e.bound);
        int explained = harness_blame(s, b);
        const char *stale = harness_stale(s, b);
        if (stale != NULL) {
            fprintf(harness_out, "diagnosis\tstale-parameters\t%s\n", stale);
            explained = 1;
        }
        gw_diagnosis list[GW_DIAGNOSES];
        int32_t count;
        harness_must(gw_diagnose(s->check, b, gradcheck_examples ? gradcheck_examples() : 0,
                                 harness_alpha, list, &count));
        for (int k = 0; k < count; k++)
            if (!explained || strcmp(list[k].key, "unknown") != 0)
                fprintf(harness_out, "diagnosis\t%s\t%s\n", list[k].key, list[k].text);
    }
    harness_must(gw_gradcheck_result(s->check, &r));
    fprintf(harness_out, "whole\t%s\t%s\t%.1f\t%.0f\t%.3g\n", gw_verdict_text(r.verdict),
            gw_cause_text(r.cause), r.digits, r.evaluations + s->more, r.noise);
    if (explain) {
        int b = 0;
        while (b + 1 < s->blocks && s->block[b + 1].first <= r.worst)
            b++;
        where(&s->block[b], r.worst, place, sizeof place);
        draw(s, place, r.worst);
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
                harness_stop("point", "gradcheck_point writes a number that is not finite");
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
    harness_stop("cost", text);
    return 0;
}

/* Answers a question with J where the numbers are s->copy, and with the smooth piece
 * that they lie in, if the model tells it: of θ, not of intermediates. */
static void tell(subject *s, int32_t id) {
    double J = harness_cost(s, s->copy);
    if (s->equation < 0 && gradcheck_pattern)
        harness_must(gw_gradcheck_tell_pattern(s->check, id, J, gradcheck_pattern(s->copy)));
    else
        harness_must(gw_gradcheck_tell(s->check, id, J));
}

void harness_run(subject *s, uint64_t seed, gw_gradcheck_mode mode) {
    size_t bytes = (size_t)s->size * sizeof(double);
    const gw_gradcheck_problem problem = {.size = s->size,
                                          .blocks = s->blocks,
                                          .theta = s->at,
                                          .gradient = s->gradient,
                                          .block = s->block,
                                          .seed = seed,
                                          .mode = mode};
    gw_gradcheck_ask ask;
    if (s->check == NULL)
        s->check = harness_memory(gw_gradcheck_bytes(s->size, s->blocks));
    harness_must(gw_gradcheck_start(&problem, s->check, &s->check));
    memcpy(s->copy, s->at, bytes);
    while (gw_gradcheck_next(s->check, &ask)) {
        if (ask.entry >= 0) {
            s->copy[ask.entry] = ask.value;
            tell(s, ask.id);
            s->copy[ask.entry] = s->at[ask.entry];
        } else {
            harness_must(gw_gradcheck_point(s->check, ask.id, s->copy));
            tell(s, ask.id);
            memcpy(s->copy, s->at, bytes);
        }
    }
}

/* The step size of an update: that of the command, or the model's own. */
static void read_alpha(const char *said) {
    char text[100];
    harness_alpha = strtod(said, NULL);
    if (harness_alpha > 0 || !gradcheck_alpha)
        return;
    harness_alpha = gradcheck_alpha();
    if (harness_alpha > 0 && isfinite(harness_alpha))
        return;
    snprintf(text, sizeof text, "gradcheck_alpha says %g: it must be a positive number",
             harness_alpha);
    harness_stop("alpha", text);
}

/* Arguments: result-file seed points explain mode alpha */
int main(int count, char **argument) {
    if (count != 7)
        return 2;
    harness_out = fopen(argument[1], "w");
    if (harness_out == NULL)
        return 2;
    setvbuf(harness_out, NULL, _IOLBF, 0);
    uint64_t seed = strtoull(argument[2], NULL, 10);
    int points = atoi(argument[3]), explain = argument[4][0] == '1';
    const char *mode = argument[5];
    harness_needs(mode);
    read_alpha(argument[6]);
    int n = gradcheck_size();
    if (n < 1) {
        char text[100];
        snprintf(text, sizeof text, "gradcheck_size says %d: there must be at least one parameter",
                 n);
        harness_stop("size", text);
    }
    if (n > MOST_PARAMETERS) { /* before the memory is filled, which takes its time */
        char text[100];
        snprintf(text, sizeof text,
                 "gradcheck_size says %d: there is memory for a check of at most %d parameters", n,
                 MOST_PARAMETERS);
        harness_stop("size", text);
    }
    static gw_gradcheck_block block[MAX_BLOCKS];
    size_t bytes = (size_t)n * sizeof(double);
    subject s = {.equation = -1, .size = n, .blocks = read_theta_blocks(n, block), .block = block};
    s.at = harness_memory(bytes);
    s.theta = s.at;
    s.copy = harness_memory(bytes);
    s.gradient = harness_memory(bytes);
    int by_equations = !strcmp(mode, "equations"), by_complex = !strcmp(mode, "complex");
    if (by_equations)
        harness_read_equations(s.blocks, block);
    gw_random rng;
    gw_random_seed(&rng, seed);
    for (int k = 0; k < points && choose_point(k, n, &rng, s.at, s.copy); k++) {
        fprintf(harness_out, "point\t%d\n", k + 1);
        harness_gradient(&s);
        if (by_equations) {
            harness_equations(&s, seed, explain);
            continue;
        }
        harness_run(&s, seed,
                    strcmp(mode, "directions") ? GW_GRADCHECK_ENTRIES : GW_GRADCHECK_DIRECTIONS);
        if (by_complex)
            harness_confirm(&s, &rng);
        if (strcmp(mode, "directions") != 0)
            harness_update(&s, seed);
        harness_report(&s, explain);
    }
    fprintf(harness_out, "end\n");
    fclose(harness_out);
    return 0;
}
