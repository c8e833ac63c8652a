#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/assessment/assessment.hpp"
#include "sim/processes/conduct/conduct.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

AssessmentRules rules() { return defaults(assessment_levers()); }

AssessmentRules superior_only(double reliability, double shared_bias, double raters) {
    AssessmentRules only = rules();
    only.weights = {1, 0, 0, 0};
    only.raters = {raters, 0, 0};
    only.reliability = {reliability, 0.5, 0.5};
    only.shared_bias = {shared_bias, 0, 0};
    return only;
}

// Raters who see the truth, which is ability alone.
AssessmentRules clear_sight() {
    AssessmentRules clear = superior_only(1 - 1e-12, 0, 1);
    clear.in_turn_share = 0;
    clear.basically_competent_share = clear.incompetent_share = 0;
    return clear;
}
PerformanceRules ability_alone() {
    PerformanceRules all = defaults(performance_levers());
    all.ability_weight = 1;
    all.skill_weight = all.motivation_weight = 0;
    all.stability = 1;
    all.fit_effect = 0;
    return all;
}

// One township of clerks P0 … with ability falling by 0.1.
struct Pool : TinyWorld {
    explicit Pool(int n) : TinyWorld({township("T01", n)}, {7, 7}, day(2026, 1, 15)) {
        for (int i = 0; i < n; ++i) {
            people.push_back(settle(0, {.id = "P" + std::to_string(i), .ability = static_cast<float>(3 - 0.1 * i)}));
        }
        open();
    }
    void assess(const AssessmentRules& assessment) {
        const PerformanceRules performance = ability_alone();
        hold_assessment(everywhere(assessment, county), everywhere(performance, county), world);
    }
    Result result(int i) const { return county.record(people[static_cast<std::size_t>(i)]).results[2]; }
    std::vector<PersonId> people;
};

}  // namespace

TEST_CASE("the error of a rater is set so that two raters agree as published") {
    CHECK(rater_error_variance(0.52, 0.3) == Approx(1.2));  // theory E6
    for (const double bias : {0.0, 0.2, 0.6}) {
        for (const double reliability : {0.05, 0.52, 0.95}) {
            const double error = rater_error_variance(reliability, bias);
            CHECK((1 + bias) / (1 + bias + error) == Approx(reliability));
        }
    }
}

TEST_CASE("more raters of one source raise reliability as Spearman and Brown say") {
    CHECK(composite_reliability(superior_only(0.52, 0, 1)) == Approx(0.52));
    CHECK(composite_reliability(superior_only(0.52, 0, 2)) == Approx(0.68421053).epsilon(1e-8));
    CHECK(composite_reliability(superior_only(0.52, 0, 5)) == Approx(0.84415584).epsilon(1e-8));
    for (const double k : {1.0, 3.0, 20.0, 100.0}) {
        CHECK(composite_reliability(superior_only(0.4, 0, k)) == Approx(k * 0.4 / (1 + (k - 1) * 0.4)));
    }
}

TEST_CASE("more clients do not remove the bias that clients share") {
    AssessmentRules clients = superior_only(0.2, 0.25, 1);
    double before = 0;
    for (const double k : {1.0, 10.0, 100.0, 1e9}) {
        clients.raters[0] = k;
        CHECK(composite_reliability(clients) > before);
        before = composite_reliability(clients);
    }
    CHECK(before == Approx(1 / 1.25));
}

TEST_CASE("a composite is as reliable as its weights, biases and raters make it") {
    const AssessmentRules given = rules();
    // superior .7: B .3, E 1.2, one rater; peers .3: B .2, E 1.8, eight raters; no clients
    const double noise = 0.49 * (0.3 + 1.2) + 0.09 * (0.2 + 1.8 / 8);
    CHECK(composite_reliability(given) == Approx(1 / (1 + noise)));
    AssessmentRules with_silent_clients = given;
    with_silent_clients.weights = {0.7, 0.3, 0.0, 0.5};
    CHECK(composite_reliability(with_silent_clients) == Approx(composite_reliability(given)));
}

