#include "formula.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *alias;
} FUNCTION[GW_FORMULA_FUNCTIONS] = {
    [GW_FORMULA_ABS] = {"abs", NULL},         [GW_FORMULA_ACOS] = {"acos", "arccos"},
    [GW_FORMULA_ASIN] = {"asin", "arcsin"},   [GW_FORMULA_ATAN] = {"atan", "arctan"},
    [GW_FORMULA_COS] = {"cos", NULL},         [GW_FORMULA_COSH] = {"cosh", NULL},
    [GW_FORMULA_EXP] = {"exp", NULL},         [GW_FORMULA_LN] = {"ln", "log"},
    [GW_FORMULA_SIGMOID] = {"sigmoid", NULL}, [GW_FORMULA_SIN] = {"sin", NULL},
    [GW_FORMULA_SINH] = {"sinh", NULL},       [GW_FORMULA_SQRT] = {"sqrt", NULL},
    [GW_FORMULA_TAN] = {"tan", NULL},         [GW_FORMULA_TANH] = {"tanh", NULL},
};

typedef struct {
    gw_formula *f;
    int32_t at;
    int32_t pending[GW_FORMULA_LONGEST]; /* operators and ( that wait for what follows them: */
    int32_t opened[GW_FORMULA_LONGEST];  /* a place in the text, and a function's name's place */
    int32_t operand[GW_FORMULA_LONGEST]; /* nodes that nothing has taken in yet */
    int32_t waiting, operands;
    int in_plane; /* is y a variable too? */
} reader;

static gw_status complain(reader *r, int32_t place, const char *problem) {
    r->f->place = place;
    if (problem != r->f->problem)
        snprintf(r->f->problem, sizeof r->f->problem, "%s", problem);
    return GW_DOMAIN;
}

static char here(const reader *r) {
    return r->f->text[r->at];
}

static void skip_spaces(reader *r) {
    while (here(r) == ' ')
        r->at++;
}

/* Copies the text, − and · made plain and other space a blank; without what stands
 * before it. */
static gw_status copy(const char *text, gw_formula *f) {
    static const struct {
        const char *typed, plain;
    } SIGN[] = {{"\xe2\x88\x92", '-'}, {"\xc2\xb7", '*'}};
    int32_t length = 0;
    for (const char *c = text; *c;) {
        char plain = isspace((unsigned char)*c) ? ' ' : *c;
        size_t bytes = 1;
        for (int k = 0; k < 2; k++)
            if (strncmp(c, SIGN[k].typed, strlen(SIGN[k].typed)) == 0) {
                plain = SIGN[k].plain;
                bytes = strlen(SIGN[k].typed);
            }
        c += bytes;
        if (plain == ' ' && length == 0)
            continue;
        if (length == GW_FORMULA_LONGEST)
            return GW_RANGE;
        f->text[length++] = plain;
    }
    f->text[length] = 0;
    return GW_OK;
}

static int32_t push(reader *r, gw_formula_node made) {
    gw_formula_node *node = r->f->node;
    made.has_x = made.operation == GW_FORMULA_X || made.operation == GW_FORMULA_Y ||
                 (made.left >= 0 && node[made.left].has_x) ||
                 (made.right >= 0 && node[made.right].has_x);
    node[r->f->count] = made;
    r->operand[r->operands++] = r->f->count;
    return r->f->count++;
}

static gw_formula_operation binary(char sign) {
    switch (sign) {
    case '+':
        return GW_FORMULA_PLUS;
    case '-':
        return GW_FORMULA_MINUS;
    case '*':
        return GW_FORMULA_TIMES;
    case '/':
        return GW_FORMULA_OVER;
    default:
        return GW_FORMULA_POWER;
    }
}

/* How tightly an operator binds; a minus in front is kept as '~'. */
static int tightness(char sign) {
    return sign == '+' || sign == '-'   ? 1
           : sign == '*' || sign == '/' ? 2
           : sign == '~'                ? 3
           : sign == '^'                ? 4
                                        : 0;
}

