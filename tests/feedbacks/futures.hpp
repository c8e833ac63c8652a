// Futures of the small county of county.toml under sets of lever values, and how two sets differ.
// Statistical rule of this folder: what a mechanism does is shown by a one-sided test at 1 in 10,000 (z = 3.72) over
// futures that are independent (or matched, for paired differences); what it must not do without the mechanism is
// either exactly nothing or below a quarter of the effect even at its far bound (3.89 standard errors, two-sided, 1 in
// 10,000): to be lost in luck is not enough. Off is the mechanism alone, all else as with it. Seeds are fixed.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "sim/engine/county_run.hpp"

namespace staffsim::feedbacks {

inline constexpr double shown = 3.72, far_bound = 3.89;

using Sets = std::vector<std::string>;  // "key=value"
inline Sets operator+(Sets a, const Sets& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// One number of each future.
using Sample = std::vector<double>;
struct Estimate {
    double mean = 0, error = 0;
    double z() const;  // 0 when there is no spread and no mean
    bool is_small_beside(const Estimate& effect) const;
};
Estimate estimate(const Sample& sample);
Estimate difference(const Sample& a, const Sample& b);  // matched futures, a - b

// What a year of a future gave; called after each year.
using Measure = std::function<void(std::size_t year, const County& county, double& sum)>;
// Lives `n` futures and sums a measure over their years.
Sample live(const Sets& sets, std::uint32_t n, const Measure& measure);
// The same of what happened, as told day by day.
using FactMeasure = std::function<void(std::span<const Fact> facts, const County& county, double& sum)>;
Sample live_by_fact(const Sets& sets, std::uint32_t n, const FactMeasure& measure);
// Lives them day by day: the measure is asked on the morning of each of the given days of every year from the third on.
Sample live_by_day(const Sets& sets, std::uint32_t n, MonthDay morning,
                   const std::function<double(const County&)>& measure);

double flow(const County& county, Flow flow);
double stock(const County& county, Stock stock);
double person_years(const County& county);

}  // namespace staffsim::feedbacks
