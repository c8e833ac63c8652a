// The portable real functions of many numbers at once: the formulas of one number, in registers as wide as there are.

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "sim/foundation/real.hpp"
#include "sim/foundation/real_formulas.hpp"
#include "sim/foundation/registers.hpp"

namespace staffsim {

namespace {

using namespace real_formulas;

constexpr std::size_t chunk = 64;

// Loops without branches; compiled once for every processor and once for each kind of wider registers, which gives the
// same bits.
[[gnu::always_inline]] inline void central_quantiles_of(const double* p, double* z, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) z[i] = central_quantile(p[i] - 0.5);
}
STAFFSIM_FOR_ALL_REGISTERS(central_quantiles, (const double* p, double* z, std::size_t n), (p, z, n))

// Of numbers in the tails, but for those so far out that another formula holds: of them z is wrong.
[[gnu::always_inline]] inline void outer_quantiles_of(const double* p, double* z, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const bool is_lower = p[i] - 0.5 < 0.0;
        const double complement = 1.0 - p[i];
        const double value = outer_quantile(std::sqrt(-log_of_normal(is_lower ? p[i] : complement, 0)));
        z[i] = is_lower ? -value : value;
    }
}
STAFFSIM_FOR_ALL_REGISTERS(outer_quantiles, (const double* p, double* z, std::size_t n), (p, z, n))
bool is_outermost(double p) {
    constexpr double below = 1.5e-11;  // a little more than e^-25, where r is 5
    return p < below || 1.0 - p < below;
}

// The tails of a chunk, gathered side by side; a whole number of registers is computed.
[[gnu::always_inline]] inline void tails(const double* p, double* z, std::size_t n,
                                         void (*outer)(const double*, double*, std::size_t)) {
    constexpr std::size_t lanes = 4;
    double tail_p[chunk + lanes], tail_z[chunk + lanes];
    std::uint32_t where[chunk + 1];
    std::size_t found = 0;
    for (std::size_t i = 0; i < n; ++i) {
        tail_p[found] = p[i];
        where[found] = static_cast<std::uint32_t>(i);
        found += is_central(p[i] - 0.5) ? 0 : 1;
    }
    const std::size_t padded = (found + lanes - 1) / lanes * lanes;
    for (std::size_t i = found; i < padded; ++i) tail_p[i] = 0.01;
    outer(tail_p, tail_z, padded);
    for (std::size_t i = 0; i < found; ++i) {
        z[where[i]] = is_outermost(tail_p[i]) ? inverse_normal(tail_p[i]) : tail_z[i];
    }
}

[[gnu::always_inline]] inline void minus_logs_of(double* x, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) x[i] = -log_of_normal(x[i], 0);
}
STAFFSIM_FOR_ALL_REGISTERS(minus_logs, (double* x, std::size_t n), (x, n))

// Whether no number is beyond the plain limit. Of finite numbers those nearer to 0 have the smaller bits, sign apart.
[[gnu::always_inline]] inline bool are_plain(const double* x, std::size_t n) {
    constexpr std::int64_t limit = std::bit_cast<std::int64_t>(plain_exp_limit), no_sign = 0x7FFFFFFFFFFFFFFF;
    std::int64_t room = 0;  // below 0 as soon as one had none
    for (std::size_t i = 0; i < n; ++i) room |= limit - (std::bit_cast<std::int64_t>(x[i]) & no_sign);
    return room >= 0;
}
// False, and nothing done, when some number is not plain. What is left after whole registers is padded to one more.
[[gnu::always_inline]] inline bool plain_exps_of(double* x, std::size_t n) {
    constexpr std::size_t lanes = 4;
    if (!are_plain(x, n)) return false;
    const std::size_t whole = n / lanes * lanes;
    for (std::size_t i = 0; i < whole; ++i) x[i] = plain_exp(x[i]);
    if (whole == n) return true;
    double rest[lanes]{};
    std::copy(x + whole, x + n, rest);
    for (double& one : rest) one = plain_exp(one);
    std::copy_n(rest, n - whole, x + whole);
    return true;
}
STAFFSIM_FOR_ALL_REGISTERS(plain_exps, (double* x, std::size_t n), (x, n))

}  // namespace

void inverse_normals(std::span<double> p_to_z) {
    static const auto central = STAFFSIM_WIDEST(central_quantiles);
    static const auto outer = STAFFSIM_WIDEST(outer_quantiles);
    double z[chunk];
    for (std::size_t from = 0; from < p_to_z.size(); from += chunk) {
        double* p = p_to_z.data() + from;
        const std::size_t n = std::min(chunk, p_to_z.size() - from);
        central(p, z, n);
        tails(p, z, n, outer);
        std::copy_n(z, n, p);
    }
}

void minus_logs(std::span<double> numbers) {
    static const auto logs = STAFFSIM_WIDEST(minus_logs);
    logs(numbers.data(), numbers.size());
}

void portable_exps(std::span<double> numbers) {
    static const auto exps = STAFFSIM_WIDEST(plain_exps);
    if (exps(numbers.data(), numbers.size())) return;
    for (double& x : numbers) x = portable_exp(x);
}

}  // namespace staffsim
