#include "constants.h"
#include "session_state.h"

#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Draws of a point where J has no value; and more numbers than that are a slip of the
 * pen, found before memory is filled with them. */
enum { DRAWS = 100, MOST = 10000000 };

/* What is said */

void gw_session_say(gw_session *s, const char *format, ...) {
    va_list list;
    if (s->lines == LINES)
        return;
    va_start(list, format);
    vsnprintf(s->line[s->lines++], LINE, format, list);
    va_end(list);
}

void gw_session_stop(gw_session *s, const char *key, const char *format, ...) {
    char text[LINE];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    gw_session_say(s, "problem\t%s\t%.300s", key, text);
    s->stopped = 1;
    s->phase = NULL;
}

void gw_session_impure(gw_session *s, const char *key, const char *function, const char *text) {
    gw_session_say(s, "purity\t%s\t%s\t%s%s %s", key, function, gw_session_prefix(s), function,
                   text);
}

/* Blocks of a text */

static int is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int read_number(const char **text, int32_t *number) {
    char *end;
    if (**text < '0' || **text > '9')
        return 0;
    long long value = strtoll(*text, &end, 10);
    *number = value > INT32_MAX ? INT32_MAX : (int32_t)value;
    *text = end;
    return value > 0;
}

int gw_session_read_block(const char **text, gw_gradcheck_block *block) {
    while (**text == ',' || is_space(**text))
        (*text)++;
    if (**text == '\0')
        return 0;
    const char *at = *text;
    size_t length = 0;
    while (at[length] != '\0' && at[length] != ',' && !is_space(at[length]))
        length++;
    if (length >= sizeof block->name)
        return -1;
    memset(block, 0, sizeof *block);
    memcpy(block->name, at, length);
    for (at += length; is_space(*at); at++)
        ;
    if (!read_number(&at, &block->rows) || *at++ != 'x' || !read_number(&at, &block->cols) ||
        (*at != '\0' && *at != ',' && !is_space(*at)))
        return -1;
    *text = at;
    return 1;
}

static int32_t size_of(const gw_gradcheck_block *block) {
    int64_t size = (int64_t)block->rows * block->cols;
    return size > INT32_MAX ? INT32_MAX : (int32_t)size;
}

/* Counts the blocks of a text that can be read, and the numbers in them. */
static int32_t count_blocks(const char *text, int32_t *numbers) {
    gw_gradcheck_block block;
    int64_t size = 0;
    int32_t count = 0;
    for (const char *at = text; gw_session_read_block(&at, &block) > 0; count++)
        size = size + size_of(&block) > INT32_MAX ? INT32_MAX : size + size_of(&block);
    if (numbers != NULL)
        *numbers = (int32_t)size;
    return count;
}

/* One block called theta where none are named. */
static const char *blocks_of(const gw_session_model *m) {
    return m->blocks && *m->blocks ? m->blocks : NULL;
}

static const char *equations_of(const gw_session_model *m) {
    return m->mode == GW_SESSION_EQUATIONS && m->equations ? m->equations : "";
}

/* Memory: laid out once to learn how much it is, and once for good. */

typedef struct {
    char *start;
    size_t used;
} memory;

static void *take(memory *m, size_t count, size_t size) {
    void *p = m->start ? m->start + m->used : NULL;
    m->used += (count * size + 15) / 16 * 16;
    return p;
}

static void lay_out_subject(subject *of, memory *m, int32_t equation, int32_t size,
                            int32_t blocks) {
    *of = (subject){.equation = equation, .size = size, .blocks = blocks};
    of->block = take(m, (size_t)blocks, sizeof *of->block);
    of->at = take(m, (size_t)size, sizeof(double));
    of->gradient = take(m, (size_t)size, sizeof(double));
    of->check = take(m, 1, gw_gradcheck_bytes(size, blocks));
}

