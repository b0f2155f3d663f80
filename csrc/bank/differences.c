#include "differences.h"

#include <math.h>

#include "at.h"
#include "doubled.h"
#include "loss.h"

static int32_t parameters(const gw_network *net) {
    int32_t count = 0;
    for (int32_t l = 1; l <= net->layers; l++)
        count += net->W[l].rows * (net->W[l].cols + 1);
    return count;
}

gw_status gw_differences_truths(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                                double h, gw_matrix *truths) {
    GW_TRY(gw_network_check(net, X, Y));
    GW_TRY(gw_matrix_check_shape(truths, truths ? truths->rows : 0, 2));
    int32_t count = parameters(net);
    if (truths->rows < count)
        return GW_SHAPE;
    for (int32_t i = 0; i < count; i++)
        GW_TRY(gw_doubled_network_slope(net, X, Y, i, h, &at(truths, i, 0), &at(truths, i, 1)));
    return GW_OK;
}

/* The cost, and where its one parameter is moved. */
typedef struct {
    gw_precision precision;
    const gw_network *net;
    const gw_matrix *Y;
    gw_network_pass *pass;
    int32_t entry;
    double *place;
} cost;

static gw_status value(const cost *of, double *J) {
    if (of->precision != GW_DOUBLE)
        return gw_twin_network_cost(of->net, &of->pass->A[0], of->Y, of->precision, J);
    GW_TRY(gw_network_forward(of->net, of->pass));
    return gw_loss_cost(&of->pass->Z[of->net->layers], of->Y, J);
}

/* J with the parameter moved by h, and where it then is. */
static gw_status moved(const cost *of, double h, double *x, double *J) {
    double kept = *of->place;
    *x = kept + h;
    if (of->precision == GW_SINGLE)
        *x = (float)*x;
    if (of->precision == GW_BFLOAT16)
        *x = gw_bfloat16(*x);
    *of->place = *x;
    gw_status status = value(of, J);
    *of->place = kept;
    return status;
}

static gw_status central(const cost *of, double h, double *slope) {
    double right, left, above, below;
    GW_TRY(moved(of, h, &right, &above));
    GW_TRY(moved(of, -h, &left, &below));
    *slope = (above - below) / (right - left);
    return GW_OK;
}

/* The four slopes, `here` being the cost at θ. */
static gw_status slopes(const cost *of, double here, double h, double slope[GW_DIFFERENCE_KINDS]) {
    double wide, near, right, above, unused;
    GW_TRY(central(of, h, &wide));
    GW_TRY(central(of, h / 4, &near));
    GW_TRY(moved(of, h, &right, &above));
    slope[GW_DIFFERENCE_FORWARD] = (above - here) / (right - *of->place);
    slope[GW_DIFFERENCE_CENTRAL] = wide;
    slope[GW_DIFFERENCE_EXTRAPOLATED] = near + (near - wide) / 15;
    slope[GW_DIFFERENCE_COMPLEX] = NAN;
    if (of->precision != GW_DOUBLE)
        return GW_OK;
    return gw_twin_network_slope(of->net, &of->pass->A[0], of->Y, of->entry, h, &unused,
                                 &slope[GW_DIFFERENCE_COMPLEX]);
}

gw_status gw_differences_errors(gw_precision precision, const gw_network *net, const gw_matrix *Y,
                                gw_network_pass *pass, int32_t entry, const gw_matrix *truths,
                                double h, gw_matrix *errors) {
    GW_TRY(gw_network_check_pass(net, pass));
    GW_TRY(gw_network_check(net, &pass->A[0], Y));
    GW_TRY(gw_matrix_check_shape(truths, truths ? truths->rows : 0, 2));
    GW_TRY(gw_matrix_check_shape(errors, GW_DIFFERENCE_KINDS, 1));
    int32_t count = parameters(net);
    if (truths->rows < count)
        return GW_SHAPE;
    if (entry < -1 || entry >= count || !(h > 0) || (unsigned)precision > GW_BFLOAT16)
        return GW_RANGE;
    cost of = {precision, net, Y, pass, 0, NULL};
    int32_t first = entry < 0 ? 0 : entry, last = entry < 0 ? count : entry + 1;
    double here, slope[GW_DIFFERENCE_KINDS], squares[GW_DIFFERENCE_KINDS] = {0};
    GW_TRY(value(&of, &here));
    for (int32_t i = first; i < last; i++) {
        of.entry = i;
        of.place = gw_network_entry(net, i);
        GW_TRY(slopes(&of, here, h, slope));
        for (int k = 0; k < GW_DIFFERENCE_KINDS; k++) {
            double error = slope[k] - at(truths, i, 0) - at(truths, i, 1);
            squares[k] += error * error;
        }
    }
    for (int k = 0; k < GW_DIFFERENCE_KINDS; k++)
        at(errors, k, 0) = sqrt(squares[k] / (last - first));
    return GW_OK;
}
