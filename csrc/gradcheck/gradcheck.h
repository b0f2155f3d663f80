/* Chapter 11. The gradient checker: it asks, the caller tells.
 *
 * Given a point θ and the analytic gradient of a cost J there, it decides for
 * every entry whether the gradient is right, from values of J alone. It never
 * calls J: it asks for the value at a point, and the caller tells it.
 *
 *     gw_gradcheck_ask ask;
 *     while (gw_gradcheck_next(check, &ask)) {
 *         double kept = theta[ask.entry];       // or gw_gradcheck_point
 *         theta[ask.entry] = ask.value;
 *         status = gw_gradcheck_tell(check, ask.id, J(theta));
 *         theta[ask.entry] = kept;
 *     }
 *
 * Several asks may be open at once and be told in any order: what is found does not depend
 * on it.
 *
 * The tolerance is no constant. It is the bound on the checker's own error: the
 * noise of J, measured first (Moré & Wild, SIAM J. Sci. Comput. 33, 2011), and
 * the truncation, observed in a table of extrapolated central differences
 * (Richardson 1911; Ridders, Adv. Eng. Softw. 4, 1982). An accusation is
 * confirmed by a second, independent table before it is made. */
#ifndef GW_GRADCHECK_H
#define GW_GRADCHECK_H

#include "status.h"

GW_BEGIN

typedef enum {
    GW_UNDECIDED = 0, /* the numbers cannot tell; the cause says why */
    GW_PASS,          /* analytic and numeric agree within the bound */
    GW_FAIL           /* they differ by more than the bound explains */
} gw_verdict;

/* Why a verdict is not a plain pass or fail. */
typedef enum {
    GW_CAUSE_NONE = 0,
    GW_CAUSE_ZERO,       /* J does not move with this entry and its gradient is 0 */
    GW_CAUSE_NOISE,      /* the slope is below what the noise of J lets one see */
    GW_CAUSE_SATURATED,  /* the slope here is lost in rounding beside those around */
    GW_CAUSE_KINK,       /* the slopes left and right differ here */
    GW_CAUSE_UNSETTLED,  /* no two step sizes agree: J is not smooth at any scale seen */
    GW_CAUSE_UNDEFINED,  /* J is NaN or infinite at every point near */
    GW_CAUSE_NOT_FINITE, /* the gradient itself is NaN or infinite, or J at θ is */
    GW_CAUSE_IMPURE,     /* J answered twice differently at the same point */
    GW_CAUSE_DIRECTION,  /* seen along random directions only, not alone */
    GW_CAUSE_EMPTY,      /* nothing was compared */
    GW_CAUSE_TWIN,       /* a slope known from elsewhere is not that of J */
    GW_CAUSE_STEPS,      /* J is rounded to multiples of a number, and hides the slope */
    GW_CAUSE_DIGITS,     /* it agrees to the digits that were asked for, and no further */
    GW_CAUSE_TREMBLES,   /* J trembles at any distance: noise, or a ripple of any slope */
    GW_CAUSES            /* how many there are */
} gw_cause;

/* A named part of θ, stored row by row from θ[first]: W1, b1, … */
typedef struct {
    char name[24];
    int32_t first, rows, cols;
} gw_gradcheck_block;

/* Every entry on its own, or two random directions through each block of more
 * than four entries. A direction sees the sum of the errors in a block, each
 * times a number from N(0, 1): errors of the norm ‖e‖ pass a bound τ, the one
 * that is reported, with a probability of at most 0.8 τ/‖e‖ for each direction,
 * its square for both (the density of N(0, 1) is at most 0.4). Where a direction fails, halving
 * leads to an entry. About eight evaluations a block, whatever its size. */
typedef enum { GW_GRADCHECK_ENTRIES = 0, GW_GRADCHECK_DIRECTIONS } gw_gradcheck_mode;

/* What to check. Everything is copied; nothing is kept. */
typedef struct {
    int32_t size;           /* entries of θ, ≥ 1 */
    int32_t blocks;         /* blocks, that follow one another and cover θ */
    const double *theta;    /* the point */
    const double *gradient; /* ∂J/∂θ there, by the code under test */
    const gw_gradcheck_block *block;
    uint64_t seed; /* of the directions and the jitter of steps */
    gw_gradcheck_mode mode;
} gw_gradcheck_problem;

/* A question. If entry ≥ 0, the point is θ with θ[entry] = value. If it is −1,
 * gw_gradcheck_point writes the point out. */
typedef struct {
    int32_t id, entry;
    double value;
} gw_gradcheck_ask;

