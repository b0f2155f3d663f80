/* The inside of a session, shared by the files that run it; nothing else includes
 * this. */
#ifndef GW_SESSION_STATE_H
#define GW_SESSION_STATE_H
#ifndef GW_CDEF

#include "constants.h"
#include "random.h"
#include "session.h"
#include "state.h"

/* Checks of a subject that are kept at most: a name must hold at all of them. */
enum { KEPT = 3 };

/* Numbers that J depends on, with the gradient under test: θ, or the values of an
 * equation's intermediate. */
typedef struct {
    int32_t equation; /* its number, or −1 for θ */
    int32_t size, blocks;
    gw_gradcheck_block *block;
    double *at, *gradient;
    gw_gradcheck *check; /* the last */
    void *room[KEPT];    /* what was checked at the points, for the names */
    const gw_gradcheck *kept[KEPT];
    int32_t rooms, keeps;
} subject;

/* Points whose complex steps are compared: θ, NEAR that differ by its rounding, six on
 * the way to the origin and beyond, as in slope.h, and two around it. */
enum { SHRUNK = 6, AWAY = SHRUNK + 2, MOST_SURROUNDING = 8 + AWAY };
#define SURROUNDING (1 + NEAR + AWAY)

enum { LINES = 16, LINE = 400 };

/* The error of the plain central difference is drawn at so many steps. */
enum { STEPS = 41 };

/* What is said of a block in the end: what the worst of the points showed. */
typedef struct {
    gw_verdict verdict;
    double digits;
    int32_t compared, lines; /* entries that are not zero; 0 lines: no point yet */
    int32_t follows;         /* from an equation that is wrong */
    char line[3][LINE];
} finding;

/* A name that other questions than J's found, and at how many of the points where there was
 * something to name: it is said if at all of them. */
typedef struct {
    gw_diagnosis name;
    int32_t points, of;
    int32_t last; /* the number of the last of them */
} claim;

/* What a phase does next: has it asked, or said, or gone on to another phase? Or must
 * it wait for an answer? */
typedef enum { WAITS, ASKED, WENT_ON } progress;

typedef struct {
    progress (*ask)(gw_session *s, gw_session_ask *ask);
    void (*told)(gw_session *s, const gw_session_answer *answer);
} phase_of_session;

struct gw_session {
    gw_session_model model;
    const phase_of_session *phase;
    int32_t open;    /* a question that is none of a check is open */
    subject *asking; /* whose check asks now, or NULL */
    int32_t stopped;
    gw_random rng;
    char line[LINES][LINE];
    int32_t lines, said;

    subject theta, moved; /* moved: θ after an update or before one */
    subject *equation;
    int32_t equations;
    double *own;   /* the model's own point */
    double *point; /* where a question moves more than one number */

    int32_t number, draws; /* of the point */
    int32_t checked;       /* points where J has a value */
    char points[48];       /* and which they are */
    int32_t impure_at;     /* the first where a function did something wrong */
    int32_t round;         /* the first or the second time that it is asked */
    char outside[160];     /* what is said of a step outside of a buffer, or "" */
    double fill;
    uint64_t pattern;
    int32_t way, left;                     /* of updates; blocks that failed, not explained */
    double more;                           /* evaluations after updates */
    int32_t variant;                       /* the next to ask for */
    claim *variants, *stale;               /* each variant; of each block */
    double *surrounding[MOST_SURROUNDING]; /* points of the complex step */
    int32_t entry, near;                   /* where the complex step is */
    double noise, unit, slope, spread, around;
    int32_t at_equation, at_block;
    unsigned char *depends;   /* of equation e on block b: [b * equations + e] */
    int32_t reported;         /* subjects */
    finding *findings;        /* of the equations' blocks from the cost back, then θ's */
    gw_gradcheck_summary all; /* the worst subject of any point */
    double evaluations;
    char explained[LINE]; /* its worst entry, */
    double curve[STEPS][2];
    int32_t curve_size;
    int32_t worst, step; /* that is drawn, and how far that is */
    double above, plus;  /* J there, and where */
};

/* Shared by files of the checker, not with those who link it. */
#pragma GCC visibility push(hidden)

extern const phase_of_session GW_SESSION_PURITY, GW_SESSION_CONFIRMS, GW_SESSION_BY_EQUATIONS,
    GW_SESSION_UPDATES, GW_SESSION_VARIANTS, GW_SESSION_DEPENDS, GW_SESSION_REPORTS,
    GW_SESSION_CONCLUDES;

/* Lines that next gives out before anything else; and the last of them. */
void gw_session_say(gw_session *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
void gw_session_stop(gw_session *s, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Goes on to a phase; to the next point. */
progress gw_session_go(gw_session *s, const phase_of_session *phase);
progress gw_session_next_point(gw_session *s);

/* Begins the check of θ, and of any subject; its next question, or WENT_ON when it has ended. */
progress gw_session_check_theta(gw_session *s);
void gw_session_begin(gw_session *s, subject *of, gw_gradcheck_mode mode);
progress gw_session_ask_check(gw_session *s, gw_session_ask *ask);

/* What the check of a subject has found for a block, or over all for −1. */
gw_gradcheck_summary gw_session_summary(const subject *of, int32_t block);

/* Fills in a question about a subject, where it stands; the answer to the question
 * into buffers, and what two answers show. */
progress gw_session_ask_at(gw_session *s, gw_session_ask *ask, gw_session_what what,
                           const subject *of);
void gw_session_check_changed(gw_session *s, const char *function, const gw_session_answer *answer);
void gw_session_impure(gw_session *s, gw_name name, const char *function, const char *text);
void gw_session_first_answer(gw_session *s, const char *function, subject *of,
                             const gw_session_answer *answer);
void gw_session_second_answer(gw_session *s, const char *function, const subject *of,
                              const gw_session_answer *answer);

/* The next block of a text: 1, 0 at its end, −1 where it cannot be read. */
int gw_session_read_block(const char **text, gw_gradcheck_block *block);

/* A name holds at this point too: 1, or 0 where it was claimed here already, or in other words
 * elsewhere. */
int gw_session_claim(const gw_session *s, claim *c, const gw_diagnosis *found);

/* What may be wrong with block b of a subject: of θ, by all that was asked. */
gw_status gw_session_names(const gw_session *s, const subject *of, int32_t b, gw_diagnosis *list,
                           int32_t *count);

/* Says of block b of a subject whether its equation is wrong first, or follows from
 * another, which it returns. */
int gw_session_blame(gw_session *s, const subject *of, int32_t b);

#pragma GCC visibility pop

/* A function's name as the model's author knows it. */
static inline const char *gw_session_prefix(const gw_session *s) {
    return s->model.prefix ? s->model.prefix : "";
}

#endif
#endif
