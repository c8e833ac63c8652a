// True performance: what somebody really contributes, as far as this model goes. Nobody in the county sees it;
// assessments and competitions see noisy signs of it.
#pragma once

#include <array>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct PerformanceRules {
    double ability_weight, skill_weight, motivation_weight;
    double stability;  // year-to-year correlation of true performance at constant traits
    // After a move to other work.
    double disruption_share;  // of output lost
    int disruption_months;
    double output_sd;  // share of mean output that one z of performance is
    // How well a field of study meets the need of a unit, 0 to 1, by field.
    std::array<double, 6> fit_township, fit_organ;
    double fit_effect, fit_centre;
};
const levers::Table<PerformanceRules>& performance_levers();

// Lasting part of true performance, about N(0,1) in the baseline.
inline double potential(const PerformanceRules& rules, const Traits& traits) {
    return rules.ability_weight * static_cast<double>(traits.ability) +
           rules.skill_weight * static_cast<double>(traits.mean_skill()) +
           rules.motivation_weight * static_cast<double>(traits.motivation);
}

// Abler than the mean entrant: a bar that no policy moves, by what stays with a person for life.
inline bool is_able(const Traits& traits) { return traits.ability > 0; }

// How well a field of study meets the need of a kind of unit: 0 not at all, 1 fully.
inline double field_fit(const PerformanceRules& rules, bool township, Field field) {
    return (township ? rules.fit_township : rules.fit_organ)[static_cast<std::size_t>(field)];
}
// What it adds to performance in the unit whose place somebody fills, z.
inline double effect_of_field(const PerformanceRules& rules, const County& county, PersonId person) {
    if (rules.fit_effect == 0) return 0;
    const bool township = county.is_township(UnitId{county.hot(person).unit});
    return rules.fit_effect * (field_fit(rules, township, county.cold(person).field) - rules.fit_centre);
}

// By how much moves lowered performance, z, in the days [from, until): the share of output lost, on the scale of
// performance, times the part of those days spent settling in.
double disruption(const PerformanceRules& rules, const PersonCold& person, Day from, Day until);

// Whoever has moved to other work settles in: hands count for less until the months are over.
void begin_settling_in(const PerformanceRules& rules, World& world, PersonId person);
// The months of some move are over; if it was the latest, so is settling in.
void end_settling_in(World& world, PersonId person);

// How potential, the fit of the field of study and the luck of a year, standard normal, make true performance.
class PerformanceMix {
  public:
    PerformanceMix() = default;
    explicit PerformanceMix(const PerformanceRules& rules);
    // Whether it is the luck of the year and nothing else, whoever it is of.
    bool is_luck_alone() const { return lasting_ == 0 && rules_->disruption_share == 0; }
    double of_luck_alone(double luck) const { return luck_ * luck; }
    // Without disruption by moves.
    double undisturbed(const County& county, PersonId person, double luck) const {
        if (lasting_ == 0) return luck_ * luck;  // nothing lasts from year to year
        const double lasting = potential(*rules_, county.traits(person)) + effect_of_field(*rules_, county, person);
        return lasting_ * lasting + luck_ * luck;
    }
    // The same less the disruption by moves in the days [from, until).
    double between(Day from, Day until, const County& county, PersonId person, double luck) const {
        const double undisturbed = this->undisturbed(county, person, luck);
        // Most people have settled in long ago.
        if (rules_->disruption_share == 0 || county.cold(person).settling[1].until <= from) return undisturbed;
        return undisturbed - disruption(*rules_, county.cold(person), from, until);
    }
    // In the 365 days before today.
    double of(const County& county, PersonId person, double luck) const {
        return between(county.today() - 365, county.today(), county, person, luck);
    }

  private:
    const PerformanceRules* rules_ = nullptr;  // must outlive this
    double lasting_ = 0, luck_ = 0;
};

// The luck of a calendar year of these people; or of everybody by slot, as far as there is room.
void draw_performance_luck(const World& world, std::int32_t year, std::span<const EntityKey> people,
                           std::span<double> luck);
void draw_performance_luck(const World& world, std::int32_t year, std::span<double> luck);
// The same together with a second number of everybody, unit exponential, from the other half of the block.
void draw_two_lucks(const World& world, std::int32_t year, std::span<double> performance,
                    std::span<double> exponential);
// That second number of one person.
double second_luck(const World& world, std::int32_t year, PersonId person);

}  // namespace staffsim
