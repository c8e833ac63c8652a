// Personal hazards on the clocks of a unit, inline for passes over many people.
#pragma once

#include <algorithm>
#include <bit>
#include <span>

#include "sim/processes/retention/retention.hpp"

namespace staffsim {

// Steps that are taken once (spells.cpp).
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

// What the law leaves of hazards: nothing of those of own will while somebody may not leave.
constexpr float allowed(float yearly, std::size_t cause, bool may_not_leave) {
    return may_not_leave && is_of_own_will(cause) ? 0.0f : yearly;
}
constexpr YearlyHazards allowed(const YearlyHazards& yearly, bool may_not_leave) {
    YearlyHazards left;
#pragma GCC unroll 5
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        left[cause] = allowed(yearly[cause], cause, may_not_leave);
    }
    return left;
}

// The hazard of a cause from today on.
[[gnu::always_inline]] inline void apply_hazard(UnitHazards& own, World& world, PersonId person, Leaving& leaving,
                                                std::size_t cause, float yearly) {
    const bool is_possible = kernel::personal_rate(static_cast<double>(yearly)) > 0;
    if (is_possible && !leaving.has_threshold(cause)) begin_spell(world, person, cause);
    const kernel::HazardClock& clock = own.clock[cause];
    const std::int64_t reading = clock.at_end_of(world.today());
    const std::int64_t due = leaving.change_hazard(cause, yearly, reading).due(reading);
    if (due <= clock.at_end_of(own.known_until)) {
        ask_for_event(clock, due, cause, world, person);
    } else {
        own.earliest[cause] = std::min(own.earliest[cause], due);
    }
}

// A bit for every cause that can occur.
inline unsigned possible_causes(const YearlyHazards& yearly) {
    unsigned possible = 0;
#pragma GCC unroll 5
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        const bool has_rate = kernel::personal_rate(static_cast<double>(yearly[cause])) > 0;
        possible |= static_cast<unsigned>(has_rate) << cause;
    }
    return possible;
}

// A bit for every cause of which another hazard is in force. Hazards below 1e-4 may differ by the last bit of a float
// and have one rate: applying it again changes nothing but for somebody with nothing left, who waits for the clock.
inline unsigned causes_that_differ(const YearlyHazards& yearly, const Leaving& leaving) {
    unsigned differ = 0;
#pragma GCC unroll 5
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        differ |= static_cast<unsigned>(yearly[cause] != leaving.in_force[cause]) << cause;
    }
    return differ;
}

// What is to be in force of a person from today on, on the clocks of the person's unit.
[[gnu::always_inline]] inline void put_in_force(std::vector<UnitHazards>& hazards, World& world, PersonId person,
                                                const YearlyHazards& yearly) {
    Leaving& leaving = world.county.leaving(person);
    const UnitId unit{world.county.hot(person).unit};
    const bool moved = leaving.clock_unit != unit.value;
    if (moved) follow_to_unit(hazards, leaving, unit, world.today());
    UnitHazards& own = hazards[unit.value];
    constexpr unsigned all = (1u << hazard_cause_count) - 1;
    for (unsigned left = moved ? all : causes_that_differ(yearly, leaving); left != 0; left &= left - 1) {
        const auto cause = static_cast<std::size_t>(std::countr_zero(left));
        apply_hazard(own, world, person, leaving, cause, yearly[cause]);
    }
}

// The same where nothing but the hazard of misconduct can have changed.
[[gnu::always_inline]] inline void update_sanction_hazard(std::vector<UnitHazards>& hazards, World& world,
                                                          PersonId person, float yearly) {
    constexpr auto at = static_cast<std::size_t>(HazardCause::sanction);
    static_assert(!is_of_own_will(at));
    Leaving& leaving = world.county.leaving(person);
    const std::uint16_t unit = world.county.hot(person).unit;
    if (leaving.clock_unit != unit) {  // the others are refreshed when the news of the move is heard, the same day
        YearlyHazards all = leaving.in_force;
        all[at] = yearly;
        return put_in_force(hazards, world, person, all);
    }
    if (yearly != leaving.in_force[at]) apply_hazard(hazards[unit], world, person, leaving, at, yearly);
}

}  // namespace staffsim
