#include "ranks.h"

#include <mpi.h>
#include <stddef.h>

void gw_ranks_begin(int32_t *rank, int32_t *ranks) {
    int me, all;
    MPI_Init(NULL, NULL);
    MPI_Comm_rank(MPI_COMM_WORLD, &me);
    MPI_Comm_size(MPI_COMM_WORLD, &all);
    *rank = me;
    *ranks = all;
}

/* [gather] */
void gw_ranks_gather(const double *mine, int32_t count, double *all, const int32_t *counts,
                     const int32_t *starts) {
    MPI_Allgatherv(mine, count, MPI_DOUBLE, all, counts, starts, MPI_DOUBLE, MPI_COMM_WORLD);
}
/* [/gather] */

void gw_ranks_end(void) {
    MPI_Finalize();
}

void gw_ranks_abort(int32_t status) {
    MPI_Abort(MPI_COMM_WORLD, status);
}