static void lay_out(gw_session *s, memory *m) {
    const gw_session_model *model = &s->model;
    const gw_gradcheck_problem *given = model->given;
    int32_t size = given ? given->size : model->size;
    int32_t blocks = given              ? given->blocks
                     : blocks_of(model) ? count_blocks(blocks_of(model), NULL)
                                        : 1;
    if (size < 1 || size > MOST || blocks < 1)
        return;
    int32_t largest = size;
    lay_out_subject(&s->theta, m, -1, size, blocks);
    if (model->alpha > 0 && model->mode != GW_SESSION_DIRECTIONS)
        lay_out_subject(&s->moved, m, -1, size, blocks);
    s->stale = take(m, (size_t)blocks, sizeof *s->stale);
    for (int p = 0; p < SURROUNDING && model->mode == GW_SESSION_COMPLEX; p++)
        s->surrounding[p] = take(m, (size_t)size, sizeof(double));
    const char *text = equations_of(model);
    s->equations = count_blocks(text, NULL);
    s->equation = take(m, (size_t)s->equations, sizeof *s->equation);
    s->depends = take(m, (size_t)s->equations, (size_t)blocks);
    for (int32_t e = 0; e < s->equations; e++) {
        subject sketch;
        gw_gradcheck_block block;
        (void)gw_session_read_block(&text, &block);
        if (size_of(&block) > MOST)
            break;
        lay_out_subject(m->start ? &s->equation[e] : &sketch, m, e, size_of(&block), 1);
        largest = size_of(&block) > largest ? size_of(&block) : largest;
        if (m->start) {
            s->equation[e].block[0] = block;
            s->equation[e].block[0].first = 0;
        }
    }
    s->own = take(m, (size_t)size, sizeof(double));
    s->point = take(m, (size_t)largest, sizeof(double));
}

size_t gw_session_bytes(const gw_session_model *model) {
    if (model == NULL)
        return 0;
    gw_session sketch;
    memset(&sketch, 0, sizeof sketch);
    sketch.model = *model;
    memory m = {NULL, 0};
    (void)take(&m, 1, sizeof sketch);
    lay_out(&sketch, &m);
    return m.used;
}

/* Is anything wrong with the blocks of a text? Then it is said. */
static int check_blocks(gw_session *s, const char *function, const char *text) {
    gw_gradcheck_block block;
    int found;
    while ((found = gw_session_read_block(&text, &block)) > 0)
        ;
    if (found == 0)
        return 1;
    char rest[44];
    snprintf(rest, sizeof rest, "%.40s", text);
    for (char *c = rest; *c; c++)
        if (*c == '\n' || *c == '\t')
            *c = ' ';
    gw_session_stop(s, "blocks", "%s%s: cannot read «%s»: write name rowsxcols",
                    gw_session_prefix(s), function, rest);
    return 0;
}

static int check_model(gw_session *s) {
    const gw_session_model *m = &s->model;
    const char *prefix = gw_session_prefix(s);
    if (m->size < 1)
        gw_session_stop(s, "size", "%ssize is %d: there must be at least one parameter", prefix,
                        m->size);
    else if (m->size > MOST)
        gw_session_stop(s, "size",
                        "%ssize is %d: there is memory for a check of at most %d parameters",
                        prefix, m->size, MOST);
    if (s->stopped)
        return 0;
    if (blocks_of(m)) {
        int32_t covered;
        if (!check_blocks(s, "blocks", blocks_of(m)))
            return 0;
        (void)count_blocks(blocks_of(m), &covered);
        if (covered != m->size) {
            gw_session_stop(s, "blocks", "%sblocks covers %s than the %d parameter%s of %ssize",
                            prefix, covered > m->size ? "more" : "fewer", m->size,
                            m->size == 1 ? "" : "s", prefix);
            return 0;
        }
    }
    if (m->mode != GW_SESSION_EQUATIONS)
        return 1;
    if (!check_blocks(s, "equations", equations_of(m)))
        return 0;
    gw_gradcheck_block block;
    const char *text = equations_of(m);
    if (count_blocks(text, NULL) == 0)
        gw_session_stop(s, "mode", "%sequations names no intermediate", prefix);
    while (!s->stopped && gw_session_read_block(&text, &block) > 0)
        if (size_of(&block) > MOST)
            gw_session_stop(s, "memory",
                            "there is not enough memory for an intermediate %s of %dx%d",
                            block.name, block.rows, block.cols);
    return !s->stopped;
}

