// Who is sent to training in a year, on how many days, and who turns up.

#include "sim/processes/training/training.hpp"

#include <algorithm>

namespace staffsim {

namespace {

bool is_meant(const TrainingRules& rules, const World& world, PersonId person, std::size_t kind, bool by_chance) {
    const County& county = world.county;
    const bool leader = county.leads(person);
    switch (rules.coverage.of(kind)) {
        case Coverage::all:
            return by_chance;
        case Coverage::leaders:
            return leader && by_chance;
        case Coverage::staff:
            return !leader && by_chance;
        case Coverage::entrants:
            return by_chance && county.service_years(person) < rules.entrant_years;
        case Coverage::in_turn: {
            // Everybody starts somewhere in the rotation and moves on by the share each year.
            const double start = world.draws.uniform(
                {county.cold(person).key, +Purpose::training_turn, static_cast<std::int32_t>(kind)});
            const auto turns = [&](std::int32_t year) {
                return static_cast<std::int64_t>(start + rules.covered * static_cast<double>(year));
            };
            return turns(world.year()) > turns(world.year() - 1);
        }
    }
    return false;
}

}  // namespace

std::uint32_t training_day(const TrainingRules& rules, const Draws& draws, EntityKey person, std::uint32_t entry) {
    if (rules.timing == TrainingTiming::half_year_after_entry) return (entry + 182) % 365;
    return static_cast<std::uint32_t>(365.0 * draws.uniform({person, +Purpose::training_day}));
}

bool is_newcomer(const County& county, PersonId person) {
    const Day entry = county.cold(person).entry;
    const std::int32_t days = county.today() - entry;
    constexpr std::int32_t shortest_year = 365, longest_year = 366;
    if (days < shortest_year || days > longest_year) return days > 0 && days < shortest_year;
    return county.today() <= add_years(entry, 1);
}

std::array<double, skill_count> days_meant_for(const TrainingRules& rules, const World& world, PersonId person) {
    std::array<double, skill_count> days{};
    const EntityKey key = world.county.cold(person).key;
    const bool by_chance =
        rules.covered >= 1 || world.draws.chance({key, +Purpose::random_choice, world.year()}, rules.covered);
    for (std::size_t kind = 0; kind < skill_count; ++kind) {
        if (rules.days[kind] > 0 && is_meant(rules, world, person, kind, by_chance)) {
            days[kind] = days_in_year(rules, kind, world.year());
        }
    }
    return days;
}

double learning_motivation(const County& county, PersonId person) {
    return static_cast<double>(county.traits(person).learning) +
           county.unit(UnitId{county.hot(person).unit}).climate.learning;
}

double no_show(const WillRules& rules, double motivation) {
    const double share = rules.no_show * (1.0 - rules.no_show_effect * motivation);
    return std::clamp(share * (1.0 - rules.must_attend * rules.requirement), 0.0, 1.0);
}

}  // namespace staffsim
