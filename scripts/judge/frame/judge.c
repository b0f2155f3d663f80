/* Judges one exercise: the reader's function is called at the worked example and
 * at random inputs, and what it answers is held against the slopes that the
 * gradient checker measures, or against an oracle or a property. Writes lines of
 * tab-separated words to the file that is its argument:
 *
 *     trial    INPUTS                   what the function is called with next
 *     index    LINE TEXT                at() was used outside of a matrix
 *     example  NUMBER …                 the answer at the worked example
 *     wrong    KEY TEXT                 it is wrong, and in what way
 *     evidence TEXT                     where that is seen
 *     mistake  KEY TEXT                 one that would answer exactly this
 *     undecided TEXT                    the numbers could not tell
 *     done     TRIALS
 *     end                               nothing cut it short */
#include "judge.h"
#include "random.h"
#include "session.h"

#include <float.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { TRIALS = 12, LINE = 400 };

/* What outputs hold before a call: no right answer is the first, and none
 * depends on which of the two it was. */
static const double BEFORE = -7.0303030303, BEFORE_AGAIN = 3.0517051705;

typedef struct {
    double *x[JUDGE_BLOCKS], *y[JUDGE_BLOCKS]; /* inputs, and the reader's outputs */
    double *truth[JUDGE_BLOCKS], *bound[JUDGE_BLOCKS];
    double *noise[JUDGE_BLOCKS]; /* how wrong the truth itself may be */
} trial;

static FILE *out;
static gw_random rng, reader_rng;
static trial trials[TRIALS];
static int failed[JUDGE_BLOCKS]; /* outputs that are wrong somewhere */

static int size_of(const judge_block *b) {
    return (b->rows > 0 ? b->rows : 1) * (b->cols > 0 ? b->cols : 1);
}

static int count_of(const judge_block *list) {
    int n = 0;
    while (n < JUDGE_BLOCKS && list[n].name != NULL)
        n++;
    return n;
}

static void *memory(size_t count, size_t size) {
    void *p = calloc(count > 0 ? count : 1, size);
    if (p == NULL)
        exit(3);
    return p;
}

static void say(const char *format, ...) {
    va_list list;
    va_start(list, format);
    vfprintf(out, format, list);
    va_end(list);
    fputc('\n', out);
    fflush(out);
}

static void finish(void) {
    say("end");
    fclose(out);
    exit(0);
}

double *matrix_at(const matrix *M, int i, int j, const char *name, int line) {
    if (i < 0 || i >= M->rows || j < 0 || j >= M->cols) {
        say("index\t%d\tat(%s, …) asks for row %d, column %d; %s has rows 0 to %d and columns 0 to "
            "%d",
            line, name, i, j, name, M->rows - 1, M->cols - 1);
        finish();
    }
    return &M->data[(size_t)i * (size_t)M->cols + (size_t)j];
}

matrix judge_matrix(double *block, int rows, int cols) {
    return (matrix){rows, cols, block};
}

double random_normal(void) {
    return gw_random_normal(&reader_rng);
}

double judge_uniform(double low, double high) {
    return low + (high - low) * gw_random_uniform(&rng);
}

static void allocate(const judge_block *list, double **blocks) {
    for (int b = 0; b < count_of(list); b++)
        blocks[b] = memory((size_t)size_of(&list[b]), sizeof(double));
}

/* "z = 0.5, x = (1, 2)": what is short enough to be read. */
static void inputs_text(double *const *x, char *text, size_t room) {
    size_t used = 0;
    text[0] = '\0';
    for (int b = 0; b < count_of(exercise.inputs) && used + 80 < room; b++) {
        int n = size_of(&exercise.inputs[b]);
        used += (size_t)snprintf(text + used, room - used, "%s%s = %s", b > 0 ? ", " : "",
                                 exercise.inputs[b].name, n > 1 ? "(" : "");
        for (int k = 0; k < n && k < 4 && used + 40 < room; k++)
            used +=
                (size_t)snprintf(text + used, room - used, "%s%.4g", k > 0 ? ", " : "", x[b][k]);
        if (n > 1)
            used += (size_t)snprintf(text + used, room - used, "%s)", n > 4 ? ", …" : "");
    }
}

