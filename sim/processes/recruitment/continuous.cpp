#include "sim/processes/recruitment/recruitment.hpp"

namespace staffsim {

void continuous_arrival(const RecruitmentRules& rules, World& world, UnitId unit) {
    if (world.county.empty_places(unit) <= world.county.unit(unit).approved_entrants) return;
    // Arrivals of one unit on one day are told apart by the headcount they find, which is what they change.
    const EntityKey key = combine(combine(world.county.unit(unit).key, static_cast<std::uint64_t>(world.today().value)),
                                  static_cast<std::uint64_t>(world.county.unit(unit).staff));
    const auto draw_ability = [&] { return static_cast<float>(world.draws.normal({key, +Purpose::latent_ability})); };
    const float ability = world.traits_are_read ? draw_ability() : 0.0f;
    world.county.count(unit, Flow::seats_advertised);
    world.county.count(unit, Flow::seats_filled);
    admit(rules, world, {unit, Channel::open_exam, key, ability});
}

}  // namespace staffsim
