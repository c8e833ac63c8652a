#include "analysis/report/numbers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace staffsim::analysis {
namespace {

constexpr const char* minus_sign = "\u2212";
constexpr const char* missing = "\u2013";

bool is_zero(const std::string& digits) { return digits.find_first_not_of("0.") == std::string::npos; }

std::string grouped(std::string digits) {
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t at = point; at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

// Of the last digit that is not below a hundredth of what matters.
int finest_decimals(const measures::Outcome& outcome) {
    constexpr double rounding = 1e-9;  // of hundredths that are powers of ten
    if (!(outcome.matters > 0)) return std::numeric_limits<int>::max();
    return std::max(outcome.decimals, static_cast<int>(std::floor(std::log10(100 / outcome.matters) + rounding)));
}

std::string magnitude(double value, int decimals) { return fmt::format("{:.{}f}", std::abs(value), decimals); }

std::string with_sign(double value, int decimals, const char* plus) {
    if (!std::isfinite(value)) return missing;
    const std::string digits = magnitude(value, decimals);
    if (is_zero(digits)) return digits;
    return (value < 0 ? minus_sign : plus) + grouped(digits);
}

}  // namespace

std::string plain_number(double value, int decimals) { return with_sign(value, decimals, ""); }

std::string signed_number(double value, int decimals) { return with_sign(value, decimals, "+"); }

std::string signed_within(double value, double low, double high, int decimals) {
    const std::string number = signed_number(value, decimals);
    const bool is_clear = low > 0 || high < 0;
    return is_clear && is_zero(number) ? (low > 0 ? "+" : minus_sign) + number : number;
}

std::string signed_difference(const stats::PairedSummary& paired, int decimals) {
    return signed_within(paired.difference, paired.low, paired.high, decimals);
}

std::string signed_range(double low, double high, int decimals) {
    return fmt::format("[{}, {}]", signed_within(low, low, high, decimals), signed_within(high, low, high, decimals));
}

int shown_decimals(const stats::PairedSummary& paired, const measures::Outcome& outcome) {
    const double half_width = (paired.high - paired.low) / 2;
    int decimals = outcome.decimals;
    while (decimals < outcome.decimals + 2 && half_width > 0 && half_width < 0.5 * std::pow(10.0, -decimals))
        ++decimals;
    return clear_decimals(paired.low, paired.high, std::min(decimals, finest_decimals(outcome)), outcome);
}

int clear_decimals(double low, double high, int decimals, const measures::Outcome& outcome) {
    return std::min(clear_decimals(low, high, decimals), std::max(decimals, finest_decimals(outcome)));
}

int clear_decimals(double low, double high, int decimals) {
    constexpr int most_more = 4;
    if (!(low > 0 || high < 0)) return decimals;
    const double nearest = std::min(std::abs(low), std::abs(high));
    int enough = decimals;
    while (enough < decimals + most_more && is_zero(magnitude(nearest, enough))) ++enough;
    return enough;
}

std::vector<int> whole_percentages(const std::vector<double>& shares) {
    constexpr double rounding = 1e-9;  // of shares that are whole percentages
    std::vector<int> whole;
    std::vector<std::size_t> order(shares.size());
    double sum = 0;
    for (const double share : shares) {
        whole.push_back(static_cast<int>(std::floor(100 * share + rounding)));
        sum += share;
    }
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto remainder = [&](std::size_t s) { return 100 * shares[s] - whole[s]; };
    std::ranges::stable_sort(order, [&](auto a, auto b) { return remainder(a) > remainder(b) + rounding; });
    long left = std::lround(100 * sum) - std::accumulate(whole.begin(), whole.end(), 0L);
    for (std::size_t i = 0; left > 0 && i < order.size(); ++i, --left) ++whole[order[i]];
    return whole;
}

std::string of_100(int whole, double low, double high, int equal) {
    const auto percent = [](double p) { return std::lround(100 * p); };
    return fmt::format("{} ({}\u2013{}){}", whole, percent(low), percent(high),
                       equal > 0 ? fmt::format(" ={}", equal) : "");
}

std::string of_100(double probability, double low, double high, double equal) {
    if (!std::isfinite(probability)) return missing;
    const std::vector<int> whole = whole_percentages({probability, equal, std::max(0.0, 1 - probability - equal)});
    return of_100(whole[0], low, high, whole[1]);
}

std::string of_100(const stats::PairedSummary& paired) {
    const double equal = paired.replications > 0 ? static_cast<double>(paired.ties) / paired.replications : 0;
    return of_100(paired.probability_better, paired.probability_low, paired.probability_high, equal);
}

}  // namespace staffsim::analysis
