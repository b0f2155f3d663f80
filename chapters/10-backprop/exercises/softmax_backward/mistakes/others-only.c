/* s leaves out the entry itself: it is the sum over the whole column, r included */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double sum = 0, weighted = 0;
        for (int r = 0; r < Z->rows; r++) {
            sum += exp(at(Z, r, i));
            weighted += exp(at(Z, r, i)) * at(dA, r, i);
        }
        for (int r = 0; r < Z->rows; r++) {
            double a = exp(at(Z, r, i)) / sum;
            at(dZ, r, i) = a * (at(dA, r, i) - (weighted / sum - a * at(dA, r, i)));
        }
    }
}
