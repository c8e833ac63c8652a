#include <algorithm>

#include "sim/processes/exchange/exchange.hpp"

namespace staffsim {

namespace {

bool is_outstanding_young(const FrontLineRules& rules, const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    const Ladder ladder = county.post_of(person).ladder;
    const bool outstanding =
        rules.excellent_within_years == 0 || county.record(person).years_since_excellent < rules.excellent_within_years;
    return !is_leadership(ladder) && outstanding && !hot.on_probation && hot.assignment == Assignment::home &&
           county.age(person) <= rules.max_age && !county.is_sanctioned(person);
}

// Best record first; the key decides ties.
std::vector<PersonId> outstanding_young(const FrontLineRules& rules, const County& county, UnitId unit) {
    std::vector<PersonId> people;
    for (const PersonId person : county.unit(unit).members) {
        if (is_outstanding_young(rules, county, person)) people.push_back(person);
    }
    std::sort(people.begin(), people.end(), [&county](PersonId a, PersonId b) {
        const float left = county.record(a).mean_score(), right = county.record(b).mean_score();
        return left != right ? left > right : county.cold(a).key < county.cold(b).key;
    });
    return people;
}

int at_front_line(const County& county, UnitId unit) {
    int number = 0;
    for (const PersonId person : county.unit(unit).members) {
        number += county.hot(person).assignment == Assignment::front_line ? 1 : 0;
    }
    return number;
}

}  // namespace

void plan_front_line(const RulesView<FrontLineRules>& rules, World& world) {
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        const FrontLineRules& rule = rules.of(unit);
        if (!world.county.is_township(unit) || rule.places_per_township <= 0) continue;
        int free = rule.places_per_township - at_front_line(world.county, unit);
        for (const PersonId person : outstanding_young(rule, world.county, unit)) {
            if (free-- <= 0) break;
            const Day until = world.today() + static_cast<std::int32_t>(rule.term_years * days_per_year + 0.5);
            world.county.send_out(person, Assignment::front_line, unit, until, rule.presence_at_home);
            world.requests.about(until, EventKind::assignment_end, world.county, person);
            world.county.spend(
                unit, OneOff::front_line,
                Money{static_cast<std::int64_t>(static_cast<double>(rule.cost_per_year.fen) * rule.term_years)});
        }
    }
}

}  // namespace staffsim
