// Ceres' own GradientChecker on the case that flat.c holds: 1 pass, 0 fail.
#include <ceres/dynamic_cost_function.h>
#include <ceres/gradient_checker.h>
#include <ceres/version.h>

#include <algorithm>

extern "C" {
int flat_size(void);
const double *flat_theta(void);
const double *flat_gradient(void);
double flat_cost(const double *theta);
int real_ceres(void);
const char *real_ceres_version(void);
}

namespace {
class Cost : public ceres::DynamicCostFunction {
  public:
    Cost() {
        AddParameterBlock(flat_size());
        SetNumResiduals(1);
    }
    bool Evaluate(double const *const *theta, double *J, double **jacobians) const override {
        *J = flat_cost(theta[0]);
        if (jacobians != nullptr && jacobians[0] != nullptr)
            std::copy_n(flat_gradient(), flat_size(), jacobians[0]);
        return true;
    }
};
} // namespace

const char *real_ceres_version(void) {
    return CERES_VERSION_STRING;
}

// The precision is the default of Solver::Options::gradient_check_relative_precision.
int real_ceres(void) {
    const Cost cost;
    const std::vector<const ceres::Manifold *> *none = nullptr;
    const double *theta = flat_theta();
    return ceres::GradientChecker(&cost, none, ceres::NumericDiffOptions())
        .Probe(&theta, 1e-8, nullptr);
}
