#include <algorithm>
#include <cmath>

#include "sim/processes/exchange/exchange.hpp"
#include "sim/processes/shared/calendar_years.hpp"

namespace staffsim {

namespace {

// Young: born from then on; in service since that day at the latest.
struct Youth {
    Youth(const FrontLineRules& rules, Day today)
        : birth(born_from(today, rules.max_age)), entry(since_at_latest(today, rules.min_service_years)) {}
    Day birth, entry;
};

bool is_outstanding_young(const FrontLineRules& rules, const Youth& youth, const County& county, PersonId person) {
    const Ladder ladder = county.post_of(person).ladder;
    const bool outstanding =
        rules.excellent_within_years == 0 || county.record(person).years_since_excellent < rules.excellent_within_years;
    return !is_leadership(ladder) && outstanding && county.may_be_moved(person) &&
           county.hot(person).assignment == Assignment::home && county.cold(person).birth >= youth.birth &&
           county.cold(person).entry <= youth.entry;
}

// Who has not been there yet goes first, then the best record; equals by lot.
std::vector<PersonId> outstanding_young(const FrontLineRules& rules, const County& county, UnitId unit) {
    std::vector<PersonId> people;
    const Youth youth(rules, county.today());
    for (const PersonId person : county.unit(unit).members) {
        if (is_outstanding_young(rules, youth, county, person)) people.push_back(person);
    }
    std::sort(people.begin(), people.end(), [&county](PersonId a, PersonId b) {
        const bool a_has_been = county.record(a).front_line_years > 0,
                   b_has_been = county.record(b).front_line_years > 0;
        if (a_has_been != b_has_been) return b_has_been;
        const float left = county.record(a).mean_score(), right = county.record(b).mean_score();
        return left != right ? left > right : county.lot(a) < county.lot(b);
    });
    return people;
}

// Places of a kind; of a fraction of a place so many townships have a whole one, always the same.
int places_of(const FrontLineRules& rules, const World& world, UnitId unit, std::size_t kind) {
    const double whole = std::floor(rules.places[kind]), share = rules.places[kind] - whole;
    const EntityKey key = world.county.unit(unit).key;
    const DrawAddress place{key, +Purpose::front_line_place, static_cast<std::int32_t>(kind)};
    const bool has_another = share > 0 && world.draws.chance(place, share);
    return static_cast<int>(whole) + has_another;
}

// Places of each kind that nobody of the unit fills now.
std::array<int, front_line_kind_count> free_places(const FrontLineRules& rules, const World& world, UnitId unit) {
    const County& county = world.county;
    std::array<int, front_line_kind_count> free{};
    for (std::size_t kind = 0; kind < free.size(); ++kind) free[kind] = places_of(rules, world, unit, kind);
    for (const PersonId person : county.unit(unit).members) {
        if (county.hot(person).assignment != Assignment::front_line) continue;
        --free[static_cast<std::size_t>(county.cold(person).front_line)];
    }
    return free;
}

void send_to(const FrontLineRules& rules, World& world, PersonId person, std::size_t kind) {
    const Day until = years_later(world.today(), rules.term_years[kind]);
    world.county.send_to_front_line(person, static_cast<FrontLineKind>(kind), until, rules.presence_at_home[kind]);
    world.requests.about(until, EventKind::assignment_end, world.county, person);
}

}  // namespace

void plan_front_line(const RulesView<FrontLineRules>& rules, World& world) {
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        const FrontLineRules& rule = rules.of(unit);
        const bool has_places = std::any_of(rule.places.begin(), rule.places.end(), [](double n) { return n > 0; });
        if (!world.county.is_township(unit) || !has_places) continue;
        const auto free = free_places(rule, world, unit);
        const std::vector<PersonId> people = outstanding_young(rule, world.county, unit);
        std::size_t next = 0;
        for (std::size_t kind = 0; kind < free.size(); ++kind) {
            for (int place = 0; place < free[kind] && next < people.size(); ++place) {
                send_to(rule, world, people[next++], kind);
            }
        }
    }
}

}  // namespace staffsim
