// The end of trials, and the change of leadership teams.

#include <algorithm>
#include <utility>

#include "sim/processes/competition/competition.hpp"

namespace staffsim {

namespace {

bool is_year_of_change(const LeadershipRules& rules, std::int32_t year) {
    return rules.change_years > 0 && year >= rules.first_change &&
           (year - rules.first_change) % rules.change_years == 0;
}

// The upper end of leadership.second_line.age; people of textbook models may grow older.
constexpr double never_steps_down = 200;

bool is_year_of_stepping_down(const LeadershipRules& rules, std::int32_t year) {
    const bool now = rules.second_line_timing == SecondLineTiming::yearly || is_year_of_change(rules, year);
    return now && rules.second_line_age < never_steps_down;
}

bool steps_down(const LeadershipRules& rules, const County& county, PersonId person) {
    return is_year_of_stepping_down(rules, county.date().year) &&
           county.cold(person).birth <= since_at_latest(county.today(), rules.second_line_age);
}

// Leaders of townships, by lot, so that the order of membership does not matter.
std::vector<PersonId> township_leaders(const County& county) {
    std::vector<PersonId> leaders;
    for (const Seat& seat : county.seats()) {
        const bool leads = is_leadership(county.post_type(seat.post).ladder) && county.is_township(seat.unit);
        if (leads && seat.holder.exists()) leaders.push_back(seat.holder);
    }
    std::sort(leaders.begin(), leaders.end(),
              [&county](PersonId a, PersonId b) { return county.lot(a) < county.lot(b); });
    return leaders;
}

bool may_change_posts(const County& county, PersonId person) {
    return county.may_be_moved(person) && !county.is_locked(person) &&
           county.hot(person).assignment == Assignment::home;
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

// A leader of one post type who is to hand the post on: drawn at a change of teams, because the term is over, or
// neither, as the partner of such a one.
struct Outgoing {
    PersonId person;
    bool is_drawn = false;
    bool has_to = false;
};

using Group = std::vector<Outgoing>;  // of one township

// By township, the largest group first, then by lot; within a group those who have to go before the others.
std::vector<Group> by_township(const County& county, std::vector<Outgoing> rotating) {
    const auto unit_of = [&county](const Outgoing& one) {
        return county.lot(county.unit(UnitId{county.hot(one.person).unit}).key);
    };
    std::stable_sort(rotating.begin(), rotating.end(), [&](const Outgoing& a, const Outgoing& b) {
        return unit_of(a) != unit_of(b) ? unit_of(a) < unit_of(b) : a.has_to && !b.has_to;
    });
    std::vector<Group> groups;
    for (const Outgoing& one : rotating) {
        if (groups.empty() || unit_of(groups.back()[0]) != unit_of(one)) groups.emplace_back();
        groups.back().push_back(one);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.size() > b.size(); });
    return groups;
}

// Where one township has more of them than all others together, its surplus finds nobody to change with: whoever has to
// looks for partners among those who stay otherwise, the rest stay.
void balance(const County& county, std::vector<Group>& groups, std::vector<PersonId>& staying) {
    std::size_t others = 0;
    for (std::size_t g = 1; g < groups.size(); ++g) others += groups[g].size();
    const Group largest = groups[0];
    while (others < largest.size() && largest[others].has_to) {
        const PersonId partner = partner_of(county, largest[others].person, staying);
        if (!partner.exists()) break;
        std::erase(staying, partner);
        groups.push_back({{partner}});
        ++others;
    }
    groups[0].resize(std::min(largest.size(), others));
}

// A circle in which no two neighbours are of one township: laid out group by group on every second chair, then on those
// between. No group is larger than half of all.
std::vector<PersonId> circle_of(const std::vector<Group>& groups) {
    std::size_t size = 0, chair = 0;
    for (const Group& group : groups) size += group.size();
    std::vector<PersonId> circle(size);
    for (const Group& group : groups) {
        for (const Outgoing& one : group) {
            circle[chair] = one.person;
            chair = chair + 2 < size || chair % 2 == 1 ? chair + 2 : 1;
        }
    }
    return circle;
}

// Everybody takes the seat of a leader of another township; whoever finds nobody stays.
void hand_posts_round(County& county, std::vector<Outgoing> rotating, std::vector<PersonId>& staying) {
    if (rotating.empty()) return;
    std::vector<Group> groups = by_township(county, std::move(rotating));
    balance(county, groups, staying);
    for (const Group& group : groups) {
        for (const Outgoing& one : group) {
            if (one.is_drawn) county.count(one.person, Flow::leaders_rotated);
            if (one.has_to) county.count(one.person, Flow::terms_ended);
        }
    }
    if (!groups[0].empty()) county.rotate_seats(circle_of(groups));
}

}  // namespace

bool end_trial(const CompetitionRules& rules, World& world, PersonId person) {
    const DrawAddress at{world.county.cold(person).key, +Purpose::trial, world.today().value};
    // Nobody is confirmed in a post under a demerit or worse.
    const bool is_punished = world.county.sanction_in_force(person) > Sanction::warning;
    const bool failed = is_punished || world.draws.chance(at, rules.trial.failure);
    if (failed) {
        world.county.fail_trial(person);
        world.county.set_barred(person, true);  // nor tried again at once: until the next assessment
        world.requests.about(world.today() + 1, EventKind::find_seat, world.county, person);
    } else {
        world.county.pass_trial(person);
    }
    return !failed;
}

std::optional<Day> born_by_to_step_down(const LeadershipRules& rules, Day today, Day last) {
    for (std::int32_t year = year_of(last); year >= year_of(today); --year) {
        const Day day = on(year, rules.day);
        if (day > last || !is_year_of_stepping_down(rules, year)) continue;
        if (day < today) break;
        return since_at_latest(day, rules.second_line_age);
    }
    return std::nullopt;
}

void change_leadership(const RulesView<CompetitionRules>& rules, World& world) {
    const LeadershipRules& rule = rules.county_wide().leadership;
    const bool hands_round = is_year_of_change(rule, world.year()) && rule.rotation_share > 0;
    if (!is_year_of_stepping_down(rule, world.year()) && rule.term_years <= 0 && !hands_round) return;
    County& county = world.county;
    std::vector<std::vector<Outgoing>> of_post(county.plan().posts.size());
    std::vector<PersonId> staying;
    for (const PersonId person : township_leaders(county)) {
        if (steps_down(rule, county, person)) {
            county.step_down(person, rule.second_line_presence);
            continue;
        }
        const bool has_to = is_term_over(rule, county, person) && may_change_posts(county, person);
        const DrawAddress at{county.cold(person).key, +Purpose::leadership_change, world.year()};
        const bool is_drawn = !has_to && is_year_of_change(rule, world.year()) && may_change_posts(county, person) &&
                              world.draws.chance(at, rule.rotation_share);
        if (has_to || is_drawn) {
            of_post[county.hot(person).post].push_back({person, is_drawn, has_to});
        } else {
            staying.push_back(person);
        }
    }
    for (std::vector<Outgoing>& rotating : of_post) hand_posts_round(county, std::move(rotating), staying);
}

}  // namespace staffsim
