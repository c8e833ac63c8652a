// Education fills stocks of a unit, time empties them; supervision visits it. Both may go where complaints are.

#include "sim/processes/conduct/conduct.hpp"
#include "sim/processes/shared/stock.hpp"

namespace staffsim {

namespace {

double& stock_of(Climate& climate, std::size_t content) {
    if (content == at(EducationContent::ideology)) return climate.ideology;
    return content == at(EducationContent::achievements) ? climate.achievements : climate.service;
}

// Exponentials that most units share in a month.
struct SharedByUnits {
    std::array<MonthOfEffort, education_count> effort;
    RememberedExp gaming;
};

void set_gaming(const ConductRules& rules, Climate& climate, RememberedExp& exp) {
    const double view = climate.achievements - rules.education.centre[at(EducationContent::achievements)];
    climate.gaming = view == 0 ? 1.0 : exp.of(-rules.gaming_effect * view);
}

Money yuan(double count, Money each) {
    return Money{static_cast<std::int64_t>(count * static_cast<double>(each.fen) + 0.5)};
}

void educate(const ConductRules& rules, const Aim& aim, World& world, UnitId unit, SharedByUnits& shared) {
    const EducationRules& education = rules.education;
    const StockRules stock{education.gain_per_10_days / 10.0, education.ceiling, education.decay};
    Climate climate = world.county.unit(unit).climate;
    climate.visits_aimed = aim.of_visits(unit);
    const std::array<double, education_count> planned = days_by_content(rules, world.county, unit);
    double days = 0;
    for (std::size_t content = 0; content < education_count; ++content) {
        const double of_content = planned[content] / 12.0 * aim.of_days(unit);
        stock_of(climate, content) = shared.effort[content].later(stock, stock_of(climate, content), of_content);
        days += of_content;
    }
    set_gaming(rules, climate, shared.gaming);
    world.county.set_climate(unit, climate);
    const double person_days = days * world.county.unit(unit).staff;
    world.county.spend_days_on_training(unit, days * education.absence * world.county.unit(unit).present);
    world.county.spend(unit, OneOff::education, yuan(person_days, education.cost_per_day));
}

}  // namespace

double visits_to(const ConductRules& rules, const World& world, UnitId unit) {
    return rules.supervision.visits * world.county.unit(unit).climate.visits_aimed;
}

void begin_climate(const RulesView<ConductRules>& rules, World& world) {
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const ConductRules& rule = rules.of(UnitId{u});
        if (!rule.behaviour) continue;
        Climate climate = world.county.unit(UnitId{u}).climate;
        for (std::size_t content = 0; content < education_count; ++content) {
            stock_of(climate, content) = rule.education.centre[content];
        }
        world.county.set_climate(UnitId{u}, climate);
    }
}

void review_climate(const RulesView<ConductRules>& rules, World& world) {
    const ConductRules* of_all = rules.of_all();
    if (of_all != nullptr && !of_all->behaviour) return;
    const Aim aim(rules, world);
    SharedByUnits shared;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        const ConductRules& rule = rules.of(unit);
        if (!rule.behaviour) continue;
        educate(rule, aim, world, unit, shared);
        world.county.spend(unit, OneOff::supervision,
                           yuan(visits_to(rule, world, unit) / 12.0, rule.supervision.cost_per_visit));
    }
}

}  // namespace staffsim
