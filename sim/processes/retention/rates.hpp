// Personal rates on the clocks of a unit, inline for passes over many people.
#pragma once

#include <algorithm>

#include "sim/processes/retention/retention.hpp"

namespace staffsim {

// Steps of the rates that are rarely taken (spells.cpp).
[[gnu::cold]] void ask_for_event(const kernel::HazardClock& clock, std::int64_t due, std::size_t cause, World& world,
                                 PersonId person);
[[gnu::cold]] void begin_spell(World& world, PersonId person, std::size_t cause, std::int64_t reading);
[[gnu::cold]] void follow_to_unit(std::vector<UnitHazards>& hazards, Leaving& leaving, UnitId unit, Day today);

// Law forbids leaving of own will in some states of a person.
constexpr bool is_of_own_will(std::size_t cause) { return cause <= static_cast<std::size_t>(HazardCause::moved_above); }

// The personal rate of a cause from today on.
[[gnu::always_inline]] inline void apply_rate(UnitHazards& own, World& world, PersonId person, Leaving& leaving,
                                              std::size_t cause, float yearly) {
    leaving.applied[cause] = yearly;
    const std::int64_t rate = kernel::personal_rate(static_cast<double>(yearly));
    kernel::Spell& spell = leaving.spell[cause];
    const std::int64_t reading = own.clock[cause].at_end_of(world.today());
    if (rate > 0 && !leaving.has_threshold[cause]) begin_spell(world, person, cause, reading);
    spell.change_rate(rate, reading);
    if (spell.due <= own.clock[cause].at_end_of(own.known_until)) {
        ask_for_event(own.clock[cause], spell.due, cause, world, person);
    } else {
        own.earliest[cause] = std::min(own.earliest[cause], spell.due);
    }
}

// As update_rates has it.
[[gnu::always_inline]] inline void update_rates_here(std::vector<UnitHazards>& hazards, World& world, PersonId person) {
    Leaving& leaving = world.county.leaving(person);
    const UnitId unit{world.county.hot(person).unit};
    const bool locked = world.county.may_not_leave(person);
    const bool moved = leaving.clock_unit != unit.value;
    if (moved) follow_to_unit(hazards, leaving, unit, world.today());
    UnitHazards& own = hazards[unit.value];
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        const float yearly = locked && is_of_own_will(cause) ? 0.0f : leaving.personal[cause];
        if (yearly != leaving.applied[cause] || moved) apply_rate(own, world, person, leaving, cause, yearly);
    }
}

// The same where nothing but the hazard of one cause can have changed.
[[gnu::always_inline]] inline void update_rate(std::vector<UnitHazards>& hazards, World& world, PersonId person,
                                               HazardCause cause) {
    Leaving& leaving = world.county.leaving(person);
    const std::uint16_t unit = world.county.hot(person).unit;
    if (leaving.clock_unit != unit) return update_rates(hazards, world, person);
    const auto at = static_cast<std::size_t>(cause);
    const float yearly = is_of_own_will(at) && world.county.may_not_leave(person) ? 0.0f : leaving.personal[at];
    if (yearly != leaving.applied[at]) apply_rate(hazards[unit], world, person, leaving, at, yearly);
}

}  // namespace staffsim
