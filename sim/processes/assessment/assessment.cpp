// Assessment of everybody on one day of the year.
#include "sim/processes/assessment/assessment.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "sim/model/fetch.hpp"
#include "sim/processes/assessment/consequences.hpp"
#include "sim/processes/assessment/targets.hpp"

namespace staffsim {

namespace {

constexpr std::int32_t half_a_year = 183;         // days; domain handbook §4
constexpr std::uint64_t staff_pool_number = 100;  // tells the county's pool of staff from that of leaders

// A guest for more than half a year.
bool is_assessed_by_host(const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    return hot.host != hot.unit && county.today() - county.cold(person).assignment_since > half_a_year;
}

// Those who get a grade, side by side, so that luck is drawn for all at once; in groups that the same people rate.
struct Graded {
    struct Group {
        UnitId unit;
        bool leaders;
        std::size_t from, until;  // places in `people`
    };
    std::vector<Group> groups;
    std::vector<PersonId> people;
    std::vector<EntityKey> keys;                      // theirs
    std::vector<double> luck, noise;                  // of performance, of ratings
    std::vector<std::vector<double>> luck_of_target;  // uniform, by target

    void make_room(std::size_t most) {
        people.reserve(most);
        keys.reserve(most);
    }
    void add_group(const County& county, UnitId unit, bool leaders, std::span<const PersonId> members) {
        groups.push_back({unit, leaders, people.size(), people.size() + members.size()});
        for (const PersonId person : members) {
            people.push_back(person);
            keys.push_back(county.keys()[person.value]);
        }
    }
    void draw(const World& world, std::int32_t year, int targets) {
        luck.resize(people.size());
        noise.resize(people.size());
        draw_performance_luck(world, year, keys, luck);
        draw_rating_noise(world, year, keys, noise);
        for (int k = 0; k < targets; ++k) {
            luck_of_target.emplace_back(people.size());
            world.draws.uniforms(keys, {{}, +Purpose::target, year, static_cast<std::uint16_t>(k)},
                                 luck_of_target.back());
        }
    }
};

// What assessment asks of everybody under the same rules; units one after the other mostly have the same.
struct Standards {
    const AssessmentRules* rules;
    ResultBounds bounds;
    Targets targets;
    explicit Standards(const AssessmentRules& of) : rules(&of), bounds(of), targets(of.targets) {}
};
class StandardsOfUnits {
  public:
    const Standards& of(const AssessmentRules& rules) {
        if (!latest_ || latest_->rules != &rules) latest_.emplace(rules);
        return *latest_;
    }

