#include "sim/foundation/real.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "sim/foundation/registers.hpp"

namespace staffsim {

namespace {

constexpr double ln2_high = 6.93147180369123816490e-01;  // upper bits of ln 2, so that k * ln2_high is exact
constexpr double ln2_low = 1.90821492927058770002e-10;   // ln 2 - ln2_high
constexpr double one_over_ln2 = 1.44269504088896338700e+00;

// 2^k for k in the normal range.
double power_of_two(int k) { return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52); }

// A polynomial by Estrin's scheme: neighbours in pairs, then pairs of pairs, so that little has to wait for what is
// before it. Coefficients from the constant up.
template <std::size_t n>
[[gnu::always_inline]] inline double polynomial(const double (&coefficient)[n], double x) {
    if constexpr (n == 1) {
        return coefficient[0];
    } else {
        constexpr std::size_t half = (n + 1) / 2;
        double pair[half];
        for (std::size_t i = 0; i < n / 2; ++i) pair[i] = coefficient[2 * i] + coefficient[2 * i + 1] * x;
        if constexpr (n % 2 == 1) pair[half - 1] = coefficient[n - 1];
        return polynomial(pair, x * x);
    }
}

// log(x) + k ln 2 for a normal x > 0, without branches, so that loops over it can be vectorised.
// x = 2^e m with m in [sqrt(1/2), sqrt(2)); log m = 2 atanh(s), s = (m - 1)/(m + 1), |s| < 0.1716.
[[gnu::always_inline]] inline double log_of_normal(double x, int k) {
    constexpr std::uint64_t one = 0x3FF0000000000000u, square_root_of_2 = 0x3FF6A09E667F3BCDu;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    const std::uint64_t mantissa = (bits & 0x000FFFFFFFFFFFFFu) | one;
    const std::uint64_t upper = mantissa >= square_root_of_2 ? 1u : 0u;  // then halve m
    const double m = std::bit_cast<double>(mantissa - (upper << 52));
    // The exponent as a double: its bits put into the mantissa of 2^52.
    const std::uint64_t biased = (bits >> 52) + upper;
    const double e = std::bit_cast<double>(biased | 0x4330000000000000u) - (0x1p52 + 1023.0) + k;
    const double f = m - 1.0;
    const double s = f / (2.0 + f);
    const double s2 = s * s;
    constexpr double odd[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
                              2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
    const double series = s2 * polynomial(odd, s2);  // (log m - 2s)/s
    const double half_square = 0.5 * f * f;
    // log m = f - f^2/2 + s (f^2/2 + series): keeps the leading term exact.
    return e * ln2_high - ((half_square - (s * (half_square + series) + e * ln2_low)) - f);
}

constexpr double exp_taylor[] = {1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,
                                 1.0 / 720,     1.0 / 5040,     1.0 / 40320,     1.0 / 362880,
                                 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800.0};

// e^x / 2^k for k = x / ln 2, rounded: x = k ln 2 + r, |r| <= ln 2 / 2; Taylor series of degree 13 in r (remainder
// below 5e-18).
[[gnu::always_inline]] inline double exp_mantissa(double x, double k) {
    const double high = x - k * ln2_high;
    const double low = k * ln2_low;
    const double r = high - low;
    const double lost = (high - r) - low;  // what rounding r dropped
    return 1.0 + (r + (lost + r * r * polynomial(exp_taylor, r)));
}
[[gnu::always_inline]] inline int exp_power(double x) {
    return static_cast<int>(x * one_over_ln2 + (x < 0 ? -0.5 : 0.5));
}
// Where neither e^x nor 2^k leaves the normal range: without branches, so that loops over it can be vectorised.
constexpr double plain_exp_limit = 700;
[[gnu::always_inline]] inline double plain_exp(double x) {
    const double k = exp_power(x);
    // 2^k: the exponent's bits are the last ones of k in the mantissa of 1.5 * 2^52.
    const std::uint64_t biased = std::bit_cast<std::uint64_t>(k + (0x1.8p52 + 1023.0));
    return exp_mantissa(x, k) * std::bit_cast<double>(biased << 52);
}

[[gnu::always_inline]] inline bool is_central(double q) { return q > -0.425 && q < 0.425; }
// Inner part of inverse_normal, |q| < 0.425 with q = p - 1/2.
[[gnu::always_inline]] inline double central_quantile(double q) {
    constexpr double a[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                            1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                            3.3430575583588128105e+4, 2.5090809287301226727e+3};
    constexpr double b[] = {1.0,
                            4.2313330701600911252e+1,
                            6.8718700749205790830e+2,
                            5.3941960214247511077e+3,
                            2.1213794301586595867e+4,
                            3.9307895800092710610e+4,
                            2.8729085735721942674e+4,
                            5.2264952788528545610e+3};
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
}

// Outer parts, r = sqrt(-log of the smaller of p and 1 - p): up to 5, and beyond it (p below 1.4e-11).
[[gnu::always_inline]] inline double outer_quantile(double r) {
    constexpr double c[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                            3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                            2.27238449892691845833e-2, 7.74545014278341407640e-4};
    constexpr double d[] = {1.0,
                            2.05319162663775882187e0,
                            1.67638483018380384940e0,
                            6.89767334985100004550e-1,
                            1.48103976427480074590e-1,
                            1.51986665636164571966e-2,
                            5.47593808499534494600e-4,
                            1.05075007164441684324e-9};
    return polynomial(c, r - 1.6) / polynomial(d, r - 1.6);
}
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

namespace {

constexpr std::size_t chunk = 64;

// Loops without branches; compiled once for every processor and once for each kind of wider registers, which gives the
// same bits.
[[gnu::always_inline]] inline void central_quantiles(const double* p, double* z, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) z[i] = central_quantile(p[i] - 0.5);
}
void central_quantiles_sse2(const double* p, double* z, std::size_t n) { central_quantiles(p, z, n); }
[[gnu::target("avx2")]] void central_quantiles_avx2(const double* p, double* z, std::size_t n) {
    central_quantiles(p, z, n);
}
STAFFSIM_AVX512 void central_quantiles_avx512(const double* p, double* z, std::size_t n) { central_quantiles(p, z, n); }

// Of numbers in the tails, but for those so far out that another formula holds: of them z is wrong.
[[gnu::always_inline]] inline void outer_quantiles(const double* p, double* z, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const bool is_lower = p[i] - 0.5 < 0.0;
        const double complement = 1.0 - p[i];
        const double value = outer_quantile(std::sqrt(-log_of_normal(is_lower ? p[i] : complement, 0)));
        z[i] = is_lower ? -value : value;
    }
}
void outer_quantiles_sse2(const double* p, double* z, std::size_t n) { outer_quantiles(p, z, n); }
[[gnu::target("avx2")]] void outer_quantiles_avx2(const double* p, double* z, std::size_t n) {
    outer_quantiles(p, z, n);
}
STAFFSIM_AVX512 void outer_quantiles_avx512(const double* p, double* z, std::size_t n) { outer_quantiles(p, z, n); }
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

[[gnu::always_inline]] inline void minus_logs(double* x, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) x[i] = -log_of_normal(x[i], 0);
}
void minus_logs_sse2(double* x, std::size_t n) { minus_logs(x, n); }
[[gnu::target("avx2")]] void minus_logs_avx2(double* x, std::size_t n) { minus_logs(x, n); }
STAFFSIM_AVX512 void minus_logs_avx512(double* x, std::size_t n) { minus_logs(x, n); }

