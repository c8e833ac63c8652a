#include "sim/measures/observe.hpp"

namespace staffsim::measures {

double GroupYear::leavers() const {
    double exits = 0;
    for (std::size_t cause = 0; cause < exit_cause_count; ++cause) exits += static_cast<double>(flows[cause]);
    if (whole_county) return exits;
    return exits + flow(Flow::moved_to_county_organ) + flow(Flow::moved_to_township);
}

double GroupYear::entrants() const {
    double sum = 0;
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
        sum += flow(static_cast<Flow>(static_cast<std::size_t>(Flow::entered_open_exam) + channel));
    }
    return sum;
}

double GroupYear::one_off_yuan() const {
    std::int64_t sum = 0;
    for (const std::int64_t fen : one_off_fen) sum += fen;
    return static_cast<double>(sum) / 100.0;
}

namespace {

// Places in outcomes(): of all of them, and of those that are kept by unit.
struct Kept {
    std::vector<std::size_t> all, by_unit;
};
const Kept& kept() {
    static const Kept places = [] {
        Kept kept;
        for (std::size_t outcome = 0; outcome < outcomes().size(); ++outcome) {
            kept.all.push_back(outcome);
            if (outcomes()[outcome].by_unit) kept.by_unit.push_back(outcome);
        }
        return kept;
    }();
    return places;
}

// For how many groups each outcome is held.
std::vector<std::size_t> held(std::size_t groups) {
    std::vector<std::size_t> held(outcomes().size(), first_unit_group);
    for (const std::size_t outcome : kept().by_unit) held[outcome] = groups;
    return held;
}

}  // namespace

Observer::Observer(const CountyPlan& plan, std::size_t years)
    : units_of_group_(units_of_groups(plan)), years_(years), by_unit_(plan.units.size()) {
    by_year_.reserve(years * (first_unit_group * kept().all.size() + by_unit_.size() * kept().by_unit.size()));
}

void Observer::on_year(std::size_t, const County& county) {
    take_sums_by_unit(county, by_unit_);
    for (std::size_t group = 0; group < first_unit_group; ++group) {
        const GroupYear sum = sum_of(by_unit_, units_of_group_[group]);
        if (group == all_group && listener_) listener_(sum);
        put(sum, kept().all);
    }
    for (const GroupYear& unit : by_unit_) put(unit, kept().by_unit);
}

void Observer::put(const GroupYear& sum, std::span<const std::size_t> which) {
    const std::vector<Formula>& formula = formulas();
    for (const std::size_t outcome : which) by_year_.push_back(formula[outcome](sum));
}

YearlyValues Observer::values() const {
    YearlyValues values(held(units_of_group_.size()), units_of_group_.size(), years_);
    const std::size_t of_a_year = first_unit_group * kept().all.size() + by_unit_.size() * kept().by_unit.size();
    const std::size_t years = by_year_.size() / of_a_year;
    std::size_t at = 0;
    for (std::size_t group = 0; group < units_of_group_.size(); ++group) {
        for (const std::size_t outcome : group < first_unit_group ? kept().all : kept().by_unit) {
            for (std::size_t year = 0; year < years; ++year)
                values.cell(outcome, group, year) = by_year_[year * of_a_year + at];
            ++at;
        }
    }
    return values;
}

}  // namespace staffsim::measures
