// The portable functions against long double references of the library (64 bits of mantissa on x86-64).
#include "sim/foundation/real.hpp"
#include "tests/foundation/bits.hpp"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

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

// x and its neighbours, as far as they lie inside (low, high).
void add_around(std::vector<double>& numbers, double x, double low, double high) {
    double below = x, above = x;
    for (int i = 0; i < 5; ++i) {
        for (const double near : {below, above}) {
            if (near > low && near < high) numbers.push_back(near);
        }
        below = std::nextafter(below, low);
        above = std::nextafter(above, high);
    }
}

// The function of a span against the function of one number, for all numbers and for spans of every length.
template <class Span, class One>
void require_same_bits(const std::vector<double>& numbers, Span of_span, One of_one) {
    std::vector<double> together = numbers;
    of_span(together);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        INFO("of " << numbers[i]);
        REQUIRE(bits_of(together[i]) == bits_of(of_one(numbers[i])));
    }
    for (std::size_t n = 0; n <= 200 && n + 7 < numbers.size(); ++n) {
        std::vector<double> part(numbers.begin() + 3, numbers.begin() + static_cast<std::ptrdiff_t>(n + 7));
        of_span(std::span(part).subspan(1, n));  // an odd address; what lies beside it stays
        REQUIRE(part.front() == numbers[3]);
        for (std::size_t i = 1; i <= n; ++i) REQUIRE(bits_of(part[i]) == bits_of(of_one(numbers[i + 3])));
        for (std::size_t i = n + 1; i < part.size(); ++i) REQUIRE(part[i] == numbers[i + 3]);
    }
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

TEST_CASE("the lower bound of the normal quantile is one, and close but at the ends") {
    const NormalBounds& bounds = normal_bounds();
    for (int i = 1; i < 100000; ++i) {
        const double p = i / 100000.0;
        REQUIRE(bounds.at_least(p) < inverse_normal(p));
        const bool is_inner = p > 0.004 && p < 0.996;
        REQUIRE((!is_inner || inverse_normal(p) - bounds.at_least(p) < 0.26));
    }
    CHECK(bounds.at_least(0x1p-53) == -std::numeric_limits<double>::infinity());
}

TEST_CASE("quantiles of a span are, bit for bit, those of its numbers") {
    std::vector<double> numbers;
    std::mt19937_64 engine(1);
    std::uniform_real_distribution<double> uniform(1e-12, 1.0);
    for (int i = 0; i < 20000; ++i) numbers.push_back(uniform(engine));
    for (const double q : {-0.425, 0.425, 0.0, -0.5, 0.5, -0.25, 0.25}) add_around(numbers, 0.5 + q, 0, 1);
    for (int k = 1; k <= 1074; ++k) add_around(numbers, std::ldexp(1.0, -k), 0, 1);    // the lower tail, subnormals too
    for (int k = 1; k <= 53; ++k) add_around(numbers, 1 - std::ldexp(1.0, -k), 0, 1);  // the upper tail
    for (double p = 0.0751; p > 1e-300; p *= 0.83) numbers.push_back(p);
    std::shuffle(numbers.begin(), numbers.end(), engine);  // inner and outer ones mixed in every piece
    require_same_bits(numbers, inverse_normals, inverse_normal);
}

TEST_CASE("negative logarithms of a span are, bit for bit, those of its numbers") {
    std::vector<double> numbers;
    std::mt19937_64 engine(2);
    std::uniform_real_distribution<double> uniform(1e-12, 1.0);
    for (int i = 0; i < 20000; ++i) numbers.push_back(uniform(engine));
    const double least = std::nextafter(std::numeric_limits<double>::min(), 0.0);
    for (int k = -1022; k <= 1023; ++k) {
        add_around(numbers, std::ldexp(1.0, k), least, std::numeric_limits<double>::infinity());
        add_around(numbers, std::ldexp(std::sqrt(2.0), k), least, std::numeric_limits<double>::infinity());
    }
    for (double step = 1e-15; step < 0.01; step *= 1.3) {
        numbers.push_back(1 + step);
        numbers.push_back(1 - step);
    }
    numbers.push_back(std::numeric_limits<double>::max());
    std::shuffle(numbers.begin(), numbers.end(), engine);
    require_same_bits(numbers, minus_logs, [](double x) { return -portable_log(x); });
}

TEST_CASE("exponentials of a span are, bit for bit, those of its numbers") {
    std::vector<double> numbers;
    std::mt19937_64 engine(3);
    std::uniform_real_distribution<double> near(-3, 3), far(-699, 699);
    for (int i = 0; i < 10000; ++i) {
        numbers.push_back(near(engine));
        numbers.push_back(far(engine));
    }
    for (int k = -1000; k <= 1000; ++k) add_around(numbers, 0.5 * k * std::log(2.0), -700, 700);
    for (double step = 1e-300; step < 1; step *= 1.7) add_around(numbers, step, -1, 1), numbers.push_back(-step);
    std::shuffle(numbers.begin(), numbers.end(), engine);
    require_same_bits(numbers, portable_exps, portable_exp);
    for (const double outside : {-1e300, -746.0, -740.0, -700.0, 700.0, 709.0, 710.0}) {
        numbers.push_back(outside);  // one alone changes the way of all
        std::swap(numbers.back(), numbers[numbers.size() / 2]);
        require_same_bits(numbers, portable_exps, portable_exp);
    }
}