/* No two blocks, parameters or intermediates, may have one name. */
static int check_names(gw_session *s) {
    int32_t n = s->theta.blocks;
    for (int32_t a = 1; a < n + s->equations; a++)
        for (int32_t b = 0; b < a; b++) {
            const char *name = a < n ? s->theta.block[a].name : s->equation[a - n].block->name;
            if (strcmp(name, b < n ? s->theta.block[b].name : s->equation[b - n].block->name) != 0)
                continue;
            if (b < n && a >= n)
                gw_session_stop(s, "blocks", "%s is both a parameter and an intermediate", name);
            else
                gw_session_stop(s, "blocks", "%s%s names two blocks %s", gw_session_prefix(s),
                                a < n ? "blocks" : "equations", name);
            return 0;
        }
    return 1;
}

static void name_blocks(gw_session *s) {
    const char *text = blocks_of(&s->model);
    int32_t first = 0;
    if (text == NULL)
        s->theta.block[0] = (gw_gradcheck_block){"theta", 0, s->theta.size, 1};
    for (int32_t b = 0; text && b < s->theta.blocks; b++) {
        (void)gw_session_read_block(&text, &s->theta.block[b]);
        s->theta.block[b].first = first;
        first += size_of(&s->theta.block[b]);
    }
}

/* Questions */

progress gw_session_go(gw_session *s, const phase_of_session *next) {
    s->phase = next;
    return WENT_ON;
}

progress gw_session_ask_at(gw_session *s, gw_session_ask *ask, gw_session_what what,
                           const subject *of) {
    ask->what = what;
    ask->size = of->size;
    ask->equation = of->equation;
    ask->at = of->at;
    ask->theta = of->equation < 0 ? of->at : s->theta.at;
    s->open = 1;
    return ASKED;
}

void gw_session_begin(gw_session *s, subject *of, gw_gradcheck_mode mode) {
    const gw_gradcheck_problem problem = {.size = of->size,
                                          .blocks = of->blocks,
                                          .theta = of->at,
                                          .gradient = of->gradient,
                                          .block = of->block,
                                          .seed = s->model.seed,
                                          .mode = mode};
    gw_status status = gw_gradcheck_start(&problem, of->check, &of->check);
    if (status != GW_OK)
        gw_session_stop(s, "checker", "%s", gw_status_text(status));
    else
        s->asking = of;
}

progress gw_session_ask_check(gw_session *s, gw_session_ask *ask) {
    const subject *of = s->asking;
    gw_gradcheck_ask asked;
    if (!gw_gradcheck_next(of->check, &asked)) {
        if (of->check->phase != AT_END)
            return WAITS;
        s->asking = NULL;
        return WENT_ON;
    }
    (void)gw_session_ask_at(s, ask, of->equation < 0 ? GW_ASK_COST : GW_ASK_COST_FROM, of);
    s->open = 0; /* the check itself knows what is open */
    ask->id = asked.id;
    ask->entry = asked.entry;
    ask->value = asked.value;
    if (asked.entry < 0 && gw_gradcheck_point(of->check, asked.id, s->point) == GW_OK)
        ask->at = s->point;
    return ASKED;
}

int gw_session_next(gw_session *s, gw_session_ask *ask) {
    if (s == NULL || ask == NULL)
        return 0;
    *ask = (gw_session_ask){.entry = -1, .equation = -1};
    for (;;) {
        if (s->said < s->lines) {
            ask->text = s->line[s->said++];
            return 1;
        }
        s->said = s->lines = 0;
        if (s->phase == NULL || s->open)
            return 0;
        progress made = s->phase->ask(s, ask);
        if (made != WENT_ON)
            return made == ASKED;
    }
}

