#include "analysis/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "analysis/comparable.hpp"
#include "analysis/context.hpp"
#include "analysis/manpower.hpp"
#include "analysis/notes.hpp"
#include "analysis/settings.hpp"
#include "analysis/version.hpp"
#include "sim/engine/donors.hpp"
#include "sim/foundation/digest.hpp"
#include "sim/measures/observe.hpp"
#include "sim/measures/parts.hpp"
#include "sim/scenario/first_day.hpp"
#include "sim/scenario/origin.hpp"
#include "sim/scenario/resolved.hpp"

namespace staffsim::analysis {

namespace {

using scenario::Scenario;

std::string unit_key(const Scenario& scenario, std::uint32_t seed) {
    return sha256_hex(fmt::format("staffsim unit of work 1\n{}\n{}\n{}\n{}\n", scenario.resolved_hash, model_version(),
                                  seed, scenario.input.plan.id));
}

std::vector<store::SourceFile> files_of(const Scenario& scenario) {
    std::vector<store::SourceFile> files;
    for (const scenario::SourceFile& file : scenario.files) {
        const auto rows = static_cast<std::int64_t>(file.is_roster ? scenario.roster.persons : 0);
        files.push_back(
            {scenario::without_folders({file.path, 0, 0}).file, file.sha256, file.text, file.is_roster, rows});
    }
    return files;
}

std::vector<store::SettingRow> rows_of(const Scenario& scenario) {
    std::vector<store::SettingRow> rows;
    for (const scenario::ResolvedLever& lever : scenario.levers) {
        const Place place = lever.settings.empty() ? Place{} : lever.settings.back().place;
        rows.push_back({lever.row->key, scenario::effective_text(lever, scenario.input.plan.start), lever.row->unit,
                        scenario::place_text(scenario::without_folders(place)), ""});
    }
    return rows;
}

std::string unique_id(const std::vector<store::PlannedScenario>& earlier, const std::string& wanted) {
    const auto is_taken = [&](const std::string& id) {
        return std::ranges::any_of(earlier, [&](const store::PlannedScenario& other) { return other.id == id; });
    };
    std::string id = wanted;
    for (int number = 2; is_taken(id); ++number) id = fmt::format("{}_{}", wanted, number);
    return id;
}

std::vector<measures::Outcome> outcomes_of(const Scenario& baseline) {
    std::vector<measures::Outcome> outcomes = measures::outcomes();
    for (measures::Outcome& outcome : outcomes) {
        const auto own = baseline.matters.find(outcome.id);
        if (own != baseline.matters.end()) outcome.matters = own->second;
    }
    return outcomes;
}

void count_townships(Context& context, const CountyPlan& plan) {
    for (const UnitPlan& unit : plan.units) {
        const bool is_township = unit.kind == UnitKind::township;
        context.units.push_back({unit.id, is_township, unit.places});
        if (!is_township) continue;
        ++context.township_count;
        context.places += static_cast<std::size_t>(unit.places);
        if (plan.start_full) context.staff += static_cast<std::size_t>(unit.places);
    }
    for (const PersonPlan& person : plan.people)
        context.staff += plan.units[person.unit.value].kind == UnitKind::township;
}

// Calendar year in which a leader of that birthday steps down to the second line, within the years; none.
std::optional<int> year_of_stepping_down(const LeadershipRules& rules, Day birth, Day start, int years) {
    for (int year = year_of(start); year < year_of(start) + years; ++year) {
        const std::optional<Day> born_by =
            born_by_to_step_down(rules, std::max(start, first_of_year(year)), first_of_year(year + 1) - 1);
        if (born_by && birth <= *born_by) return year;
    }
    return std::nullopt;
}

// By the ages of the rules of the first day; whoever is past it counts in the first year. A county that starts full has
// no people yet.
void count_leaders(Context& context, const engine::CountyInput& input) {
    const Day start = input.plan.start;
    const int first = year_of(start), years = std::min(years_of_leaders_told, input.years);
    context.leaders_due.assign(static_cast<std::size_t>(years), 0);
    context.leaders_stepping_down = context.leaders_due;
    for (const PersonPlan& person : input.plan.people) {
        const bool leads = is_leadership(input.plan.posts[person.post.value].ladder);
        if (!leads || input.plan.units[person.unit.value].kind != UnitKind::township) continue;
        ++context.leaders;
        const engine::Policy& policy = scenario::policy_on_first_day(input.policy, start, person.unit);
        const int never_retires = first + years;
        const int retires = policy.retention.retirement
                                ? year_of(statutory_retirement(policy.retention, person.sex, person.birth))
                                : never_retires;
        const int steps_down =
            year_of_stepping_down(policy.competition.leadership, person.birth, start, years).value_or(never_retires);
        const auto index = static_cast<std::size_t>(std::max(0, std::min(retires, steps_down) - first));
        if (index >= context.leaders_due.size()) continue;
        ++context.leaders_due[index];
        if (steps_down <= retires) ++context.leaders_stepping_down[index];
    }
}

Context context_of(const std::vector<Scenario>& scenarios, const std::vector<EqualCost>& equal_cost,
                   const PathwayStudy& pathways, const Overrides& overrides) {
    Context context;
    context.overrides = overrides;
    context.equal_cost = equal_cost;
    context.pathways = pathways;
    context.notes = notes_of(scenarios.front());
    context.warnings = warnings_between(scenarios);  // first: they are about every difference that follows
    std::ranges::move(warnings_of(scenarios), std::back_inserter(context.warnings));
    count_townships(context, scenarios.front().input.plan);
    count_leaders(context, scenarios.front().input);
    context.parts = measures::parts_of(scenarios.front().input.plan, scenarios.front().input.years);
    for (const Scenario& scenario : scenarios)
        context.settings.push_back(settings_between(scenarios.front(), scenario));
    return context;
}

}  // namespace

store::Plan plan_of(const std::vector<Scenario>& scenarios, std::uint32_t seed,
                    const std::vector<EqualCost>& equal_cost, const PathwayStudy& pathways,
                    const Overrides& overrides) {
    const Scenario& base = scenarios.front();
    store::Plan plan;
    plan.model_version = model_version();
    plan.seed = seed;
    plan.lives = engine::lives_before(base.input);
    plan.start_year = year_of(base.input.plan.start);
    plan.years = base.input.years;
    plan.verdict_years = base.verdict_years;
    plan.groups = measures::groups_of(base.input.plan);
    plan.outcomes = outcomes_of(base);
    for (const measures::Outcome& outcome : plan.outcomes) {
        if (outcome.primary) plan.primary_outcomes.push_back(outcome.id);
    }
    for (const Scenario& scenario : scenarios) {
        plan.scenarios.push_back({unique_id(plan.scenarios, scenario.id), scenario.name, unit_key(scenario, seed),
                                  files_of(scenario), rows_of(scenario)});
        plan.synthetic = plan.synthetic || scenario.synthetic;
    }
    plan.county = base.input.plan.id;
    plan.context_json = to_json(context_of(scenarios, equal_cost, pathways, overrides));
    return plan;
}

}  // namespace staffsim::analysis
