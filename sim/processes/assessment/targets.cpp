#include "sim/processes/assessment/targets.hpp"

#include <cmath>

namespace staffsim {

namespace {

constexpr int waiver = 100;  // sub-draws of waivers, apart from those of misses

}  // namespace

Targets::Targets(const TargetRules& rules)
    : rules_(rules),
      threshold_(rules.miss_share > 0 ? inverse_normal(rules.miss_share) : -1e300),
      luck_sd_(std::sqrt(1.0 - rules.dependence * rules.dependence)) {}

void Targets::miss(World& world, std::int32_t year, int k, Rated& rated) const {
    world.county.count(rated.person, Flow::targets_missed);
    const DrawAddress at{world.county.cold(rated.person).key, +Purpose::target, year,
                         static_cast<std::uint16_t>(waiver + k)};
    if (world.draws.chance(at, rules_.waived_share)) return world.county.count(rated.person, Flow::targets_waived);
    world.county.count(rated.person, Flow::results_capped);
    rated.may_be_excellent = false;
    const bool lowers = rules_.cap == TargetCap::basically_competent && rated.otherwise == Result::competent;
    if (lowers) rated.otherwise = Result::basically_competent;
}

}  // namespace staffsim
