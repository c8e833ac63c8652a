// When the hazards of a unit's members come to a head, on the unit's clocks.
#include "sim/model/fetch.hpp"
#include "sim/processes/retention/rates.hpp"

namespace staffsim {

void ask_for_event(const kernel::HazardClock& clock, std::int64_t due, std::size_t cause, World& world,
                   PersonId person) {
    world.requests.about(std::max(clock.day_of(due), world.today() + 1), event_of(static_cast<HazardCause>(cause)),
                         world.county, person);
}

namespace {

void take_threshold(Leaving& leaving, std::size_t cause, double unit_exponential) {
    leaving.in_force[cause] = 0;
    leaving.keep(cause, kernel::Spell::begin(unit_exponential));
    leaving.thresholds = static_cast<std::uint8_t>(leaving.thresholds | 1u << cause);
}

}  // namespace

void begin_spell(World& world, PersonId person, std::size_t cause) {
    const PersonCold& cold = world.county.cold(person);
    const DrawAddress address{cold.key, +Purpose::threshold, static_cast<std::int32_t>(cause),
                              cold.spell_number[cause]};
    take_threshold(world.county.leaving(person), cause, world.draws.exponential(address));
}

void begin_spells(World& world, std::span<const PersonId> people, std::size_t cause) {
    std::vector<PersonId> waiting;
    std::vector<EntityKey> keys;
    waiting.reserve(people.size());
    keys.reserve(people.size());
    for (const PersonId person : people) {
        const bool is_first =
            !world.county.leaving(person).has_threshold(cause) && world.county.cold(person).spell_number[cause] == 0;
        if (!is_first) continue;
        waiting.push_back(person);
        keys.push_back(world.county.keys()[person.value]);
    }
    std::vector<double> thresholds(waiting.size());
    world.draws.exponentials(keys, {{}, +Purpose::threshold, static_cast<std::int32_t>(cause), 0}, thresholds);
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        take_threshold(world.county.leaving(waiting[i]), cause, thresholds[i]);
    }
}

namespace {

// Events for members who fall due while the clock is known; the earliest of the others.
void find_due(UnitHazards& hazards, std::size_t cause, World& world, UnitId unit) {
    const std::int64_t known = hazards.clock[cause].at_end_of(hazards.known_until);
    if (hazards.earliest[cause] > known) return;
    const std::int64_t reading = hazards.clock[cause].at_end_of(world.today());
    std::int64_t earliest = kernel::never_due;
    const std::vector<PersonId>& members = world.county.unit(unit).members;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const PersonId person = members[i];
        fetch(world.county.leaving(ahead(members, i)));
        const std::int64_t due = world.county.leaving(person).spell(cause).due(reading);
        if (due > known) {
            earliest = std::min(earliest, due);
        } else {
            ask_for_event(hazards.clock[cause], due, cause, world, person);
        }
    }
    hazards.earliest[cause] = earliest;
}

}  // namespace

void follow_to_unit(std::vector<UnitHazards>& hazards, Leaving& leaving, UnitId unit, Day today) {
    const UnitHazards& from = hazards[leaving.clock_unit];
    const UnitHazards& to = hazards[unit.value];
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        kernel::Spell spell = leaving.spell(cause);
        spell.change_clock(from.clock[cause].at_end_of(today), to.clock[cause].at_end_of(today));
        leaving.keep(cause, spell);
    }
    leaving.clock_unit = static_cast<std::uint16_t>(unit.value);
}

UnitHazards::UnitHazards(Day start) : known_until(start) {
    clock.fill(kernel::HazardClock(start));
    earliest.fill(kernel::never_due);
}

void set_pressure(const UnitPressure& pressure, World& world, UnitId unit, UnitHazards& hazards, Day known_until) {
    // Events that were asked for with other factors in mind may come too late or not at all: everybody is looked at.
    const bool was_known = hazards.known_until > world.today();
    hazards.known_until = known_until;
    for (std::size_t cause = 0; cause < hazard_cause_count; ++cause) {
        if (was_known) hazards.earliest[cause] = 0;
        hazards.clock[cause].set_factor(pressure.factor[cause], world.today());
        find_due(hazards, cause, world, unit);
    }
}

void update_hazards(std::vector<UnitHazards>& hazards, World& world, PersonId person, const YearlyHazards& yearly) {
    put_in_force(hazards, world, person, allowed(yearly, world.county.may_not_leave(person)));
}

void begin_anew(World& world, PersonId person, HazardCause cause) {
    Leaving& leaving = world.county.leaving(person);
    const auto at = static_cast<std::size_t>(cause);
    world.county.count_spell(person, cause);
    leaving.thresholds = static_cast<std::uint8_t>(leaving.thresholds & ~(1u << at));
    leaving.in_force[at] = 0;
    leaving.keep(at, {});
    world.county.stir(person);
}

}  // namespace staffsim
