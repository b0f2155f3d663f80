#include "planted.h"

#include "at.h"

/* dW and db of a layer from its dZ. */
static gw_status layer(const gw_network *net, const gw_network_pass *pass, double lambda, int32_t l,
                       gw_network_gradient *g) {
    const gw_matrix *A = &pass->A[l - 1];
    GW_TRY(gw_backprop_dW(&g->dZ[l], A, &g->dW[l]));
    GW_TRY(gw_backprop_db(&g->dZ[l], &g->db[l]));
    return gw_matrix_add_scaled(lambda / A->cols, &net->W[l], &g->dW[l]);
}

/* What an equation computes. */
static gw_matrix *side(gw_network_gradient *g, gw_equation equation) {
    gw_matrix *const list[GW_EQUATIONS] = {NULL,      &g->dZ[2], &g->dW[2], &g->db[2],
                                           &g->dZ[1], &g->dW[1], &g->db[1]};
    return list[equation];
}

gw_status gw_planted(gw_equation equation, const gw_network *net, const gw_network_pass *pass,
                     double lambda, const gw_network_gradient *mistaken,
                     gw_network_gradient *gradient) {
    GW_TRY(gw_network_check_pass(net, pass));
    GW_TRY(gw_network_check_gradient(net, pass->A[0].cols, mistaken));
    GW_TRY(gw_network_check_gradient(net, pass->A[0].cols, gradient));
    if ((unsigned)equation >= GW_EQUATIONS)
        return GW_RANGE;
    gw_network_gradient from = *mistaken;
    for (gw_equation e = GW_EQUATION_DZ2; e < GW_EQUATIONS; e++)
        if (equation == e || equation == GW_EQUATION_ALL)
            GW_TRY(gw_matrix_copy(side(&from, e), side(gradient, e)));
    if (equation == GW_EQUATION_DZ2) {
        GW_TRY(layer(net, pass, lambda, 2, gradient));
        GW_TRY(gw_backprop_dZ1(net->g[1], &net->W[2], &gradient->dZ[2], &pass->Z[1],
                               &gradient->dZ[1]));
    }
    if (equation == GW_EQUATION_DZ2 || equation == GW_EQUATION_DZ1)
        GW_TRY(layer(net, pass, lambda, 1, gradient));
    return GW_OK;
}

double gw_planted_regulariser(const gw_network *net, double lambda, int32_t m) {
    double squares = 0;
    for (int32_t l = 1; l <= net->layers; l++)
        for (int32_t i = 0; i < net->W[l].rows; i++)
            for (int32_t j = 0; j < net->W[l].cols; j++)
                squares += at(&net->W[l], i, j) * at(&net->W[l], i, j);
    return lambda / (2.0 * m) * squares;
}
