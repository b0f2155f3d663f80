/* Rosenbrock's valley: J = (1 − x)² + 100 (y − x²)². */
int gradcheck_size(void) {
    return 2;
}

double gradcheck_cost(const double *theta) {
    double x = theta[0], y = theta[1];
    return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
}

void gradcheck_gradient(const double *theta, double *gradient) {
    double x = theta[0], y = theta[1];
    gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
    gradient[1] = 200 * (y - x * x);
}
