#include "sim/scenario/roster_checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "sim/scenario/warnings.hpp"

namespace staffsim::scenario {

namespace {

// A unit that was forgotten looks like one in which nobody works: one line for all of them.
void warn_of_empty_units(const std::vector<int>& staff, const std::string& file, const CountyPlan& plan,
                         Diagnostics& diagnostics) {
    constexpr std::size_t most_named = 8;
    std::vector<std::string> ids;
    int places = 0;
    for (std::size_t i = 0; i < staff.size(); ++i) {
        if (staff[i] > 0 || plan.units[i].places == 0) continue;
        ids.push_back(plan.units[i].id);
        places += plan.units[i].places;
    }
    if (ids.empty()) return;
    if (ids.size() > most_named) {
        ids.resize(most_named);
        ids.emplace_back("…");
    }
    warn(diagnostics, {file, 0, 0}, "unit", Warning::nobody_in_roster, fmt::format("{}", fmt::join(ids, ", ")), places);
}

}  // namespace

void check_quotas(const std::vector<PersonPlan>& people, const std::vector<int>& lines, const std::string& file,
                  const CountyPlan& plan, Diagnostics& diagnostics) {
    std::map<std::pair<UnitId, PostTypeId>, int> holders;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const PersonPlan& person = people[i];
        const PostType& post = plan.posts[person.post.value];
        if (post.is_entry()) continue;
        const UnitPlan& unit = plan.units[person.unit.value];
        const int quota = unit.quota[person.post.value];
        if (++holders[{person.unit, person.post}] != quota + 1) continue;
        diagnostics.error(
            {file, lines[i], 0}, "post",
            worded("{} has more {} than its quota of {}; raise the quota in the establishment or "
                   "correct the roster",
                   "{} 的 {} 超过职数 {}；请调高编制表中的职数，或更正花名册", unit.id, post.title, quota));
    }
}

void warn_of_roster(const std::vector<PersonPlan>& people, const RosterSummary& summary, const std::string& file,
                    const CountyPlan& plan, Diagnostics& diagnostics) {
    std::vector<int> staff(plan.units.size(), 0);
    for (const PersonPlan& person : people) ++staff[person.unit.value];
    for (std::size_t i = 0; i < staff.size(); ++i) {
        const UnitPlan& unit = plan.units[i];
        if (staff[i] <= unit.places) continue;
        warn(diagnostics, {file, 0, 0}, "", Warning::over_establishment, unit.id, staff[i] - unit.places, staff[i],
             unit.places);
    }
    warn_of_empty_units(staff, file, plan, diagnostics);
    if (summary.other_fields > 0) {
        warn(diagnostics, {file, 0, 0}, "field", Warning::unknown_fields, summary.other_fields);
    }
}

}  // namespace staffsim::scenario
