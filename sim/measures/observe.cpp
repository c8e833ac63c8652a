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
    : units_of_group_(units_of_groups(plan)),
      values_(held(units_of_group_.size()), units_of_group_.size(), years),
      by_unit_(plan.units.size()) {}

void Observer::on_year(std::size_t index, const County& county) {
    take_sums_by_unit(county, by_unit_);
    for (std::size_t group = 0; group < first_unit_group; ++group) {
        const GroupYear sum = sum_of(by_unit_, units_of_group_[group]);
        if (group == all_group && listener_) listener_(sum);
        put(sum, kept().all, group, index);
    }
    for (std::size_t u = 0; u < by_unit_.size(); ++u) put(by_unit_[u], kept().by_unit, first_unit_group + u, index);
}

void Observer::put(const GroupYear& sum, std::span<const std::size_t> which, std::size_t group, std::size_t year) {
    const std::vector<Formula>& formula = formulas();
    for (const std::size_t outcome : which) values_.cell(outcome, group, year) = formula[outcome](sum);
}

}  // namespace staffsim::measures
