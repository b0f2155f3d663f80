#include "engine.h"

#include "kernel.h"

#include <math.h>
#include <string.h>

#ifdef _OPENMP
#include <omp.h>
#else
static int omp_get_thread_num(void) {
    return 0;
}
static int omp_get_num_threads(void) {
    return 1;
}
static int omp_get_max_threads(void) {
    return 1;
}
static int omp_get_num_procs(void) {
    return 1;
}
#endif

enum { GROUP = 8, MOST_THREADS = 256 };
static const double PAYS = 3e-4; /* seconds an iteration, from which threads are worth it */

gw_examples gw_engine_all(const gw_matrix *X, const gw_matrix *Y) {
    int64_t m = X != NULL && X->cols > 0 ? X->cols : 1;
    return (gw_examples){X, Y, m, 0, gw_tree_leaves(m)};
}

static int32_t least(int64_t a, int64_t b) {
    return (int32_t)(a < b ? a : b);
}

int32_t gw_engine_threads(const gw_model *model, const gw_examples *examples, int32_t asked) {
    int64_t leaves = examples->end - examples->first;
    if (asked <= 0) {
        double work = model->cost * (double)(gw_tree_start(examples->m, examples->end) -
                                             gw_tree_start(examples->m, examples->first));
        asked = work < PAYS ? 1 : least(omp_get_max_threads(), omp_get_num_procs());
    }
    asked = least(asked, least(leaves, MOST_THREADS));
    return asked < 1 ? 1 : asked;
}

/* Where a thread's memory lies: the nodes of its run, then its workspace. Behind all of
 * them lies the last group of examples if it is no whole one, filled up with zeros. */
static int64_t thread_room(const gw_model *model, int64_t leaves) {
    int64_t nodes = (int64_t)gw_tree_room(leaves) * (model->parameters + 1);
    return (nodes + model->room + GROUP - 1) / GROUP * GROUP;
}

int64_t gw_engine_room(const gw_model *model, const gw_examples *examples, int32_t threads) {
    return gw_engine_threads(model, examples, threads) *
               thread_room(model, gw_tree_leaves(examples->m)) +
           (int64_t)GROUP * (model->features + 1);
}

gw_status gw_engine_row(const gw_model *model, int32_t m, int32_t threads, int32_t *size) {
    if (size == NULL)
        return GW_NULL;
    if (m < 1)
        return GW_SHAPE;
    gw_examples examples = {NULL, NULL, m, 0, gw_tree_leaves(m)};
    int64_t all = model->parameters + gw_engine_room(model, &examples, threads);
    if (all > INT32_MAX)
        return GW_RANGE;
    *size = (int32_t)all;
    return GW_OK;
}

/* The work of one call. */
typedef struct {
    const gw_model *model;
    const gw_examples *examples;
    const gw_kernel *kernel;
    double *room;
    int64_t stride; /* from one thread's memory to the next one's */
    gw_panel tail;
    int64_t leaves;
    int32_t width;
} job;

/* 0 ≤ y ≤ 1 for all of them? Asked at every call, hence without a way out of the loop. */
static int all_in_unit(int32_t n, const double *y) {
    int64_t outside = 0;
    for (int32_t i = 0; i < n; i++)
        outside |= y[i] >= 0 && y[i] <= 1 ? 0 : 1;
    return outside == 0;
}