TEST_CASE("the share of excellent is rounded down") {
    CHECK(excellent_quota(0.2, 0) == 0);
    CHECK(excellent_quota(0.2, 4) == 0);
    CHECK(excellent_quota(0.2, 5) == 1);
    CHECK(excellent_quota(0.2, 29) == 5);
    CHECK(excellent_quota(0.2, 30) == 6);
    CHECK(excellent_quota(0.25, 31) == 7);
    CHECK(excellent_quota(0, 30) == 0);
    for (std::size_t n = 0; n < 2000; ++n) {
        CHECK(excellent_quota(0.2, n) == static_cast<int>(n / 5));
        CHECK(excellent_quota(0.3, n) == static_cast<int>(3 * n / 10));
    }
}

TEST_CASE("raters who see the truth give excellent to the best of the pool") {
    Pool pool(14);
    pool.assess(clear_sight());
    for (int i = 0; i < 14; ++i) CHECK(pool.result(i) == (i < 2 ? Result::excellent : Result::competent));
    CHECK(pool.flow(Flow::excellent) == 2);
    CHECK(pool.flow(Flow::excellent_truly_best) == 2);
    CHECK(pool.flow(Flow::assessed) == 14);
}

TEST_CASE("a pool of four has no excellent place") {
    Pool pool(4);
    pool.assess(clear_sight());
    for (int i = 0; i < 4; ++i) CHECK(pool.result(i) == Result::competent);
}

TEST_CASE("with all excellent results in turns, those longest without one come first") {
    Pool pool(10);
    AssessmentRules turns = clear_sight();
    turns.in_turn_share = 1;  // beyond the lever's range, to see the rule alone
    for (int i = 0; i < 10; ++i)
        pool.county.record(pool.people[static_cast<std::size_t>(i)]).years_since_excellent = i == 3 || i == 8 ? 9 : 1;
    pool.assess(turns);
    for (int i = 0; i < 10; ++i) CHECK((pool.result(i) == Result::excellent) == (i == 3 || i == 8));
}

TEST_CASE("probationers and those under a demerit get no grade, and the warned are not excellent") {
    Pool pool(10);
    County& county = pool.county;
    const PersonId fresh = pool.settle(0, {.id = "fresh", .on_probation = true, .ability = 9});
    county.sanction(pool.people[0], Sanction::demerit, day(2026, 1, 16));
    county.sanction(pool.people[1], Sanction::warning, day(2026, 1, 16));
    county.sanction(pool.people[2], Sanction::demerit, day(2026, 1, 15));  // over today
    pool.assess(clear_sight());
    CHECK(county.record(fresh).results[2] == Result::none);
    CHECK(pool.result(0) == Result::none);
    CHECK(pool.result(1) == Result::competent);
    CHECK(pool.result(2) != Result::none);
}

TEST_CASE("leadership teams are pooled by county, the others by unit") {
    TinyWorld tiny({township("T01", 3, 0, 2), township("T02", 3, 0, 3)}, {1, 1}, day(2026, 1, 15));
    std::vector<PersonId> leaders;
    for (int i = 0; i < 5; ++i) {
        leaders.push_back(tiny.settle(
            i < 2 ? 0 : 1, {.id = "L" + std::to_string(i), .post = deputy, .ability = static_cast<float>(i)}));
    }
    tiny.settle(0, {.id = "C", .ability = 9});
    tiny.open();
    const AssessmentRules clear = clear_sight();
    const PerformanceRules performance = ability_alone();
    hold_assessment(everywhere(clear, tiny.county), everywhere(performance, tiny.county), tiny.world);
    for (int i = 0; i < 5; ++i) {  // five leaders have one excellent place; the clerk's pool of one has none
        CHECK(tiny.county.record(leaders[static_cast<std::size_t>(i)]).results[2] ==
              (i == 4 ? Result::excellent : Result::competent));
    }
    CHECK(tiny.flow(Flow::excellent) == 1);
}