  private:
    std::optional<Standards> latest_;
};

// `rated`: those of the group, in its order.
void hold_targets(const Targets& targets, int number, World& world, std::int32_t year, const Graded& graded,
                  const Graded::Group& group, std::span<Rated> rated) {
    for (int k = 0; k < number; ++k) {
        const double* luck = graded.luck_of_target[static_cast<std::size_t>(k)].data() + group.from;
        for (std::size_t i = 0; i < rated.size(); ++i) targets.hold(world, year, k, luck[i], rated[i]);
    }
}

// Rates a group under one scheme of the unit that assesses; the result lacks only who is excellent.
void rate(const RulesView<AssessmentRules>& rules, const Standards& standards, const PerformanceMix& performance,
          const RatingScheme& scheme, World& world, const AssessmentYear& year, const Graded& graded,
          const Graded::Group& group, Pool& pool) {
    std::vector<Rated>& into = pool.people;
    const AssessmentRules& rule = *standards.rules;
    const std::size_t first = into.size();
    for (std::size_t i = group.from; i < group.until; ++i) {
        const PersonId soon = ahead(graded.people, i);
        fetch(world.county.traits(soon), world.county.record(soon), world.county.cold(soon));
        const PersonId person = graded.people[i];
        double truth = performance.between(year.from, year.until, world.county, person, graded.luck[i]);
        const double effort = draw_effort(rule.indicators, world, person, truth);
        const double score = scheme.score(truth, effort, graded.noise[i]);
        const AssessmentRules& own_rules = rules.of(world.county, person);
        into.push_back(
            {person, truth, score, scheme.result(score), may_be_excellent(own_rules, world.county, person, year)});
    }
    pool.allow(rule, into.size() - first);
    hold_targets(standards.targets, rule.targets.number, world, year.number, graded, group,
                 std::span(into).subspan(first));
}

// Who is assessed in another unit than the own one: guests of more than half a year, by host.
std::vector<std::vector<PersonId>> guests(const RulesView<AssessmentRules>& rules, const County& county) {
    std::vector<std::vector<PersonId>> by_host(county.units().size());
    for (std::size_t u = 0; u < county.units().size(); ++u) {
        if (county.units()[u].away == 0 || !rules.of(UnitId{u}).host_assesses) continue;
        for (const PersonId person : county.units()[u].members) {
            if (is_assessed_by_host(county, person)) by_host[county.hot(person).host].push_back(person);
        }
    }
    return by_host;
}

// Of each unit that assesses, its staff and its leadership team; who gets no grade is told so.
Graded find_graded(const RulesView<AssessmentRules>& rules, World& world, const AssessmentYear& year) {
    Graded graded;
    graded.make_room(world.county.people().size());
    const std::vector<std::vector<PersonId>> guests_of = guests(rules, world.county);
    std::vector<PersonId> staff, team;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const AssessmentRules& rule = rules.of(UnitId{u});
        if (!rule.enabled) continue;
        staff.clear();
        team.clear();
        const auto take = [&](PersonId person) {
            if (!gets_a_grade(world.county, person)) {
                return leave_without_grade(rules.of(world.county, person), world, year, person);
            }
            (world.county.leads(person) ? team : staff).push_back(person);
        };
        for (const PersonId person : world.county.units()[u].members) {
            if (!rule.host_assesses || !is_assessed_by_host(world.county, person)) take(person);
        }
        for (const PersonId guest : guests_of[u]) take(guest);
        graded.add_group(world.county, UnitId{u}, false, staff);
        graded.add_group(world.county, UnitId{u}, true, team);
    }
    return graded;
}

int most_targets(const RulesView<AssessmentRules>& rules, const County& county) {
    int most = 0;
    for (std::size_t u = 0; u < county.units().size(); ++u) most = std::max(most, rules.of(UnitId{u}).targets.number);
    return most;
}

// As numbers of an ordered scale.
double level(Result result) {
    if (result == Result::excellent) return 1;
    if (result == Result::incompetent) return -2;
    return result == Result::basically_competent ? -1 : 0;
}

// Correlation of the results of a unit with true performance; where all results are alike nothing is learnt, and the
// old impression stays.
void judge_fairness(World& world, UnitId unit) {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const PersonId person : world.county.unit(unit).members) {
        const Record& record = world.county.record(person);
        if (record.results[2] == Result::none) continue;
        const double result = level(record.results[2]), truth = static_cast<double>(record.performance);
        n += 1, x += result, y += truth, xx += result * result, yy += truth * truth, xy += result * truth;
    }
    const double variance_x = n * xx - x * x, variance_y = n * yy - y * y;
    if (variance_x <= 0 || variance_y <= 0) return;
    world.county.set_fairness(unit, (n * xy - x * y) / std::sqrt(variance_x * variance_y));
}

// A pool shares out excellent results; what they bring about is up to the rules of everybody's own unit.
void settle_pool(const RulesView<AssessmentRules>& rules, World& world, const AssessmentYear& year, Pool& pool) {
    const std::size_t excellent = choose_excellent(world, pool);
    for (std::size_t i = 0; i < pool.people.size(); ++i) {
        const Rated& rated = pool.people[i];
        const AssessmentRules& own_rules = rules.of(world.county, rated.person);
        settle_result(own_rules, world, year, rated, i < excellent ? Result::excellent : rated.otherwise);
    }
}

}  // namespace

void hold_assessment(const RulesView<AssessmentRules>& rules, const RulesView<PerformanceRules>& performance,
                     World& world) {
    const AssessmentYear past_year(world.year() - 1);
    Graded graded = find_graded(rules, world, past_year);
    graded.draw(world, past_year.number, most_targets(rules, world.county));
    Pool leaders{world.county_key, {}}, staff{combine(world.county_key, staff_pool_number), {}}, of_unit;
    StandardsOfUnits standards_of_units;
    for (const Graded::Group& group : graded.groups) {
        const AssessmentRules& rule = rules.of(group.unit);
        const Standards& standards = standards_of_units.of(rule);
        const bool with_clients = !group.leaders && world.county.is_township(group.unit);
        const UnitService service = group.leaders ? UnitService{} : world.county.unit(group.unit).service;
        const RatingScheme scheme(rule, standards.bounds, with_clients, service);
        const bool in_unit = !group.leaders && rule.staff_pool == StaffPool::unit;
        Pool& pool = group.leaders ? leaders : in_unit ? of_unit : staff;
        rate(rules, standards, PerformanceMix(performance.of(group.unit)), scheme, world, past_year, graded, group,
             pool);
        if (!in_unit) continue;
        of_unit.key = world.county.unit(group.unit).key;
        settle_pool(rules, world, past_year, of_unit);
        of_unit.clear();
    }
    settle_pool(rules, world, past_year, staff);
    settle_pool(rules, world, past_year, leaders);
    for (std::size_t u = 0; u < world.county.units().size(); ++u) judge_fairness(world, UnitId{u});
}

}  // namespace staffsim