/* Too many inputs to be read? The stub shows those of the worked example. */
static int are_many(void) {
    int numbers = 0;
    for (int b = 0; b < count_of(exercise.inputs); b++)
        numbers += size_of(&exercise.inputs[b]);
    return numbers > 8;
}

static void entry_text(const judge_block *b, int k, char *text, size_t room) {
    if (size_of(b) == 1)
        snprintf(text, room, "%s", b->name);
    else if (b->cols > 1)
        snprintf(text, room, "%s[%d,%d]", b->name, k / b->cols, k % b->cols);
    else
        snprintf(text, room, "%s[%d]", b->name, k);
}

/* Where an exercise calls its output "your answer", the word is there already. */
static const char *your(const char *place) {
    return strncmp(place, "your ", 5) == 0 ? "" : "your ";
}

/* Calls a function on copies of the inputs, with outputs that hold `before`;
 * returns 0 if it changed the inputs. */
static int call_after(double before, judge_function *function, const trial *t, double *const *y) {
    double *x[JUDGE_BLOCKS];
    int blocks = count_of(exercise.inputs), same = 1;
    allocate(exercise.inputs, x);
    for (int b = 0; b < blocks; b++)
        memcpy(x[b], t->x[b], (size_t)size_of(&exercise.inputs[b]) * sizeof(double));
    for (int b = 0; b < count_of(exercise.outputs); b++)
        for (int k = 0; k < size_of(&exercise.outputs[b]); k++)
            y[b][k] = before;
    function(x, y);
    for (int b = 0; b < blocks; b++) {
        same &= !memcmp(x[b], t->x[b], (size_t)size_of(&exercise.inputs[b]) * sizeof(double));
        free(x[b]);
    }
    return same;
}

static int call(judge_function *function, const trial *t, double *const *y) {
    return call_after(BEFORE, function, t, y);
}

static void draw(trial *t, int number) {
    double *x[JUDGE_BLOCKS];
    int at = 0;
    for (int b = 0; b < count_of(exercise.inputs); b++)
        for (int k = 0; k < size_of(&exercise.inputs[b]); k++) {
            double u = judge_uniform(exercise.low, exercise.high);
            t->x[b][k] = number == 0 && at < JUDGE_EXAMPLE ? exercise.example[at] : u;
            at++;
        }
    memcpy(x, t->x, sizeof x);
    if (number > 0 && exercise.draw)
        exercise.draw(x);
}

/* Is a number of the reader's right? truth ± bound; NaN is not. */
static int agrees(const trial *t, int b, int k) {
    return fabs(t->y[b][k] - t->truth[b][k]) <= t->bound[b][k];
}

static void wrong(const char *key, const char *format, ...) {
    char text[LINE];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    say("wrong\t%s\t%s", key, text);
}

/* Ends where the answer depends on more than the inputs: on what was asked before, or
 * on what was in an output before. */
static void check_repeats(const trial *t) {
    char place[60];
    double *again[JUDGE_BLOCKS];
    allocate(exercise.outputs, again);
    (void)call(exercise.answer, t, again);
    for (int b = 0; b < count_of(exercise.outputs); b++)
        if (memcmp(again[b], t->y[b], (size_t)size_of(&exercise.outputs[b]) * sizeof(double))) {
            wrong("not-a-function", "asked twice the same, it answers differently: is something "
                                    "kept from one call to the next, or never set to 0?");
            finish();
        }
    (void)call_after(BEFORE_AGAIN, exercise.answer, t, again);
    for (int b = 0; b < count_of(exercise.outputs); b++)
        for (int k = 0; k < size_of(&exercise.outputs[b]); k++) {
            double y = t->y[b][k], other = again[b][k];
            if (y == BEFORE && other == BEFORE_AGAIN)
                return; /* as it seems, never written */
            if (y == other || isnan(y))
                continue;
            entry_text(&exercise.outputs[b], k, place, sizeof place);
            wrong("accumulated",
                  "%s%s depends on what was in it before your function was called: make it 0 "
                  "before you add to it",
                  your(place), place);
            finish();
        }
    for (int b = 0; b < count_of(exercise.outputs); b++)
        free(again[b]);
}