gw_status gw_session_tell(gw_session *s, int32_t id, const gw_session_answer *answer) {
    if (s == NULL || answer == NULL)
        return GW_NULL;
    if (s->asking != NULL)
        return answer->has_pattern && s->asking->equation < 0
                   ? gw_gradcheck_tell_pattern(s->asking->check, id, answer->value, answer->pattern)
                   : gw_gradcheck_tell(s->asking->check, id, answer->value);
    if (!s->open || id != 0)
        return GW_NO_ANSWER;
    s->open = 0;
    s->phase->told(s, answer);
    return GW_OK;
}

gw_gradcheck_summary gw_session_summary(const subject *of, int32_t block) {
    gw_gradcheck_summary r = {0};
    gw_status status = block < 0 ? gw_gradcheck_result(of->check, &r)
                                 : gw_gradcheck_block_result(of->check, block, &r);
    (void)status; /* the block is one of the subject's own */
    return r;
}

/* The check of θ */

static progress ask_theta(gw_session *s, gw_session_ask *ask) {
    progress made = gw_session_ask_check(s, ask);
    if (made != WENT_ON)
        return made;
    s->at_equation = s->equations;
    s->entry = -1;
    s->near = s->round = 0;
    s->way = -1;
    return gw_session_go(s, s->model.mode == GW_SESSION_COMPLEX     ? &GW_SESSION_CONFIRMS
                            : s->model.mode == GW_SESSION_EQUATIONS ? &GW_SESSION_BY_EQUATIONS
                                                                    : &GW_SESSION_UPDATES);
}

static const phase_of_session CHECKS = {ask_theta, NULL};

static progress check_theta(gw_session *s) {
    s->phase = &CHECKS;
    gw_session_begin(s, &s->theta,
                     s->model.mode == GW_SESSION_DIRECTIONS ? GW_GRADCHECK_DIRECTIONS
                                                            : GW_GRADCHECK_ENTRIES);
    return WENT_ON;
}

/* What a gradient does wrong whatever its mathematics: it is asked twice, its buffers
 * full of 0 and full of another number. */

/* A number that is added to no entry unnoticed. */
static double filling(int32_t size, const double *x) {
    double largest = 0;
    for (int32_t i = 0; i < size; i++)
        if (isfinite(x[i]))
            largest = fmax(largest, fabs(x[i]));
    return fmin(1 + 1.375 * largest, DBL_MAX);
}

/* A step outside may be seen in one of two answers alone. */
static void note_outside(gw_session *s, const gw_session_answer *answer) {
    if (answer->outside)
        snprintf(s->outside, sizeof s->outside, "%s", answer->outside);
}

static void check_changed(gw_session *s, const char *function, const gw_session_answer *answer) {
    if (answer->changed)
        gw_session_impure(s, "theta-modified", function, "changes theta");
}

void gw_session_first_answer(gw_session *s, const char *function, subject *of,
                             const gw_session_answer *answer) {
    size_t bytes = (size_t)of->size * sizeof(double);
    check_changed(s, function, answer);
    s->outside[0] = '\0';
    note_outside(s, answer);
    memcpy(of->gradient, answer->gradient, bytes);
    s->fill = filling(of->size, of->gradient);
    if (of->equation >= 0) {
        memcpy(of->at, answer->values, bytes);
        s->fill = fmax(s->fill, filling(of->size, of->at));
    }
}

