// Section 6: what a gain costs. One small chart per outcome with verdicts (drawn by the page's script): change of total
// cost to the right, change of the outcome upwards when better. The table lists the same numbers and says which policy
// another one beats on both counts by more than chance.
#include <fmt/core.h>

#include <algorithm>

#include "analysis/outcome_words.hpp"
#include "analysis/report/answer.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

constexpr std::size_t costs_open_at_start = 4;
constexpr std::string_view cost_outcome = "total_cost";

const Cell* cost_cell(const Comparison& comparison, std::size_t scenario, int year) {
    for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
        if (comparison.outcomes[o].id == cost_outcome) return find_cell(comparison, o, scenario, year);
    }
    return nullptr;
}

// Positive when the outcome gets better.
double gain(const measures::Outcome& outcome, double difference) {
    return outcome.direction == measures::Direction::lower_better ? -difference : difference;
}

struct Gains {
    double low, high;
};
Gains gains_of(const measures::Outcome& outcome, const stats::PairedSummary& paired) {
    const double a = gain(outcome, paired.low), b = gain(outcome, paired.high);
    return {std::min(a, b), std::max(a, b)};
}

// Ranges are compared only where the verdict rule trusts them: of policies declared before the run, with enough futures
// that differ, and not turned by an assumption.
bool is_trusted(const Cell* cell) {
    using stats::Verdict;
    return cell != nullptr && cell->has_verdict && cell->verdict != Verdict::too_rare &&
           cell->verdict != Verdict::depends_on_assumptions && cell->verdict != Verdict::exploratory;
}

bool is_trusted(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int year) {
    if (scenario == 0) return true;  // what the others differ from
    return is_trusted(find_cell(comparison, outcome, scenario, year)) &&
           is_trusted(cost_cell(comparison, scenario, year));
}

// Whether `other` is cheaper and better than `one` by more than the ranges of both.
bool beats(const Comparison& comparison, std::size_t outcome, std::size_t other, std::size_t one, int year) {
    if (!is_trusted(comparison, outcome, other, year) || !is_trusted(comparison, outcome, one, year)) return false;
    const auto no_change = stats::PairedSummary{};
    const auto cost_of = [&](std::size_t s) { return s == 0 ? no_change : cost_cell(comparison, s, year)->paired; };
    const auto paired_of = [&](std::size_t s) {
        return s == 0 ? no_change : find_cell(comparison, outcome, s, year)->paired;
    };
    const measures::Outcome& about = comparison.outcomes[outcome];
    return cost_of(other).high < cost_of(one).low &&
           gains_of(about, paired_of(other)).low > gains_of(about, paired_of(one)).high;
}

view::data change_view(const Cell& cell, int decimals) {
    view::data change;
    change.set("difference", signed_difference(cell.paired, decimals));
    set_range(cell, decimals, change);
    return change;
}

view::data row_view(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int year) {
    view::data row = scenario_view(comparison, scenario);
    const measures::Outcome& about = comparison.outcomes[outcome];
    const Cell& own = *find_cell(comparison, outcome, scenario, year);
    const Cell& cost = *cost_cell(comparison, scenario, year);
    row.set("cost", change_view(cost, shown_decimals(cost.paired, comparison.outcomes[cost.outcome])));
    const Text alone = in_year_alone(comparison, cost);
    row.set("has_alone", !alone.en.empty());
    row.set("alone", view::text(alone));
    row.set("change", change_view(own, shown_decimals(own.paired, about)));
    view::data beaten = view::empty_list();
    for (std::size_t other = 0; other < comparison.scenarios.size(); ++other) {
        if (other != scenario && beats(comparison, outcome, other, scenario, year)) {
            beaten << scenario_view(comparison, other);
        }
    }
    row.set("is_beaten", !beaten.is_empty_list());
    row.set("beaten_by", beaten);
    return row;
}

bool can_be_shown(const Comparison& comparison, std::size_t outcome, int year) {
    const measures::Outcome& about = comparison.outcomes[outcome];
    if (about.aim == measures::Aim::cost || about.direction == measures::Direction::neutral) return false;
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        const Cell* cell = find_cell(comparison, outcome, s, year);
        if (cell == nullptr || !cell->has_verdict || cost_cell(comparison, s, year) == nullptr) return false;
    }
    return comparison.scenarios.size() > 1;
}

view::data tables_of(const Comparison& comparison, std::size_t outcome) {
    return by_verdict_year(comparison, [&](int year, view::data& entry) {
        view::data rows = view::empty_list();
        for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
            rows << row_view(comparison, outcome, s, year);
        }
        entry.set("rows", rows);
        entry.set("index", std::to_string(outcome));
    });
}

bool can_be_shown(const Comparison& comparison, std::size_t outcome) {
    return std::ranges::all_of(comparison.verdict_years,
                               [&](int year) { return can_be_shown(comparison, outcome, year); });
}

}  // namespace

view::data fill_cost(const Comparison& comparison) {
    view::data parts = view::empty_list();
    std::size_t shown = 0;
    for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
        if (!can_be_shown(comparison, o)) continue;
        view::data part = outcome_view(comparison, o);
        part.set("unit", view::text(change_unit(comparison.outcomes[o])));
        part.set("stays_open", shown++ < costs_open_at_start);
        part.set("tables", tables_of(comparison, o));
        parts << part;
    }
    view::data values;
    values.set("present", !parts.is_empty_list());
    values.set("parts", parts);
    values.set("baseline", scenario_view(comparison, 0));
    return values;
}

}  // namespace staffsim::analysis
