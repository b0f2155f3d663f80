/* The language of a module's own loops: at(A, i, j) is the entry in row i and
 * column j, counted from 0, to read and to write. Exercises say the same. Only
 * .c files include this: no public header takes so short a name. */
#ifndef GW_AT_H
#define GW_AT_H

#include "matrix.h"

#define at(A, i, j) (*gw_matrix_at((A), (i), (j)))

#endif
