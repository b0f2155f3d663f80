/* Every number of the checker that was chosen, in one table: what it is for, its
 * value, and behind it what takes its effect away (0, 1, INFINITY, or a number that
 * it never reaches) and the row of the zoo that is worse then, or that none was seen
 * to be. `make zoo-proofs` shows each of them, `make zoo-constants` also what half and
 * double do: tests/gradcheck/zoo/constants.md has the numbers. What follows from
 * mathematics (15 and 16 of extrapolation, the points of the noise) stands where it is used. */
#ifndef GW_GRADCHECK_CONSTANTS_H
#define GW_GRADCHECK_CONSTANTS_H
#ifndef GW_CDEF

/* The bound and the verdict, which tolerance.c decides with them */

/* [chosen] */
/* Behind each: what takes it away, and what is wrong then. */
/* η is so many times sigma, the measured noise of a value. */
static const double KAPPA = 6; /* 0: accused */
/* Four evaluations settle an entry if they verify it to this part of its block. */
static const double FINE = 1e-7; /* 0: evaluations */
/* Verified to fewer digits than this, an entry is undecided. */
static const double LOOSE = 1e-2; /* INFINITY: single precision evaluations */
/* So many bounds away, an analytic slope is wrong; more in single precision,
 * whose noise hides kinks that the table cannot tell from slopes. */
static const double CLEARLY = 3;          /* 1: rounded to a quantum evaluations */
static const double CLEARLY_IN_NOISE = 8; /* 1: names unknown */
static const double NOISY = 1e-10;        /* INFINITY: names unknown */
/* Rounding in the analytic slope itself, in ε of its size. */
static const double ROUNDING = 64; /* 0: twins accused */
/* [/chosen] */
/* Digits are counted from an entry's own size, but from nothing below this part of
 * its block's largest. */
static const double SMALL = 1e-3; /* 0: right undecided */

/* The table of extrapolated differences */

/* Its first step, in units of the scale of x. */
static const double FIRST_STEP = 0.25; /* 1: evaluations */
/* Rows of a smooth function shrink 16 times each: so many times at least and at most. */
static const double SHRINKS_LEAST = 8; /* 0: a table uncaught */
static const double SHRINKS_MOST = 32; /* INFINITY: generated accused */
/* Where the best step is not below the first by more than so many times, the table starts
 * again at longer steps, so often. */
static const double NOT_BELOW = 5; /* 0: right undecided */
static const double LONGER = 64;   /* 1: right undecided */
static const int GROWTHS = 2;      /* 0: right undecided */

/* What an accusation needs besides */

/* All shorter steps agree with it, and there are so many; the longer one's truncation may
 * be off by so many times what it was seen to be. */
static const int SHORTER_STEPS = 2; /* 0: a rounded argument passed */
static const double TRUNCATION = 4; /* 0: generated uncaught */
/* A sweep ends where noise is so many times what is to be told. */
static const double LOST = 4; /* 0: scales 1e-12 to 1e12 accused */
/* Longer steps speak for the gradient with errors of this part of the difference. */
static const double SHARP = 0.25; /* 0: generated accused */
/* A shorter step that strays by so many roundings speaks for the slope it is nearer to. */
static const double PIECE_SHOWS = 6; /* INFINITY: a fine table named */
/* The table is looked at for smoothness from so many times the best step down. */
static const double WITHIN = 20; /* 0: generated uncaught */
/* Slopes around count where J is at most so many times the usual one, else in proportion. */
static const double AROUND = 16; /* INFINITY: generated uncaught */
/* The step of slopes that are looked at far from θ, in units of their scale. */
static const double FAR_STEP = 1e-4; /* 1: names along unknown */

/* Kinks */

/* What is left of a bend counts by this: a half, and a little for a kink beside x. */
static const double KINK_HALF = 0.55; /* 0: generated missed */

/* First steps, that blocks learn from what they have seen */

/* The first of all: the cube root of so many times the relative noise of J. */
static const double STEP_NOISES = 100; /* 0: evaluations */
/* From one line to the next by so many times at most, and to this at most. */
static const double LEARNS = 16;     /* 1: evaluations */
static const double STEP_MOST = 0.1; /* INFINITY: rounded to a quantum undecided */
/* Steps of tables are multiplied by a number from this to its double. */
static const double JITTER = 0.7; /* 1: evaluations */

