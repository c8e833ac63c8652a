#include "sim/scenario/first_day.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "sim/scenario/warnings.hpp"

namespace staffsim::scenario {

namespace {

using engine::Policy;
using engine::PolicyTimeline;

// One line for all townships that lack the fact.
void warn_of_fact(const Units& units, const std::string& fact, Warning warning, Diagnostics& diagnostics) {
    constexpr std::size_t most_named = 8;
    std::vector<std::string> ids;
    Place place;
    for (const UnitPlan& unit : units.plans) {
        const std::string key = "units." + unit.id;
        if (unit.kind != UnitKind::township || units.places.contains(key + "." + fact)) continue;
        if (ids.empty()) place = units.places.at(key);
        ids.push_back(unit.id);
    }
    if (ids.empty()) return;
    if (ids.size() > most_named) {
        ids.resize(most_named);
        ids.emplace_back("…");
    }
    warn(diagnostics, place, fact, warning, fmt::format("{}", fmt::join(ids, ", ")));
}

Day newest_date(const CountyPlan& plan) {
    Day newest = plan.people.front().entry;
    for (const PersonPlan& person : plan.people)
        newest = std::max(
            {newest, person.entry, person.post_since.value_or(person.entry), person.rank_since.value_or(person.entry)});
    return newest;
}

}  // namespace

const Policy& policy_on_first_day(const PolicyTimeline& timeline, Day start, UnitId unit) {
    std::size_t step = 0;
    while (step + 1 < timeline.steps.size() && timeline.steps[step + 1].from <= start) ++step;
    return timeline.blocks[timeline.steps[step].block_of_unit[unit.value]];
}

void warn_of_missing_facts(const Units& units, const PolicyTimeline& policy, Diagnostics& diagnostics) {
    const auto reads = [&policy](const std::function<bool(const Policy&)>& rule) {
        return std::ranges::any_of(policy.blocks, rule);
    };
    if (reads([](const Policy& rules) { return rules.service.queue != ServiceQueue::off; }))
        warn_of_fact(units, "residents", Warning::no_residents, diagnostics);
    if (reads([](const Policy& rules) { return rules.retention.behaviour; }))
        warn_of_fact(units, "km_to_seat", Warning::no_distance, diagnostics);
    if (reads([](const Policy& rules) { return rules.pay.enabled; }))
        warn_of_fact(units, "remote_class", Warning::no_remote_class, diagnostics);
}

void warn_of_old_roster(const CountyPlan& plan, const std::string& file, const PolicyTimeline& policy,
                        Diagnostics& diagnostics) {
    if (plan.people.empty()) return;
    const Day newest = newest_date(plan);
    if (plan.start > add_years(newest, 1))
        warn(diagnostics, {file, 0, 0}, "", Warning::old_roster, to_text(plan.start), to_text(newest));
    int past = 0;
    double years = 0;
    for (const PersonPlan& person : plan.people) {
        const RetentionRules& rules = policy_on_first_day(policy, plan.start, person.unit).retention;
        if (!rules.retirement) continue;
        const Day due = statutory_retirement(rules, person.sex, person.birth);
        if (due >= plan.start) continue;
        ++past;
        years = std::max(years, years_between(due, plan.start));
    }
    if (past > 0)
        warn(diagnostics, {file, 0, 0}, "birth", Warning::past_retirement, past, fmt::format("{:.1f}", years));
}

}  // namespace staffsim::scenario
