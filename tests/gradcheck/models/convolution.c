/* A convolution in one dimension: a kernel of three weights and a bias slide over
 * a signal, tanh, and the squared distance to a target. */
#include <math.h>

enum { SIGNAL = 12, KERNEL = 3, OUT = SIGNAL - KERNEL + 1 };

static const double signal[SIGNAL] = {0.3, -1.1, 0.8, 1.9, -0.4, 0.2, -0.9, 1.3, 0.6, -0.2, 0.7, -1.5};
static const double target[OUT] = {0.1, 0.9, -0.3, 0.5, 0.0, -0.7, 0.4, 0.8, -0.1, 0.2};

int gradcheck_size(void) {
    return KERNEL + 1;
}

const char *gradcheck_blocks(void) {
    return "kernel 3x1, b 1x1";
}

int gradcheck_examples(void) {
    return OUT;
}

static double activation(const double *theta, int i) {
    double z = theta[KERNEL];
    for (int k = 0; k < KERNEL; k++)
        z += theta[k] * signal[i + k];
    return tanh(z);
}

double gradcheck_cost(const double *theta) {
    double J = 0;
    for (int i = 0; i < OUT; i++) {
        double error = activation(theta, i) - target[i];
        J += error * error;
    }
    return J / (2 * OUT);
}

void gradcheck_gradient(const double *theta, double *gradient) {
    for (int k = 0; k <= KERNEL; k++)
        gradient[k] = 0;
    for (int i = 0; i < OUT; i++) {
        double a = activation(theta, i);
        double dz = (a - target[i]) * (1 - a * a) / OUT;
        for (int k = 0; k < KERNEL; k++)
            gradient[k] += dz * signal[i + k];
        gradient[KERNEL] += dz;
    }
}
