// The portable functions against long double references of the library (64 bits of mantissa on x86-64).
#include "sim/foundation/real.hpp"

#include <boost/math/special_functions/erf.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace staffsim;

namespace {

double relative_error(double value, long double reference) {
    return static_cast<double>(std::abs((static_cast<long double>(value) - reference) / reference));
}

struct Worst {
    double error = 0;
    double at = 0;
    void note(double x, double value, long double reference) {
        const double own = reference == 0 ? std::abs(value) : relative_error(value, reference);
        if (own > error) *this = {own, x};
    }
};

long double exact_quantile(double p) {
    return p < 0.5 ? -std::sqrt(2.0L) * boost::math::erfc_inv(2.0L * static_cast<long double>(p))
                   : std::sqrt(2.0L) * boost::math::erf_inv(2.0L * static_cast<long double>(p) - 1.0L);
}

}  // namespace

TEST_CASE("exp is within 4e-16 of the exact value over the whole normal range") {
    Worst worst;
    for (double x = -708; x <= 709.7; x += 0.01237)
        worst.note(x, portable_exp(x), std::exp(static_cast<long double>(x)));
    for (double x = -1; x <= 1; x += 0.0001237) worst.note(x, portable_exp(x), std::exp(static_cast<long double>(x)));
    INFO("worst at " << worst.at);
    CHECK(worst.error < 4e-16);
}

TEST_CASE("exp ends in 0 and in infinity and is exact at 0") {
    CHECK(portable_exp(0.0) == 1.0);
    CHECK(portable_exp(-746) == 0.0);
    CHECK(portable_exp(-1e300) == 0.0);
    CHECK(portable_exp(710) == std::numeric_limits<double>::infinity());
    CHECK(portable_exp(709.78) == Approx(std::exp(709.78)));
    CHECK(std::isnan(portable_exp(std::nan(""))));
    CHECK(portable_exp(-740) == Approx(std::exp(-740.0)).epsilon(0.02));  // two digits are left among subnormals
}

TEST_CASE("log is within 4e-16 of the exact value, near 1 as well") {
    Worst worst;
    for (double x = 1e-300; x < 1e300; x *= 1.0371)
        worst.note(x, portable_log(x), std::log(static_cast<long double>(x)));
    for (double x = 0.5; x < 2; x += 0.0000371) worst.note(x, portable_log(x), std::log(static_cast<long double>(x)));
    for (double step = 1e-15; step < 0.01; step *= 1.3) {
        worst.note(1 + step, portable_log(1 + step), std::log(static_cast<long double>(1 + step)));
        worst.note(1 - step, portable_log(1 - step), std::log(static_cast<long double>(1 - step)));
    }
    INFO("worst at " << worst.at);
    CHECK(worst.error < 4e-16);
}

TEST_CASE("log has the limits of a logarithm") {
    CHECK(portable_log(1.0) == 0.0);
    CHECK(portable_log(0.0) == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(portable_log(-1.0)));
    CHECK(std::isnan(portable_log(std::nan(""))));
    CHECK(portable_log(std::numeric_limits<double>::infinity()) == std::numeric_limits<double>::infinity());
    CHECK(relative_error(portable_log(4.9e-324), std::log(static_cast<long double>(4.9e-324))) < 4e-16);
}

TEST_CASE("the normal quantile is within 2e-15 of the exact one") {
    Worst worst;
    for (double p = 1e-6; p < 1; p += 0.0000997) worst.note(p, inverse_normal(p), exact_quantile(p));
    for (double p = 0.4; p > 1e-300; p *= 0.7371) worst.note(p, inverse_normal(p), exact_quantile(p));
    INFO("worst at " << worst.at);
    CHECK(worst.error < 2e-15);
}

TEST_CASE("the normal quantile is symmetric, 0 at a half, and nothing outside (0, 1)") {
    CHECK(inverse_normal(0.5) == 0.0);
    CHECK(inverse_normal(0.25) == -inverse_normal(0.75));
    CHECK(inverse_normal(0.03125) == -inverse_normal(0.96875));
    CHECK(std::isnan(inverse_normal(0.0)));
    CHECK(std::isnan(inverse_normal(1.0)));
    CHECK(std::isnan(inverse_normal(std::nan(""))));
}

TEST_CASE("the normal density and powers agree with the library") {
    for (double z = -6; z <= 6; z += 0.37) {
        CHECK(relative_error(normal_density(z),
                             std::exp(-0.5L * static_cast<long double>(z) * static_cast<long double>(z)) /
                                 std::sqrt(2.0L * 3.14159265358979323846264338327950288L)) < 4e-15);
    }
    CHECK(portable_pow(2.0, 10.0) == Approx(1024).epsilon(1e-14));
    CHECK(portable_pow(0.5, 0.5) == Approx(std::sqrt(0.5)).epsilon(1e-14));
}
