// The six sanctions, their legal periods, and what they do.

#include <algorithm>

#include "sim/processes/conduct/conduct.hpp"

namespace staffsim {

int sanction_months(Sanction kind) {
    static constexpr int months[] = {0, 6, 12, 18, 24, 24, 0};  // Public Officials' Sanctions Law, art. 8
    return months[static_cast<std::size_t>(kind)];
}

Day sanction_end(const ConductRules& rules, const County& county, PersonId person, Sanction kind) {
    constexpr std::int32_t most = 48;  // Public Officials' Sanctions Law, art. 10
    const int months = sanction_months(kind);
    const Day alone = add_months(county.today(), months);
    if (!county.is_sanctioned(person)) return alone;
    const Day in_force_until = county.hot(person).sanction_until;
    const Day together = add_months(in_force_until, static_cast<std::int32_t>(rules.added_period * months + 0.5));
    return std::max(in_force_until, std::min(std::max(alone, together), add_months(county.today(), most)));
}

bool withholds_steps(const County& county, PersonId person) {
    return county.sanction_in_force(person) > Sanction::warning;
}

Sanction severity_of(const ConductRules& rules, double uniform, int earlier) {
    double u = uniform;
    if (earlier > 0 && rules.repeat_effect > 0) u = 1.0 - (1.0 - u) * portable_exp(-rules.repeat_effect * earlier);
    return static_cast<Sanction>(category(rules.severity, u) + 1);  // 0 is none
}

namespace {

void lower_grade(PayState& pay) {
    const int lower = std::max(pay.grades - 1, bachelor_grade - lowest_grade);
    pay.grades = static_cast<std::int16_t>(lower);
}

}  // namespace

bool impose_sanction(const ConductRules& rules, World& world, PersonId person, std::uint16_t number) {
    const double u = world.draws.uniform({world.county.cold(person).key, +Purpose::sanction_kind, 0, number});
    const Sanction sanction = severity_of(rules, u, world.county.cold(person).sanctions_received);
    world.county.sanction(person, sanction, sanction_end(rules, world.county, person, sanction));
    if (sanction == Sanction::demotion || sanction == Sanction::removal) lower_grade(world.county.pay_position(person));
    if (sanction == Sanction::removal) {
        world.county.lower_rank(person, world.today());
        world.county.demote(person);
    }
    return sanction == Sanction::dismissal;
}

bool impose_sanction(const ConductRules& rules, World& world, PersonId person) {
    const auto cause = static_cast<std::size_t>(HazardCause::sanction);
    return impose_sanction(rules, world, person, world.county.cold(person).spell_number[cause]);
}

}  // namespace staffsim
