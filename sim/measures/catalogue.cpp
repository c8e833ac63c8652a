// The catalogue of outcomes: all parts in the order of reports. Names are permanent once released.

#include <algorithm>
#include <iterator>

#include "sim/measures/entries.hpp"

namespace staffsim::measures {

namespace {

const std::vector<Entry>& all_entries() {
    static const std::vector<Entry> entries = [] {
        std::vector<Entry> all;
        for (const auto* part : {&stability_entries(), &structure_entries(), &quality_entries(), &vitality_entries(),
                                 &conduct_entries(), &service_entries(), &cost_entries()}) {
            all.insert(all.end(), part->begin(), part->end());
        }
        return all;
    }();
    return entries;
}

// What tables of named units show; the rest would only swell the store.
bool is_kept_by_unit(std::string_view id) {
    static constexpr std::string_view kept[] = {"empty_places",
                                                "hands_present",
                                                "empty_leadership_posts",
                                                "own_candidates",
                                                "units_without_candidates",
                                                "leavers",
                                                "resignations",
                                                "retirements",
                                                "moves_up",
                                                "mean_age",
                                                "applicants_per_seat",
                                                "share_seats_filled",
                                                "payroll",
                                                "complaints",
                                                "escalations",
                                                "days_citizens_wait"};
    return std::find(std::begin(kept), std::end(kept), id) != std::end(kept);
}

// Parts of what other outcomes tell as a whole, and what is asked seldom: a page that drew them all would be too large
// to send.
bool is_detail(std::string_view id) {
    static constexpr std::string_view details[] = {"deaths",
                                                   "dismissals",
                                                   "failed_probation",
                                                   "gave_up_on_probation",
                                                   "early_retirements",
                                                   "statutory_retirements",
                                                   "moves_to_organs",
                                                   "moves_above",
                                                   "service_years",
                                                   "years_in_post",
                                                   "leaders_truly_best",
                                                   "wait_to_middle",
                                                   "wait_to_chief",
                                                   "chance_of_able",
                                                   "chance_of_others",
                                                   "own_candidates",
                                                   "units_without_candidates",
                                                   "payroll_basic",
                                                   "payroll_rank",
                                                   "payroll_bonus",
                                                   "payroll_welfare",
                                                   "recruitment_cost",
                                                   "exchange_cost",
                                                   "front_line_cost",
                                                   "awards_cost",
                                                   "living_conditions_cost",
                                                   "cost_per_matter"};
    return std::find(std::begin(details), std::end(details), id) != std::end(details);
}

}  // namespace

const std::vector<Outcome>& outcomes() {
    static const std::vector<Outcome> list = [] {
        std::vector<Outcome> all;
        for (const Entry& entry : all_entries()) {
            all.push_back(entry.outcome);
            all.back().by_unit = is_kept_by_unit(entry.outcome.id);
            all.back().is_detail = is_detail(entry.outcome.id);
        }
        return all;
    }();
    return list;
}

const std::vector<Formula>& formulas() {
    static const std::vector<Formula> list = [] {
        std::vector<Formula> all;
        for (const Entry& entry : all_entries()) all.push_back(entry.formula);
        return all;
    }();
    return list;
}

}  // namespace staffsim::measures