TEST_CASE("results move promotion, rank and service as far as they are linked") {
    AssessmentRules harsh = clear_sight();
    harsh.incompetent_share = 0.05;
    harsh.basically_competent_share = 0.05;
    Pool pool(5);
    County& county = pool.county;
    county.traits(pool.people[3]).ability = -1.5f;  // between the 5 % and the 10 % point
    county.traits(pool.people[4]).ability = -3.0f;  // below the 5 % point
    pool.assess(harsh);
    CHECK(pool.result(3) == Result::basically_competent);
    CHECK(pool.result(4) == Result::incompetent);
    CHECK(county.hot(pool.people[3]).barred_from_promotion);
    CHECK(county.hot(pool.people[4]).barred_from_promotion);
    CHECK_FALSE(county.hot(pool.people[2]).barred_from_promotion);
    CHECK(county.pay(pool.people[0]).rank_credit == 1);
    CHECK(county.pay(pool.people[1]).rank_credit == 0);
    CHECK(pool.asked().empty());
    pool.assess(harsh);  // the second year
    const auto requests = pool.asked();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].kind == EventKind::dismissal);
    CHECK(requests[0].entity == pool.people[4].value);
}

TEST_CASE("without links results stay on paper") {
    AssessmentRules loose = clear_sight();
    loose.incompetent_share = 0.05;
    loose.links_dismissal = loose.links_promotion = loose.links_rank = false;
    Pool pool(5);
    pool.county.traits(pool.people[4]).ability = -3.0f;
    pool.assess(loose);
    pool.assess(loose);
    CHECK(pool.result(4) == Result::incompetent);
    CHECK(pool.asked().empty());
    CHECK_FALSE(pool.county.hot(pool.people[4]).barred_from_promotion);
    CHECK(pool.county.pay(pool.people[0]).rank_credit == 0);
}

TEST_CASE("an assessment that is switched off assesses nobody") {
    Pool pool(5);
    AssessmentRules off = clear_sight();
    off.enabled = false;
    pool.assess(off);
    CHECK(pool.flow(Flow::assessed) == 0);
}

TEST_CASE("a county without people is assessed without trouble") {
    TinyWorld tiny({township("T01", 3)});
    const AssessmentRules assessment = rules();
    const PerformanceRules performance = ability_alone();
    CHECK_NOTHROW(
        hold_assessment(everywhere(assessment, tiny.county), everywhere(performance, tiny.county), tiny.world));
}

// The composite orders as reliably as it says: correlation of score and truth is the root of the reliability. Four
// standard errors of Fisher's z: false alarm below 1e-4 were the seed redrawn.
TEST_CASE("scores correlate with true performance as the composite's reliability says") {
    const int n = 4000;
    TinyWorld tiny({township("T01", n)}, {3, 3}, day(2026, 1, 15));
    for (int i = 0; i < n; ++i) {
        const float ability = static_cast<float>(tiny.draws.normal({{static_cast<std::uint64_t>(i)}, 99, 0, 0}));
        tiny.settle(0, {.id = "P" + std::to_string(i), .ability = ability});
    }
    const AssessmentRules assessment = rules();
    const PerformanceRules performance = ability_alone();
    hold_assessment(everywhere(assessment, tiny.county), everywhere(performance, tiny.county), tiny.world);
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const PersonId person : tiny.county.units()[0].members) {
        const Record& record = tiny.county.record(person);
        const double truth = static_cast<double>(record.performance), score = static_cast<double>(record.scores[2]);
        x += truth;
        y += score;
        xx += truth * truth;
        yy += score * score;
        xy += truth * score;
    }
    const double correlation = (xy - x * y / n) / std::sqrt((xx - x * x / n) * (yy - y * y / n));
    CHECK(std::abs(std::atanh(correlation) - std::atanh(std::sqrt(composite_reliability(assessment)))) <
          4 / std::sqrt(n - 3.0));
}

