/* What each instruction set has a copy of: kernel.inc, compiled for its width. Nobody but
 * csrc/fast includes this. */
#ifndef GW_KERNEL_H
#define GW_KERNEL_H

#ifndef GW_CDEF
#include "elementwise.h"
#include "engine.h"

/* Examples side by side in groups of 8. */
typedef struct {
    const double *x; /* feature k of the first is x[k · stride] */
    size_t stride;
    const double *y; /* their labels */
    int64_t groups;
    int lanes; /* how many of the last group's 8 are examples; the others' x and y are 0 */
} gw_panel;

enum {
    GW_TILE = 4,                   /* hidden units that are computed together */
    GW_BLOCK = 256,                /* examples whose activations are kept: it decides where
                                    * sums are folded, so it is part of the definition */
    GW_BLOCK_STRIDE = GW_BLOCK + 8 /* rows that do not fight for one place in the cache */
};

/* The left factor A of a product, or its transpose: a_ik stands at
 * data[i · row_step + k · inner_step]. */
typedef struct {
    const double *data;
    size_t row_step, inner_step;
} gw_left;

typedef struct {
    /* y_i := f(x_i); 8 groups at a time, and what is left by itself. */
    void (*elementwise)(gw_fast_function f, int64_t n, const double *x, double *y);
    /* loss_i := ln(1 + e^(−|z|)) + ((1 − y) max(z, 0) + y max(−z, 0)); loss may be z. */
    void (*losses)(int64_t n, const double *z, const double *y, double *loss);
    /* One leaf of logistic regression, of two panels: sums := Σ x dz for each of the n
     * features, Σ dz, Σ loss. room: 8 n doubles. */
    void (*logistic)(int32_t n, const double *w, double b, const gw_panel panels[2], double *room,
                     double *sums);
    /* One leaf of a network. room: 2 · 4 tiles · GW_BLOCK_STRIDE doubles. */
    void (*network)(const gw_network_places *at, const double *theta, const gw_panel panels[2],
                    double *room, double *sums);
    /* θ := θ − α sums/m; returns whether all of it is finite. */
    int (*update)(int32_t n, double alpha, double m, const double *sums, double *theta);
    /* C := A B, and C := factor · A Bᵀ. */
    void (*multiply)(gw_left A, const gw_matrix *B, gw_matrix *C);
    void (*multiply_bt)(double factor, const gw_matrix *A, const gw_matrix *B, gw_matrix *C);
} gw_kernel;

extern const gw_kernel gw_kernel_plain, gw_kernel_avx2, gw_kernel_avx512;

/* The one that is used. */
const gw_kernel *gw_kernel_used(void);

/* Between these two this thread rounds to nearest and has subnormal numbers: others may
 * have set it otherwise, which would change bits. `before` is what begin returned. */
unsigned gw_ieee_begin(void);
void gw_ieee_end(unsigned before);
#endif

#endif
