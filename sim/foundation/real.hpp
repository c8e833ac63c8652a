// Real functions whose results are the same on every x86-64 processor: built from IEEE + - * / and sqrt only,
// compiled without contraction. Simulation code uses these and never <cmath>'s exp, log or pow (glibc picks
// variants by processor). Accuracy: a few units in the last place; tests hold them to 4e-16 relative.
#pragma once

#include <span>

namespace staffsim {

// e^x; 0 below -745, +infinity above 709.78.
double portable_exp(double x);
// Natural logarithm; -infinity at 0, NaN below 0.
double portable_log(double x);
// Standard normal quantile, 0 < p < 1 (Wichura 1988, algorithm AS 241, about 1e-15 relative).
double inverse_normal(double p);
// The same for many numbers at once, in place: bit for bit what the functions above give one by one, faster.
void inverse_normals(std::span<double> p_to_z);  // 0 < p < 1
void minus_logs(std::span<double> numbers);      // normal numbers > 0
void portable_exps(std::span<double> numbers);

}  // namespace staffsim
