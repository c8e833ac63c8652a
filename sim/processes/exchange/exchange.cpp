#include "sim/processes/exchange/exchange.hpp"

#include <algorithm>
#include <limits>

#include "sim/kernel/assignment.hpp"

namespace staffsim {

namespace {

// Costs are integers; the low bits carry an addressed tie-break, so that the optimum is unique.
constexpr double cost_scale = 1e6;
constexpr std::int64_t tie_bits = 1 << 12;

bool may_go(const ExchangeRules& rules, const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    const PersonCold& cold = county.cold(person);
    const Ladder ladder = county.post_of(person).ladder;
    const bool township = county.is_township(UnitId{hot.unit});
    const double service = township ? county.township_years(person) : county.service_years(person);
    return !is_leadership(ladder) && hot.assignment == Assignment::home && !hot.on_probation &&
           service >= rules.min_service_years && county.age(person) <= rules.max_age &&
           years_between(cold.last_exchange, county.today()) >= rules.min_years_between &&
           years_between(county.today(), cold.retirement) > rules.term_years;
}

struct Candidate {
    PersonId person;
    std::uint64_t luck = 0;
};

int on_exchange(const County& county, const Unit& unit) {
    int number = 0;
    for (const PersonId person : unit.members) number += county.hot(person).assignment == Assignment::exchange ? 1 : 0;
    return number;
}

// People of one kind of unit who may go, a keyed random selection of at most `most`, with each unit's limit kept.
std::vector<PersonId> candidates(const ExchangeRules& rules, const World& world, bool township, std::size_t most) {
    std::vector<Candidate> found;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        if (world.county.is_township(UnitId{u}) != township) continue;
        const int may_leave = rules.max_away_per_unit - on_exchange(world.county, world.county.units()[u]);
        std::vector<Candidate> of_unit;
        for (const PersonId person : world.county.units()[u].members) {
            if (may_leave <= 0 || !may_go(rules, world.county, person)) continue;
            const auto words = world.draws.block({world.county.cold(person).key, +Purpose::exchange_tie, world.year()});
            of_unit.push_back({person, (std::uint64_t{words[0]} << 32) | words[1]});
        }
        const auto luckier = [](const Candidate& a, const Candidate& b) { return a.luck < b.luck; };
        std::sort(of_unit.begin(), of_unit.end(), luckier);
        if (of_unit.size() > static_cast<std::size_t>(std::max(0, may_leave)))
            of_unit.resize(static_cast<std::size_t>(may_leave));
        found.insert(found.end(), of_unit.begin(), of_unit.end());
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.luck < b.luck; });
    if (found.size() > most) found.resize(most);
    std::vector<PersonId> people;
    for (const Candidate& candidate : found) people.push_back(candidate.person);
    return people;
}

// Chairs that hosts offer: those short of hands first, each unit once per round.
std::vector<UnitId> chairs(const World& world, bool township, std::size_t wanted) {
    std::vector<UnitId> hosts;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        if (world.county.is_township(UnitId{u}) == township) hosts.push_back(UnitId{u});
    }
    if (hosts.empty()) return {};
    const auto shortage = [&world](UnitId unit) {
        return (world.county.unit(unit).places + 1.0) / (world.county.unit(unit).present + 1.0);
    };
    std::sort(hosts.begin(), hosts.end(), [&](UnitId a, UnitId b) {
        const double left = shortage(a), right = shortage(b);
        return left != right ? left > right : world.county.unit(a).key < world.county.unit(b).key;
    });
    std::vector<UnitId> offered;
    for (std::size_t i = 0; offered.size() < wanted; ++i) offered.push_back(hosts[i % hosts.size()]);
    return offered;
}

// The skill the other level needs: mass work learned and used in townships, administration in organs.
Skill needed_skill(bool host_is_township) { return host_is_township ? Skill::law : Skill::mass_work; }

double distance_between(const County& county, UnitId a, UnitId b) {
    const double km =
        county.is_township(a) ? county.plan().units[a.value].km_to_seat : county.plan().units[b.value].km_to_seat;
    return km / 10.0;
}

