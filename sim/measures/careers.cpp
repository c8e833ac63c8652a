#include "sim/measures/careers.hpp"

#include <algorithm>

namespace staffsim::measures {

namespace {

std::size_t link(std::size_t source, std::size_t target_node) {
    return career_links + source * link_targets + (target_node - first_stage_node);
}
std::size_t node(Stage stage) { return first_stage_node + static_cast<std::size_t>(stage); }
std::size_t node(CareerEnd where) { return first_end_node + static_cast<std::size_t>(where); }

CareerEnd end_of(ExitCause cause) {
    switch (cause) {
        case ExitCause::retirement:
        case ExitCause::early_retirement:
            return CareerEnd::retired;
        case ExitCause::resignation:
            return CareerEnd::resigned;
        case ExitCause::moved_above:
            return CareerEnd::moved_above;
        default:
            return CareerEnd::other;
    }
}

}  // namespace

Stage stage_of(Ladder ladder, UnitKind kind) {
    const bool township = kind == UnitKind::township;
    switch (ladder) {
        case Ladder::entry:
            return township ? Stage::township_clerk : Stage::organ_staff;
        case Ladder::middle:
            return township ? Stage::township_office : Stage::organ_staff;
        case Ladder::deputy:
            return township ? Stage::township_deputy : Stage::organ_deputy;
        case Ladder::chief:
            return township ? Stage::township_leader : Stage::organ_leader;
    }
    return Stage::township_clerk;
}

CohortYears cohort_years(int years) {
    const int entering = std::clamp(years / 4, 1, 5);
    return {entering, std::max(1, years - entering)};
}

CareerFlows::CareerFlows(const CountyPlan& plan, int years)
    : plan_(plan),
      years_(cohort_years(years)),
      entries_until_(add_years(plan.start, years_.entering)),
      townships_only_(
          std::ranges::any_of(plan.units, [](const UnitPlan& unit) { return unit.kind == UnitKind::township; })),
      row_(career_numbers) {}

void CareerFlows::read(std::span<const Fact> facts, const County& county) {
    paths_.resize(std::max(paths_.size(), county.people().size()));
    for (const Fact& fact : facts) read(fact, county);
}

void CareerFlows::read(const Fact& fact, const County& county) {
    if (!fact.person.exists()) return;
    Path& path = paths_[fact.person.value];
    if (fact.kind == Fact::Kind::entered) {
        begin(fact);
        const bool has_title = path.is_followed && fact.seat.exists();
        if (has_title)
            reach(path, stage_of(county.post_type(county.seat(fact.seat).post).ladder, kind(fact.unit)), fact.day);
        return;
    }
    if (!path.is_followed) return;
    if (fact.day >= path.until) return end(path, still_there(path));
    switch (fact.kind) {
        case Fact::Kind::appointed:
        case Fact::Kind::moved: {
            path.unit_before = path.unit;
            path.unit = fact.unit;
            const Ladder ladder =
                fact.seat.exists() ? county.post_type(county.seat(fact.seat).post).ladder : Ladder::entry;
            return reach(path, stage_of(ladder, kind(path.unit)), fact.day);
        }
        case Fact::Kind::trial_failed:
            path.unit = path.unit_before;
            return;
        case Fact::Kind::left:
            return end(path, end_of(static_cast<ExitCause>(fact.detail)));
        default:
            return;
    }
}

void CareerFlows::begin(const Fact& fact) {
    if (fact.day >= entries_until_ || (townships_only_ && kind(fact.unit) != UnitKind::township)) return;
    Path& path = paths_[fact.person.value];
    path = {true,     stage_of(Ladder::entry, kind(fact.unit)), fact.unit, fact.unit,
            fact.day, add_years(fact.day, years_.followed)};
    ++row_[link(fact.detail, node(path.stage))];
}

void CareerFlows::reach(Path& path, Stage stage, Day day) {
    if (stage <= path.stage) return;
    ++row_[link(node(path.stage), node(stage))];
    row_[career_days + static_cast<std::size_t>(stage)] += day - path.entry;
    path.stage = stage;
}

void CareerFlows::end(Path& path, CareerEnd where) {
    ++row_[link(node(path.stage), node(where))];
    path.is_followed = false;
}

CareerEnd CareerFlows::still_there(const Path& path) const {
    return kind(path.unit) == UnitKind::township ? CareerEnd::in_township : CareerEnd::in_organ;
}

std::vector<std::int64_t> CareerFlows::take() {
    for (Path& path : paths_)
        if (path.is_followed) end(path, still_there(path));
    return std::move(row_);
}

}  // namespace staffsim::measures
