/* A network 2-3-1 of ReLU on four examples, at a point where one of its units is
 * almost off: the cost has a kink a step of 1e-8 away. */
#include <math.h>

enum { N0 = 2, N1 = 3, M = 4, W1 = 0, b1 = W1 + N1 * N0, W2 = b1 + N1, b2 = W2 + N1, SIZE = b2 + 1 };

static const double X[M][N0] = {{1, 0.5}, {-0.75, 1.25}, {0.5, -1.5}, {2, 0.25}};
static const double Y[M] = {0.3, -0.8, 0.6, 1.1};

int gradcheck_size(void) {
    return SIZE;
}
const char *gradcheck_blocks(void) {
    return "W1 3x2, b1 3x1, W2 1x3, b2 1x1";
}
void gradcheck_point(double *t) {
    static const double at[SIZE] = {0.5,  -1,  -0.8, 0.3, 0.7,  0.9, /* W1 */
                                    1e-8, 0.4, -0.2, 0.6, -1.1, 0.5, /* b1, W2 */
                                    0.1};
    for (int i = 0; i < SIZE; i++)
        t[i] = at[i];
}

static double z1(const double *t, int i, int r) {
    return t[b1 + r] + t[W1 + r * N0] * X[i][0] + t[W1 + r * N0 + 1] * X[i][1];
}
static double error_of(const double *t, int i) {
    double z2 = t[b2];
    for (int r = 0; r < N1; r++)
        z2 += t[W2 + r] * fmax(0, z1(t, i, r));
    return z2 - Y[i];
}

double gradcheck_cost(const double *t) {
    double J = 0;
    for (int i = 0; i < M; i++)
        J += error_of(t, i) * error_of(t, i) / (2 * M);
    return J;
}

/* One bit for each unit and example: is it on? */
unsigned long gradcheck_pattern(const double *t) {
    unsigned long bits = 0;
    for (int i = 0; i < M; i++)
        for (int r = 0; r < N1; r++)
            bits = 2 * bits + (z1(t, i, r) > 0);
    return bits;
}

void gradcheck_gradient(const double *t, double *g) {
    for (int k = 0; k < SIZE; k++)
        g[k] = 0;
    for (int i = 0; i < M; i++) {
        double dz2 = error_of(t, i) / M;
        for (int r = 0; r < N1; r++) {
            double z = z1(t, i, r), dz1 = z > 0 ? t[W2 + r] * dz2 : 0;
            g[W2 + r] += dz2 * fmax(0, z);
            g[b1 + r] += dz1;
            for (int c = 0; c < N0; c++)
                g[W1 + r * N0 + c] += dz1 * X[i][c];
        }
        g[b2] += dz2;
    }
}
