#include "sim/foundation/real.hpp"

#include <cmath>
#include <limits>

#include "sim/foundation/real_formulas.hpp"

namespace staffsim {

namespace {

using namespace real_formulas;

// 2^k for k in the normal range.
double power_of_two(int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52); }

// Beyond r = 5.
double outermost_quantile(double r) {
    constexpr double e[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                            2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                            2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr double f[] = {1.0,
                            5.99832206555887937690e-1,
                            1.36929880922735805310e-1,
                            1.48753612908506148525e-2,
                            7.86869131145613259100e-4,
                            1.84631831751005468180e-5,
                            1.42151175831644588870e-7,
                            2.04426310338993978564e-15};
    return polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
}

}  // namespace

double portable_exp(double x) {
    if (x != x) return x;
    if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
    if (x < -745.2) return 0.0;
    const int k = exp_power(x);
    const double value = exp_mantissa(x, k);
    if (k > 1023) return value * power_of_two(1023) * power_of_two(k - 1023);
    if (k < -1022) return value * power_of_two(k + 54) * power_of_two(-54);
    return value * power_of_two(k);
}

double portable_log(double x) {
    if (x != x || x < 0.0) return std::numeric_limits<double>::quiet_NaN();
    if (x == 0.0) return -std::numeric_limits<double>::infinity();
    if (x == std::numeric_limits<double>::infinity()) return x;
    if (x < std::numeric_limits<double>::min()) return log_of_normal(x * power_of_two(54), -54);
    return log_of_normal(x, 0);
}

double inverse_normal(double p) {
    if (!(p > 0.0 && p < 1.0)) return std::numeric_limits<double>::quiet_NaN();
    const double q = p - 0.5;
    if (is_central(q)) return central_quantile(q);
    const double r = std::sqrt(-portable_log(q < 0.0 ? p : 1.0 - p));
    const double value = r <= 5.0 ? outer_quantile(r) : outermost_quantile(r);
    return q < 0.0 ? -value : value;
}

NormalBounds::NormalBounds() {
    for (std::size_t i = 1; i < steps; ++i) edge_[i] = inverse_normal(static_cast<double>(i) / steps);
    edge_.front() = -std::numeric_limits<double>::infinity();
}

const NormalBounds& normal_bounds() {
    static const NormalBounds table;
    return table;
}

}  // namespace staffsim