// Was a defect: a warned person takes an excellent place, gets "competent", and is still counted as an excellent
// result that went to the truly best, so that the share of such results exceeds 1.
TEST_CASE("only results that are excellent count as excellent results of the truly best") {
    Pool pool(5);
    pool.county.sanction(pool.people[0], Sanction::warning, day(2026, 7, 1));
    pool.assess(clear_sight());
    CHECK(pool.flow(Flow::excellent_truly_best) <= pool.flow(Flow::excellent));
}

// Was a defect: the kind of the latest sanction hides an earlier, heavier one whose period still runs (theory H4,
// domain §12).
TEST_CASE("a warning inside the period of a demerit does not bring the grade back") {
    Pool pool(5);
    pool.county.sanction(pool.people[3], Sanction::demerit, day(2026, 12, 1));
    pool.county.sanction(pool.people[3], Sanction::warning, day(2026, 6, 1));
    pool.assess(clear_sight());
    CHECK(pool.result(3) == Result::none);
}

// Was a defect: who is barred and then gets no grade stays barred beyond the next assessment.
TEST_CASE("a bar on promotion ends at the next assessment, also for those who then get no grade") {
    Pool pool(5);
    pool.county.set_barred(pool.people[4], true);
    pool.county.sanction(pool.people[4], Sanction::demerit, day(2026, 2, 1));
    pool.assess(clear_sight());
    CHECK_FALSE(pool.county.hot(pool.people[4]).barred_from_promotion);
}

// Was a defect: a year without a grade enters the record as a score of 0, which is better than a poor one.
TEST_CASE("a year without a grade leaves the mean score as it was") {
    Pool pool(5);
    const PersonId person = pool.people[4];
    pool.county.record_result(person, Result::competent, -1.0f, -1.0f);
    pool.county.sanction(person, Sanction::demerit, day(2026, 12, 1));
    pool.assess(clear_sight());
    CHECK(pool.county.record(person).mean_score() == -1.0f);
}

TEST_CASE("a perfect rater alone sees the truth, and nobody else does") {
    Pool pool(5);
    for (const double truth : {1.0, -1.0, 0.25, 3.0, -2.5}) {
        CHECK(RatingScheme(superior_only(1, 0, 1)).score(truth, 0, 0.7) == truth);
        CHECK(RatingScheme(superior_only(0.5, 0, 1)).score(truth, 0, 0.7) == Approx(truth + 0.7));
    }
    CHECK(RatingScheme(superior_only(1, 0, 1)).score(pool.world, pool.people[3], 3) == 3);
    CHECK(RatingScheme(superior_only(0.5, 0, 1)).score(pool.world, pool.people[3], 3) != 3);
}

TEST_CASE("on the county's day and alone people are rated with the noise of the year that is theirs") {
    AssessmentRules three = rules();
    three.raters = {1, 8, 0, 50};
    three.weights = {0.5, 0.3, 0.0, 0.2};
    for (const AssessmentRules& rule : {rules(), three, superior_only(0.52, 0.3, 2), superior_only(1, 0, 1)}) {
        Pool pool(9);
        const RatingScheme scheme(rule);
        pool.assess(rule);  // for 2025
        for (const PersonId person : pool.people) {
            const auto noise = [&](std::int32_t year) {
                return pool.draws.normal({pool.county.cold(person).key, +Purpose::rating_error, year});
            };
            const auto truth = static_cast<double>(pool.county.traits(person).ability);
            CHECK(pool.county.record(person).scores[2] == static_cast<float>(scheme.score(truth, 0, noise(2025))));
            CHECK(scheme.score(pool.world, person, truth) == scheme.score(truth, 0, noise(2026)));
        }
    }
}

