// Misconduct from the deed to the decision. A hidden case waits for two things at once, to be found and to become
// impossible to prove; both waits are unit exponentials that the months use up at the unit's present rates, so that
// more supervision also finds what lies in the past.

#include <algorithm>

#include "sim/processes/conduct/conduct.hpp"

namespace staffsim {

namespace {

constexpr auto cause = static_cast<std::size_t>(HazardCause::sanction);

ConductCase new_case(const World& world, PersonId person, std::uint16_t number) {
    const EntityKey key = world.county.cold(person).key;
    ConductCase one;
    one.person = person;
    one.generation = world.county.hot(person).generation;
    one.number = number;
    one.known_until = world.today();
    one.to_detection = world.draws.exponential({key, +Purpose::misconduct_case, 0, number});
    one.to_lapse = world.draws.exponential({key, +Purpose::misconduct_case, 1, number});
    return one;
}

// Whole days after today at whose end an exponential is used up; `never` many when the rate is too small.
std::int32_t days_until(double left, double per_year) {
    if (left >= per_year * 200.0) return never.value / 2;
    return static_cast<std::int32_t>(left / per_year * days_per_year) + 1;
}

// Uses up the waits of a hidden case to the end of `last`, the month's last day. False: nobody will ever know.
bool move_on(const CaseHazards& hazards, World& world, ConductCase& one, Day last) {
    const std::int32_t found_in = days_until(one.to_detection, hazards.finding());
    const std::int32_t lapsed_in = days_until(one.to_lapse, hazards.lapse);
    const std::int32_t days = last - one.known_until;
    world.county.count(one.person, Flow::hidden_case_days, std::min({found_in, lapsed_in, days}));
    if (std::min(found_in, lapsed_in) > days) {
        one.to_detection -= hazards.finding() * days / days_per_year;
        one.to_lapse -= hazards.lapse * days / days_per_year;
        one.known_until = last;
        return true;
    }
    if (lapsed_in < found_in) {
        world.county.count(one.person, Flow::misconduct_lapsed);
        return false;
    }
    one.found = std::max(one.known_until + found_in, world.today() + 1);
    world.requests.about(one.found, EventKind::misconduct_found, world.county, one.person);
    return true;
}

Day last_of_month(Day first) { return add_months(first, 1) - 1; }

CaseHazards case_hazards(const ConductRules& rules, const World& world, UnitId unit, RememberedLog& log,
                         RememberedExp& exp) {
    const DetectionRules& detection = rules.detection;
    const double ended = 1.0 / detection.years_to_finding;  // a year, of cases found or lapsed in the baseline
    const double found = ended * detection.found_share;
    const double visits = log.of((1.0 + visits_to(rules, world, unit)) / (1.0 + rules.supervision.centre));
    const double supervision = exp.of(rules.supervision.detection_effect * visits + world.shocks.attention);
    return {found * (1.0 - detection.by_complaint) * supervision,
            found * detection.by_complaint * complaint_ratio(world.county, unit),
            ended * (1.0 - detection.found_share)};
}

// Of the units in whose cases somebody looks this month, each taken when the first one comes up.
class HazardsOfMonth {
  public:
    explicit HazardsOfMonth(const World& world) : world_(world), known_(world.county.units().size()) {}
    const CaseHazards& of(const ConductRules& rules, UnitId unit) {
        Known& known = known_[unit.value];
        if (known.rules != &rules) known = {&rules, case_hazards(rules, world_, unit, visits_, supervision_)};
        return known.hazards;
    }