/* What was found for one entry. |analytic − numeric| ≤ bound is a pass. */
typedef struct {
    double analytic, numeric, bound;
    double digits; /* verified: log10 of the entry's size over the bound */
    gw_verdict verdict;
    gw_cause cause;
} gw_gradcheck_entry;

/* What was found for a block, or over all. */
typedef struct {
    gw_verdict verdict;
    gw_cause cause;
    int32_t entries, passed, failed, undecided;
    int32_t zeros;      /* of those passed, the ones with cause ZERO */
    int32_t worst;      /* index in θ of the entry to look at first */
    double digits;      /* the fewest of any entry passed, but zeros */
    double noise;       /* the measured noise of J, one standard deviation */
    double evaluations; /* of J so far, in the whole check */
} gw_gradcheck_summary;

/* A check. The library keeps nothing outside of the memory of its checks, so different
 * checks may run in different threads at once; one check is for one thread at a time. */
typedef struct gw_gradcheck gw_gradcheck;

/* Bytes of memory for a check of `size` entries in `blocks` blocks; 0 if either
 * is below 1. O(size). */
size_t gw_gradcheck_bytes(int32_t size, int32_t blocks);

/* Starts a check in `memory`, which the caller owns and keeps until the end,
 * aligned as for a double. GW_NULL, GW_RANGE for sizes below 1, GW_SHAPE for
 * blocks that do not tile θ, GW_NOT_FINITE for a θ that is not. A gradient that
 * is not finite is no error here: it is what the check then says. */
GW_NODISCARD gw_status gw_gradcheck_start(const gw_gradcheck_problem *problem, void *memory,
                                          gw_gradcheck **check);

/* Before the first question: noise of J up to this standard deviation is noise, and not a ripple
 * finer than all steps. GW_RANGE below 0. */
GW_NODISCARD gw_status gw_gradcheck_allow_noise(gw_gradcheck *check, double sigma);

/* Writes the next question and returns 1. Returns 0 where there is none now:
 * the check has ended or, if questions are open, waits for answers. */
int gw_gradcheck_next(gw_gradcheck *check, gw_gradcheck_ask *ask);

/* Writes the whole point of an open question to theta (size entries).
 * GW_NO_ANSWER for an id that is not open. */
GW_SHAPES(theta(size))
GW_NODISCARD gw_status gw_gradcheck_point(const gw_gradcheck *check, int32_t id, double *theta);

/* Answers a question: J at its point; NaN where J has no value. */
GW_NODISCARD gw_status gw_gradcheck_tell(gw_gradcheck *check, int32_t id, double value);

/* The same for a cost with kinks: `pattern` identifies the smooth piece that the
 * point lies in, for example a hash of which ReLUs are on. Steps into another
 * pattern than θ's own are then not used. */
GW_NODISCARD gw_status gw_gradcheck_tell_pattern(gw_gradcheck *check, int32_t id, double value,
                                                 uint64_t pattern);

/* When the check of every entry has ended: lays beside what was found for an entry
 * a slope that is known from elsewhere, as from a complex step, within its bound.
 * Where the two agree and the bound is the narrower one, it is this slope that
 * passes the entry, or accuses it from three bounds on. Where they do not, the
 * entry is undecided unless it fails already: the slope is of another function.
 * GW_RANGE for an entry that is none, GW_NO_ANSWER before the end or for
 * directions. */
GW_NODISCARD gw_status gw_gradcheck_confirm(gw_gradcheck *check, int32_t entry, double slope,
                                            double bound);

/* When the check has ended: an entry that fails, and agrees with the measured slope to
 * `digits` digits of its size for certain, passes with them and GW_CAUSE_DIGITS: for
 * gradients in single precision, or of an iteration that stops early. GW_RANGE for digits
 * outside of 1 … 15, GW_NO_ANSWER before the end. */
GW_NODISCARD gw_status gw_gradcheck_accept(gw_gradcheck *check, double digits);

/* Results, when next has returned 0 with nothing open. GW_RANGE for an index
 * that is none. */
GW_NODISCARD gw_status gw_gradcheck_entry_result(const gw_gradcheck *check, int32_t entry,
                                                 gw_gradcheck_entry *result);
GW_NODISCARD gw_status gw_gradcheck_block_result(const gw_gradcheck *check, int32_t block,
                                                 gw_gradcheck_summary *result);
GW_NODISCARD gw_status gw_gradcheck_result(const gw_gradcheck *check, gw_gradcheck_summary *result);

/* Words for people: "pass", and "the slopes left and right differ here". */
const char *gw_verdict_text(gw_verdict verdict);
const char *gw_cause_text(gw_cause cause);

GW_END

#endif
