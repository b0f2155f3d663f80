#include "session_state.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whom a session checks: what is wrong with what a model says of itself, and the memory
 * for it. */

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

static void lay_out_subject(subject *of, memory *m, int32_t equation, int32_t size, int32_t blocks,
                            int32_t rooms) {
    *of = (subject){.equation = equation, .size = size, .blocks = blocks, .rooms = rooms};
    of->block = take(m, (size_t)blocks, sizeof *of->block);
    of->at = take(m, (size_t)size, sizeof(double));
    of->gradient = take(m, (size_t)size, sizeof(double));
    for (int32_t k = 0; k < rooms; k++)
        of->room[k] = take(m, 1, gw_gradcheck_bytes(size, blocks));
    of->check = of->room[0];
}

static void lay_out(gw_session *s, memory *m) {
    const gw_session_model *model = &s->model;
    const gw_gradcheck_problem *given = model->given;
    int32_t size = given ? given->size : model->size;
    int32_t blocks = given              ? given->blocks
                     : blocks_of(model) ? count_blocks(blocks_of(model), NULL)
                                        : 1;
    if (size < 1 || size > GW_SESSION_MOST || blocks < 1)
        return;
    int32_t largest = size, rooms = given || model->points < 2 ? 1
                                    : model->points < KEPT     ? model->points
                                                               : KEPT;
    lay_out_subject(&s->theta, m, -1, size, blocks, rooms);
    if (model->alpha > 0 && model->mode != GW_SESSION_DIRECTIONS)
        lay_out_subject(&s->moved, m, -1, size, blocks, 1);
    s->stale = take(m, (size_t)blocks, sizeof *s->stale);
    s->variants = take(m, model->variants > 0 ? (size_t)model->variants : 0, sizeof *s->variants);
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
        if (size_of(&block) > GW_SESSION_MOST)
            break;
        lay_out_subject(m->start ? &s->equation[e] : &sketch, m, e, size_of(&block), 1, rooms);
        largest = size_of(&block) > largest ? size_of(&block) : largest;
        if (m->start) {
            s->equation[e].block[0] = block;
            s->equation[e].block[0].first = 0;
        }
    }
    s->own = take(m, (size_t)size, sizeof(double));
    s->point = take(m, (size_t)largest, sizeof(double));
    if (!given)
        s->findings = take(m, (size_t)(s->equations + blocks), sizeof *s->findings);
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
    else if (m->size > GW_SESSION_MOST)
        gw_session_stop(s, "size",
                        "%ssize is %d: there is memory for a check of at most %d parameters",
                        prefix, m->size, GW_SESSION_MOST);
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
        if (size_of(&block) > GW_SESSION_MOST)
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

/* The start */

static gw_status start_at(gw_session *s, const gw_gradcheck_problem *given) {
    size_t bytes = (size_t)given->size * sizeof(double);
    memcpy(s->theta.at, given->theta, bytes);
    memcpy(s->theta.gradient, given->gradient, bytes);
    memcpy(s->theta.block, given->block, (size_t)given->blocks * sizeof *given->block);
    s->model.seed = given->seed;
    gw_random_seed(&s->rng, given->seed);
    (void)gw_session_check_theta(s);
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
    for (int32_t k = 0; k < model->variants; k++)
        s->variants[k] = (claim){{{0}, {0}, 0}, 0, 0, 0};
    for (int32_t k = 0; !given && k < s->equations + s->theta.blocks; k++)
        s->findings[k].lines = 0;
    if (given)
        return start_at(s, given);
    name_blocks(s);
    if (check_names(s))
        (void)gw_session_next_point(s);
    return GW_OK;
}
