// The assumptions of compared scenarios as factors of a study: each with the range in which the truth may lie, and its
// values between the ends. Numbers move from one end of their range to the other; lists of numbers as a whole, as
// multiples of their present values within what the row allows; switches and choices take each of their settings.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/scenario/given_values.hpp"
#include "sim/stats/unit_points.hpp"

namespace staffsim::experiment {

struct Factor {
    const levers::Row* row = nullptr;
    levers::Value present;
    double low = 0, high = 0;                  // numbers; of lists: multiples of the present values
    std::vector<levers::Value> settings = {};  // switches and choices: all, the present one first
    bool is_switch() const { return !settings.empty(); }

    // u from 0 (low end, or the present setting) to 1 (high end, or the last setting).
    levers::Value at(double u) const;
    // What is tried one at a time: the two ends, or every other setting. Ends that equal the present value are left
    // out.
    std::vector<levers::Value> ends() const;
};

// Assumption: a list of numbers may be wrong by half of its values either way, when its row says nothing else (own
// choice, grade A).
inline constexpr levers::Row::Span list_multiples{0.5, 1.5};

struct Factors {
    std::vector<Factor> varied;
    std::vector<std::string> left_alone;  // keys, with the reason
};
// A range given by the user, instead of the row's.
struct RangeOverride {
    std::string key;
    double low = 0, high = 0;
};
// All assumption rows, in listing order; `only` keeps those of these keys or of keys below them ("leaving"), empty:
// all. Left alone are rows for textbook models, shares that have to sum to one, and rows that the compared scenarios
// set differently, dated or by unit. A range is widened to hold the present value. InputError: an unknown key in `only`
// or `ranges`, a range outside what the row allows, nothing left to vary.
Factors assumptions_of(const std::vector<scenario::Scenario>& scenarios, const std::vector<std::string>& only,
                       const std::vector<RangeOverride>& ranges);

// The values of a point of the unit cube, one coordinate per factor.
std::vector<scenario::GivenValue> values_at(std::span<const Factor> factors, const stats::UnitPoint& point);

}  // namespace staffsim::experiment
