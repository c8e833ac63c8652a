// Who is away already when the run begins.

#include <algorithm>

#include "sim/processes/exchange/plan.hpp"
#include "sim/processes/shared/calendar_years.hpp"

namespace staffsim {

namespace {

Day after_one_term(const StayPlan& stay, const ExchangeRules& exchange, const FrontLineRules& front_line, Day from) {
    switch (stay.assignment) {
        case Assignment::exchange:
            return years_later(from, exchange.term_years);
        case Assignment::front_line:
            return years_later(from, front_line.term_years[static_cast<std::size_t>(stay.front_line)]);
        case Assignment::borrowed:
        case Assignment::home:
            break;
    }
    return add_months(from, exchange.borrowing_months);
}

// Terms follow each other until one ends ahead.
Day end_of(const StayPlan& stay, const ExchangeRules& exchange, const FrontLineRules& front_line, Day today) {
    if (stay.until) return *stay.until;
    Day until = after_one_term(stay, exchange, front_line, stay.since.value_or(today));
    while (until <= today) until = after_one_term(stay, exchange, front_line, until);
    return until;
}

bool has_host(const County& county, PersonId person, const StayPlan& stay) {
    const bool of_township = county.is_township(UnitId{county.hot(person).unit});
    return stay.assignment == Assignment::exchange || (stay.assignment == Assignment::borrowed && of_township);
}

}  // namespace

void settle_stays(const RulesView<ExchangeRules>& exchange, const RulesView<FrontLineRules>& front_line, World& world,
                  const std::vector<AwayOnFirstDay>& away) {
    County& county = world.county;
    std::vector<AwayOnFirstDay> sorted = away;
    std::ranges::sort(sorted, {}, [&county](const AwayOnFirstDay& one) { return county.lot(one.person); });
    const auto from_township = [&county](PersonId person) {
        return county.is_township(UnitId{county.hot(person).unit});
    };
    // Chairs in townships, and in county organs.
    std::array<std::vector<UnitId>, 2> chairs;
    for (const bool township : {false, true}) chairs[township] = chairs_offered(world, township, sorted.size());
    std::array<std::size_t, 2> taken{};
    for (const auto& [person, plan] : sorted) {
        const UnitId home{county.hot(person).unit};
        const std::size_t to = from_township(person) ? 0 : 1;
        const bool is_hosted = has_host(county, person, plan) && !chairs[to].empty();
        const UnitId host = is_hosted ? chairs[to][taken[to]++] : home;
        const FrontLineRules& front = front_line.of(home);
        const double presence = plan.assignment == Assignment::front_line
                                    ? front.presence_at_home[static_cast<std::size_t>(plan.front_line)]
                                    : 0.0;
        const Day until = end_of(plan, exchange.county_wide(), front, world.today());
        const Stay stay{plan.assignment, plan.front_line, home, host, plan.since.value_or(world.today())};
        // A day that is given holds, and there is one extension at most.
        const bool in_first_term = until == after_one_term(plan, exchange.county_wide(), front, stay.since);
        county.settle_away(person, stay, until, presence, !plan.until && in_first_term);
        world.requests.about(until, EventKind::assignment_end, county, person);
    }
}

}  // namespace staffsim