/* The operator on top takes in its operands. */
static void apply(reader *r) {
    char sign = (char)r->pending[--r->waiting];
    int32_t right = r->operand[--r->operands];
    if (sign == '~') {
        push(r, (gw_formula_node){.operation = GW_FORMULA_NEGATE,
                                  .left = right,
                                  .right = -1,
                                  .from = r->opened[r->waiting],
                                  .to = r->f->node[right].to});
        return;
    }
    int32_t left = r->operand[--r->operands];
    push(r, (gw_formula_node){.operation = binary(sign),
                              .left = left,
                              .right = right,
                              .from = r->f->node[left].from,
                              .to = r->f->node[right].to});
}

static void await(reader *r, char sign, int32_t place) {
    r->pending[r->waiting] = sign;
    r->opened[r->waiting++] = place;
}

static int32_t digits(const reader *r, int32_t at) {
    while (isdigit((unsigned char)r->f->text[at]))
        at++;
    return at;
}

/* 12  1.5  .5  2e-3: locale and hexadecimal numbers are kept out. */
static int read_number(reader *r) {
    const char *text = r->f->text;
    int32_t from = r->at, to = digits(r, from);
    if (text[to] == '.')
        to = digits(r, to + 1);
    if (to == from || (to == from + 1 && text[from] == '.'))
        return 0;
    if (text[to] == 'e' || text[to] == 'E') {
        int32_t power = to + 1 + (text[to + 1] == '+' || text[to + 1] == '-');
        if (isdigit((unsigned char)text[power]))
            to = digits(r, power);
    }
    char number[GW_FORMULA_LONGEST + 1];
    memcpy(number, text + from, (size_t)(to - from));
    number[to - from] = 0;
    push(r, (gw_formula_node){.operation = GW_FORMULA_NUMBER,
                              .left = -1,
                              .right = -1,
                              .from = from,
                              .to = to,
                              .number = strtod(number, NULL)});
    r->at = to;
    return 1;
}

static int is_word(const char *text, int32_t length, const char *name) {
    return name && strlen(name) == (size_t)length && strncmp(text, name, (size_t)length) == 0;
}

static int32_t find_function(const char *text, int32_t length) {
    for (int32_t k = 0; k < GW_FORMULA_FUNCTIONS; k++)
        if (is_word(text, length, FUNCTION[k].name) || is_word(text, length, FUNCTION[k].alias))
            return k;
    return -1;
}

/* x, pi, e, or the name of a function with its parenthesis. */
static gw_status read_word(reader *r) {
    gw_formula *f = r->f;
    int32_t from = r->at;
    while (isalnum((unsigned char)here(r)) || here(r) == '_')
        r->at++;
    int32_t length = r->at - from;
    const char *word = f->text + from;
    int32_t function = find_function(word, length), to = r->at;
    skip_spaces(r);
    if (here(r) == '(') {
        if (function < 0) {
            int used = snprintf(f->problem, sizeof f->problem,
                                "«%.*s» is no function known here; there are ",
                                length > 40 ? 40 : length, word);
            for (int32_t k = 0; k < GW_FORMULA_FUNCTIONS; k++)
                used += snprintf(f->problem + used, sizeof f->problem - (size_t)used, "%s%s",
                                 FUNCTION[k].name, k + 1 < GW_FORMULA_FUNCTIONS ? ", " : ":");
            return complain(r, from, f->problem);
        }
        await(r, (char)('A' + function), from);
        r->at++;
        return GW_OK;
    }
    if (function >= 0) {
        snprintf(f->problem, sizeof f->problem,
                 "%.*s needs its argument in parentheses, as %.*s(x):", length, word, length, word);
        return complain(r, r->at, f->problem);
    }
    gw_formula_node node = {.left = -1, .right = -1, .from = from, .to = to};
    if (is_word(word, length, "x")) {
        node.operation = GW_FORMULA_X;
    } else if (r->in_plane && is_word(word, length, "y")) {
        node.operation = GW_FORMULA_Y;
    } else if (is_word(word, length, "pi")) {
        node.number = acos(-1.0);
    } else if (is_word(word, length, "e")) {
        node.number = exp(1.0);
    } else {
        snprintf(f->problem, sizeof f->problem,
                 "«%.*s» is no name known here; %s:", length > 40 ? 40 : length, word,
                 r->in_plane ? "the variables are x and y" : "the variable is x");
        return complain(r, from, f->problem);
    }
    push(r, node);
    return GW_OK;
}

