/* Chapter 11. The check of a whole model: where it is checked, what its functions do
 * wrong whatever their mathematics, the check of θ, its confirmation by the complex
 * step, the equations one by one, and what is said of it all.
 *
 * Like gradcheck.h it asks, is told, and calls nothing; a model in C, in Lua or behind
 * a pipe differs in who answers:
 *
 *     while (gw_session_next(session, &ask)) {
 *         gw_session_answer answer = {0};
 *         if (ask.what == GW_ASK_NOTHING) {
 *             puts(ask.text);
 *             continue;
 *         }
 *         ...
 *         status = gw_session_tell(session, ask.id, &answer);
 *     }
 *
 * What it says are lines of words between tabs:
 *
 *     problem   KEY TEXT                          what stopped the check
 *     point     NUMBER                            it checks there now
 *     purity    KEY FUNCTION TEXT                 what cost or gradient did wrong
 *
 * and in the end, of the point that was worst for each block, and of all points:
 *
 *     block     NAME VERDICT CAUSE DIGITS ENTRIES ZEROS
 *     worst     WHERE ANALYTIC NUMERIC BOUND      of the block before
 *     diagnosis KEY TEXT                          of the block before
 *     whole     VERDICT CAUSE DIGITS EVALUATIONS POINTS WHICH
 *     explain   WHERE ANALYTIC NUMERIC BOUND      asked for: the worst entry,
 *     curve     H ERROR                           and the error against h there
 *     end                                         the check was not cut short */
#ifndef GW_SESSION_H
#define GW_SESSION_H

#include "diagnosis.h"
#include "gradcheck.h"

GW_BEGIN

typedef enum {
    GW_SESSION_ENTRIES = 0, /* each entry on its own */
    GW_SESSION_DIRECTIONS,  /* random directions through each block */
    GW_SESSION_COMPLEX,     /* each entry, confirmed by the complex step */
    GW_SESSION_EQUATIONS    /* each entry, and the intermediates too */
} gw_session_mode;

/* More numbers than that are a slip of the pen, found before memory is filled with them. */
enum { GW_SESSION_MOST = 10000000 };

/* Whom to check. It, and what it points to, must live as long as the session. */
typedef struct {
    int32_t size;        /* entries of θ */
    int32_t points;      /* at how many points */
    int32_t examples;    /* m, so that a factor can be read as a mean; or 0 */
    int32_t has_point;   /* it knows a point of its own, for the first */
    int32_t has_pattern; /* it tells which smooth piece a point lies in */
    int32_t explain;     /* draw the error against h for the worst entry */
    gw_session_mode mode;
    double alpha; /* the step size of an update, or 0 */
    uint64_t seed;
    const char *blocks;    /* "W1 4x2, b1 4x1"; NULL: one, θ */
    const char *equations; /* the same of its intermediates, as they follow one another */
    const char *prefix;    /* of its functions' names in what is said, or NULL */
    /* One point and the gradient there, instead of all above but mode, examples and
     * alpha: then nothing is said, and results are read from gw_session_check. */
    const gw_gradcheck_problem *given;
    int32_t variants; /* gradients that are known to be wrong, and why */
    double digits;    /* what agrees to so many passes, see gw_gradcheck_accept; or 0 */
    double noise;     /* up to this J may tremble, see gw_gradcheck_allow_noise; or 0 */
} gw_session_model;

typedef enum {
    GW_ASK_NOTHING = 0, /* nothing: `text` is a line of what is said */
    GW_ASK_POINT,       /* its own point, instead of `at` */
    GW_ASK_COST,        /* J, and which smooth piece that is */
    GW_ASK_PATTERN,     /* the smooth piece alone */
    GW_ASK_GRADIENT,    /* ∂J/∂θ, written into a buffer that is full of `fill` */
    GW_ASK_EQUATION,    /* an intermediate and ∂J of it, written into two of these */
    GW_ASK_COST_FROM,   /* J from an intermediate on, the parameters being theta */
    GW_ASK_COMPLEX,     /* the complex twin of J, `entry` being moved by i·value */
    GW_ASK_VARIANT      /* the gradient with the mistake `entry`, from 0, its key and text */
} gw_session_what;

/* A question. It is about the `size` numbers in `at`, where entry ≥ 0 moves one: to
 * `value`, or for COMPLEX by i·value. theta is where the parameters stand, from which
 * later questions move them. Pointers are good until the next question. The next `more`
 * questions are of the same kind, and may be asked before this one is answered: what is
 * found does not depend on it. */
typedef struct {
    gw_session_what what;
    int32_t id, size, entry, more;
    int32_t equation; /* its number from 0, or −1 */
    double value, fill;
    const double *at, *theta;
    const char *text;
} gw_session_ask;

/* What is told. */
typedef struct {
    double value, imaginary;
    uint64_t pattern;
    int32_t has_pattern;
    int32_t changed;                 /* the function changed the θ that it was given */
    const double *gradient, *values; /* GRADIENT; EQUATION both; POINT the values */
    const char *key, *text;          /* VARIANT; without a gradient there is none here */
    const char *outside;             /* "writes …", where it did outside of its buffers */
} gw_session_answer;

/* As of checks, different ones may run in different threads at once. */
typedef struct gw_session gw_session;

/* Bytes of memory for a session, also of a model that it will refuse. O(size). */
size_t gw_session_bytes(const gw_session_model *model);

/* Starts a session in `memory`, which the caller owns and keeps until the end, aligned
 * as for a double. GW_NULL, and for a given point what gw_gradcheck_start says; what
 * else is wrong with a model the session says itself. */
GW_NODISCARD gw_status gw_session_start(const gw_session_model *model, void *memory,
                                        gw_session **session);

/* Writes the next question, or line, and returns 1; 0 where there is none now: the
 * session has ended or, if questions are open, waits for answers. */
int gw_session_next(gw_session *session, gw_session_ask *ask);

/* Answers a question. GW_NO_ANSWER for an id that is not open. */
GW_NODISCARD gw_status gw_session_tell(gw_session *session, int32_t id,
                                       const gw_session_answer *answer);

/* Which points it has checked at so far: "its own and 2 around it"; "" for a given one. */
const char *gw_session_points(const gw_session *session);

/* Did it end with a problem? */
int gw_session_stopped(const gw_session *session);

/* When it has ended: the check of θ at the last point; evaluations of J in it, those
 * after an update included; and what may be wrong with a block of it: at most
 * GW_SESSION_DIAGNOSES, the likelier first. GW_RANGE for a block that is none. */
enum { GW_SESSION_DIAGNOSES = 2 * GW_DIAGNOSES + 1 };
const gw_gradcheck *gw_session_check(const gw_session *session);
double gw_session_evaluations(const gw_session *session);
GW_SHAPES(count())
GW_NODISCARD gw_status gw_session_diagnose(const gw_session *session, int32_t block,
                                           gw_diagnosis *list, int32_t *count);

GW_END

#endif
