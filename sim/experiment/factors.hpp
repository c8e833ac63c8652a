// What compared scenarios assume, as factors of a study: each with the range in which the truth may lie, and its values
// between the ends. Numbers move from one end of their range to the other; of tables and lists every name is a factor
// of its own, the other names staying where they are; switches and choices take each of their settings. Beside
// assumptions also facts of grade A: somebody could look them up, nobody has.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/scenario/given_values.hpp"
#include "sim/stats/unit_points.hpp"

namespace staffsim::experiment {

struct Factor {
    const levers::Row* row = nullptr;
    levers::Value present;                     // of the whole lever
    std::optional<std::size_t> entry = {};     // tables and lists: which of the row's names
    double low = 0, high = 0;                  // numbers
    std::vector<levers::Value> settings = {};  // switches and choices: all, the present one first
    bool is_switch() const { return !settings.empty(); }
    // "leaving.death", "recruitment.applicants_per_seat.open_exam"
    std::string key() const;
    // The number that is varied, in a value of the lever; for numbers and names.
    double number_in(const levers::Value& value) const;

    // u from 0 (low end, or the present setting) to 1 (high end, or the last setting).
    levers::Value at(double u) const;
    // What is tried one at a time: the two ends, or every other setting. Ends that equal the present value are left
    // out.
    std::vector<levers::Value> ends() const;
};

struct Factors {
    std::vector<Factor> varied;
    std::vector<std::string> left_alone;  // keys, with the reason
};
// A range given by the user, instead of the row's; of a table or list for one name.
struct RangeOverride {
    std::string key;
    double low = 0, high = 0;
};
// All that is assumed, in listing order; `only` keeps those of these keys or of keys below them ("leaving"), empty:
// all. Left alone are rows for textbook models, shares that have to sum to one, names against which the others are
// measured, facts that a scenario gives (unless a range is given for them), and rows that the compared scenarios set
// differently, dated or by unit. A range is widened to hold the present value. InputError: an unknown key in `only` or
// `ranges`, a range outside what the row allows, nothing left to vary.
Factors assumptions_of(const std::vector<scenario::Scenario>& scenarios, const std::vector<std::string>& only,
                       const std::vector<RangeOverride>& ranges);

// The values of a point of the unit cube, one coordinate per factor; names of one table come as one value.
std::vector<scenario::GivenValue> values_at(std::span<const Factor> factors, const stats::UnitPoint& point);

}  // namespace staffsim::experiment
