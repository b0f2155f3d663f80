#include <stdio.h>

/* [struct] */
struct matrix {
    int rows, cols;
    double *data;
};
/* [/struct] */

/* [mean] */
double mean_of_row(const struct matrix *m, int i) {
    double sum = 0;
    for (int j = 0; j < m->cols; j++) {
        sum += m->data[i * m->cols + j];
    }
    return sum / m->cols;
}
/* [/mean] */

/* [main] */
int main(void) {
    double numbers[8] = {3, 5, 4, 8,  /* in the valley */
                         1, 2, 0, 5}; /* on the hill */
    struct matrix m = {2, 4, numbers};
    for (int i = 0; i < m.rows; i++) {
        printf("place %d: %g\n", i, mean_of_row(&m, i));
    }
    return 0;
}
/* [/main] */
