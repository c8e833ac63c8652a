#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

namespace {

int number_of_entrants(const RecruitmentRules& rules, const World& world, EntityKey unit) {
    if (!rules.poisson_entrants) return rules.entrants_per_year;
    const DrawAddress address{unit, +Purpose::intake_number, world.year()};
    return static_cast<int>(world.draws.poisson(address, rules.entrants_per_year));
}

}  // namespace

void admit_fixed_number(const RulesView<RecruitmentRules>& rules, World& world) {
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        const RecruitmentRules& rule = rules.of(unit);
        if (rule.mode != RecruitmentMode::fixed_number) continue;
        const EntityKey year = combine(combine(world.county.unit(unit).key, +Purpose::intake_number),
                                       static_cast<std::uint64_t>(world.year()));
        const int number = number_of_entrants(rule, world, world.county.unit(unit).key);
        for (int k = 0; k < number; ++k) {
            if (world.county.empty_places(unit) <= world.county.unit(unit).approved_entrants) break;
            const EntityKey key = combine(year, static_cast<std::uint64_t>(k));
            const float ability = static_cast<float>(world.draws.normal({key, +Purpose::latent_ability}));
            world.county.count_seats(unit, Channel::open_exam, Flow::seats_advertised);
            world.county.count_seats(unit, Channel::open_exam, Flow::seats_filled);
            admit(rules.of_entrant(unit, world.today()), world, {unit, Channel::open_exam, key, ability});
        }
    }
}

}  // namespace staffsim
