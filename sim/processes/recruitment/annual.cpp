#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

namespace {

EntityKey seat_key(const World& world, UnitId unit, int ordinal) {
    return combine(combine(world.county.unit(unit).key, static_cast<std::uint64_t>(world.year())),
                   static_cast<std::uint64_t>(ordinal));
}

Channel channel_of_seat(const RecruitmentRules& rules, const World& world, UnitId unit, EntityKey seat) {
    if (!world.county.is_township(unit)) return Channel::open_exam;
    return static_cast<Channel>(category(rules.seats, world.draws.uniform({seat, +Purpose::random_choice})));
}

// Approved, and not kept back for open selection.
bool is_advertised(const RecruitmentRules& rules, const World& world, UnitId unit, EntityKey seat) {
    if (!world.draws.chance({seat, +Purpose::approval, 0, 0}, rules.approved_share)) return false;
    const double kept_back = world.county.is_township(unit) ? 0.0 : rules.open_selection_share;
    return !world.draws.chance({seat, +Purpose::approval, 0, 1}, kept_back);
}

}  // namespace

void announce_seats(const RulesView<RecruitmentRules>& rules, World& world, std::vector<Entrant>& entrants) {
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        const RecruitmentRules& rule = rules.of(unit);
        const int empty = world.county.empty_places(unit) - world.county.unit(unit).approved_entrants;
        for (int ordinal = 0; ordinal < empty; ++ordinal) {
            const EntityKey seat = seat_key(world, unit, ordinal);
            if (!is_advertised(rule, world, unit, seat)) continue;
            world.county.count(unit, Flow::seats_advertised);
            world.county.spend(unit, OneOff::recruitment, rule.cost_per_seat);
            const Channel channel = channel_of_seat(rule, world, unit, seat);
            const ExamOutcome outcome = hold_exam(rule, world, unit, channel, seat);
            if (!outcome.filled) continue;
            world.county.set_approved_entrants(unit, world.county.unit(unit).approved_entrants + 1);
            entrants.push_back(outcome.entrant);
        }
    }
}

void admit_entrants(const RulesView<RecruitmentRules>& rules, World& world, std::vector<Entrant>& entrants) {
    for (const Entrant& entrant : entrants) {
        world.county.set_approved_entrants(entrant.unit, world.county.unit(entrant.unit).approved_entrants - 1);
        world.county.count(entrant.unit, Flow::seats_filled);
        admit(rules.of_entrant(entrant.unit, world.today()), world, entrant);
    }
    entrants.clear();
}

}  // namespace staffsim
