/* What is known of one block that failed, shared by the files that name its mistake;
 * nothing else includes this. */
#ifndef GW_GRADCHECK_EVIDENCE_H
#define GW_GRADCHECK_EVIDENCE_H
#ifndef GW_CDEF

#include "diagnosis.h"
#include "state.h"

#include <math.h>

/* The block at each point where it was checked. A hypothesis must hold at all of them. */
typedef struct {
    const gw_gradcheck *const *check;
    int32_t points, index; /* of the block */
    int32_t first, rows, cols, size;
    const char *name;
    int by_direction;
    double loose; /* part of itself by which a slope may differ from a hypothesis */
    /* of the hypothesis that is tested */
    double c;
    int32_t entry;
    int32_t (*place)(int32_t rows, int32_t cols, int32_t i);
} evidence;

/* The evidence, and the diagnoses so far. */
typedef struct {
    evidence v;
    int32_t examples;
    double alpha;
    gw_diagnosis *list;
    int32_t count;
    gw_diagnosis spare; /* written where the list is full, and never read */
} patient;

/* The slope of entry i of the block at a point, if a hypothesis is true. */
typedef double (*hypothesis)(const evidence *v, int32_t point, int32_t i);

/* Shared by files of the checker, not with those who link it. */
#pragma GCC visibility push(hidden)

/* How many lines through the block were measured at a point: its entries, or random
 * directions; and line k of them. */
int32_t gw_evidence_lines(const evidence *v, int32_t point);
measured_line gw_evidence_line(const evidence *v, int32_t point, int32_t k);

/* Does every line allow the hypothesis? −1 if one does not; else how many lines tell it from
 * the gradient under test. One whose slope is 0, or whose bound is wide, has no vote, and an
 * entry has one, at however many points. */
int32_t gw_evidence_votes(const evidence *v, hypothesis slope);

/* Are all numbers of the gradient under test floats? */
int gw_evidence_all_floats(const evidence *v);

/* Is any line known well enough to tell such a part of this from 0? */
int gw_evidence_speaks(const evidence *v, hypothesis slope, double part);

/* All but v->entry, for that. */
double gw_evidence_but_one(const evidence *v, int32_t point, int32_t i);

/* The c for which c x is nearest to what was measured, or to how far the gradient under test
 * is from it, along all lines, the better known counting more; and by what part of itself it
 * may be off. 0 where there is none. */
typedef enum { TO_SLOPE, TO_ERROR } fitted;
int gw_evidence_fit(const evidence *v, hypothesis x, fitted to, double *c, double *precision);

gw_diagnosis *gw_patient_add(patient *p, gw_name name, double factor);

/* "1.07 times what it should be", and what says more of a slope that is nearly right. */
void gw_patient_say_times(char *text, size_t room, double times);

/* Each adds what it finds, and returns 1 if that leaves no room for the others: a factor; the
 * parameters added; the right numbers in wrong places; a wrong place. */
int gw_patient_scaled(patient *p);
int gw_patient_offset(patient *p);
int gw_patient_permuted(patient *p);
int gw_patient_local(patient *p);

/* How far is entry i off where it is furthest, of the largest slope there? That entry is
 * written, or NULL where it fails nowhere. One that is right to some digits does not count beside
 * one that is off by so much as `worst`. */
double gw_patient_is_wrong(const evidence *v, int32_t i, double worst,
                           const gw_gradcheck_entry **found);

#pragma GCC visibility pop

/* By what part of itself a slope is wrong. */
static inline double relative(double analytic, double numeric) {
    return fabs(analytic - numeric) / fmax(fabs(analytic), fabs(numeric));
}

static inline const gw_gradcheck_entry *entry_at(const evidence *v, int32_t point, int32_t i) {
    return &v->check[point]->entry[v->first + i];
}

static inline double analytic_at(const evidence *v, int32_t point, int32_t i) {
    return v->check[point]->gradient[v->first + i];
}

static inline double theta_at(const evidence *v, int32_t point, int32_t i) {
    return v->check[point]->theta[v->first + i];
}

#endif
#endif