/* The noise of J */

/* Distances on the noise line: the first, by how much wider or closer the next, the
 * widest (further, a curve that is flat at θ would show its other parts), and how
 * many. */
static const double SPACING = 1e-8; /* 1: missed */
static const double WIDER = 100;    /* 1: evaluations */
static const double WIDEST = 0.1;   /* INFINITY: rounded to digits evaluations */
static const int SPACINGS = 8;      /* 1: fast accused */
/* Three levels of differences that agree within this are noise. */
static const double LEVELS_AGREE = 4; /* 1: evaluations */
/* Noise above so many times the rounding of J is looked at from so much nearer: it may be
 * a fine ripple, or a kink, and then it shrinks by so much at least. */
static const double QUIET = 16;    /* INFINITY: generated accused */
static const double NEARER = 1000; /* 1: generated accused */
static const double SHRINKS = 10;  /* INFINITY: fast undecided */
/* Nothing is looked at from nearer than that. */
static const double NEAREST_SPACING = 1e-12; /* INFINITY: generated undecided */
/* Noise that stays there is looked at once more, from some places of θ itself. */
static const double LEAST_SPACING = 1.5e-14; /* INFINITY: fast accused */
/* Where it is more than this part of J, it may be a ripple's, and nothing passes. */
static const double TREMBLES = 1e-12; /* INFINITY: the finest ripple passed */
/* Its slope is another than that of the entries where it is so many standard deviations
 * away; so many, or values that stray by so many from a parabola, widen bounds. */
static const double APART = 4;   /* INFINITY: names unknown */
static const double PERHAPS = 2; /* INFINITY: a fine table missed */
static const double STRAYS = 2;  /* INFINITY: a fine table missed */
/* Where a spacing was a whole number of steps of the cost, another. */
static const double ANOTHER = 3; /* 1: single precision uncaught */
/* A quantum: third differences are multiples of it within so many ε of J; so many of
 * them at least; and it is so many times larger than that, and than the noise at most. */
static const double QUANTUM_DOUBT = 16; /* INFINITY: single precision uncaught */
static const int QUANTUM_SEEN = 3;      /* 1000: single precision uncaught */
static const double QUANTUM_SHOWS = 8;  /* INFINITY: single precision uncaught */
static const double QUANTUM_MOST = 64;  /* INFINITY: a fine ripple passed */
/* The noise of a value is never less than this part of ε |J|, which is the most that rounding
 * it once does. */
static const double HALF_A_PLACE = 0.5; /* 0: one off undecided */

/* Random directions: blocks of so few entries have none, larger ones so many. */

static const int FEW = 4;        /* 0: names along unknown */
static const int DIRECTIONS = 2; /* 1: directions missed */

/* The complex step */

/* Its length, in units of x. */
static const double COMPLEX_STEP = 1e-20; /* 1: twin undecided */
/* How many times what rounding was seen to do at so many points near it may do. */
static const double SEEN = 2; /* 0: twins accused */
static const int NEAR = 3;    /* 0: twins accused */
/* Two computations of one cost differ by so many noises at most. */
static const double SAME = 64; /* 0: twin refused */

/* Points are drawn around the model's own, this part of its size away. */
static const double AROUND_POINT = 0.5; /* 0: forgotten at zero unseen */

/* Names */

/* Numbers that differ by less than this part of themselves are one. */
static const double ALIKE = 1e-9; /* 0: names unknown */
/* An entry off by less than this part of itself is right to some digits; beside a wrong one
 * it is where it is off by less than this part of that. */
static const double FEW_DIGITS = 1e-4; /* 0: generated accused */
static const double FEW_BESIDE = 1e-2; /* 0: names unknown */
/* Of one off by less than this the error is told, not the factor. */
static const double NEARLY = 1e-2; /* 0: names unknown */

/* Equations */

/* Intermediates of more entries are checked along random directions. */
static const int MANY = 1000; /* 1000000: equations evaluations */

#endif
#endif