static gw_status begin(job *work, const gw_model *model, const gw_examples *examples,
                       const double *theta, int32_t *threads, int64_t size, double *room) {
    if (theta == NULL || room == NULL)
        return GW_NULL;
    const gw_matrix *X = examples->X, *Y = examples->Y;
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(Y, 1, X->cols));
    int64_t leaves = gw_tree_leaves(examples->m);
    if (examples->first < 0 || examples->end <= examples->first || examples->end > leaves)
        return GW_RANGE;
    int64_t first = gw_tree_start(examples->m, examples->first);
    if (X->rows != model->features || X->cols != gw_tree_start(examples->m, examples->end) - first)
        return GW_SHAPE;
    if (size < gw_engine_room(model, examples, *threads))
        return GW_SHAPE;
    if (!all_in_unit(Y->cols, Y->data))
        return GW_DOMAIN;
    *threads = gw_engine_threads(model, examples, *threads);
    *work = (job){.model = model, .examples = examples, .kernel = gw_kernel_used(), .room = room};
    work->stride = thread_room(model, leaves);
    work->leaves = leaves;
    work->width = model->parameters + 1;
    double *tail = room + *threads * work->stride;
    int lanes = X->cols % GROUP;
    memset(tail, 0, sizeof(double) * (size_t)(GROUP * (X->rows + 1)));
    for (int32_t k = 0; k <= X->rows && lanes > 0; k++) {
        const double *row = k < X->rows ? gw_matrix_at(X, k, 0) : Y->data;
        memcpy(tail + GROUP * k, row + X->cols - lanes, sizeof(double) * (size_t)lanes);
    }
    work->tail = (gw_panel){tail, GROUP, tail + (size_t)GROUP * (size_t)X->rows, lanes > 0, lanes};
    return GW_OK;
}

/* The sums of leaf i: whole groups from X itself, then the last one if it is none. */
static void leaf(const job *work, int64_t i, const double *theta, double *room, double *sums) {
    const gw_matrix *X = work->examples->X;
    int64_t m = work->examples->m, origin = gw_tree_start(m, work->examples->first);
    int64_t from = gw_tree_start(m, i) - origin, to = gw_tree_start(m, i + 1) - origin;
    gw_panel panels[2] = {{X->data + from, (size_t)X->stride, work->examples->Y->data + from,
                           (to - from) / GROUP, GROUP},
                          work->tail};
    if ((to - from) % GROUP == 0)
        panels[1].groups = 0;
    if (work->model->is_network)
        work->kernel->network(&work->model->places, theta, panels, room, sums);
    else
        work->kernel->logistic(work->model->features, theta, theta[work->model->features], panels,
                               room, sums);
}

/* The nodes of the leaves of thread t of `threads`. All calls succeed: the run is made of
 * whole leaves, one behind the other. */
static gw_status run(const job *work, int32_t t, int32_t threads, const double *theta,
                     gw_tree *tree) {
    int64_t first = work->examples->first, many = work->examples->end - first;
    int64_t end = first + gw_tree_run(many, threads, t + 1);
    double *nodes = work->room + t * work->stride;
    double *room = nodes + (int64_t)gw_tree_room(work->leaves) * work->width;
    GW_TRY(gw_tree_begin(tree, work->leaves, first + gw_tree_run(many, threads, t), work->width));
    for (int64_t i = tree->first[0]; i < end; i++) {
        double *node = nodes + (size_t)tree->count * (size_t)work->width;
        leaf(work, i, theta, room, node);
        GW_TRY(gw_tree_add(tree, node, i + 1));
    }
    return GW_OK;
}

/* All threads' runs, of some columns. */
static gw_status join(const job *work, const gw_tree *runs, int32_t threads, int32_t from,
                      int32_t to, gw_tree *tree) {
    GW_TRY(gw_tree_begin(tree, work->leaves, work->examples->first, work->width));
    tree->from = from;
    tree->to = to;
    for (int32_t t = 0; t < threads; t++)
        GW_TRY(gw_tree_join(tree, &runs[t]));
    return GW_OK;
}

static void wait_for_all(int32_t threads) {
    if (threads > 1) {
#pragma omp barrier
    }
}

/* What the threads of one call share. */
typedef struct {
    job work;
    gw_tree runs[MOST_THREADS], *tree;
    gw_status status; /* the last failure */
    double alpha, *theta, *J;
    int32_t iterations;
} team;

static void failed(team *all, gw_status status) {
    if (status != GW_OK)
#pragma omp atomic write
        all->status = status;
}

/* part(all, t, threads) in each of so many threads, or fewer if there are no more. For one
 * alone OpenMP would make a team, which costs more than a small iteration. */
static void in_threads(team *all, int32_t threads, void (*part)(team *, int32_t, int32_t)) {
    all->status = GW_OK;
    if (threads == 1) {
        unsigned before = gw_ieee_begin();
        part(all, 0, 1);
        gw_ieee_end(before);
        return;
    }
#pragma omp parallel num_threads(threads)
    {
        unsigned before = gw_ieee_begin();
        part(all, omp_get_thread_num(), omp_get_num_threads());
        gw_ieee_end(before);
    }
}