/* What the compiler puts into a variable that is given no value (see gw/judge.lua),
 * and what sums and means make of it. */
static int is_never_set(double y) {
    return (y < -1e300 && y > -1e304) || fabs(y + 16843010) < 1000;
}

/* What is wrong whatever the mathematics. */
static void check_manners(trial *t) {
    char text[LINE], place[60];
    if (t == trials && are_many())
        snprintf(text, sizeof text, "the numbers of the worked example");
    else
        inputs_text(t->x, text, sizeof text);
    say("trial\t%s", text);
    if (!call(exercise.answer, t, t->y)) {
        wrong("input-changed", "your function changes what it was given: copy it first");
        finish();
    }
    if (!exercise.random)
        check_repeats(t);
    for (int b = 0; b < count_of(exercise.outputs); b++)
        for (int k = 0; k < size_of(&exercise.outputs[b]); k++) {
            entry_text(&exercise.outputs[b], k, place, sizeof place);
            if (t->y[b][k] == BEFORE)
                wrong("unwritten", "%s%s is never written", your(place), place);
            else if (isnan(t->y[b][k]))
                wrong("nan", "%s%s is not a number: 0/0, or the ln or √ of a negative one",
                      your(place), place);
            else if (isinf(t->y[b][k]))
                wrong("infinite", "%s%s is infinite: a division by 0, or an exp of too much",
                      your(place), place);
            else if (is_never_set(t->y[b][k]))
                wrong("never-set",
                      "%s%s comes from a variable that was given no value: start a sum with = 0",
                      your(place), place);
            else
                continue;
            say("evidence\tit is called with %s", text);
            finish();
        }
}

static void must(gw_status status) {
    if (status != GW_OK)
        exit(4);
}

/* The slopes of cost, or of the answer itself, as the checker measures them. */
static const gw_gradcheck *measure(trial *t, int blocks, const judge_block *list,
                                   double *const *analytic) {
    gw_gradcheck_block block[JUDGE_BLOCKS];
    double *x[JUDGE_BLOCKS], *y[JUDGE_BLOCKS], theta[256], gradient[256];
    int n = 0;
    for (int b = 0; b < blocks; b++) {
        int size = size_of(&list[b]), cols = list[b].cols > 0 ? list[b].cols : 1;
        block[b] = (gw_gradcheck_block){"", n, size / cols, cols};
        snprintf(block[b].name, sizeof block[b].name, "%s", list[b].name);
        memcpy(theta + n, t->x[b], (size_t)size * sizeof(double));
        memcpy(gradient + n, analytic[b], (size_t)size * sizeof(double));
        n += size;
    }
    allocate(exercise.inputs, x);
    allocate(exercise.outputs, y);
    for (int b = 0; b < count_of(exercise.inputs); b++)
        memcpy(x[b], t->x[b], (size_t)size_of(&exercise.inputs[b]) * sizeof(double));
    const gw_gradcheck_problem problem = {.size = n,
                                          .blocks = blocks,
                                          .theta = theta,
                                          .gradient = gradient,
                                          .block = block,
                                          .seed = 1};
    const gw_session_model model = {.given = &problem};
    gw_session *session;
    gw_session_ask ask;
    must(gw_session_start(&model, memory(gw_session_bytes(&model), 1), &session));
    while (gw_session_next(session, &ask)) {
        gw_session_answer told = {0};
        memcpy(theta, ask.at, (size_t)n * sizeof(double)); /* often more than one moves */
        if (ask.entry >= 0)
            theta[ask.entry] = ask.value;
        for (int b = 0, at = 0; b < blocks; at += size_of(&list[b++]))
            memcpy(x[b], theta + at, (size_t)size_of(&list[b]) * sizeof(double));
        if (exercise.cost) {
            told.value = exercise.cost(x);
        } else {
            exercise.answer(x, y);
            told.value = y[0][0];
        }
        must(gw_session_tell(session, ask.id, &told));
    }
    return gw_session_check(session);
}

