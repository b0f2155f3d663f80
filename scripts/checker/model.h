/* What a model in C or C++ defines; see gradcheck(1). It is included before the model,
 * so that another signature is an error of the compiler's, and C++ gives these functions
 * the names of C. It includes nothing, and leaves the model what it defines. */
#ifndef GRADCHECK_MODEL_H
#define GRADCHECK_MODEL_H

#ifdef __cplusplus
extern "C" {
#endif

int gradcheck_size(void);
double gradcheck_cost(const double *theta);
void gradcheck_gradient(const double *theta, double *gradient);

/* All that follows may be missing. */
void gradcheck_point(double *theta);
const char *gradcheck_blocks(void);
int gradcheck_examples(void);
unsigned long gradcheck_pattern(const double *theta);
double gradcheck_alpha(void);

/* A function with several values instead of a cost, and its Jacobian or a product with it;
 * or the Hessian beside a gradient. Matrices are stored row by row. */
int gradcheck_outputs(void);
void gradcheck_values(const double *theta, double *values);
void gradcheck_jacobian(const double *theta, double *jacobian);
void gradcheck_vjp(const double *theta, const double *u, double *product);
void gradcheck_jvp(const double *theta, const double *v, double *product);
void gradcheck_hessian(const double *theta, double *hessian);

/* Ways in which it goes wrong, and gradients that do; or the network of chapter 10. */
const char *gradcheck_mistakes(void);
void gradcheck_mistake(int mistake, const double *theta, double *gradient);
const char *gradcheck_network(void);
void gradcheck_data(double *X, double *Y);

/* --mode equations */
const char *gradcheck_equations(void);
double gradcheck_cost_from(int equation, const double *theta, const double *intermediate);
void gradcheck_equation(int equation, const double *theta, double *value, double *gradient);

/* --mode complex; in C++ these are std::complex<double>, and extern "C" is the model's. */
#ifndef __cplusplus
double _Complex gradcheck_cost_complex(const double _Complex *theta);
#endif

#ifdef __cplusplus
}
#endif

#endif
