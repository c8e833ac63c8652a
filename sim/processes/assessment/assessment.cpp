#include "sim/processes/assessment/assessment.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "sim/foundation/diagnostics.hpp"
#include "sim/model/fetch.hpp"
#include "sim/model/routine_records.hpp"

namespace staffsim {

namespace {

constexpr std::int32_t half_a_year = 183;         // days; domain handbook §4
constexpr int years_for_a_merit = 3;              // excellent in succession; domain handbook §4
constexpr std::uint64_t staff_pool_number = 100;  // tells the county's pool of staff from that of leaders

struct Rated {
    PersonId person;
    double truth = 0;
    double score = 0;
    Result otherwise = Result::competent;  // when not excellent
    bool may_be_excellent = true;
};

// Whole places of a share of people: .2 x 30 must give 6, so guard against the last bit of the product.
int whole_places(double due) { return static_cast<int>(due + 1e-9); }

// People among whom excellent results are shared out: those assessed in one unit, or in several, each of which brings
// the places that its own rules allow.
struct Pool {
    EntityKey key;
    std::vector<Rated> people;
    double places = 0;   // for excellent results, before they are rounded down
    double in_turn = 0;  // sum over people of the share of places that goes in turn

    void allow(const AssessmentRules& rules, std::size_t assessed) {
        const auto n = static_cast<double>(assessed);
        places += rules.excellent_share * n;
        in_turn += rules.in_turn_share * (1.0 - rules.standard_procedure) * n;
    }
    // Without its people; their memory stays.
    void clear() {
        people.clear();
        places = in_turn = 0;
    }
};

// No grade: on probation, under inquiry, or under a demerit or worse on the day of the assessment.
bool gets_a_grade(const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    if (hot.on_probation || hot.under_inquiry) return false;
    return !county.is_sanctioned(person) || county.cold(person).grave_until <= county.today();
}

// A calendar year and its days [from, until).
struct Year {
    explicit Year(std::int32_t n) : number(n), from(first_of_year(n)), until(first_of_year(n + 1)) {}
    std::int32_t number;
    Day from, until;
    bool has(Day day) const { return from <= day && day < until; }
};

// Not with a sanction in force or imposed in the year, a short warning included; nor short of required training.
bool may_be_excellent(const AssessmentRules& rules, const County& county, PersonId person, const Year& year) {
    if (county.is_sanctioned(person) || year.has(county.cold(person).sanctioned_since)) return false;
    return !rules.links_training || county.learning(person).short_year != year.number;
}

// A guest for more than half a year.
bool is_assessed_by_host(const County& county, PersonId person) {
    const PersonHot& hot = county.hot(person);
    return hot.host != hot.unit && county.today() - county.cold(person).assignment_since > half_a_year;
}

bool ranks_before(const County& county, const Rated& a, const Rated& b, double Rated::*value) {
    return a.*value != b.*value ? a.*value > b.*value : county.cold(a.person).key < county.cold(b.person).key;
}

// Those in turn: longest without excellent first. Moves them to the front.
void choose_in_turn(const County& county, std::span<Rated> pool, std::size_t in_turn) {
    std::partial_sort(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(in_turn), pool.end(),
                      [&county](const Rated& a, const Rated& b) {
                          const auto wait_a = county.record(a.person).years_since_excellent;
                          const auto wait_b = county.record(b.person).years_since_excellent;
                          return wait_a != wait_b ? wait_a > wait_b : ranks_before(county, a, b, &Rated::score);
                      });
}

// Moves the excellent to the front of the pool and returns their number.
std::size_t choose_excellent(const World& world, Pool& pool) {
    if (pool.people.empty()) return 0;
    const auto begin = pool.people.begin();
    const auto may_be = std::partition(begin, pool.people.end(), [](const Rated& r) { return r.may_be_excellent; });
    const auto eligible = static_cast<std::size_t>(may_be - begin);
    const std::size_t quota = std::min(eligible, static_cast<std::size_t>(whole_places(pool.places)));
    const double turns = pool.in_turn / static_cast<double>(pool.people.size()) * static_cast<double>(quota);
    const double u = world.draws.uniform({pool.key, +Purpose::excellent_turn, world.year()});
    const std::size_t in_turn = std::min(quota, static_cast<std::size_t>(turns + u));
    if (in_turn > 0) choose_in_turn(world.county, {begin, may_be}, in_turn);
    std::partial_sort(
        begin + static_cast<std::ptrdiff_t>(in_turn), begin + static_cast<std::ptrdiff_t>(quota), may_be,
        [&world](const Rated& a, const Rated& b) { return ranks_before(world.county, a, b, &Rated::score); });
    return quota;
}

// How many of the first `quota` are among the `quota` truly best of the pool.
void count_truly_best(World& world, const std::vector<Rated>& pool, std::size_t quota) {
    if (quota == 0) return;
    std::vector<Rated> by_truth = pool;
    std::nth_element(
        by_truth.begin(), by_truth.begin() + static_cast<std::ptrdiff_t>(quota - 1), by_truth.end(),
        [&world](const Rated& a, const Rated& b) { return ranks_before(world.county, a, b, &Rated::truth); });
    const Rated cut = by_truth[quota - 1];
    for (std::size_t i = 0; i < quota; ++i) {
        const bool truly = !ranks_before(world.county, cut, pool[i], &Rated::truth);
        if (truly) world.county.count(pool[i].person, Flow::excellent_truly_best);
    }
}

// A commendation for an excellent year; a merit as well for the third in succession.
void commend(const AssessmentRules& rules, World& world, PersonId person) {
    Record& record = world.county.record(person);
    Money award = rules.commendation;
    if (record.excellent_run >= years_for_a_merit) {
        record.excellent_run = 0;
        award += rules.merit;
        world.county.count(person, Flow::merits);
    }
    world.county.spend(UnitId{world.county.hot(person).unit}, OneOff::awards, award);
}

// One level down: the post, or the rank of somebody without one.
void step_back(World& world, PersonId person) {
    world.county.count(person, Flow::steps_back_by_result);
    if (world.county.post_of(person).is_entry()) {
        world.county.lower_rank(person, world.today());
    } else {
        world.county.demote(person);
    }
}

void apply_consequences(const AssessmentRules& rules, World& world, PersonId person, Result result) {
    County& county = world.county;
    const bool poor = result == Result::basically_competent || result == Result::incompetent;
    county.set_barred(person, rules.links_promotion && poor);
    if (result == Result::excellent) {
        if (rules.links_rank) county.pay_position(person).rank_credit += 1.0f;
        if (rules.links_commendation) commend(rules, world, person);
    }
    if (result != Result::incompetent) return;
    if (rules.links_dismissal && county.record(person).results[1] == Result::incompetent) {
        county.count(person, Flow::dismissals_by_result);
        world.requests.about(world.today() + 1, EventKind::dismissal, county, person);
    } else if (rules.links_demotion) {
        step_back(world, person);
    }
}

void settle_result(const AssessmentRules& rules, World& world, const Rated& rated, Result result) {
    world.county.record_result(rated.person, result, static_cast<float>(rated.score), static_cast<float>(rated.truth));
    apply_consequences(rules, world, rated.person, result);
}

void leave_without_grade(World& world, PersonId person) {
    world.county.record_result(person, Result::none, 0, 0);
    world.county.set_barred(person, false);  // a bar lasts a year
}

// A pool shares out excellent results; what they bring about is up to the rules of everybody's own unit.
void settle_pool(const RulesView<AssessmentRules>& rules, World& world, Pool& pool) {
    const std::size_t quota = choose_excellent(world, pool);
    if (static_cast<int>(quota) > whole_places(pool.places)) {
        throw InvariantError("more excellent results than the quota allows");
    }
    count_truly_best(world, pool.people, quota);
    for (std::size_t i = 0; i < pool.people.size(); ++i) {
        const Rated& rated = pool.people[i];
        const AssessmentRules& own_rules = rules.of(world.county, rated.person);
        settle_result(own_rules, world, rated, i < quota ? Result::excellent : rated.otherwise);
    }
}

bool draws_effort(const IndicatorRules& rules) { return rules.share != 0 && rules.gaming != 0; }

// Effort drawn to indicators, z, put on record; what performance loses by it.
double draw_effort(const IndicatorRules& rules, World& world, PersonId person, double& truth) {
    if (!draws_effort(rules)) return world.county.record(person).effort_shift = 0;
    const double climate = world.county.unit(UnitId{world.county.hot(person).unit}).climate.gaming;
    const auto shift = static_cast<float>(effort_shift(rules, world.county.traits(person)) * climate);
    world.county.record(person).effort_shift = shift;
    truth += performance_change(rules, static_cast<double>(shift));
    return static_cast<double>(shift);
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

// Caps results by one-veto targets. Somebody misses one by luck and by lack of performance.
class Targets {
  public:
    explicit Targets(const TargetRules& rules)
        : rules_(rules),
          threshold_(rules.miss_share > 0 ? inverse_normal(rules.miss_share) : -1e300),
          luck_sd_(std::sqrt(1.0 - rules.dependence * rules.dependence)) {}

    // `rated`: those of the group, in its order.
    void hold(World& world, std::int32_t year, const Graded& graded, const Graded::Group& group,
              std::span<Rated> rated) const {
        for (int k = 0; k < rules_.number; ++k) {
            const double* luck = graded.luck_of_target[static_cast<std::size_t>(k)].data() + group.from;
            for (std::size_t i = 0; i < rated.size(); ++i) {
                if (is_missed(rated[i].truth, luck[i])) miss(world, year, k, rated[i]);
            }
        }
    }

  private:
    // Most people are far from missing one, whatever their luck is exactly.
    bool is_missed(double truth, double luck) const {
        const double by_truth = rules_.dependence * truth;
        if (by_truth + luck_sd_ * bounds_.at_least(luck) >= threshold_) return false;
        return by_truth + luck_sd_ * inverse_normal(luck) < threshold_;
    }

    void miss(World& world, std::int32_t year, int k, Rated& rated) const {
        world.county.count(rated.person, Flow::targets_missed);
        const DrawAddress at{world.county.cold(rated.person).key, +Purpose::target, year,
                             static_cast<std::uint16_t>(waiver + k)};
        if (world.draws.chance(at, rules_.waived_share)) return world.county.count(rated.person, Flow::targets_waived);
        world.county.count(rated.person, Flow::results_capped);
        rated.may_be_excellent = false;
        const bool lowers = rules_.cap == TargetCap::basically_competent && rated.otherwise == Result::competent;
        if (lowers) rated.otherwise = Result::basically_competent;
    }

    static constexpr int waiver = 100;  // sub-draws of waivers, apart from those of misses
    const TargetRules& rules_;
    const NormalBounds& bounds_ = normal_bounds();
    double threshold_, luck_sd_;
};

// Rates a group under one scheme of the unit that assesses; the result lacks only who is excellent.
void rate(const RulesView<AssessmentRules>& rules, const PerformanceMix& performance, const RatingScheme& scheme,
          World& world, const Year& year, const Graded& graded, const Graded::Group& group, Pool& pool) {
    std::vector<Rated>& into = pool.people;
    const AssessmentRules& rule = rules.of(group.unit);
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
    Targets(rule.targets).hold(world, year.number, graded, group, std::span(into).subspan(first));
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
Graded find_graded(const RulesView<AssessmentRules>& rules, World& world) {
    Graded graded;
    const std::vector<std::vector<PersonId>> guests_of = guests(rules, world.county);
    std::vector<PersonId> staff, team;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const AssessmentRules& rule = rules.of(UnitId{u});
        if (!rule.enabled) continue;
        staff.clear();
        team.clear();
        const auto take = [&](PersonId person) {
            if (!gets_a_grade(world.county, person)) return leave_without_grade(world, person);
            (is_leadership(world.county.post_of(person).ladder) ? team : staff).push_back(person);
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

}  // namespace

int excellent_quota(double share, std::size_t n) { return whole_places(share * static_cast<double>(n)); }

double stakes(const AssessmentRules& rules) {
    const int linked = rules.links_step + rules.links_grade + rules.links_rank + rules.links_promotion +
                       rules.links_commendation + rules.links_demotion + rules.links_dismissal;
    return linked / 7.0;
}

void hold_assessment(const RulesView<AssessmentRules>& rules, const RulesView<PerformanceRules>& performance,
                     World& world) {
    const Year past_year(world.year() - 1);
    Graded graded = find_graded(rules, world);
    graded.draw(world, past_year.number, most_targets(rules, world.county));
    Pool leaders{world.county_key, {}}, staff{combine(world.county_key, staff_pool_number), {}}, of_unit;
    for (const Graded::Group& group : graded.groups) {
        const AssessmentRules& rule = rules.of(group.unit);
        const bool with_clients = !group.leaders && world.county.is_township(group.unit);
        const UnitService service = group.leaders ? UnitService{} : world.county.unit(group.unit).service;
        const RatingScheme scheme(rule, with_clients, service);
        const bool in_unit = !group.leaders && rule.staff_pool == StaffPool::unit;
        Pool& pool = group.leaders ? leaders : in_unit ? of_unit : staff;
        rate(rules, PerformanceMix(performance.of(group.unit)), scheme, world, past_year, graded, group, pool);
        if (!in_unit) continue;
        of_unit.key = world.county.unit(group.unit).key;
        settle_pool(rules, world, of_unit);
        of_unit.clear();
    }
    settle_pool(rules, world, staff);
    settle_pool(rules, world, leaders);
    for (std::size_t u = 0; u < world.county.units().size(); ++u) judge_fairness(world, UnitId{u});
}

namespace {

// `is_plain`: that of the terms.
template <bool is_plain>
void assess_one_by_one(const AnniversaryTerms& terms, World& world, std::span<const std::uint32_t> slots,
                       std::span<const double> luck) {
    County& county = world.county;
    County::CompetentYears competent(county);
    const PersonHot* const people = county.people().data();
    const Day today = county.today();
    const RatingScheme scheme = terms.scheme;
    const PerformanceMix performance = terms.performance;
    for (const std::uint32_t slot : slots) {
        const PersonId person{slot};
        const double own_luck = luck[slot];
        const Record& record = competent.record(person);
        if (record.all_years == 0 && county.cold(person).entry >= today) continue;
        const PersonHot& hot = people[slot];
        const bool may_lack_a_grade = hot.on_probation | hot.under_inquiry | (today < hot.sanction_until);
        if (may_lack_a_grade && !gets_a_grade(county, person)) [[unlikely]] {
            leave_without_grade(world, person);
            continue;
        }
        double truth, score;
        if constexpr (is_plain) {
            truth = performance.of_luck_alone(own_luck);
            score = scheme.score(truth, static_cast<double>(record.effort_shift), 0.0);
        } else {
            truth = performance.of(county, person, own_luck);
            if (terms.effort_is_drawn) draw_effort(terms.rules->indicators, world, person, truth);
            score = scheme.score(world, person, truth);
        }
        const Result result = scheme.result(score);
        if (result != Result::competent) [[unlikely]] {
            settle_result(*terms.rules, world, {person, truth, score}, result);
            continue;
        }
        competent.add(person, static_cast<float>(score), static_cast<float>(truth));
    }
    competent.close();
}

}  // namespace

AnniversaryTerms::AnniversaryTerms(const AssessmentRules& of, const PerformanceRules& of_performance)
    : rules(&of),
      scheme(of),
      performance(of_performance),
      effort_is_drawn(draws_effort(of.indicators)),
      is_plain(performance.is_luck_alone() && !effort_is_drawn && !scheme.has_noise()) {}

void assess_on_anniversary(const AnniversaryTerms& terms, World& world, std::span<const std::uint32_t> slots,
                           std::span<const double> luck) {
    if (terms.is_plain) {
        assess_one_by_one<true>(terms, world, slots, luck);
    } else {
        assess_one_by_one<false>(terms, world, slots, luck);
    }
}

}  // namespace staffsim