namespace {

// Mean and standard deviation of the composite of somebody whose truth is given, by drawing every bias, every rater's
// error, every routine judgement and what indicators show beside the job, one by one.
struct Moments {
    double mean = 0, sd = 0;
};
Moments by_single_raters(const AssessmentRules& rule, double truth, int people) {
    const Draws draws({17, 3});
    double sum = 0, squares = 0;
    for (int i = 0; i < people; ++i) {
        std::uint16_t sub = 0;
        const auto z = [&] { return draws.normal({{static_cast<std::uint64_t>(i)}, 77, 0, sub++}); };
        double total = 0, score = 0;
        for (std::size_t s = 0; s < rater_source_count; ++s) {
            const auto raters =
                static_cast<int>(s == 3 ? std::min(rule.raters[s], rule.people_served) : rule.raters[s]);
            if (raters == 0) continue;
            const double error = std::sqrt(rater_error_variance(rule.reliability[s], rule.shared_bias[s]));
            const double bias = std::sqrt(rule.shared_bias[s]) * z();
            double seen = 0;
            for (int r = 0; r < raters; ++r) {
                double own = error * z();
                if (s == 0 && rule.routine_weight > 0) {
                    double routine = 0;
                    for (int k = 0; k < rule.routine_times; ++k) routine += error * z() / rule.routine_times;
                    own = (1 - rule.routine_weight) * own + rule.routine_weight * routine;
                }
                seen += (truth + bias + own) / raters;
            }
            if (s == 0) {
                const IndicatorRules& hard = rule.indicators;
                const double shown = std::sqrt(hard.coverage) * truth + std::sqrt(1 - hard.coverage) * z() +
                                     std::sqrt((1 - hard.reliability) / hard.reliability) * z();
                seen = (1 - hard.share) * seen + hard.share * shown;
            }
            total += rule.weights[s];
            score += rule.weights[s] * seen;
        }
        score /= total;
        sum += score;
        squares += score * score;
    }
    const double mean = sum / people;
    return {mean, std::sqrt(squares / people - mean * mean)};
}

}  // namespace

// A sum of independent normals is one normal with the sum of their variances. Mean and standard deviation of 20,000
// people rated by every single rater, within four standard errors: with three sets of rules and two moments a false
// alarm would come once in 2,600 seeds.
TEST_CASE("one noise has the law of all the biases and errors it stands for") {
    AssessmentRules four = rules();
    four.raters = {1, 8, 3, 12};
    four.weights = {0.4, 0.3, 0.1, 0.2};
    AssessmentRules hard = rules();
    hard.indicators.share = 0.4;
    AssessmentRules routine = hard;
    routine.routine_weight = 0.5;
    constexpr int people = 20000;
    for (const AssessmentRules& rule : {four, hard, routine}) {
        const RatingScheme scheme(rule);
        const double mean = scheme.score(0.8, 0, 0), sd = scheme.score(0.8, 0, 1) - mean;
        const Moments drawn = by_single_raters(rule, 0.8, people);
        CHECK(std::abs(drawn.mean - mean) < 4 * sd / std::sqrt(people));
        CHECK(std::abs(drawn.sd - sd) < 4 * sd / std::sqrt(2.0 * people));
    }
}

TEST_CASE("true performance mixes what lasts with the luck of the year, the same for cohort and person") {
    Pool pool(6);
    PerformanceRules half = ability_alone();
    half.stability = 0.64;
    const AssessmentRules rule = rules();
    hold_assessment(everywhere(rule, pool.county), everywhere(half, pool.county), pool.world);
    std::vector<double> luck(pool.county.keys().size());
    draw_performance_luck(pool.world, 2025, luck);
    for (const PersonId person : pool.people) {
        const auto ability = static_cast<double>(pool.county.traits(person).ability);
        const double of_year = luck[person.value];
        CHECK(of_year == pool.draws.normal({pool.county.cold(person).key, +Purpose::performance_luck, 2025, 0}));
        const double truth = PerformanceMix(half).undisturbed(pool.county, person, of_year);
        CHECK(truth == Approx(0.8 * ability + 0.6 * of_year).epsilon(1e-12));
        CHECK(pool.county.record(person).performance == static_cast<float>(truth));
        // stability 1: no luck
        CHECK(PerformanceMix(ability_alone()).undisturbed(pool.county, person, of_year) == ability);
    }
}

