/* the adjoints are added up, and the entries of A, and then they are multiplied: multiply each
 * pair first */
#include "exercise.h"

void broadcast_back(const matrix *dC, const matrix *A, const matrix *b, matrix *dA, matrix *db) {
    for (int i = 0; i < dC->rows; i++) {
        double adjoints = 0, entries = 0;
        for (int j = 0; j < dC->cols; j++) {
            at(dA, i, j) = at(dC, i, j) * at(b, i, 0);
            adjoints += at(dC, i, j);
            entries += at(A, i, j);
        }
        at(db, i, 0) = adjoints * entries;
    }
}
