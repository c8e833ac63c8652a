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

bool may_change_posts(const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    return !hot.on_trial && !county.is_locked(person) && hot.assignment == Assignment::home;
}

bool is_term_over(const LeadershipRules& rules, const County& county, PersonId person) {
    return rules.term_years > 0 && county.cold(person).post_since <= since_at_latest(county.today(), rules.term_years);
}

// A leader of the same post type in another township who stays otherwise, longest in the post; none without.
PersonId partner_of(const County& county, PersonId person, const std::vector<PersonId>& staying) {
    PersonId longest = PersonId::none();
    for (const PersonId other : staying) {
        const bool fits = county.hot(other).post == county.hot(person).post &&
                          county.hot(other).unit != county.hot(person).unit && may_change_posts(county, other);
        const bool longer = !longest.exists() || county.cold(other).post_since < county.cold(longest).post_since;
        if (fits && longer) longest = other;
    }
    return longest;
}

// What the leaders of one post type do on the day: who hand their posts round, and who of them has to.
struct Handover {
    std::vector<PersonId> rotating;
    int terms_over = 0;
};

void hand_posts_round(County& county, Handover& handover, const std::vector<PersonId>& staying) {
    if (handover.rotating.size() == 1 && handover.terms_over == 1) {
        const PersonId partner = partner_of(county, handover.rotating[0], staying);
        if (partner.exists()) handover.rotating.push_back(partner);
    }
    if (handover.rotating.size() < 2) return;
    for (const PersonId person : handover.rotating) county.count(person, Flow::leaders_rotated);
    county.count(handover.rotating[0], Flow::terms_ended, handover.terms_over);
    county.rotate_seats(handover.rotating);
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
    return on_day && (rules.second_line_timing == SecondLineTiming::yearly || rules.term_years > 0 ||
                      is_year_of_change(rules, date.year));
}

void change_leadership(const RulesView<CompetitionRules>& rules, World& world) {
    const LeadershipRules& rule = rules.county_wide().leadership;
    const bool hands_round = is_year_of_change(rule, world.year()) && rule.rotation_share > 0;
    if (rule.second_line_age >= never_steps_down && rule.term_years <= 0 && !hands_round) return;
    County& county = world.county;
    std::vector<Handover> of_post(county.plan().posts.size());
    std::vector<PersonId> staying;
    for (const PersonId person : township_leaders(county)) {
        if (steps_down(rule, county, person)) {
            county.step_down(person, rule.second_line_presence);
            continue;
        }
        Handover& handover = of_post[county.hot(person).post];
        const bool has_to = is_term_over(rule, county, person) && may_change_posts(county, person);
        const DrawAddress at{county.cold(person).key, +Purpose::leadership_change, world.year()};
        const bool moves = has_to || (is_year_of_change(rule, world.year()) && may_change_posts(county, person) &&
                                      world.draws.chance(at, rule.rotation_share));
        handover.terms_over += has_to;
        (moves ? handover.rotating : staying).push_back(person);
    }
    for (Handover& handover : of_post) hand_posts_round(county, handover, staying);
}

}  // namespace staffsim