/* The reader's numbers against measured slopes. Returns how many are decided. */
static int judge_slopes(trial *t) {
    double given = exercise.integrand ? exercise.integrand(t->x) : 0;
    double *one[1] = {&given};
    int blocks = exercise.integrand ? 1 : count_of(exercise.outputs);
    const judge_block *list = exercise.integrand ? exercise.inputs : exercise.outputs;
    const gw_gradcheck *check = measure(t, blocks, list, exercise.integrand ? one : t->y);
    int decided = 0, at = 0;
    for (int b = 0; b < blocks; b++)
        for (int k = 0; k < size_of(&list[b]); k++, at++) {
            gw_gradcheck_entry e;
            must(gw_gradcheck_entry_result(check, at, &e));
            decided += e.verdict != GW_UNDECIDED;
            failed[b] |= e.verdict == GW_FAIL;
            t->truth[b][k] = fabs(e.numeric) > e.bound ? e.numeric : 0;
            t->noise[b][k] = e.bound;
            t->bound[b][k] = e.verdict == GW_FAIL ? e.bound : INFINITY;
        }
    return decided;
}

static int judge_values(trial *t) {
    (void)call(exercise.expected, t, t->truth);
    for (int b = 0; b < count_of(exercise.outputs); b++) {
        double largest = 0;
        for (int k = 0; k < size_of(&exercise.outputs[b]); k++)
            largest = fmax(largest, fabs(t->truth[b][k]));
        for (int k = 0; k < size_of(&exercise.outputs[b]); k++) {
            t->bound[b][k] =
                (exercise.accuracy > 0 ? exercise.accuracy : 1e-9) * fmax(largest, 1e-300);
            failed[b] |= !agrees(t, b, k);
        }
    }
    return 1;
}

#include "judge_explain.inc"

static void judge_property(trial *t) {
    char text[LINE];
    const char *why = exercise.broken(t->x, t->y);
    if (why == NULL)
        return;
    if (strchr(why, '\t'))
        say("wrong\t%s", why);
    else
        wrong("wrong", "%s", why);
    inputs_text(t->x, text, sizeof text);
    say("evidence\tit is called with %s", text);
    for (const judge_mistake *m = exercise.mistakes;
         m < exercise.mistakes + JUDGE_MISTAKES && m->key; m++) {
        int same = 1;
        for (int b = 0; b < count_of(exercise.outputs); b++)
            same &= matches(m, b);
        if (same)
            say("mistake\t%s\t%s", m->key, m->text);
    }
    finish();
}

/* A size that is written as a number is right in every trial. */
static void check_other_sizes(void) {
    if (exercise.other_sizes == NULL)
        return;
    say("trial\tother sizes than in the worked example");
    const char *why = exercise.other_sizes();
    if (why == NULL)
        return;
    wrong("fixed-size", "%s", why);
    finish();
}

int main(int count, char **argument) {
    if (count != 2 || (out = fopen(argument[1], "w")) == NULL)
        return 2;
    gw_random_seed(&rng, 2026);
    gw_random_seed(&reader_rng, 4);
    int decided = 0;
    for (int i = 0; i < TRIALS; i++) {
        trial *t = &trials[i];
        allocate(exercise.inputs, t->x);
        allocate(exercise.outputs, t->y);
        allocate(exercise.outputs, t->truth);
        allocate(exercise.outputs, t->bound);
        allocate(exercise.outputs, t->noise);
        draw(t, i);
        check_manners(t);
        if (i == 0) {
            fprintf(out, "example");
            for (int b = 0; b < count_of(exercise.outputs); b++)
                for (int k = 0; k < size_of(&exercise.outputs[b]); k++)
                    fprintf(out, "\t%.17g", t->y[b][k]);
            say("");
        }
    }
    for (int i = 0; i < TRIALS; i++) {
        if (exercise.broken)
            judge_property(&trials[i]);
        else
            decided += exercise.expected ? judge_values(&trials[i]) : judge_slopes(&trials[i]);
    }
    for (int b = 0; b < JUDGE_BLOCKS; b++)
        if (failed[b]) {
            if (exercise.integrand)
                explain_integrand();
            else
                explain(b);
            finish();
        }
    check_other_sizes();
    if (!exercise.broken && decided == 0)
        say("undecided\tthe gradient checker could not measure a slope at any point");
    else
        say("done\t%d", TRIALS);
    finish();
}
