#include "sim/processes/assessment/assessment.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "sim/foundation/diagnostics.hpp"

namespace staffsim {

namespace {

struct Rated {
    PersonId person;
    double truth = 0;
    double score = 0;
};

// No grade: on probation, or under a demerit or worse during the year.
bool gets_a_grade(const County& county, PersonId person) {
    const bool demerit = county.is_sanctioned(person) && county.cold(person).sanction > Sanction::warning;
    return !county.hot(person).on_probation && !demerit;
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

// Moves the excellent to the front of the pool and returns their number. Nobody under a sanction can be excellent.
std::size_t choose_excellent(const AssessmentRules& rules, const World& world, std::vector<Rated>& pool,
                             EntityKey pool_key) {
    const auto may_be = std::partition(
        pool.begin(), pool.end(), [&world](const Rated& rated) { return !world.county.is_sanctioned(rated.person); });
    const auto eligible = static_cast<std::size_t>(may_be - pool.begin());
    const std::size_t quota =
        std::min(eligible, static_cast<std::size_t>(excellent_quota(rules.excellent_share, pool.size())));
    const double turns = rules.in_turn_share * static_cast<double>(quota);
    const double u = world.draws.uniform({pool_key, +Purpose::excellent_turn, world.year()});
    const std::size_t in_turn = std::min(quota, static_cast<std::size_t>(turns + u));
    if (in_turn > 0) choose_in_turn(world.county, {pool.begin(), may_be}, in_turn);
    std::partial_sort(
        pool.begin() + static_cast<std::ptrdiff_t>(in_turn), pool.begin() + static_cast<std::ptrdiff_t>(quota), may_be,
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

void apply_consequences(const AssessmentRules& rules, World& world, PersonId person, Result result) {
    County& county = world.county;
    const bool poor = result == Result::basically_competent || result == Result::incompetent;
    county.set_barred(person, rules.links_promotion && poor);
    if (rules.links_rank && result == Result::excellent) {
        county.pay_position(person).rank_credit += 1.0f;
    }
    const Record& record = county.record(person);
    const bool twice = result == Result::incompetent && record.results[1] == Result::incompetent;
    if (rules.links_dismissal && twice) {
        world.requests.about(world.today() + 1, EventKind::dismissal, county, person);
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

void settle_pool(const AssessmentRules& rules, const RatingScheme& scheme, World& world, std::vector<Rated>& pool,
                 EntityKey pool_key) {
    const std::size_t quota = choose_excellent(rules, world, pool, pool_key);
    if (static_cast<int>(quota) > excellent_quota(rules.excellent_share, pool.size())) {
        throw InvariantError("more excellent results than the quota allows");
    }
    count_truly_best(world, pool, quota);
    for (std::size_t i = 0; i < pool.size(); ++i) {
        const Rated& rated = pool[i];
        settle_result(rules, world, rated, i < quota ? Result::excellent : scheme.result(rated.score));
    }
}

}  // namespace

RatingScheme::RatingScheme(const AssessmentRules& rules) {
    double total = 0;
    for (std::size_t s = 0; s < rater_source_count; ++s) total += rules.raters[s] > 0 ? rules.weights[s] : 0.0;
    double variance = total > 0 ? 1.0 : 0.0;
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        if (rules.raters[s] <= 0 || total <= 0) continue;
        weight_[s] = rules.weights[s] / total;
        bias_sd_[s] = std::sqrt(rules.shared_bias[s]);
        error_sd_[s] = std::sqrt(rater_error_variance(rules.reliability[s], rules.shared_bias[s]) / rules.raters[s]);
        sees_truth_ = weight_[s] == 1 && bias_sd_[s] == 0 && error_sd_[s] == 0;
        variance += weight_[s] * weight_[s] * (bias_sd_[s] * bias_sd_[s] + error_sd_[s] * error_sd_[s]);
    }
    const double sd = std::sqrt(variance);
    const auto threshold = [sd](double share) { return share > 0 ? inverse_normal(share) * sd : -1e300; };
    incompetent_below_ = threshold(rules.incompetent_share);
    basically_below_ = threshold(rules.incompetent_share + rules.basically_competent_share);
}

void RatingScheme::rate(const World& world, std::int32_t year, Cohort& cohort) const {
    const std::size_t n = cohort.people.size();
    cohort.score.assign(n, 0);
    cohort.first_noise.assign(n, 0);
    cohort.second_noise.assign(n, 0);
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        if (weight_[s] == 0) continue;
        if (bias_sd_[s] != 0 || error_sd_[s] != 0) {
            world.draws.two_normals(cohort.keys, {{}, +Purpose::rating_error, year, static_cast<std::uint16_t>(s)},
                                    cohort.first_noise, cohort.second_noise);
        }
        for (std::size_t i = 0; i < n; ++i) {
            cohort.score[i] += weight_[s] * (cohort.truth[i] + bias_sd_[s] * cohort.first_noise[i] +
                                             error_sd_[s] * cohort.second_noise[i]);
        }
    }
}

double RatingScheme::score(const World& world, PersonId person, double truth) const {
    if (sees_truth_) return truth;
    double sum = 0;
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        if (weight_[s] == 0) continue;
        double seen = truth;
        if (bias_sd_[s] != 0 || error_sd_[s] != 0) {
            const auto noise = world.draws.two_normals(
                {world.county.cold(person).key, +Purpose::rating_error, world.year(), static_cast<std::uint16_t>(s)});
            seen = truth + bias_sd_[s] * noise.first + error_sd_[s] * noise.second;
        }
        sum += weight_[s] * seen;
    }
    return sum;
}

Result RatingScheme::result(double score) const {
    if (score < incompetent_below_) return Result::incompetent;
    return score < basically_below_ ? Result::basically_competent : Result::competent;
}

double rater_error_variance(double reliability, double shared_bias) {
    return (1.0 + shared_bias) * (1.0 - reliability) / reliability;
}

double composite_reliability(const AssessmentRules& rules) {
    double weights = 0, noise = 0;
    for (std::size_t s = 0; s < rater_source_count; ++s) {
        if (rules.raters[s] <= 0) continue;
        const double w = rules.weights[s];
        weights += w;
        const double error = rater_error_variance(rules.reliability[s], rules.shared_bias[s]);
        noise += w * w * (rules.shared_bias[s] + error / rules.raters[s]);
    }
    return weights * weights / (weights * weights + noise);
}

int excellent_quota(double share, std::size_t n) {
    // 0.2 * 30 must give 6: guard against the last bit of the product.
    return static_cast<int>(share * static_cast<double>(n) + 1e-9);
}

void hold_assessment(const RulesView<AssessmentRules>& rules, const RulesView<PerformanceRules>& performance,
                     World& world) {
    const std::int32_t past_year = world.year() - 1;
    std::vector<Rated> leaders, pool;
    Cohort cohort;
    for (std::size_t u = 0; u < world.county.units().size(); ++u) {
        const UnitId unit{u};
        const AssessmentRules& rule = rules.of(unit);
        if (!rule.enabled) continue;
        const RatingScheme scheme(rule);
        pool.clear();
        cohort.clear();
        for (const PersonId person : world.county.unit(unit).members) {
            if (gets_a_grade(world.county, person)) {
                cohort.add(world.county, person);
            } else {
                leave_without_grade(world, person);
            }
        }
        performance_in_year(performance.of(unit), world, past_year, cohort);
        scheme.rate(world, past_year, cohort);
        for (std::size_t i = 0; i < cohort.people.size(); ++i) {
            const bool leader = is_leadership(world.county.post_of(cohort.people[i]).ladder);
            (leader ? leaders : pool).push_back({cohort.people[i], cohort.truth[i], cohort.score[i]});
        }
        settle_pool(rule, scheme, world, pool, world.county.unit(unit).key);
    }
    if (!leaders.empty())
        settle_pool(rules.county_wide(), RatingScheme(rules.county_wide()), world, leaders, world.county_key);
}

void assess_on_anniversary(const AssessmentRules& rules, const RatingScheme& scheme, const PerformanceMix& performance,
                           World& world, PersonId person, double luck) {
    if (!gets_a_grade(world.county, person)) return leave_without_grade(world, person);
    const double truth = performance.of(world.county, person, luck);
    const double score = scheme.score(world, person, truth);
    settle_result(rules, world, {person, truth, score}, scheme.result(score));
}

}  // namespace staffsim
