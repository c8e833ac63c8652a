// The first day of a recruit and the year of probation.
#include <algorithm>

#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

namespace {

// The day of probation, counted from 1, on which a recruit gives up; 0 for those who do not.
int day_of_quitting(const RecruitmentRules& rules, const Draws& draws, EntityKey person) {
    if (!draws.chance({person, +Purpose::quits_on_probation, 0, 0}, rules.quits_on_probation)) return 0;
    const double u = draws.uniform({person, +Purpose::quits_on_probation, 0, 1});
    return 1 + static_cast<int>(u * std::max(0, rules.probation_days - 1));
}

// A township's institution staff lose one of their own, for as long as it takes to find another.
void leave_institution(const RecruitmentRules& rules, World& world, UnitId unit) {
    world.county.take_institution_hand(unit);
    world.requests.about(world.today() + rules.institution_refill_days, EventKind::institution_refill, unit);
}

}  // namespace

PersonId admit(const RecruitmentRules& rules, World& world, const Entrant& entrant) {
    const PersonId id = world.county.enter(entrant.unit, newcomer(rules, world, entrant));
    expect_ends_of_terms(rules, world, id);
    if (entrant.channel == Channel::institution_staff) leave_institution(rules, world, entrant.unit);
    return id;
}

PersonId admit_to_seat(const RecruitmentRules& rules, World& world, SeatId id) {
    const Seat& seat = world.county.seat(id);
    const EntityKey key = combine(combine(seat.key, static_cast<std::uint64_t>(world.today().value)),
                                  combine(EntityKey{0x5EA7}, seat.generation));
    const float ability =
        world.traits_are_read ? static_cast<float>(world.draws.normal({key, +Purpose::latent_ability})) : 0.0f;
    const PersonId person =
        world.county.enter_seat(id, newcomer(rules, world, {seat.unit, Channel::open_exam, key, ability}));
    expect_ends_of_terms(rules, world, person);
    return person;
}

void expect_ends_of_terms(const RecruitmentRules& rules, World& world, PersonId person) {
    const PersonHot& hot = world.county.hot(person);
    const PersonCold& cold = world.county.cold(person);
    if (hot.on_probation) {
        const Day quits = cold.entry + day_of_quitting(rules, world.draws, cold.key);
        const Day end = quits > world.today() ? quits : cold.entry + rules.probation_days;
        world.requests.about(end, EventKind::probation_end, world.county, person);
    }
    if (world.county.is_locked(person)) {
        world.requests.about(hot.minimum_service_until, EventKind::minimum_service_end, world.county, person);
    }
    if (!world.flows_are_read) return;
    const Day first_year_over = day_after_first_year(cold.entry);
    if (first_year_over > world.today()) {
        world.requests.about(first_year_over, EventKind::first_year_end, world.county, person);
    }
}

// Rules may have changed since the day was set: who would have given up under those of the entry stays to the end.
ProbationEnd end_of_probation(const RecruitmentRules& rules, World& world, PersonId person) {
    if (!world.county.hot(person).on_probation) return ProbationEnd::not_today;
    const PersonCold& cold = world.county.cold(person);
    const EntityKey key = cold.key;
    const int served = world.today() - cold.entry;
    const int quits = day_of_quitting(rules, world.draws, key);
    if (quits > 0 && served == quits) return ProbationEnd::quit;
    if (served < rules.probation_days) {
        world.requests.about(cold.entry + rules.probation_days, EventKind::probation_end, world.county, person);
        return ProbationEnd::not_today;
    }
    const bool failed = world.draws.chance({key, +Purpose::failed_probation}, rules.failed_probation);
    return failed ? ProbationEnd::failed : ProbationEnd::passed;
}

}  // namespace staffsim
