/* A network 3-4-1 of tanh and sigmoid on six examples, with all that the modes of
 * gradcheck ask for: the cost in complex numbers too, and its intermediates. */
#include <complex.h>
#include <math.h>
#include <string.h>

enum { N0 = 3, N1 = 4, M = 6, W1 = 0, b1 = W1 + N1 * N0, W2 = b1 + N1, b2 = W2 + N1, SIZE = b2 + 1 };

static const double X[N0][M] = {{0.3, -1.1, 0.8, 1.9, -0.4, 0.2},
                                {-0.9, 1.3, 0.6, -0.2, 0.7, -1.5},
                                {0.5, 0.1, -0.7, 1.2, -1.8, 0.4}};
static const double Y[M] = {1, 0, 1, 1, 0, 0};
static const double lambda = 0.3;

int gradcheck_size(void) {
    return SIZE;
}
const char *gradcheck_blocks(void) {
    return "W1 4x3, b1 4x1, W2 1x4, b2 1x1";
}
int gradcheck_examples(void) {
    return M;
}
const char *gradcheck_network(void) {
    return "3-4-1 tanh lambda 0.3";
}
void gradcheck_data(double *x, double *y) {
    memcpy(x, X, sizeof X);
    memcpy(y, Y, sizeof Y);
}
const char *gradcheck_equations(void) {
    return "Z1 4x6, Z2 1x6";
}

/* One source for both kinds of numbers. softplus(z) is ln(1 + e^z). */
#define NETWORK(NUMBER, name, TANH, EXP, LOG)                                                      \
    static void name##_Z1(const NUMBER *t, NUMBER *Z1) {                                           \
        for (int r = 0; r < N1; r++)                                                               \
            for (int i = 0; i < M; i++) {                                                          \
                Z1[r * M + i] = t[b1 + r];                                                         \
                for (int c = 0; c < N0; c++)                                                       \
                    Z1[r * M + i] += t[W1 + r * N0 + c] * X[c][i];                                 \
            }                                                                                      \
    }                                                                                              \
    static void name##_Z2(const NUMBER *t, const NUMBER *Z1, NUMBER *Z2) {                         \
        for (int i = 0; i < M; i++) {                                                              \
            Z2[i] = t[b2];                                                                         \
            for (int r = 0; r < N1; r++)                                                           \
                Z2[i] += t[W2 + r] * TANH(Z1[r * M + i]);                                          \
        }                                                                                          \
    }                                                                                              \
    static NUMBER name##_J(const NUMBER *t, const NUMBER *Z2) {                                    \
        NUMBER J = 0;                                                                              \
        for (int i = 0; i < M; i++)                                                                \
            J += (LOG(1 + EXP(Z2[i])) - Y[i] * Z2[i]) / M;                                         \
        for (int k = 0; k < b2; k++)                                                               \
            if (k < b1 || k >= W2)                                                                 \
                J += lambda / (2 * M) * t[k] * t[k];                                               \
        return J;                                                                                  \
    }                                                                                              \
    static NUMBER name(const NUMBER *t) {                                                          \
        NUMBER Z1[N1 * M], Z2[M];                                                                  \
        name##_Z1(t, Z1);                                                                          \
        name##_Z2(t, Z1, Z2);                                                                      \
        return name##_J(t, Z2);                                                                    \
    }

NETWORK(double, real, tanh, exp, log)
NETWORK(double complex, twin, ctanh, cexp, clog)

double gradcheck_cost(const double *theta) {
    return real(theta);
}

double complex gradcheck_cost_complex(const double complex *theta) {
    return twin(theta);
}

double gradcheck_cost_from(int equation, const double *theta, const double *intermediate) {
    double Z2[M];
    if (equation == 1)
        return real_J(theta, intermediate);
    real_Z2(theta, intermediate, Z2);
    return real_J(theta, Z2);
}

static double Z1[N1 * M], Z2[M], dZ1[N1 * M], dZ2[M];

static void backward(const double *t) {
    real_Z1(t, Z1);
    real_Z2(t, Z1, Z2);
    for (int i = 0; i < M; i++)
        dZ2[i] = (1 / (1 + exp(-Z2[i])) - Y[i]) / M;
    for (int r = 0; r < N1; r++)
        for (int i = 0; i < M; i++) {
            double a = tanh(Z1[r * M + i]);
            dZ1[r * M + i] = t[W2 + r] * dZ2[i] * (1 - a * a);
        }
}

void gradcheck_equation(int equation, const double *theta, double *value, double *gradient) {
    backward(theta);
    memcpy(value, equation == 0 ? Z1 : Z2, equation == 0 ? sizeof Z1 : sizeof Z2);
    memcpy(gradient, equation == 0 ? dZ1 : dZ2, equation == 0 ? sizeof dZ1 : sizeof dZ2);
}

void gradcheck_gradient(const double *theta, double *g) {
    backward(theta);
    memset(g, 0, SIZE * sizeof *g);
    for (int i = 0; i < M; i++) {
        for (int r = 0; r < N1; r++) {
            for (int c = 0; c < N0; c++)
                g[W1 + r * N0 + c] += dZ1[r * M + i] * X[c][i];
            g[b1 + r] += dZ1[r * M + i];
            g[W2 + r] += dZ2[i] * tanh(Z1[r * M + i]);
        }
        g[b2] += dZ2[i];
    }
    for (int k = 0; k < b2; k++)
        if (k < b1 || k >= W2)
            g[k] += lambda / M * theta[k];
}
