/* Several processes, on one machine or on many, that were started together by mpirun: MPI
 * for LuaJIT. A library of its own, libgwmpi.so; it knows no mathematics, and no module of
 * mathematics includes it.
 *
 * An error of MPI's own, such as a connection that breaks, ends all processes: that is
 * MPI's default, and these functions return nothing. */
#ifndef GW_RANKS_H
#define GW_RANKS_H

#include "api.h"

/* Joins the others: which rank this process is, from 0, and how many there are. */
void gw_ranks_begin(int32_t *rank, int32_t *ranks);

/* Hands on `count` numbers, and fills `all` with those of all ranks: rank r's counts[r]
 * numbers at all[starts[r]]. Every rank calls it, each with the same counts and starts. */
void gw_ranks_gather(const double *mine, int32_t count, double *all, const int32_t *counts,
                     const int32_t *starts);

/* Waits for the others and leaves. */
void gw_ranks_end(void);

/* Ends the processes of all ranks, now, with this status. */
void gw_ranks_abort(int32_t status);

#endif
