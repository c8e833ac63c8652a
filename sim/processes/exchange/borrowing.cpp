#include <algorithm>

#include "sim/processes/exchange/plan.hpp"

namespace staffsim {

namespace {

constexpr std::int32_t months_a_year = 12;
std::int32_t month_number(CivilDate date) { return date.year * months_a_year + date.month; }

bool is_clerk(const PersonHot& hot) { return !hot.seat.exists() & !hot.second_line; }

// Clerks without title; the minimum service does not protect from being borrowed.
bool may_be_borrowed(const County& county, PersonId person, Day until) {
    const PersonHot& hot = county.hot(person);
    return is_clerk(hot) && hot.assignment == Assignment::home && county.may_be_moved(person) &&
           county.retirement(person) > until;
}

}  // namespace

// Successive sampling with weights: the least of exponential waits (Efraimidis & Spirakis 2006). Waits are memoryless:
// who comes next after those of some months is drawn as if everybody left had been drawn anew.
void BorrowingOrder::draw(const ExchangeRules& rules, const World& world, std::int32_t month) {
    const County& county = world.county;
    year_ = county.date().year;
    preference_ = rules.borrowing_skill_preference;
    turns_.resize(county.people().size());
    std::size_t count = 0;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (!county.is_township(UnitId{u})) continue;
        for (const PersonId person : county.units()[u].members) {
            turns_[count] = {0, person, county.hot(person).generation};
            count += is_clerk(county.hot(person)) ? 1 : 0;
        }
    }
    turns_.resize(count);
    std::vector<EntityKey> keys(count);
    std::vector<double> waits(count), slowness(count);
    for (std::size_t i = 0; i < count; ++i) {
        const PersonId person = turns_[i].person;
        const float skill = county.traits(person).skill(static_cast<std::size_t>(Skill::administration));
        keys[i] = county.keys()[person.value];
        slowness[i] = -rules.borrowing_skill_preference * static_cast<double>(skill);
    }
    world.draws.exponentials(keys, {{}, +Purpose::borrowing, month}, waits);
    portable_exps(slowness);
    for (std::size_t i = 0; i < count; ++i) turns_[i].wait = waits[i] * slowness[i];
    std::make_heap(turns_.begin(), turns_.end(), comes_later);
}

std::vector<PersonId> BorrowingOrder::next(const ExchangeRules& rules, const World& world, Day until,
                                           std::size_t number) {
    const County& county = world.county;
    const CivilDate date = county.date();
    const bool is_first = year_ != date.year;
    bool is_new = is_first || preference_ != rules.borrowing_skill_preference;
    if (is_new) draw(rules, world, month_number(is_first ? CivilDate{date.year, 1, 1} : date));
    std::vector<PersonId> people;
    while (people.size() < number) {
        if (turns_.empty()) {
            if (is_new) break;
            draw(rules, world, month_number(date));
            is_new = true;
            continue;
        }
        std::pop_heap(turns_.begin(), turns_.end(), comes_later);
        const Turn turn = turns_.back();
        turns_.pop_back();
        const PersonHot& hot = county.hot(turn.person);
        const bool is_here =
            hot.in_service && hot.generation == turn.generation && county.is_township(UnitId{hot.unit});
        // Of this call, before the order was drawn anew: still at home, but promised.
        const bool is_taken = std::find(people.begin(), people.end(), turn.person) != people.end();
        if (is_here && !is_taken && may_be_borrowed(county, turn.person, until)) people.push_back(turn.person);
    }
    return people;
}

int borrowing_target(const ExchangeRules& rules, const County& county) {
    int staff = 0;
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (county.is_township(UnitId{u})) staff += county.units()[u].staff;
    }
    return static_cast<int>(rules.borrowed_share * staff + 0.5);
}

int number_borrowed(const County& county) { return county.borrowed(); }

void keep_up_borrowing(const RulesView<ExchangeRules>& rules, World& world, BorrowingOrder& order) {
    const ExchangeRules& rule = rules.county_wide();
    if (rule.borrowed_share <= 0) return;
    const int wanted = borrowing_target(rule, world.county) - number_borrowed(world.county);
    if (wanted <= 0) return;
    const std::vector<UnitId> hosts = chairs_offered(world, false, static_cast<std::size_t>(wanted));
    if (hosts.empty()) return;
    const Day until = add_months(world.today(), rule.borrowing_months);
    const std::vector<PersonId> people = order.next(rule, world, until, hosts.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        world.county.send_out(people[i], Assignment::borrowed, hosts[i], until, 0.0);
        world.requests.about(until, EventKind::assignment_end, world.county, people[i]);
    }
}

}  // namespace staffsim