static void compare(gw_session *s, const char *function, int32_t size, const double *once,
                    const double *again) {
    int32_t unwritten = 0, added = 0, doubled = 0, other = 0;
    char text[60];
    for (int32_t i = 0; i < size; i++) {
        double a = once[i], b = again[i];
        if (b == a || (isnan(a) && isnan(b)))
            continue;
        if (b == s->fill)
            unwritten++;
        else if (fabs(b - a - s->fill) <= 8 * DBL_EPSILON * s->fill)
            added++;
        else if (fabs(b - 2 * a) <= 8 * DBL_EPSILON * fabs(a))
            doubled++;
        else
            other++;
    }
    snprintf(text, sizeof text, "leaves %d of %d entries as they were", unwritten, size);
    if (other > 0 || (doubled > 0 && added > 0))
        gw_session_impure(s, "not-a-function", function, "answers differently when asked again");
    else if (doubled > 0)
        gw_session_impure(s, "accumulated", function,
                          "adds to what an earlier call left: clear its sums first");
    else if (added > 0)
        gw_session_impure(s, "accumulated", function,
                          "adds to what is in the buffer: clear it first");
    else if (unwritten > 0)
        gw_session_impure(s, "unwritten", function, unwritten == size ? "writes nothing" : text);
}

void gw_session_second_answer(gw_session *s, const char *function, const subject *of,
                              const gw_session_answer *answer) {
    note_outside(s, answer);
    if (s->outside[0] != '\0')
        gw_session_impure(s, "out-of-bounds", function, s->outside);
    compare(s, function, of->size, of->gradient, answer->gradient);
    if (of->equation >= 0)
        compare(s, function, of->size, of->at, answer->values);
}

static progress ask_gradient(gw_session *s, gw_session_ask *ask) {
    if (s->round == 2)
        return check_theta(s);
    ask->fill = s->round == 0 ? 0 : s->fill;
    return gw_session_ask_at(s, ask, GW_ASK_GRADIENT, &s->theta);
}

static void told_gradient(gw_session *s, const gw_session_answer *answer) {
    if (s->round++ == 0)
        gw_session_first_answer(s, "gradient", &s->theta, answer);
    else
        gw_session_second_answer(s, "gradient", &s->theta, answer);
}

static const phase_of_session GRADIENT = {ask_gradient, told_gradient};

static progress ask_pattern(gw_session *s, gw_session_ask *ask) {
    if (s->round == 2 || !s->model.has_pattern) {
        s->round = 0;
        return gw_session_go(s, &GRADIENT);
    }
    return gw_session_ask_at(s, ask, GW_ASK_PATTERN, &s->theta);
}

static void told_pattern(gw_session *s, const gw_session_answer *answer) {
    if (s->round++ == 0) {
        s->pattern = answer->pattern;
        check_changed(s, "pattern", answer);
    } else if (answer->pattern != s->pattern)
        gw_session_impure(s, "not-a-function", "pattern", "answers differently when asked again");
}

static const phase_of_session PATTERN = {ask_pattern, told_pattern};

/* Where to check: the model's own point first, then random ones, drawn again where the
 * cost has no value. */

static int has_own_point(const gw_session *s) {
    return s->model.has_point && s->number == 1;
}

/* Around the model's own point, each entry by its own size or, where that is 0, by its
 * block's: near a parameter of 1e-12 is no number near 1. N(0, 1) where there is none. */
static void draw(gw_session *s) {
    for (int32_t b = 0; b < s->theta.blocks; b++) {
        const gw_gradcheck_block *block = &s->theta.block[b];
        double norm = 0;
        int32_t count = 0, end = block->first + size_of(block);
        for (int32_t i = block->first; i < end && s->model.has_point; i++) {
            norm = hypot(norm, s->own[i]);
            count += s->own[i] != 0;
        }
        for (int32_t i = block->first; i < end; i++) {
            double z = gw_random_normal(&s->rng), x = s->model.has_point ? s->own[i] : 0;
            double size = x != 0 ? fabs(x) : count > 0 ? norm / sqrt(count) : 1;
            s->theta.at[i] = s->model.has_point ? x + AROUND_POINT * size * z : z;
        }
    }
}

static progress ask_base(gw_session *s, gw_session_ask *ask) {
    return gw_session_ask_at(s, ask, GW_ASK_COST, &s->theta);
}

