/* Formulas in x as people type them: read, evaluated, differentiated by the rules
 * of chapters 2 and 3, and differentiated with one rule broken, which tells which
 * rule a wrong derivative broke.
 *
 * Method: a formula becomes a list of nodes in which every node stands after what
 * it is made of. One walk along the list carries a value and a slope for each: the
 * loop of chapter 3, with branches. Nothing recurses or allocates.
 *
 *     sum    = term   { ("+" | "-") term }        left to right
 *     term   = factor { ("*" | "/") factor }      left to right
 *     factor = "-" factor | "+" factor | atom [ "^" factor ]
 *     atom   = number | "x" | "pi" | "e" | function "(" sum ")" | "(" sum ")"
 *
 * so that −x^2 is −(x²), and 2^3^x is 2^(3^x). − and · may be typed for - and *. An
 * atom is "y" too where a formula is one in x and y. */
#ifndef GW_FORMULA_H
#define GW_FORMULA_H

#include "matrix.h"
#include "random.h"

typedef enum {
    GW_FORMULA_NUMBER = 0,
    GW_FORMULA_X,
    GW_FORMULA_Y,
    GW_FORMULA_PLUS,   /* left + right */
    GW_FORMULA_MINUS,  /* left − right */
    GW_FORMULA_TIMES,  /* left · right */
    GW_FORMULA_OVER,   /* left / right */
    GW_FORMULA_POWER,  /* left ^ right */
    GW_FORMULA_NEGATE, /* −left        */
    GW_FORMULA_CALL    /* f(left)      */
} gw_formula_operation;

/* The functions of one argument; log is ln, and arc may be written out. */
typedef enum {
    GW_FORMULA_ABS = 0,
    GW_FORMULA_ACOS,
    GW_FORMULA_ASIN,
    GW_FORMULA_ATAN,
    GW_FORMULA_COS,
    GW_FORMULA_COSH,
    GW_FORMULA_EXP,
    GW_FORMULA_LN,
    GW_FORMULA_SIGMOID,
    GW_FORMULA_SIN,
    GW_FORMULA_SINH,
    GW_FORMULA_SQRT,
    GW_FORMULA_TAN,
    GW_FORMULA_TANH,
    GW_FORMULA_FUNCTIONS /* how many there are */
} gw_formula_function;

typedef struct {
    gw_formula_operation operation;
    int32_t function;    /* which one, of CALL */
    int32_t left, right; /* nodes that stand before it, or −1 */
    int32_t has_x;       /* does a variable occur in it? */
    int32_t from, to;    /* its place in the text, bytes from … to − 1 */
    double number;       /* of NUMBER */
} gw_formula_node;

enum { GW_FORMULA_LONGEST = 2000, GW_FORMULA_PROBLEM = 200, GW_FORMULA_DIAGNOSES = 8 };

typedef struct {
    int32_t count;                            /* of nodes; the last is the whole */
    int32_t place;                            /* the byte at which reading stopped */
    char problem[GW_FORMULA_PROBLEM];         /* why it did, or "" */
    char text[GW_FORMULA_LONGEST + 1];        /* as it was read: - for −, * for · */
    gw_formula_node node[GW_FORMULA_LONGEST]; /* no character makes two */
} gw_formula;

/* One thing that may be wrong with a derivative: which rule was broken, and in which
 * node, or −1 where it is said of the whole; `number` is the factor of a scale, and
 * the x of a NaN. */
typedef struct {
    int32_t rule, node, throughout;
    double number;
} gw_formula_diagnosis;

/* Reads a formula. GW_DOMAIN where it is none: then `problem` is the sentence and
 * `place` where in `text`. GW_RANGE for more than GW_FORMULA_LONGEST bytes. */
GW_NODISCARD gw_status gw_formula_read(const char *text, gw_formula *f);

/* The same of a formula in x and y. */
GW_NODISCARD gw_status gw_formula_read_plane(const char *text, gw_formula *f);

/* A formula in x and y as a landscape: P = (x, y), *J := f(x, y), dP := its slopes along
 * x and along y. GW_NOT_FINITE where one of the three is no finite number. */
GW_SHAPES(P(2, 1), dP(2, 1), J())
GW_NODISCARD gw_status gw_formula_plane(const gw_formula *f, const gw_matrix *P, gw_matrix *dP,
                                        double *J);

/* f(x), and f'(x) by the rules. NaN where the formula has none. */
double gw_formula_value(const gw_formula *f, double x);
double gw_formula_slope(const gw_formula *f, double x);

/* Writes up to `count` points where f has a finite value, and has one on both sides
 * too: near 0 first, then, if hardly any is there, far out and close in. Returns how
 * many. */
GW_SHAPES(points(count))
int32_t gw_formula_domain(const gw_formula *f, gw_random *rng, double *points, int32_t count);

/* Which broken rules give, at all these points, just the values of `derivative`? Fills
 * at most GW_FORMULA_DIAGNOSES of `list`, and returns how many: at least one, UNKNOWN
 * if nothing fits. To be asked of a derivative that is known to be wrong. */
GW_SHAPES(points(count))
int32_t gw_formula_diagnose(const gw_formula *f, const gw_formula *derivative, const double *points,
                            int32_t count, gw_formula_diagnosis *list);

/* How many rules there are to break; a rule's key, and what it means in general,
 * or NULL for a number that is none. */
int32_t gw_formula_rules(void);
const char *gw_formula_rule_key(int32_t rule);

/* Writes the sentence of a diagnosis of f into `text`, cut to size − 1 bytes; with
 * f = NULL what its rule means for any f(g). */
void gw_formula_say(const gw_formula *f, const gw_formula_diagnosis *diagnosis, char *text,
                    size_t size);

#endif