TEST_CASE("the far lower end of scores has the worst results, at the shares of the rules") {
    AssessmentRules harsh = superior_only(1, 0, 1);
    harsh.incompetent_share = 0.05;
    harsh.basically_competent_share = 0.10;
    const RatingScheme scheme(harsh);
    CHECK(scheme.result(-1.645) == Result::incompetent);
    CHECK(scheme.result(-1.644) == Result::basically_competent);
    CHECK(scheme.result(-1.037) == Result::basically_competent);
    CHECK(scheme.result(-1.036) == Result::competent);
    CHECK(scheme.result(9) == Result::competent);
    harsh.incompetent_share = harsh.basically_competent_share = 0;
    CHECK(RatingScheme(harsh).result(-1e200) == Result::competent);
    // Scores that vary more, because raters err, have limits further out.
    AssessmentRules blurred = superior_only(0.25, 0, 1);  // variance 4
    blurred.incompetent_share = 0.05;
    blurred.basically_competent_share = 0;
    CHECK(RatingScheme(blurred).result(-3.28) == Result::competent);
    CHECK(RatingScheme(blurred).result(-3.30) == Result::incompetent);
}

namespace {

void assess_alone(Pool& pool, int i, double luck, const AssessmentRules& rule) {
    const PerformanceRules performance = ability_alone();
    const std::array<std::uint32_t, 1> slot{pool.people[static_cast<std::size_t>(i)].value};
    const std::vector<double> by_slot(pool.county.keys().size(), luck);
    assess_on_anniversary(AnniversaryTerms(rule, performance), pool.world, slot, by_slot);
}

}  // namespace

TEST_CASE("on the anniversary everybody is assessed alone, and nobody is excellent") {
    Pool pool(10);
    for (int i = 0; i < 10; ++i) assess_alone(pool, i, 0.5, superior_only(1, 0, 1));
    for (int i = 0; i < 10; ++i) {
        const Record& record = pool.county.record(pool.people[static_cast<std::size_t>(i)]);
        CHECK(record.results[2] == Result::competent);
        CHECK(record.performance == pool.county.traits(pool.people[static_cast<std::size_t>(i)]).ability);
        CHECK(record.scores[2] == record.performance);
    }
    CHECK(pool.flow(Flow::assessed) == 10);
    CHECK(pool.flow(Flow::excellent) == 0);
}

TEST_CASE(
    "on the anniversary, too, probationers and those under a demerit get no grade, and poor results have their "
    "consequences") {
    AssessmentRules harsh = superior_only(1, 0, 1);
    harsh.incompetent_share = 0.05;
    Pool pool(4);
    const PersonId fresh = pool.settle(0, {.id = "fresh", .on_probation = true});
    pool.people.push_back(fresh);
    pool.county.sanction(pool.people[1], Sanction::demerit, day(2026, 6, 1));
    pool.county.set_barred(pool.people[1], true);
    pool.county.traits(pool.people[3]).ability = -3;
    for (int year = 0; year < 2; ++year) {
        for (int i = 0; i < 5; ++i) assess_alone(pool, i, 0, harsh);
    }
    CHECK(pool.result(1) == Result::none);
    CHECK_FALSE(pool.county.hot(pool.people[1]).barred_from_promotion);
    CHECK(pool.county.record(fresh).results[2] == Result::none);
    CHECK(pool.result(3) == Result::incompetent);
    CHECK(pool.county.hot(pool.people[3]).barred_from_promotion);
    const auto requests = pool.asked();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].kind == EventKind::dismissal);
    CHECK(requests[0].entity == pool.people[3].value);
}