/* A number, a name, a sign or parenthesis before one. *done: a value is complete. */
static gw_status read_operand(reader *r, int *done) {
    char c = here(r);
    *done = 0;
    if (read_number(r)) {
        *done = 1;
    } else if (isalpha((unsigned char)c)) {
        int32_t before = r->operands;
        GW_TRY(read_word(r));
        *done = r->operands > before;
    } else if (c == '(' || c == '-' || c == '+') {
        if (c != '+')
            await(r, c == '-' ? '~' : '(', r->at);
        r->at++;
    } else if (c == 0) {
        return complain(r, r->at, "the formula ends too early:");
    } else if (c == '*' && r->at > 0 && r->f->text[r->at - 1] == '*') {
        return complain(r, r->at, "a power is written with ^:");
    } else if (c == ')') {
        return complain(r, r->at, "something is missing before this:");
    } else {
        return complain(r, r->at, "this cannot be read from here on:");
    }
    return GW_OK;
}

/* What stands after a value: an operator, or a closing parenthesis. */
static gw_status read_operator(reader *r, int *done) {
    gw_formula *f = r->f;
    char c = here(r);
    if (strchr("+-*/^", c)) {
        while (r->waiting > 0 &&
               (tightness((char)r->pending[r->waiting - 1]) > tightness(c) ||
                (tightness((char)r->pending[r->waiting - 1]) == tightness(c) && c != '^')))
            apply(r);
        await(r, c, r->at++);
        *done = 0;
        return GW_OK;
    }
    if (c != ')')
        return complain(r, r->at,
                        c == '(' || isalnum((unsigned char)c)
                            ? "a product needs its *, as 2*x:"
                            : "this cannot be read from here on:");
    while (r->waiting > 0 && tightness((char)r->pending[r->waiting - 1]) > 0)
        apply(r);
    if (r->waiting == 0)
        return complain(r, r->at, "this parenthesis was never opened:");
    char opened = (char)r->pending[--r->waiting];
    int32_t inside = r->operand[r->operands - 1], from = r->opened[r->waiting];
    r->at++;
    if (opened == '(') {
        f->node[inside].from = from;
        f->node[inside].to = r->at;
    } else {
        r->operands--;
        push(r, (gw_formula_node){.operation = GW_FORMULA_CALL,
                                  .function = opened - 'A',
                                  .left = inside,
                                  .right = -1,
                                  .from = from,
                                  .to = r->at});
    }
    return GW_OK;
}

static gw_status read_formula(const char *text, int in_plane, gw_formula *f) {
    if (text == NULL || f == NULL)
        return GW_NULL;
    f->count = f->place = 0;
    f->problem[0] = f->text[0] = 0;
    if (copy(text, f) != GW_OK) {
        snprintf(f->problem, sizeof f->problem, "a formula has at most %d characters, not %zu",
                 GW_FORMULA_LONGEST, strlen(text));
        return GW_RANGE;
    }
    reader r = {.f = f, .in_plane = in_plane};
    if (f->text[0] == 0)
        return complain(&r, 0, "a formula is empty");
    int done = 0; /* is a value complete, so that an operator must follow? */
    for (skip_spaces(&r); !done || here(&r); skip_spaces(&r))
        GW_TRY(done ? read_operator(&r, &done) : read_operand(&r, &done));
    while (r.waiting > 0) {
        if (tightness((char)r.pending[r.waiting - 1]) == 0)
            return complain(&r, r.at, "the formula ends too early:");
        apply(&r);
    }
    return GW_OK;
}

gw_status gw_formula_read(const char *text, gw_formula *f) {
    return read_formula(text, 0, f);
}

gw_status gw_formula_read_plane(const char *text, gw_formula *f) {
    return read_formula(text, 1, f);
}
