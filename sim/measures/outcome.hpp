// Outcomes: what a planner can read off a simulated future, each with its estimand. An outcome's value is always a
// ratio of two sums, numerator / denominator, so that waits and rates are occurrence over exposure and never means of
// completed spells; a plain count has denominator 1.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/foundation/text.hpp"

namespace staffsim::measures {

enum class Direction { higher_better, lower_better, neutral };
enum class Aim { quality, structure, stability, vitality, conduct, service, cost };
// How the years 1..y up to a verdict year y are put together:
// year_end: the year y alone (a stock). yearly_average: sums over years 1..y (a flow or a rate).
enum class Window { year_end, yearly_average };

struct Outcome {
    std::string id;  // permanent once released
    Text label;
    Text unit;
    Text estimand;  // what exactly is counted, over whom, and when
    Aim aim = Aim::stability;
    Direction direction = Direction::neutral;
    Window window = Window::year_end;
    double matters = 0;      // smallest change a planner cares about (default; scenario [matters] overrides), same unit
    int decimals = 1;        // digits behind the point when shown
    bool primary = false;    // gets verdicts unless the plan declares otherwise
    bool latent = false;     // a model-internal score, folded in reports
    bool by_unit = false;    // kept for every named unit, not only for the aggregate groups
    bool is_detail = false;  // told by tables and files; the page leaves it out unless it has verdicts
};

// All outcomes in the order of reports; indices into this list identify outcomes everywhere.
const std::vector<Outcome>& outcomes();
// Index of an outcome, or outcomes().size() when there is none of that id.
std::size_t outcome_index(std::string_view id);

struct Ratio {
    double numerator = 0;
    double denominator = 0;
    bool operator==(const Ratio&) const = default;
    Ratio& operator+=(Ratio other) {
        numerator += other.numerator;
        denominator += other.denominator;
        return *this;
    }
};

// One unit of work's results: value of every outcome, group and year (0-based years of the run). Of an outcome that is
// held for the first groups alone the others are 0 / 0 and take no room.
class YearlyValues {
  public:
    YearlyValues() = default;
    // Every outcome for every group.
    YearlyValues(std::size_t outcome_count, std::size_t group_count, std::size_t year_count)
        : YearlyValues(std::vector<std::size_t>(outcome_count, group_count), group_count, year_count) {}
    // Outcome o for its first `held[o]` groups.
    YearlyValues(std::span<const std::size_t> held, std::size_t group_count, std::size_t year_count)
        : groups_(group_count), years_(year_count), begins_(held.size() + 1) {
        for (std::size_t o = 0; o < held.size(); ++o) begins_[o + 1] = begins_[o] + held[o] * years_;
        values_.resize(begins_.back());
    }
    // Of a group that is held.
    Ratio& cell(std::size_t outcome, std::size_t group, std::size_t year) {
        return values_[begins_[outcome] + group * years_ + year];
    }
    Ratio at(std::size_t outcome, std::size_t group, std::size_t year) const {
        const std::size_t index = begins_[outcome] + group * years_ + year;
        return index < begins_[outcome + 1] ? values_[index] : Ratio{};
    }
    std::size_t outcome_count() const { return begins_.empty() ? 0 : begins_.size() - 1; }
    std::size_t group_count() const { return groups_; }
    std::size_t year_count() const { return years_; }
    // The values of one outcome that are held, [group][year].
    std::span<const Ratio> of_outcome(std::size_t outcome) const {
        return std::span(values_).subspan(begins_[outcome], begins_[outcome + 1] - begins_[outcome]);
    }
    std::span<Ratio> of_outcome(std::size_t outcome) {
        return std::span(values_).subspan(begins_[outcome], begins_[outcome + 1] - begins_[outcome]);
    }
    bool operator==(const YearlyValues&) const = default;

  private:
    std::size_t groups_ = 0;
    std::size_t years_ = 0;
    std::vector<std::size_t> begins_;  // by outcome; one more at the end
    std::vector<Ratio> values_;
};

// The outcome's ratio at verdict year y (1-based count of years), by its window.
Ratio at_verdict_year(const YearlyValues& values, std::size_t outcome, std::size_t group, std::size_t verdict_year);

// A group of units over which outcomes are summed.
struct Group {
    std::string id;  // "townships", "county_organs", "all" or a unit's id
    Text label;
    enum class Kind { aggregate, unit } kind = Kind::aggregate;
};

}  // namespace staffsim::measures
