#include "network_fast.h"

#include "at.h"
#include "kernel.h"

#include <limits.h>
#include <math.h>
#include <string.h>

gw_status gw_fast_network_sized(int32_t n0, int32_t n1, gw_activation g1, gw_model *model) {
    if (model == NULL)
        return GW_NULL;
    if (n0 < 1 || n1 < 1 || (unsigned)g1 >= GW_ACTIVATIONS)
        return GW_RANGE;
    if (((int64_t)n1 + GW_TILE) * ((int64_t)n0 + 2) > INT_MAX / 8 || n0 > INT_MAX / 16)
        return GW_RANGE;
    int32_t tiles = (n1 + GW_TILE - 1) / GW_TILE, b1 = GW_TILE * tiles * n0;
    *model = (gw_model){
        .features = n0,
        .parameters = b1 + 2 * GW_TILE * tiles + 1,
        .room = 2 * (int64_t)tiles * GW_TILE * GW_BLOCK_STRIDE,
        .cost = 1.5e-9 + 2e-9 * n1 + 6e-11 * n0 * n1, /* roughly, in seconds */
        .is_network = 1,
        .places = {n0, n1, tiles, g1, b1, b1 + GW_TILE * tiles, b1 + 2 * GW_TILE * tiles},
    };
    return GW_OK;
}

gw_status gw_fast_network_model(const gw_network *net, gw_model *model) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_matrix_check(&net->W[1]));
    int32_t n0 = net->W[1].cols, n1 = net->W[1].rows;
    GW_TRY(gw_matrix_check_shape(&net->W[2], 1, n1));
    GW_TRY(gw_matrix_check_shape(&net->b[1], n1, 1));
    GW_TRY(gw_matrix_check_shape(&net->b[2], 1, 1));
    return gw_fast_network_sized(n0, n1, net->g[1], model);
}

void gw_fast_network_pack(const gw_model *model, const gw_network *net, double *theta) {
    const gw_network_places *p = &model->places;
    memset(theta, 0, (size_t)model->parameters * sizeof(double));
    for (int32_t j = 0; j < p->n1; j++) {
        for (int32_t k = 0; k < p->n0; k++)
            theta[GW_TILE * (j / GW_TILE * p->n0 + k) + j % GW_TILE] = at(&net->W[1], j, k);
        theta[p->b1 + j] = at(&net->b[1], j, 0);
        theta[p->W2 + j] = at(&net->W[2], 0, j);
    }
    theta[p->b2] = net->b[2].data[0];
}

/* W1, b1, W2, b2 := θ/divisor. */
static void unpack(const gw_network_places *p, const double *theta, double divisor, gw_matrix *W1,
                   gw_matrix *b1, gw_matrix *W2, gw_matrix *b2) {
    unsigned before = gw_ieee_begin();
    for (int32_t j = 0; j < p->n1; j++) {
        for (int32_t k = 0; k < p->n0; k++)
            at(W1, j, k) = theta[GW_TILE * (j / GW_TILE * p->n0 + k) + j % GW_TILE] / divisor;
        at(b1, j, 0) = theta[p->b1 + j] / divisor;
        at(W2, 0, j) = theta[p->W2 + j] / divisor;
    }
    b2->data[0] = theta[p->b2] / divisor;
    gw_ieee_end(before);
}

void gw_fast_network_unpack(const gw_model *model, const double *theta, gw_network *net) {
    unpack(&model->places, theta, 1, &net->W[1], &net->b[1], &net->W[2], &net->b[2]);
}

gw_status gw_fast_network_room(const gw_network *net, int32_t m, int32_t threads, int32_t *size) {
    gw_model model;
    GW_TRY(gw_fast_network_model(net, &model));
    return gw_engine_row(&model, m, threads, size);
}

static gw_status begin(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                       const gw_matrix *J, const gw_matrix *room, int32_t threads, gw_model *model,
                       gw_examples *examples) {
    int32_t size;
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check(net, X, Y));
    GW_TRY(gw_fast_network_model(net, model));
    GW_TRY(gw_matrix_check(J));
    GW_TRY(gw_matrix_check_shape(J, 1, J->cols));
    GW_TRY(gw_matrix_check(room));
    GW_TRY(gw_matrix_check_shape(room, 1, room->cols));
    *examples = gw_engine_all(X, Y);
    GW_TRY(gw_engine_row(model, X->cols, threads, &size));
    if (room->cols < size)
        return GW_SHAPE;
    gw_fast_network_pack(model, net, room->data);
    return GW_OK;
}

gw_status gw_fast_network_gradient(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                                   gw_network_gradient *gradient, gw_matrix *J, gw_matrix *room,
                                   int32_t threads) {
    gw_model model;
    gw_examples examples;
    gw_tree tree;
    GW_TRY(gw_matrix_check_shape(J, 1, 1));
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check_gradient(net, X->cols, gradient));
    GW_TRY(begin(net, X, Y, J, room, threads, &model, &examples));
    GW_TRY(gw_engine_sums(&model, &examples, room->data, threads, room->cols - model.parameters,
                          room->data + model.parameters, &tree));
    const double *sums = tree.node[0];
    unpack(&model.places, sums, X->cols, &gradient->dW[1], &gradient->db[1], &gradient->dW[2],
           &gradient->db[2]);
    J->data[0] = sums[model.parameters] / X->cols;
    for (int l = 1; l <= 2; l++) {
        GW_TRY(gw_matrix_check_finite(&gradient->dW[l]));
        GW_TRY(gw_matrix_check_finite(&gradient->db[l]));
    }
    return isfinite(J->data[0]) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_fast_network(gw_network *net, const gw_matrix *X, const gw_matrix *Y, double alpha,
                          gw_matrix *J, gw_matrix *room, int32_t threads) {
    gw_model model;
    gw_examples examples;
    GW_TRY(begin(net, X, Y, J, room, threads, &model, &examples));
    double *theta = room->data;
    gw_status status = gw_engine_descend(&model, &examples, alpha, J->cols, theta, J->data, threads,
                                         room->cols - model.parameters, theta + model.parameters);
    if (status == GW_OK || status == GW_NOT_FINITE)
        gw_fast_network_unpack(&model, theta, net);
    return status;
}
