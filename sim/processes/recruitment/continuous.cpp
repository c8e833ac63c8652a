// Recruitment without a calendar: every empty place is decided on by itself, on the day on which it is asked for.
#include <algorithm>
#include <utility>

#include "sim/processes/recruitment/places.hpp"

namespace staffsim {

namespace {

// Empty places that are neither promised nor kept back nor refused.
int free_places(const World& world, const YearsPlaces& decided, UnitId unit) {
    return world.county.empty_places(unit) - world.county.unit(unit).approved_entrants - decided.kept_back -
           decided.not_approved;
}

// Told apart by the day and by how many places of the unit have been decided on it.
EntityKey place_key(const World& world, UnitId unit, YearsPlaces& decided) {
    if (std::exchange(decided.decided_on, world.today()) != world.today()) decided.decided_today = 0;
    const auto ordinal = static_cast<std::uint64_t>(decided.decided_today++);
    return combine(combine(world.county.unit(unit).key, static_cast<std::uint64_t>(world.today().value)),
                   combine(EntityKey{0xC0117}, ordinal));
}

void call_after(int days, World& world, YearsPlaces& decided, UnitId unit) {
    ++decided.called;
    world.requests.about(world.today() + days, EventKind::recruit_arrival, unit);
}

// Whether there was a place to decide on.
bool decide(const RecruitmentRules& rules, World& world, YearsPlaces& decided, UnitId unit) {
    if (free_places(world, decided, unit) <= decided.called) return false;
    const EntityKey place = place_key(world, unit, decided);
    if (!is_approved(rules, world, place)) {
        ++decided.not_approved;
    } else if (is_kept_back(rules, world, unit, place)) {
        ++decided.kept_back;
    } else {
        call_after(rules.lead_days, world, decided, unit);
    }
    return true;
}

// What the plan of an earlier year refused is decided on again, once a year.
void begin_plan(const RecruitmentRules& rules, World& world, YearsPlaces& decided, UnitId unit) {
    if (std::exchange(decided.year, world.year()) == world.year()) return;
    for (int left = std::exchange(decided.not_approved, 0); left > 0; --left) decide(rules, world, decided, unit);
}

}  // namespace

void call_recruit(const RecruitmentRules& rules, World& world, Intake& intake, UnitId unit) {
    YearsPlaces& decided = intake.places_of(unit);
    if (free_places(world, decided, unit) > decided.called) call_after(rules.lead_days, world, decided, unit);
}

bool decide_on_place(const RecruitmentRules& rules, World& world, Intake& intake, UnitId unit) {
    YearsPlaces& decided = intake.places_of(unit);
    begin_plan(rules, world, decided, unit);
    return decide(rules, world, decided, unit);
}

void decide_anew(const RulesView<RecruitmentRules>& rules, World& world, Intake& intake) {
    for (std::size_t u = 0; u < intake.places.size(); ++u) {
        const RecruitmentRules& rule = rules.of(UnitId{u});
        if (rule.mode == RecruitmentMode::continuous) begin_plan(rule, world, intake.places[u], UnitId{u});
    }
}

void continuous_arrival(const RecruitmentRules& rules, World& world, Intake& intake, UnitId unit) {
    YearsPlaces& decided = intake.places_of(unit);
    decided.called = std::max(0, decided.called - 1);
    if (free_places(world, decided, unit) <= 0) return;
    // Arrivals of one unit on one day are told apart by the headcount they find, which is what they change.
    const EntityKey key = combine(combine(world.county.unit(unit).key, static_cast<std::uint64_t>(world.today().value)),
                                  static_cast<std::uint64_t>(world.county.unit(unit).staff));
    const Channel channel = channel_of_seat(rules, world, unit, key);
    world.county.count_seats(unit, channel, Flow::seats_advertised);
    if (channel == Channel::institution_staff && institution_staff_left(world, intake, unit) <= 0) {
        world.county.count(unit, Flow::seats_cancelled);
        world.county.count(unit, Flow::seats_unfilled);
        return call_after(std::max(1, rules.lead_days), world, decided, unit);
    }
    const auto draw_ability = [&] { return static_cast<float>(world.draws.normal({key, +Purpose::latent_ability})); };
    const float ability = world.traits_are_read ? draw_ability() : 0.0f;
    world.county.count_seats(unit, channel, Flow::seats_filled);
    admit(rules, world, {unit, channel, key, ability});
}

}  // namespace staffsim