// Whether no number is beyond the plain limit. Of finite numbers those nearer to 0 have the smaller bits, sign apart.
[[gnu::always_inline]] inline bool are_plain(const double* x, std::size_t n) {
    constexpr std::int64_t limit = std::bit_cast<std::int64_t>(plain_exp_limit), no_sign = 0x7FFFFFFFFFFFFFFF;
    std::int64_t room = 0;  // below 0 as soon as one had none
    for (std::size_t i = 0; i < n; ++i) room |= limit - (std::bit_cast<std::int64_t>(x[i]) & no_sign);
    return room >= 0;
}
// False, and nothing done, when some number is not plain. What is left after whole registers is padded to one more.
[[gnu::always_inline]] inline bool plain_exps(double* x, std::size_t n) {
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
bool plain_exps_sse2(double* x, std::size_t n) { return plain_exps(x, n); }
[[gnu::target("avx2")]] bool plain_exps_avx2(double* x, std::size_t n) { return plain_exps(x, n); }
STAFFSIM_AVX512 bool plain_exps_avx512(double* x, std::size_t n) { return plain_exps(x, n); }

}  // namespace

void inverse_normals(std::span<double> p_to_z) {
    static const auto central = widest(central_quantiles_sse2, central_quantiles_avx2, central_quantiles_avx512);
    static const auto outer = widest(outer_quantiles_sse2, outer_quantiles_avx2, outer_quantiles_avx512);
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
    static const auto logs = widest(minus_logs_sse2, minus_logs_avx2, minus_logs_avx512);
    logs(numbers.data(), numbers.size());
}

void portable_exps(std::span<double> numbers) {
    static const auto exps = widest(plain_exps_sse2, plain_exps_avx2, plain_exps_avx512);
    if (exps(numbers.data(), numbers.size())) return;
    for (double& x : numbers) x = portable_exp(x);
}

}  // namespace staffsim
