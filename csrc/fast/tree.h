/* A sum over examples whose order is fixed, so that it is the same to the last bit on
 * every machine, with any number of threads and of ranks.
 *
 * Floating-point addition is not associative: a sum depends on its brackets. Here the
 * brackets depend on m alone. The m examples are cut into leaves, runs of at most 1,024,
 * each summed in an order of its own; the leaves' sums are the lowest nodes of a binary
 * tree,
 *
 *     node(i, 1) = leaf i,    node(i, 2s) = node(i, s) + node(i + s, s)   for i = 0, 2s, 4s, …
 *
 * where node(i + s, s) counts only if leaf i + s exists: strides double, and the last
 * node left is the sum. Who owns a run of leaves can add them up to whole nodes of this
 * tree, at most 2 log2(leaves) of them, hand these on, and whoever has the nodes of all
 * runs, in order, finishes the sum: the brackets do not tell where the runs were cut.
 *
 * A node is `width` doubles, for all the sums that are made over the same examples. */
#ifndef GW_TREE_H
#define GW_TREE_H

#include "status.h"

#ifndef GW_CDEF
enum {
    GW_LEAF = 1024,    /* a leaf has at most so many examples */
    GW_TREE_NODES = 64 /* whole nodes of a run of leaves, at most: 2 log2(2³⁰) and some */
};

/* How many leaves m examples have, 1 ≤ m ≤ 2⁴⁰: one for up to 1,024 of them; for more, the least
 * even number that will do, so that two share the work evenly. */
int64_t gw_tree_leaves(int64_t m);

/* Leaf i, from 0, has the examples from gw_tree_start(m, i) to before
 * gw_tree_start(m, i + 1). All but the last are whole groups of 8. */
int64_t gw_tree_start(int64_t m, int64_t i);

/* Where the run of owner `who` of `owners` begins: that owner has the leaves from
 * gw_tree_run(leaves, owners, who) to before gw_tree_run(leaves, owners, who + 1).
 * Runs differ by a leaf at most; with more owners than leaves some have none. */
int64_t gw_tree_run(int64_t leaves, int64_t owners, int64_t who);

/* The sum so far of a run of leaves: whole nodes, left to right. Node k sums the leaves
 * from first[k] to before first[k + 1], and its numbers stand at node[k], in memory of the
 * caller's. Of a node's numbers only those from `from` to before `to` are added, so that
 * several may share a wide tree by columns. */
typedef struct {
    int64_t leaves; /* of the whole tree */
    int32_t from, to, count;
    int64_t first[GW_TREE_NODES + 1];
    double *node[GW_TREE_NODES];
} gw_tree;

/* How many nodes any run of so many leaves has at most, with the one that is being added. */
int32_t gw_tree_room(int64_t leaves);

/* An empty run that begins at leaf `first`. GW_NULL; GW_RANGE for no leaves, no width, or
 * a first leaf that there is not. */
GW_NODISCARD gw_status gw_tree_begin(gw_tree *tree, int64_t leaves, int64_t first, int32_t width);

/* `node` sums the next leaves, up to before `end`: one leaf, or a whole node of another's
 * run. It is added to the nodes on its left that it completes; these keep their places.
 * Who begins with memory for gw_tree_room nodes and writes each leaf's sums at place
 * tree->count of it finds node k at place k. GW_RANGE if `end` is not behind the leaves
 * there, or no whole node is these leaves. */
GW_NODISCARD gw_status gw_tree_add(gw_tree *tree, double *node, int64_t end);

/* The nodes of another run, which begins where this one ends, added one by one. */
GW_NODISCARD gw_status gw_tree_join(gw_tree *tree, const gw_tree *right);
#endif

#endif
