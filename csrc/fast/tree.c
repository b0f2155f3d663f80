#include "tree.h"

enum { GROUP = 8 };

int64_t gw_tree_leaves(int64_t m) {
    return m <= GW_LEAF ? 1 : 2 * ((m + 2 * GW_LEAF - 1) / (2 * GW_LEAF));
}

int64_t gw_tree_start(int64_t m, int64_t i) {
    int64_t leaves = gw_tree_leaves(m), groups = (m + GROUP - 1) / GROUP;
    /* ⌊groups · i / leaves⌋, and no product above 2⁶⁰ */
    int64_t start = GROUP * (groups / leaves * i + groups % leaves * i / leaves);
    return start < m ? start : m;
}

int64_t gw_tree_run(int64_t leaves, int64_t owners, int64_t who) {
    return leaves / owners * who + leaves % owners * who / owners;
}

int32_t gw_tree_room(int64_t leaves) {
    int32_t nodes = 2; /* one of each size on both sides of a run's middle, and the next */
    for (int64_t s = 1; s < leaves; s *= 2)
        nodes += 2;
    return nodes;
}

gw_status gw_tree_begin(gw_tree *tree, int64_t leaves, int64_t first, int32_t width) {
    if (tree == NULL)
        return GW_NULL;
    if (leaves < 1 || leaves >> 30 > 1 || width < 1 || first < 0 || first > leaves)
        return GW_RANGE;
    tree->leaves = leaves;
    tree->from = tree->count = 0;
    tree->to = width;
    tree->first[0] = first;
    return GW_OK;
}

static int64_t least(int64_t a, int64_t b) {
    return a < b ? a : b;
}

/* Is there a node of the tree that sums the leaves from first to before end? */
static int whole(int64_t leaves, int64_t first, int64_t end) {
    int64_t s = 1;
    while (least(first + s, leaves) < end)
        s *= 2;
    return first % s == 0 && end == least(first + s, leaves);
}

/* [merge] */
/* Are the last two nodes the two halves of one? */
static int halves(const gw_tree *tree) {
    if (tree->count < 2)
        return 0;
    const int64_t *first = tree->first + tree->count - 2;
    int64_t s = first[1] - first[0];
    return first[0] % (2 * s) == 0 && first[2] == least(first[0] + 2 * s, tree->leaves);
}

gw_status gw_tree_add(gw_tree *tree, double *node, int64_t end) {
    int64_t *first = tree->first;
    if (end <= first[tree->count] || end > tree->leaves ||
        !whole(tree->leaves, first[tree->count], end))
        return GW_RANGE;
    tree->node[tree->count++] = node;
    first[tree->count] = end;
    while (halves(tree)) {
        double *left = tree->node[tree->count - 2];
        const double *right = tree->node[tree->count - 1];
#pragma omp simd
        for (int32_t k = tree->from; k < tree->to; k++)
            left[k] += right[k];
        first[tree->count - 1] = first[tree->count];
        tree->count--;
    }
    return GW_OK;
}
/* [/merge] */

gw_status gw_tree_join(gw_tree *tree, const gw_tree *right) {
    if (right->leaves != tree->leaves || right->first[0] != tree->first[tree->count])
        return GW_RANGE;
    for (int32_t k = 0; k < right->count; k++)
        GW_TRY(gw_tree_add(tree, right->node[k], right->first[k + 1]));
    return GW_OK;
}
