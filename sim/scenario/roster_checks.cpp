#include "sim/scenario/roster_checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "sim/scenario/roster_dates.hpp"
#include "sim/scenario/warnings.hpp"

namespace staffsim::scenario {

namespace {

// Both ends readable and in order; the last may be open.
bool is_period(std::string_view first, std::string_view last) {
    const auto from = roster_date(trimmed(first));
    if (!from || trimmed(last).empty()) return from.has_value();
    const auto to = roster_date(trimmed(last));
    return to && *from <= *to;
}

// Whether `is_so` of the two sides of any of the dashes in it.
template <class Condition>
bool any_split(std::string_view period, const Condition& is_so) {
    for (const std::string_view dash : {"-", "~", "—", "–", "至", "到"}) {
        for (auto at = period.find(dash); at != std::string_view::npos; at = period.find(dash, at + dash.size())) {
            if (is_so(period.substr(0, at), period.substr(at + dash.size()))) return true;
        }
    }
    return false;
}

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

bool is_absence(std::string_view text) {
    const auto digit = text.find_first_of("0123456789");
    if (trimmed(text.substr(0, digit)).empty()) return false;
    if (digit == std::string_view::npos) return true;
    const std::string_view period = text.substr(digit);
    return any_split(period, is_period) || roster_date(trimmed(period)).has_value();
}

bool is_reversed_absence(std::string_view text) {
    const auto digit = text.find_first_of("0123456789");
    if (digit == std::string_view::npos || trimmed(text.substr(0, digit)).empty()) return false;
    return any_split(text.substr(digit), [](std::string_view first, std::string_view last) {
        return !trimmed(last).empty() && is_period(last, first);
    });
}

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
        diagnostics.error({file, lines[i], 0}, "post",
                          fmt::format("{} has more {} than its quota of {}; raise the quota in the establishment or "
                                      "correct the roster",
                                      unit.id, post.title, quota));
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
    if (summary.away > 0) {
        warn(diagnostics, {file, 0, 0}, "away", Warning::away_not_simulated, summary.away);
    }
}

}  // namespace staffsim::scenario
