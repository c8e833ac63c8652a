// Leaving by personal causes: proportional hazards on what a person can feel (relative pay, workload, visible prospect,
// motivation, distance), and statutory retirement by birth date and sex. Base hazards are population rates of the
// baseline; covariates are centred there. With behaviour off only the base hazards remain and the model is a textbook
// one.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "sim/levers/table.hpp"
#include "sim/processes/shared/world.hpp"

namespace staffsim {

struct RetentionRules {
    bool behaviour;
    // statutory retirement
    bool retirement, retirement_reform;
    int age_men, age_women;
    double flexible_share;  // of those with a delayed age who retire earlier, not before the old age
    // base hazards, per year
    double resignation, early_retirement, death;
    std::array<double, 3> moved_above;  // under 35, 35 to 44, 45 and over
    bool early_retirement_needs_service;
    int moved_above_seats;  // a year, whole county
    // Two kinds of people: a share of them leaves of own will at a higher rate; the mean over both is the base hazard.
    double mobile_share, mobile_ratio;
    // effects
    double pay_elasticity, pay_centre;
    double workload_effect, workload_centre;
    double service_load_effect;
    double prospect_effect, prospect_centre;
    double motivation_effect, taste_effect, distance_effect, distance_centre, native_effect, native_centre,
        living_effect;
    double moved_above_pay_share;
    double lost_effect, lost_centre;  // of lost competitions
    double institution_hand;          // workload of a missing member of the institution staff, in civil servants
    double prospect_half_life;        // years over which openings are remembered
};
const levers::Table<RetentionRules>& retention_levers();

// Retirement law: delay of the reform of 2025 in months for a birth month (theory I); 0 when the reform is off.
int retirement_delay_months(bool reform, Sex sex, Day birth);
// Day on which the statutory age is reached.
Day statutory_retirement(const RetentionRules& rules, Sex sex, Day birth);
// Years of contribution that a pension asks for in a calendar year: 15, from 2030 half a year more each year, 20 at
// most.
double minimum_contribution_years(std::int32_t year);
// Day on which somebody retires: the statutory one, or an earlier one by flexible retirement, drawn by the person's
// key: up to 36 months earlier, not before the age of old, and not without the years of contribution (those of
// service).
Day planned_retirement(const RetentionRules& rules, const Draws& draws, const PersonCold& person);

// Factors on the hazards of everybody in a unit this month.
struct UnitPressure {
    std::array<double, hazard_cause_count> factor{1, 1, 1, 1, 1};
};
UnitPressure unit_pressure(const RetentionRules& rules, const World& world, UnitId unit);
// The same for units side by side, so that logarithms and exponentials are taken together.
class PressureOnUnits {
  public:
    // In the order of `units`; to be read, and changed, before the next call.
    std::span<UnitPressure> of(const RulesView<RetentionRules>& rules, const World& world,
                               std::span<const UnitId> units);

  private:
    std::vector<UnitPressure> pressure_;
    std::vector<double> workloads_, exps_;
};
// Workload: log of places over hands present, with the year's shock; 0 when every place is staffed. What missing
// institution staff leave undone counts as more places.
double workload(const RetentionRules& rules, const World& world, UnitId unit);
// Visible prospect of promotion: recent titled openings over openings and competitors for them together, 0 to 1.
double visible_prospect(const Unit& unit);

// Yearly hazards of a person before the unit's factor, from what the person is as of the month; that of misconduct is
// 0. For one person; terms.hpp has the steps for many at once.
YearlyHazards personal_hazards(const RetentionRules& rules, World& world, PersonId person);
// First day after the month began on which they might differ though nothing happens to the person; `never` if none.
Day next_hazard_change(const RetentionRules& rules, const County& county, PersonId person);

// The factors of a unit integrated over time, one clock per cause, and how far ahead they are known.
struct UnitHazards {
    std::array<kernel::HazardClock, hazard_cause_count> clock;
    // No event was asked for members who fall due at this reading or later; nobody falls due between the reading of
    // `known_until` and this one.
    std::array<std::int64_t, hazard_cause_count> earliest{};
    Day known_until;

    explicit UnitHazards(Day start);
    bool is_due(const Leaving& leaving, HazardCause cause, Day today) const {
        const auto at = static_cast<std::size_t>(cause);
        return leaving.spell(at).is_due(clock[at].at_end_of(today));
    }
};
// The factors hold from tomorrow until `known_until`, that day included. Asks for an event for every member and cause
// that falls due by then.
void set_pressure(const UnitPressure& pressure, World& world, UnitId unit, UnitHazards& hazards, Day known_until);
// Puts a person's hazards in force as of today, as far as the law lets the person leave, on the clocks of the person's
// unit, and asks for an event for each cause that falls due while these are known. Draws the threshold of a cause that
// has become possible. `hazards`: by unit.
void update_hazards(std::vector<UnitHazards>& hazards, World& world, PersonId person, const YearlyHazards& yearly);
// The cause came to nothing or may come again: a new threshold.
void begin_anew(World& world, PersonId person, HazardCause cause);

}  // namespace staffsim
