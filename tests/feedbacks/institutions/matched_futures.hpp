// Matched futures of a small county under two policies: what one future shows as a number, and what the policies differ
// by. A test asks for an effect, and that it vanishes when the mechanism is off.
//
// How sure: an effect counts as shown beyond 3.72 standard errors of the paired difference (by luck alone once in
// 10,000 draws of futures; the futures are fixed, so a test always says the same). It counts as vanished when even its
// far bound, 3.72 standard errors away, is below a quarter of the effect with the mechanism on, or when it is exactly
// 0.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/engine/county_run.hpp"
#include "sim/scenario/scenario.hpp"

namespace staffsim::feedbacks::institutions {

inline constexpr double far = 3.719;

// Everything that a measure may ask of a future: the county at the end, the books of every year, and everybody's record
// at every year end.
struct Future {
    const County& county;
    std::vector<YearTally> years;
    struct Assessed {
        double score = 0, truth = 0;
        Result result = Result::none;
        bool serves_clients = false;
    };
    // Of those assessed in the last year of the run and the year before: what the two assessments saw.
    std::vector<std::pair<Assessed, Assessed>> assessed_twice;  // earlier, later

    double flow(Flow flow, std::size_t first_years = 1000) const;  // of the first years, or all
    double stock(Stock stock) const;                               // last year
    double stock_in(Stock stock, UnitKind kind) const;             // last year
};
using Measure = std::function<double(const Future&)>;
using Settings = std::vector<std::string>;  // "key=value"

// Values of a measure over futures 0 … number - 1.
std::vector<double> values(const Settings& settings, const Measure& measure, int number);

struct Difference {
    double mean = 0, error = 0;  // error: standard error of the mean
    bool is_more() const { return mean > far * error; }
    bool is_less() const { return mean < -far * error; }
    bool is_exactly_none() const { return mean == 0 && error == 0; }
    // Below a quarter of `effect` even at the far bound.
    bool is_small_beside(const Difference& effect) const;
};
// Of a measure in the same futures: with `changed` on top of `settings`, less without.
Difference difference(const Settings& settings, const Settings& changed, const Measure& measure, int number);
Difference mean_of(const std::vector<double>& values);

// Both; where they disagree, `more`.
Settings operator+(const Settings& some, const Settings& more);

}  // namespace staffsim::feedbacks::institutions
