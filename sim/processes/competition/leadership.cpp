// The end of trials, and the change of leadership teams.

#include <algorithm>

#include "sim/processes/competition/competition.hpp"

namespace staffsim {

namespace {

bool is_year_of_change(const LeadershipRules& rules, std::int32_t year) {
    return rules.change_years > 0 && year >= rules.first_change &&
           (year - rules.first_change) % rules.change_years == 0;
}

// The upper end of leadership.second_line.age; people of textbook models may grow older.
constexpr double never_steps_down = 200;

bool steps_down(const LeadershipRules& rules, const County& county, PersonId person) {
    const bool now =
        rules.second_line_timing == SecondLineTiming::yearly || is_year_of_change(rules, county.date().year);
    return now && rules.second_line_age < never_steps_down && county.age(person) >= rules.second_line_age;
}

// Leaders of townships, by key, so that the order of membership does not matter.
std::vector<PersonId> township_leaders(const County& county) {
    std::vector<PersonId> leaders;
    for (const Seat& seat : county.seats()) {
        const bool leads = is_leadership(county.post_type(seat.post).ladder) && county.is_township(seat.unit);
        if (leads && seat.holder.exists()) leaders.push_back(seat.holder);
    }
    std::sort(leaders.begin(), leaders.end(),
              [&county](PersonId a, PersonId b) { return county.cold(a).key < county.cold(b).key; });
    return leaders;
}

}  // namespace

bool end_trial(const CompetitionRules& rules, World& world, PersonId person) {
    const DrawAddress at{world.county.cold(person).key, +Purpose::trial, world.today().value};
    const bool failed = world.draws.chance(at, rules.trial.failure);
    if (failed) {
        world.county.fail_trial(person);
    } else {
        world.county.pass_trial(person);
    }
    return !failed;
}

bool is_leadership_day(const LeadershipRules& rules, CivilDate date) {
    const bool on_day = date.month == rules.day.month && date.day_of_month == rules.day.day_of_month;
    return on_day && (rules.second_line_timing == SecondLineTiming::yearly || is_year_of_change(rules, date.year));
}

void change_leadership(const RulesView<CompetitionRules>& rules, World& world) {
    const LeadershipRules& rule = rules.county_wide().leadership;
    County& county = world.county;
    std::vector<std::vector<PersonId>> rotating(county.plan().posts.size());
    for (const PersonId person : township_leaders(county)) {
        if (steps_down(rule, county, person)) {
            county.step_down(person, rule.second_line_presence);
            continue;
        }
        const DrawAddress at{county.cold(person).key, +Purpose::leadership_change, world.year()};
        const bool may_move = !county.hot(person).on_trial && !county.is_locked(person) &&
                              county.hot(person).assignment == Assignment::home;
        const bool moves =
            is_year_of_change(rule, world.year()) && may_move && world.draws.chance(at, rule.rotation_share);
        if (moves) rotating[county.hot(person).post].push_back(person);
    }
    for (const std::vector<PersonId>& of_post : rotating) {
        if (of_post.size() < 2) continue;
        for (const PersonId person : of_post) county.count(person, Flow::leaders_rotated);
        county.rotate_seats(of_post);
    }
}

}  // namespace staffsim
