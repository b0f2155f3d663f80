/* The inside of a gradient check, shared by the file that runs it and the file
 * that reports on it; nothing else includes this. */
#ifndef GW_GRADCHECK_STATE_H
#define GW_GRADCHECK_STATE_H
#ifndef GW_CDEF

#include "gradcheck.h"
#include "noise.h"
#include "slope.h"

/* Slopes in progress at a time: what a caller may evaluate in parallel. */
enum { LANES = 16 };
/* Ids: two for θ itself, eight for the noise and four further away, then those of each lane. */
enum { LINE_SPAN = GW_NOISE_VALUES - 1, FAR_PAIRS = 2, NOISE_IDS = LINE_SPAN + 2 * FAR_PAIRS };
enum { BASE_IDS = 2, LANE_IDS = BASE_IDS + NOISE_IDS };
/* How far away on the noise line, in its spacings. */
static const int GW_FAR[FAR_PAIRS] = {16, 64};
enum { IDS = LANE_IDS + LANES * GW_SLOPE_OPEN };

typedef enum { AT_THETA, AT_NOISE, AT_ENTRIES, AT_THETA_AGAIN, AT_END } phase;

/* A line through θ: one entry, or a random direction in a range of entries. */
typedef struct {
    int32_t block, first, count; /* count 0: no line */
    int32_t is_half;             /* it looks for a failure */
    uint64_t seed;
} line;

/* What a random direction has shown: names are told by these. */
enum { MEASURED = 8 };
typedef struct {
    line line;
    double analytic, numeric, bound;
    gw_verdict verdict;
} measured_line;

typedef struct {
    gw_gradcheck_block block;
    double size;          /* the largest |∂J/∂θ| in it */
    double moves;         /* the most that J moves, by that, as an entry moves by its own size */
    double step;          /* the first step for entries of this round, as learned */
    double line_step;     /* the same for directions */
    double unit;          /* what an entry that is 0 moves by on the noise line */
    int32_t drawn;        /* lines begun: entries, or directions */
    int32_t ended, until; /* of these ended; the round ends when so many have */
    int32_t halves;       /* halves tried */
    int32_t learners;     /* entries of the round that saw which step is better, */
    int64_t better;       /* and the sum of the logarithms of these, in whole numbers */
    int32_t failed;       /* a direction through it failed */
    int32_t first, left;  /* the range in which a failure is looked for */
    int32_t half;         /* and how much of it is tried next */
    int32_t halving;      /* 0 no, 1 the next half is to be tried, 2 it is being tried */
    int32_t measured;     /* lines of more than one entry, of which these are kept: */
    measured_line along[MEASURED];
} block_state;

typedef struct {
    line line;
    int32_t asked;
    gw_slope slope;
} lane_state;

struct gw_gradcheck {
    int32_t size, blocks;
    phase phase;
    int32_t asked, told; /* of the questions of a phase about θ or the noise */
    gw_gradcheck_mode mode;
    int32_t at_block; /* all blocks before it have their lines */
    int32_t current;  /* the lane asked last */
    int32_t impure, has_pattern;
    int32_t foreign; /* noise questions, of those told now, in another pattern than θ */
    uint64_t seed, pattern;
    double base, noise, evaluations;
    double allowed;            /* noise of that size is accepted as noise, whatever it is */
    double spacing, narrowest; /* of the noise line; the narrowest seen too far */
    int32_t spacings;
    int32_t rough;      /* noise vanished from near */
    double first_noise; /* as it was, where it is measured a second time; else 0 */
    double still;       /* J did not move over so many units of the noise line, */
    double steps;       /* so it has steps, which are noise of this size at least */
    double loud;        /* the noise seen there, before it was looked at from nearer; else 0 */
    double near;        /* and there, else 0 */
    double nearest;     /* the spacing at which it had vanished, else 0 */
    double moves;       /* the largest of the blocks' */
    double hidden;      /* a slope along the noise line that the cost may hide from steps */
    double hides;       /* longer than so much of it */
    double rounding;    /* the noise found there, or a rounding if that is more */
    double piece;       /* a slope along the noise line that may be of a piece of a table */
    double bend;      /* where its values are of pieces, half of how much it bends at θ; else 0 */
    double doubt;     /* the same, perhaps: it widens bounds, to seven digits at most */
    int32_t trembles; /* the noise is loud, as near as numbers are told apart, and no rounding */
    double line_spacing, line_noise; /* of that slope; and one standard deviation of it */
    double quantum;                  /* the cost moves in steps of this, else 0 */
    int32_t careful; /* the cost is rough somewhere: no entry passes before all steps are seen */
    double curved;   /* the largest third difference there */
    double first_slope, first_error; /* and these */
    double line_slope, line_error;   /* the slope along the noise line; the error is infinite
                                        where it is not known */
    double values[GW_NOISE_VALUES], far[FAR_PAIRS][2];
    unsigned char open[IDS];
    lane_state lanes[LANES];
    block_state *block;
    double *theta, *gradient;
    gw_gradcheck_entry *entry;
};