std::int64_t cost_of(const ExchangeRules& rules, const World& world, PersonId person, UnitId host, std::size_t chair) {
    const County& county = world.county;
    const UnitId home{county.hot(person).unit};
    const double shortage_host = portable_log((county.unit(host).places + 1.0) / (county.unit(host).present + 1.0));
    const double shortage_home = portable_log((county.unit(home).places + 1.0) / (county.unit(home).present + 1.0));
    const Skill skill = needed_skill(county.is_township(host));
    const double brings = static_cast<double>(county.traits(person).skill(static_cast<std::size_t>(skill)));
    const double cost = rules.need_weight * (shortage_home - shortage_host) - rules.skill_weight * brings +
                        rules.distance_weight * distance_between(county, home, host);
    const auto tie = world.draws.block({combine(county.cold(person).key, county.unit(host).key), +Purpose::exchange_tie,
                                        world.year(), static_cast<std::uint16_t>(chair)})[0];
    return static_cast<std::int64_t>(cost * cost_scale) * tie_bits + static_cast<std::int64_t>(tie % tie_bits);
}

// Sends `number` of the pool to units of the other kind.
void send(const ExchangeRules& rules, World& world, const std::vector<PersonId>& pool, bool from_townships,
          std::size_t number) {
    const std::vector<UnitId> offered = chairs(world, !from_townships, number);
    if (offered.empty()) return;
    // Rows are chairs, columns people: every chair gets the person who serves the plan best.
    kernel::CostMatrix costs{offered.size(), pool.size(), {}};
    for (std::size_t chair = 0; chair < offered.size(); ++chair) {
        for (const PersonId person : pool) costs.cost.push_back(cost_of(rules, world, person, offered[chair], chair));
    }
    const std::vector<std::size_t> chosen = kernel::cheapest_assignment(costs);
    for (std::size_t chair = 0; chair < offered.size(); ++chair) {
        const PersonId person = pool[chosen[chair]];
        const Day until = world.today() + static_cast<std::int32_t>(rules.term_years * days_per_year + 0.5);
        world.county.send_out(person, Assignment::exchange, offered[chair], until, 0.0);
        world.county.note_exchange(person);
        world.requests.about(until, EventKind::assignment_end, world.county, person);
        world.county.spend(
            UnitId{world.county.hot(person).unit}, OneOff::exchange,
            Money{static_cast<std::int64_t>(static_cast<double>(rules.cost_per_year.fen) * rules.term_years)});
    }
}

void learn(Traits& traits, Skill skill, double per_year, double ceiling, double years) {
    float& experience = traits.experience[static_cast<std::size_t>(skill)];
    const double room = 1.0 - static_cast<double>(experience) / ceiling;
    if (room > 0) experience += static_cast<float>(per_year * years * room);
}

}  // namespace

void plan_exchange(const RulesView<ExchangeRules>& rules, World& world) {
    const ExchangeRules& rule = rules.county_wide();
    if (rule.pairs_per_year <= 0) return;
    const auto number = static_cast<std::size_t>(rule.pairs_per_year);
    // Three candidates a pair leave the plan a choice; nobody goes without a counterpart.
    const std::vector<PersonId> from_townships = candidates(rule, world, true, 3 * number);
    const std::vector<PersonId> from_organs = candidates(rule, world, false, 3 * number);
    const std::size_t pairs = std::min({number, from_townships.size(), from_organs.size()});
    send(rule, world, from_townships, true, pairs);
    send(rule, world, from_organs, false, pairs);
}

void end_assignment(const ExchangeRules& exchange, const FrontLineRules& front_line, World& world, PersonId person) {
    const PersonHot& hot = world.county.hot(person);
    const double years = years_between(world.county.cold(person).assignment_since, world.today());
    Traits& traits = world.county.traits(person);
    if (hot.assignment == Assignment::front_line) {
        learn(traits, Skill::mass_work, front_line.learning_per_year, front_line.learning_ceiling, years);
        world.county.record(person).front_line_years += static_cast<float>(years);
    } else {
        const bool was_in_township = world.county.is_township(UnitId{hot.host});
        const Skill skill = was_in_township ? Skill::mass_work : Skill::administration;
        learn(traits, skill, exchange.learning_per_year, exchange.learning_ceiling, years);
    }
    world.county.come_back(person);
}

}  // namespace staffsim