  private:
    struct Known {
        const ConductRules* rules = nullptr;
        CaseHazards hazards;
    };
    const World& world_;
    RememberedLog visits_;
    RememberedExp supervision_;
    std::vector<Known> known_;  // by unit
};

}  // namespace

CaseHazards case_hazards(const ConductRules& rules, const World& world, UnitId unit) {
    RememberedLog log;
    RememberedExp exp;
    return case_hazards(rules, world, unit, log, exp);
}

void commit_misconduct(const ConductRules& rules, World& world, PersonId person) {
    ConductCase one = new_case(world, person, world.county.cold(person).spell_number[cause]);
    const Day last = last_of_month(world.county.covariate_day());
    const CaseHazards hazards = case_hazards(rules, world, UnitId{world.county.hot(person).unit});
    if (one.known_until >= last || move_on(hazards, world, one, last)) {
        world.county.hide_case(one);
    } else {
        world.county.count(person, Flow::misconduct);
    }
}

namespace {

constexpr std::uint16_t before_the_start = 60000;  // numbers of cases from before the first day

// A case is open for as long as it takes to be found or to lapse: exponential, so that what is left is drawn anew.
double chance_of_hidden(const ConductRules& rules, double per_year) {
    return 1.0 - portable_exp(-per_year * rules.detection.years_to_finding);
}

// Inquiries take the same time each: what is left is uniform.
double chance_of_inquiry(const ConductRules& rules, double per_year) {
    const DetectionRules& detection = rules.detection;
    return 1.0 - portable_exp(-(per_year * detection.found_share * detection.inquiry_days / days_per_year));
}
void bring_in_inquiry(const ConductRules& rules, World& world, PersonId person) {
    const EntityKey key = world.county.cold(person).key;
    ConductCase one = new_case(world, person, before_the_start + 1);
    const double left = world.draws.uniform({key, +Purpose::open_cases, 3});
    one.inquiry_until = world.today() + 1 + static_cast<std::int32_t>(left * rules.detection.inquiry_days);
    one.found = world.today();
    world.county.bring_in_case(one);
    world.requests.about(one.inquiry_until, EventKind::inquiry_end, world.county, person);
}

}  // namespace

void begin_with_open_cases(const RulesView<ConductRules>& rules, World& world) {
    if (const ConductRules* of_all = rules.of_all(); of_all != nullptr && !of_all->behaviour) return;
    std::vector<EntityKey> keys;
    std::vector<double> hidden, inquiry;
    for (const Unit& unit : world.county.units()) {
        const std::size_t people = unit.members.size();
        keys.clear();
        for (const PersonId person : unit.members) keys.push_back(world.county.keys()[person.value]);
        hidden.resize(people);
        inquiry.resize(people);
        world.draws.uniforms(keys, {{}, +Purpose::open_cases}, hidden);
        world.draws.uniforms(keys, {{}, +Purpose::open_cases, 2}, inquiry);
        for (std::size_t i = 0; i < people; ++i) {
            const PersonId person = unit.members[i];
            const ConductRules& rule = rules.of(world.county, person);
            if (!rule.behaviour || rule.sanction <= 0) continue;
            const auto per_year = static_cast<double>(world.county.leaving(person).in_force[cause]);
            if (hidden[i] < chance_of_hidden(rule, per_year)) {
                world.county.bring_in_case(new_case(world, person, before_the_start));
            }
            if (inquiry[i] < chance_of_inquiry(rule, per_year)) bring_in_inquiry(rule, world, person);
        }
    }
}

void review_cases(const RulesView<ConductRules>& rules, World& world) {
    const County& county = world.county;
    if (county.cases().empty()) return;
    const Day last = last_of_month(county.today());
    HazardsOfMonth hazards(world);
    world.county.review_cases([&](ConductCase& one) {
        if (county.hot(one.person).generation != one.generation) return false;
        if (one.has_day_of_finding() || one.known_until >= last) return true;
        const UnitId unit{county.hot(one.person).unit};
        return move_on(hazards.of(rules.of(county, one.person), unit), world, one, last);
    });
}

void open_inquiry(const ConductRules& rules, World& world, PersonId person) {
    const Day until = world.today() + static_cast<std::int32_t>(rules.detection.inquiry_days + 0.5);
    const std::optional<std::uint16_t> number = world.county.begin_inquiry(person, until);
    if (!number) return;
    const CaseHazards hazards = case_hazards(rules, world, UnitId{world.county.hot(person).unit});
    const DrawAddress at{world.county.cold(person).key, +Purpose::case_outcome, 1, *number};
    const double share = hazards.finding() > 0 ? hazards.by_complaint / hazards.finding() : 0.0;
    if (world.draws.chance(at, share)) world.county.count(person, Flow::found_by_complaint);
    world.requests.about(until, EventKind::inquiry_end, world.county, person);
}

bool close_inquiry(const ConductRules& rules, World& world, PersonId person) {
    const std::optional<ConductCase> ended = world.county.end_inquiry(person);
    if (!ended) return false;
    const DrawAddress at{world.county.cold(person).key, +Purpose::case_outcome, 0, ended->number};
    if (world.draws.chance(at, rules.detection.cleared_share)) {
        world.county.count(person, Flow::cases_cleared);
        return false;
    }
    return impose_sanction(rules, world, person, ended->number);
}

}  // namespace staffsim