/* How far the slopes of the entries, measured from further away, are from adding up to the
 * one along the noise line, what error all these have, and how large they are. */
typedef struct {
    double apart, error, sizes;
} gw_addition;

static inline int32_t gw_gradcheck_block_size(const gw_gradcheck_block *block) {
    return block->rows * block->cols;
}

/* Shared by files of the checker, not with those who link it. */
#pragma GCC visibility push(hidden)

/* What gw_gradcheck_start says of a problem. */
gw_status gw_gradcheck_check_problem(const gw_gradcheck_problem *problem);

/* These are in lines.c. A number that depends on the seed, the
 * use and the index, and on no order of answers. */
uint64_t gw_gradcheck_mixed(const gw_gradcheck *c, uint64_t use, int32_t index);

/* How much entry i of θ moves along a line: 1 for an entry alone, else N(0, 1). */
double gw_gradcheck_component(const gw_gradcheck *c, const line *l, int32_t i);

/* Is a block seen along random directions? */
int gw_gradcheck_by_direction(const gw_gradcheck *c, const block_state *block);

/* These are in noise_line.c: one coordinate of the line; what entries that are 0 move by on
 * it; its spacing; and what its values say, which may ask for others. */
double gw_gradcheck_along(const gw_gradcheck *c, const block_state *block, int32_t i);
double gw_gradcheck_size(const gw_gradcheck *c, const block_state *block, int32_t i);
void gw_gradcheck_set_units(gw_gradcheck *c);
double gw_gradcheck_spaced(const gw_gradcheck *c, double spacing);
void gw_gradcheck_next_spacing(gw_gradcheck *c, double spacing);
void gw_gradcheck_after_noise(gw_gradcheck *c);

/* And these in pieces.c: by how much the values of the noise line stray from a parabola; half of
 * its bend at θ, where its values are those of pieces, else 0; how the slopes of the entries agree
 * with it, or a piece shows. */
double gw_gradcheck_strays(const gw_gradcheck *c);
double gw_gradcheck_bend_of_pieces(const gw_gradcheck *c, double sigma);
gw_addition gw_gradcheck_add_up(const gw_gradcheck *c);
int gw_gradcheck_adds_up(const gw_gradcheck *c, const gw_addition *a);
void gw_gradcheck_look_for_pieces(gw_gradcheck *c);
void gw_gradcheck_count_pieces(gw_gradcheck *c, const block_state *block, int32_t i);

/* And this in gradcheck.c: the noise is known. */
void gw_gradcheck_begin_entries(gw_gradcheck *c);

/* All lines of a block are to be drawn, from this first step on. */
void gw_gradcheck_lines_again(block_state *block, double step);

/* The next question about a slope, or 0; whether all are answered; the point of
 * question k of a lane; and its answer. */
int gw_gradcheck_lines_ask(gw_gradcheck *c, gw_gradcheck_ask *ask);
int gw_gradcheck_lines_done(const gw_gradcheck *c);
void gw_gradcheck_lines_point(const gw_gradcheck *c, const lane_state *lane, int32_t k,
                              double *theta);
void gw_gradcheck_lines_tell(gw_gradcheck *c, lane_state *lane, int32_t k, double value,
                             uint64_t pattern);

#pragma GCC visibility pop

#endif
#endif
