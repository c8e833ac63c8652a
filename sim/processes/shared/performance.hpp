// True performance: what somebody really contributes, as far as this model goes. Nobody in the county sees it;
// assessments and competitions see noisy signs of it.
#pragma once

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct PerformanceRules {
    double ability_weight, skill_weight, motivation_weight;
    double stability;  // year-to-year correlation of true performance at constant traits
};
const levers::Table<PerformanceRules>& performance_levers();

// Lasting part of true performance, about N(0,1) in the baseline.
inline double potential(const PerformanceRules& rules, const Traits& traits) {
    return rules.ability_weight * static_cast<double>(traits.ability) +
           rules.skill_weight * static_cast<double>(traits.mean_skill()) +
           rules.motivation_weight * static_cast<double>(traits.motivation);
}

// How potential and the luck of a year, standard normal, make true performance.
class PerformanceMix {
  public:
    PerformanceMix() = default;
    explicit PerformanceMix(const PerformanceRules& rules);
    double of(const Traits& traits, double luck) const { return lasting_ * potential(*rules_, traits) + luck_ * luck; }

  private:
    const PerformanceRules* rules_ = nullptr;  // must outlive this
    double lasting_ = 0, luck_ = 0;
};

// People looked at together, side by side; kept by the caller, so that the next cohort finds the memory.
struct Cohort {
    std::vector<PersonId> people;
    std::vector<EntityKey> keys;  // theirs
    std::vector<double> truth, score, first_noise, second_noise;

    void clear() { people.clear(), keys.clear(); }
    void add(const County& county, PersonId person) {
        people.push_back(person);
        keys.push_back(county.cold(person).key);
    }
};
// Sets `truth`: potential mixed with the luck of a calendar year.
void performance_in_year(const PerformanceRules& rules, const World& world, std::int32_t year, Cohort& cohort);
// The luck of a calendar year by slot, as far as there is room: the draws that the function above makes.
void draw_performance_luck(const World& world, std::int32_t year, std::span<double> luck);

}  // namespace staffsim
