#include "sim/processes/conduct/conduct.hpp"

#include <algorithm>

namespace staffsim {

using levers::Grade;
using levers::Type;

const levers::Table<ConductRules>& conduct_levers() {
    static const levers::Table<ConductRules> table = [] {
        levers::Table<ConductRules> t;
        t.number(Type::rate, "conduct.sanction", &ConductRules::sanction, 0.012, {0, 0.1}, "per year")
            .assumption()
            .plausible(0.004, 0.023)
            .says("Sanctions", "处分发生率", "Base hazard of being sanctioned, of whatever severity.")
            .from("anchored on [PUB 37]: .004 to .023", Grade::A);
        t.numbers<6>(Type::by_name, "conduct.severity", &ConductRules::severity,
                     {"warning", "demerit", "major_demerit", "demotion", "removal", "dismissal"},
                     {0.55, 0.20, 0.10, 0.05, 0.05, 0.05}, {0, 1}, "share")
            .assumption()
            .says("Severity of sanctions", "处分轻重构成", "Shares of the six sanctions.")
            .from("parameters §2", Grade::A)
            .sums_to_one();
        t.number(Type::coefficient, "conduct.integrity_effect", &ConductRules::integrity_effect, 0.5, {0, 1.5},
                 "log hazard per z")
            .assumption()
            .says("Effect of integrity", "廉洁品行作用", "Log hazard of a sanction per z less integrity.")
            .from("own choice", Grade::A);
        t.number(Type::share, "conduct.added_period", &ConductRules::added_period, 1.0, {0, 1}, "of the new period")
            .fact()
            .says("Period of further sanctions", "合并处分期",
                  "Share of a further sanction's period that is added to what is left of the one in force.")
            .from("several equal sanctions: from one period to the sum, Sanctions Law art. 10; domain §12", Grade::L);
        return t;
    }();
    return table;
}

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
    return county.is_sanctioned(person) && county.cold(person).sanction > Sanction::warning;
}

void refresh_sanction_hazard(const ConductRules& rules, World& world, PersonId person) {
    const double effect = rules.integrity_effect;
    const double integrity = static_cast<double>(world.county.traits(person).integrity);
    Leaving& leaving = world.county.leaving(person);
    const double factor = leaving.sanction.at(-effect * integrity - 0.5 * effect * effect);
    leaving.personal[static_cast<std::size_t>(HazardCause::sanction)] = static_cast<float>(rules.sanction * factor);
}

bool impose_sanction(const ConductRules& rules, World& world, PersonId person) {
    const std::uint16_t spell =
        world.county.leaving(person).spell_number[static_cast<std::size_t>(HazardCause::sanction)];
    const double u = world.draws.uniform({world.county.cold(person).key, +Purpose::sanction_kind, 0, spell});
    const auto sanction = static_cast<Sanction>(category(rules.severity, u) + 1);  // 0 is none
    world.county.sanction(person, sanction, sanction_end(rules, world.county, person, sanction));
    if (sanction == Sanction::demotion || sanction == Sanction::removal) --world.county.pay_position(person).grades;
    if (sanction == Sanction::removal) {
        world.county.lower_rank(person, world.today());
        world.county.demote(person);
    }
    return sanction == Sanction::dismissal;
}

}  // namespace staffsim
