// Personal rates on the clocks of a unit, inline for passes over many people.
#pragma once

#include <algorithm>
#include <bit>
#include <span>

#include "sim/processes/retention/retention.hpp"

namespace staffsim {

// Steps of the rates that are taken once (spells.cpp).
void ask_for_event(const kernel::HazardClock& clock, std::int64_t due, std::size_t cause, World& world,
                   PersonId person);
void begin_spell(World& world, PersonId person, std::size_t cause);
// The first thresholds of a cause that has become possible for several people, drawn side by side; those of somebody
// whose spells have begun anew are left out.
void begin_spells(World& world, std::span<const PersonId> people, std::size_t cause);
[[gnu::cold]] void follow_to_unit(std::vector<UnitHazards>& hazards, Leaving& leaving, UnitId unit, Day today);

// Law forbids leaving of own will in some states of a person; whoever retires early asks to (Civil Servants Law, art.
// 93).
constexpr bool is_of_own_will(std::size_t cause) {
    return cause <= static_cast<std::size_t>(HazardCause::early_retirement);
}

// The personal rate of a cause from today on.
[[gnu::always_inline]] inline void apply_rate(UnitHazards& own, World& world, PersonId person, Leaving& leaving,
                                              std::size_t cause, std::int64_t rate) {
    if (rate > 0 && !leaving.has_threshold(cause)) begin_spell(world, person, cause);
    kernel::Spell& spell = leaving.spell[cause];
    const kernel::HazardClock& clock = own.clock[cause];
    const std::int64_t reading = clock.at_end_of(world.today());
    spell.change_rate(rate, reading);
    const std::int64_t due = spell.due(reading);
    if (due <= clock.at_end_of(own.known_until)) {
        ask_for_event(clock, due, cause, world, person);
    } else {
        own.earliest[cause] = std::min(own.earliest[cause], due);
    }
}

// What the spell of a cause should have; nothing while the law forbids to leave.
inline std::int64_t personal_rate_of(const Leaving& leaving, std::size_t cause, bool may_not_leave) {
    const bool forbidden = may_not_leave && is_of_own_will(cause);
    return kernel::personal_rate(forbidden ? 0.0 : static_cast<double>(leaving.personal[cause]));
}
inline std::array<std::int64_t, hazard_cause_count> personal_rates(const Leaving& leaving, bool may_not_leave) {
    std::array<std::int64_t, hazard_cause_count> rates;
#pragma GCC unroll 5
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        rates[cause] = personal_rate_of(leaving, cause, may_not_leave);
    }
    return rates;
}

// A bit for every cause that has a rate.
inline unsigned causes_with_a_rate(const std::array<std::int64_t, hazard_cause_count>& rates) {
    unsigned possible = 0;
#pragma GCC unroll 5
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        possible |= static_cast<unsigned>(rates[cause] > 0) << cause;
    }
    return possible;
}

// A bit for every cause of which the spells have another rate.
inline unsigned causes_that_differ(const std::array<std::int64_t, hazard_cause_count>& rates, const Leaving& leaving) {
    unsigned differ = 0;
#pragma GCC unroll 5
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        differ |= static_cast<unsigned>(rates[cause] != leaving.spell[cause].rate()) << cause;
    }
    return differ;
}

// What spells of a person are to have from today on, on the clocks of the person's unit.
[[gnu::always_inline]] inline void change_rates(std::vector<UnitHazards>& hazards, World& world, PersonId person,
                                                const std::array<std::int64_t, hazard_cause_count>& rates) {
    Leaving& leaving = world.county.leaving(person);
    const UnitId unit{world.county.hot(person).unit};
    const bool moved = leaving.clock_unit != unit.value;
    if (moved) follow_to_unit(hazards, leaving, unit, world.today());
    UnitHazards& own = hazards[unit.value];
    constexpr unsigned all = (1u << hazard_cause_count) - 1;
    for (unsigned left = moved ? all : causes_that_differ(rates, leaving); left != 0; left &= left - 1) {
        const auto cause = static_cast<std::size_t>(std::countr_zero(left));
        apply_rate(own, world, person, leaving, cause, rates[cause]);
    }
}

// As update_rates has it.
[[gnu::always_inline]] inline void update_rates_here(std::vector<UnitHazards>& hazards, World& world, PersonId person) {
    const Leaving& leaving = world.county.leaving(person);
    change_rates(hazards, world, person, personal_rates(leaving, world.county.may_not_leave(person)));
}

// The same where nothing but the hazard of one cause can have changed.
[[gnu::always_inline]] inline void update_rate(std::vector<UnitHazards>& hazards, World& world, PersonId person,
                                               HazardCause cause) {
    Leaving& leaving = world.county.leaving(person);
    const std::uint16_t unit = world.county.hot(person).unit;
    if (leaving.clock_unit != unit) return update_rates(hazards, world, person);
    const auto at = static_cast<std::size_t>(cause);
    const std::int64_t rate = personal_rate_of(leaving, at, is_of_own_will(at) && world.county.may_not_leave(person));
    if (rate != leaving.spell[at].rate()) apply_rate(hazards[unit], world, person, leaving, at, rate);
}

}  // namespace staffsim
