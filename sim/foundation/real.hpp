// Real functions whose results are the same on every x86-64 processor: built from IEEE + - * / and sqrt only,
// compiled without contraction. Simulation code uses these and never <cmath>'s exp, log or pow (glibc picks
// variants by processor). Accuracy: a few units in the last place; tests hold them to 4e-16 relative.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <span>

namespace staffsim {

// e^x; 0 below -745, +infinity above 709.78.
double portable_exp(double x);
// Natural logarithm; -infinity at 0, NaN below 0.
double portable_log(double x);
// A function where the same x comes again and again: taken anew only when x differs from the one before.
template <double (*function)(double)>
class RememberedValue {
  public:
    double of(double x) {
        if (x != x_) x_ = x, value_ = function(x);
        return value_;
    }

  private:
    double x_ = std::numeric_limits<double>::quiet_NaN(), value_ = 0;  // differs from every x
};
using RememberedExp = RememberedValue<portable_exp>;
using RememberedLog = RememberedValue<portable_log>;
// Standard normal quantile, 0 < p < 1 (Wichura 1988, algorithm AS 241, about 1e-15 relative).
double inverse_normal(double p);
// A number below inverse_normal, by a table of 256 steps; -infinity in the lowest. Enough to tell most cases of "is it
// below some limit" without the function itself.
class NormalBounds {
  public:
    NormalBounds();
    double at_least(double p) const { return edge_[static_cast<std::size_t>(p * static_cast<double>(steps))] - margin; }

  private:
    static constexpr std::size_t steps = 256;
    static constexpr double margin = 1e-12;  // above the error of inverse_normal
    std::array<double, steps> edge_{};
};
// The one table.
const NormalBounds& normal_bounds();
// inverse_normal for many numbers at once, in place: bit for bit what it gives one by one, faster.
void inverse_normals(std::span<double> p_to_z);  // 0 < p < 1
void minus_logs(std::span<double> numbers);      // normal numbers > 0
void portable_exps(std::span<double> numbers);

}  // namespace staffsim
