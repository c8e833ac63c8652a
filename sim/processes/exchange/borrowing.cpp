#include <algorithm>

#include "sim/model/fetch.hpp"
#include "sim/processes/exchange/plan.hpp"

namespace staffsim {

namespace {

// Clerks without title; the minimum service does not protect from being borrowed. Without a branch for each condition:
// everybody in townships is looked at every month.
bool may_be_borrowed(const County& county, PersonId person, Day until) {
    const PersonHot& hot = county.hot(person);
    return !hot.seat.exists() & !hot.second_line & (hot.assignment == Assignment::home) & !hot.on_probation &
           (county.today() >= hot.sanction_until) & (county.retirement(person) > until);
}

std::int32_t month_number(CivilDate date) { return date.year * 12 + date.month; }

struct Chance {
    PersonId person;
    double waits;  // exponential with rate e^(preference * skill)
};

double administration(const County& county, PersonId person) {
    return static_cast<double>(county.traits(person).skill(static_cast<std::size_t>(Skill::administration)));
}

// Successive sampling with weights: the least of exponential waits (Efraimidis & Spirakis 2006).
std::vector<PersonId> choose(const ExchangeRules& rules, const World& world, Day until, std::size_t number) {
    const County& county = world.county;
    std::vector<PersonId> free(county.people().size());
    std::size_t count = 0;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!county.is_township(UnitId{u})) continue;
        const std::vector<PersonId>& members = county.units()[u].members;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const PersonId person = members[i], soon = ahead(members, i);
            fetch(county.hot(soon), county.cold(soon), county.traits(soon));
            free[count] = person;
            count += may_be_borrowed(county, person, until) ? 1 : 0;
        }
    }
    free.resize(count);
    std::vector<EntityKey> keys;
    keys.reserve(count);
    for (const PersonId person : free) keys.push_back(county.keys()[person.value]);
    std::vector<double> waits(free.size());
    world.draws.exponentials(keys, {{}, +Purpose::borrowing, month_number(county.date())}, waits);
    const auto sooner = [&county](const Chance& a, const Chance& b) {
        return a.waits != b.waits ? a.waits < b.waits : county.keys()[a.person.value] < county.keys()[b.person.value];
    };
    // The soonest so far, as a heap with the latest of them in front. Whoever would come later even with the highest
    // skill of all is passed by.
    double highest = 0;
    for (const PersonId person : free) highest = std::max(highest, administration(county, person));
    const double least_factor = 0.999 * portable_exp(-rules.borrowing_skill_preference * highest);
    std::vector<Chance> chances;
    for (std::size_t i = 0; i < free.size(); ++i) {
        const bool is_full = chances.size() == number;
        if (is_full && waits[i] * least_factor > chances.front().waits) continue;
        const double skill = administration(county, free[i]);
        chances.push_back({free[i], waits[i] * portable_exp(-rules.borrowing_skill_preference * skill)});
        std::push_heap(chances.begin(), chances.end(), sooner);
        if (!is_full) continue;
        std::pop_heap(chances.begin(), chances.end(), sooner);
        chances.pop_back();
    }
    std::sort_heap(chances.begin(), chances.end(), sooner);
    std::vector<PersonId> people;
    for (const Chance& chance : chances) people.push_back(chance.person);
    return people;
}

}  // namespace

int borrowing_target(const ExchangeRules& rules, const County& county) {
    int staff = 0;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (county.is_township(UnitId{u})) staff += county.units()[u].staff;
    }
    return static_cast<int>(rules.borrowed_share * staff + 0.5);
}

int number_borrowed(const County& county) { return county.borrowed(); }

void keep_up_borrowing(const RulesView<ExchangeRules>& rules, World& world) {
    const ExchangeRules& rule = rules.county_wide();
    if (rule.borrowed_share <= 0) return;
    const int wanted = borrowing_target(rule, world.county) - number_borrowed(world.county);
    if (wanted <= 0) return;
    const std::vector<UnitId> hosts = chairs_offered(world, false, static_cast<std::size_t>(wanted));
    if (hosts.empty()) return;
    const Day until = add_months(world.today(), rule.borrowing_months);
    const std::vector<PersonId> people = choose(rule, world, until, hosts.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        world.county.send_out(people[i], Assignment::borrowed, hosts[i], until, 0.0);
        world.requests.about(until, EventKind::assignment_end, world.county, people[i]);
    }
}

}  // namespace staffsim