static void told_base(gw_session *s, const gw_session_answer *answer) {
    double J = answer->value;
    const char *prefix = gw_session_prefix(s), *value = isnan(J) ? "NaN" : J > 0 ? "inf" : "-inf";
    if (isfinite(J)) {
        gw_session_say(s, "point\t%d", s->number);
        check_changed(s, "cost", answer);
        s->round = 0;
        s->phase = &PATTERN;
    } else if (!has_own_point(s) && ++s->draws < DRAWS) {
        draw(s);
    } else if (s->number > 1) {
        gw_session_say(s, "end");
        s->phase = NULL;
    } else if (has_own_point(s)) {
        gw_session_stop(s, "cost", "%scost is %s at the point of %spoint", prefix, value, prefix);
    } else {
        gw_session_stop(s, "cost",
                        "%scost is %s at each of %d random points: give one with %spoint", prefix,
                        value, DRAWS, prefix);
    }
}

static const phase_of_session BASE = {ask_base, told_base};

static progress ask_point(gw_session *s, gw_session_ask *ask) {
    return gw_session_ask_at(s, ask, GW_ASK_POINT, &s->theta);
}

static void told_point(gw_session *s, const gw_session_answer *answer) {
    s->phase = &BASE;
    memcpy(s->theta.at, answer->values, (size_t)s->theta.size * sizeof(double));
    memcpy(s->own, answer->values, (size_t)s->theta.size * sizeof(double));
    for (int32_t i = 0; i < s->theta.size && !s->stopped; i++)
        if (!isfinite(s->theta.at[i]))
            gw_session_stop(s, "point", "%spoint gives no finite number for theta[%d]",
                            gw_session_prefix(s), i + 1);
}

static const phase_of_session POINT = {ask_point, told_point};

progress gw_session_next_point(gw_session *s) {
    if (s->model.given || s->number == s->model.points) {
        if (!s->model.given)
            gw_session_say(s, "end");
        return gw_session_go(s, NULL);
    }
    s->number++;
    s->draws = 0;
    s->more = 0;
    if (!has_own_point(s))
        draw(s);
    return gw_session_go(s, has_own_point(s) ? &POINT : &BASE);
}

/* The start, and results */

static gw_status start_at(gw_session *s, const gw_gradcheck_problem *given) {
    size_t bytes = (size_t)given->size * sizeof(double);
    memcpy(s->theta.at, given->theta, bytes);
    memcpy(s->theta.gradient, given->gradient, bytes);
    memcpy(s->theta.block, given->block, (size_t)given->blocks * sizeof *given->block);
    s->model.seed = given->seed;
    gw_random_seed(&s->rng, given->seed);
    (void)check_theta(s);
    return GW_OK;
}

gw_status gw_session_start(const gw_session_model *model, void *at, gw_session **session) {
    if (model == NULL || at == NULL || session == NULL)
        return GW_NULL;
    const gw_gradcheck_problem *given = model->given;
    if (given)
        GW_TRY(gw_gradcheck_check_problem(given));
    gw_session *s = at;
    memset(s, 0, sizeof *s);
    *session = s;
    s->model = *model;
    gw_random_seed(&s->rng, model->seed);
    if (!given && !check_model(s))
        return GW_OK;
    memory m = {at, 0};
    (void)take(&m, 1, sizeof *s);
    lay_out(s, &m);
    memset(s->stale, 0, (size_t)s->theta.blocks * sizeof *s->stale);
    if (given)
        return start_at(s, given);
    name_blocks(s);
    if (check_names(s))
        (void)gw_session_next_point(s);
    return GW_OK;
}

int gw_session_stopped(const gw_session *s) {
    return s == NULL || s->stopped;
}

const gw_gradcheck *gw_session_check(const gw_session *s) {
    return s ? s->theta.check : NULL;
}

double gw_session_evaluations(const gw_session *s) {
    return s ? s->theta.check->evaluations + s->more : 0;
}
