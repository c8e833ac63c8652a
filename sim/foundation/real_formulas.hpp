// The formulas behind the portable real functions, without branches, so that loops over them can be vectorised: inlined
// wherever they are used, for one number (real.cpp) and for many (real_spans.cpp), with the same bits.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace staffsim::real_formulas {

inline constexpr double ln2_high = 6.93147180369123816490e-01;  // upper bits of ln 2, so that k * ln2_high is exact
inline constexpr double ln2_low = 1.90821492927058770002e-10;   // ln 2 - ln2_high
inline constexpr double one_over_ln2 = 1.44269504088896338700e+00;

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

inline constexpr double exp_taylor[] = {1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,
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
inline constexpr double plain_exp_limit = 700;
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

// Outer part, r = sqrt(-log of the smaller of p and 1 - p), up to 5. Beyond it (p below 1.4e-11) another formula holds.
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

}  // namespace staffsim::real_formulas