static void sums_part(team *all, int32_t t, int32_t threads) {
    failed(all, run(&all->work, t, threads, all->theta, &all->runs[t]));
    wait_for_all(threads);
    if (t == 0)
        failed(all, join(&all->work, all->runs, threads, 0, all->work.width, all->tree));
}

gw_status gw_engine_sums(const gw_model *model, const gw_examples *examples, const double *theta,
                         int32_t threads, int64_t size, double *room, gw_tree *tree) {
    team all;
    if (tree == NULL)
        return GW_NULL;
    GW_TRY(begin(&all.work, model, examples, theta, &threads, size, room));
    all.tree = tree;
    all.theta = (double *)theta; /* read only */
    in_threads(&all, threads, sums_part);
    if (all.status != GW_OK)
        return all.status;
    size_t width = (size_t)all.work.width;
    for (int32_t k = 0; k < tree->count; k++) { /* one behind the other */
        double *place = room + (size_t)k * width;
        memmove(place, tree->node[k], width * sizeof(double));
        tree->node[k] = place;
    }
    return GW_OK;
}

/* A part of the update: of the columns from `from` to before `to`, of which the last is
 * the loss's. Whether all of it is finite. */
static int update(const gw_kernel *kernel, int32_t parameters, double alpha, double m, int32_t from,
                  int32_t to, const double *sums, double *theta, double *J) {
    int finite = kernel->update(least(to, parameters) - from, alpha, m, sums + from, theta + from);
    if (to <= parameters)
        return finite;
    double cost = sums[parameters] / m;
    if (J != NULL)
        *J = cost;
    return finite && isfinite(cost);
}

gw_status gw_engine_update(const gw_model *model, double alpha, int64_t m, const double *sums,
                           double *theta, double *J) {
    if (sums == NULL || theta == NULL)
        return GW_NULL;
    if (!(alpha > 0) || !isfinite(alpha) || m < 1)
        return GW_RANGE;
    unsigned before = gw_ieee_begin();
    int finite = update(gw_kernel_used(), model->parameters, alpha, (double)m, 0,
                        model->parameters + 1, sums, theta, J);
    gw_ieee_end(before);
    return finite ? GW_OK : GW_NOT_FINITE;
}

static void descend_part(team *all, int32_t t, int32_t threads) {
    const job *work = &all->work;
    /* Whole lines of the cache for each thread. */
    int32_t lines = work->width / GROUP + 1;
    int32_t from = GROUP * (int32_t)gw_tree_run(lines, threads, t);
    int32_t to = least(GROUP * gw_tree_run(lines, threads, t + 1), work->width);
    gw_tree tree;
    gw_status now = GW_OK;
    for (int32_t i = 0; i < all->iterations && now == GW_OK; i++) {
        gw_status mine = run(work, t, threads, all->theta, &all->runs[t]);
        wait_for_all(threads);
        if (mine == GW_OK)
            mine = join(work, all->runs, threads, from, to, &tree);
        if (mine == GW_OK && from < to &&
            !update(work->kernel, work->model->parameters, all->alpha, (double)work->examples->m,
                    from, to, tree.node[0], all->theta, all->J ? all->J + i : NULL))
            mine = GW_NOT_FINITE;
        failed(all, mine);
        wait_for_all(threads);
#pragma omp atomic read
        now = all->status;
    }
}

gw_status gw_engine_descend(const gw_model *model, const gw_examples *examples, double alpha,
                            int32_t iterations, double *theta, double *J, int32_t threads,
                            int64_t size, double *room) {
    team all;
    if (!(alpha > 0) || !isfinite(alpha) || iterations < 1)
        return GW_RANGE;
    GW_TRY(begin(&all.work, model, examples, theta, &threads, size, room));
    if (examples->first != 0 || examples->end != all.work.leaves)
        return GW_RANGE;
    all.alpha = alpha;
    all.theta = theta;
    all.J = J;
    all.iterations = iterations;
    in_threads(&all, threads, descend_part);
    return all.status;
}
