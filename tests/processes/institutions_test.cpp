// Part 3 of the outline by hand: consequences of assessment, targets and indicators, calendar and trial, change of
// leadership teams, local pay and its budget. Statistical cases have fixed seeds and allow 4 standard errors (a false
// alarm in 16,000).
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/processes/assessment/assessment.hpp"
#include "sim/processes/competition/competition.hpp"
#include "sim/processes/motivation/motivation.hpp"
#include "sim/processes/pay/pay.hpp"
#include "tests/support/tiny_world.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

const UnitId first{std::size_t{0}};

PerformanceRules ability_alone() {
    PerformanceRules all = defaults(performance_levers());
    all.ability_weight = 1;
    all.skill_weight = all.motivation_weight = 0;
    all.stability = 1;
    all.fit_effect = 0;
    return all;
}

// One superior without error.
AssessmentRules clear_sight() {
    AssessmentRules rules = defaults(assessment_levers());
    rules.raters = {1, 0, 0, 0};
    rules.weights = {1, 0, 0, 0};
    rules.reliability = {1, 1, 1, 1};
    rules.shared_bias = {};
    rules.in_turn_share = 0;
    rules.incompetent_share = rules.basically_competent_share = 0;
    return rules;
}

struct Clerks : TinyWorld {
    explicit Clerks(int n, double step = 0.1, RandomKey key = {7, 7})
        : TinyWorld({township("T01", n), organ("O01", 5)}, key, day(2026, 1, 15)) {
        for (int i = 0; i < n; ++i) {
            people.push_back(settle(0, {.id = "P" + std::to_string(i), .ability = static_cast<float>(-step * i)}));
        }
        open();
    }
    void assess(const AssessmentRules& rules) {
        const PerformanceRules performance = ability_alone();
        hold_assessment(everywhere(rules, county), everywhere(performance, county), world);
        county.begin_day(add_years(county.today(), 1));
    }
    Result result(std::size_t i) const { return county.record(people[i]).results[2]; }
    double awards() const {
        return static_cast<double>(county.tally().one_off_fen[0][static_cast<std::size_t>(OneOff::awards)]) / 100.0;
    }
    std::vector<PersonId> people;
};

// Everybody incompetent: thresholds above all scores.
AssessmentRules all_fail() {
    AssessmentRules rules = clear_sight();
    rules.incompetent_share = 1 - 1e-9;
    return rules;
}

}  // namespace

TEST_CASE("an excellent year brings a commendation, the third in succession a merit") {
    Clerks tiny(5);
    AssessmentRules rules = clear_sight();  // one of five is excellent
    for (const double yuan : {1500.0, 3000.0, 7500.0, 9000.0}) {
        tiny.assess(rules);
        CHECK(tiny.awards() == yuan);
    }
    CHECK(tiny.flow(Flow::merits) == 1);
    rules.links_commendation = false;
    tiny.assess(rules);
    CHECK(tiny.awards() == 9000.0);
}

TEST_CASE("an incompetent year costs a rank, the second in succession the service") {
    Clerks tiny(1);
    AssessmentRules rules = all_fail();
    rules.excellent_share = 0;
    REQUIRE(tiny.county.pay(tiny.people[0]).rank == 2);
    rules.links_demotion = false;
    Clerks spared(1);
    spared.assess(rules);
    CHECK(spared.county.pay(spared.people[0]).rank == 2);
    rules.links_demotion = true;
    tiny.assess(rules);
    CHECK(tiny.county.pay(tiny.people[0]).rank == 1);
    tiny.asked();
    tiny.assess(rules);
    const std::vector<Request> asked = tiny.asked();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].kind == EventKind::dismissal);
}

TEST_CASE("a standard procedure finds more poor results, by the leniency it removes") {
    AssessmentRules rules = clear_sight();
    rules.incompetent_share = 0.002;
    rules.basically_competent_share = 0.01;
    rules.leniency = 0.8;
    CHECK(RatingScheme(rules).result(-2.2) == Result::competent);
    CHECK(RatingScheme(rules).result(-2.4) == Result::basically_competent);
    CHECK(RatingScheme(rules).result(-2.9) == Result::incompetent);
    rules.standard_procedure = 1;  // thresholds -2.257 and -2.878 rise by .8
    CHECK(RatingScheme(rules).result(-1.4) == Result::competent);
    CHECK(RatingScheme(rules).result(-1.5) == Result::basically_competent);
    CHECK(RatingScheme(rules).result(-2.1) == Result::incompetent);
}

TEST_CASE("a county pool gives the excellent that small units round away") {
    for (const StaffPool pool : {StaffPool::unit, StaffPool::county}) {
        TinyWorld tiny({township("T01", 4), township("T02", 4), township("T03", 4)}, {1, 1}, day(2026, 1, 15));
        for (int i = 0; i < 12; ++i) {
            tiny.settle(static_cast<std::size_t>(i % 3),
                        {.id = "P" + std::to_string(i), .ability = static_cast<float>(i)});
        }
        tiny.open();
        AssessmentRules rules = clear_sight();
        rules.staff_pool = pool;
        const PerformanceRules performance = ability_alone();
        hold_assessment(everywhere(rules, tiny.county), everywhere(performance, tiny.county), tiny.world);
        CHECK(tiny.flow(Flow::excellent) == (pool == StaffPool::unit ? 0 : 2));  // floor(.2 x 4), floor(.2 x 12)
    }
}

TEST_CASE("a rigid target that is missed bars excellent, an elastic one does not") {
    for (const double waived : {0.0, 1.0}) {
        Clerks tiny(10);
        AssessmentRules rules = clear_sight();
        rules.targets = {1, 1 - 1e-9, 0, waived, TargetCap::not_excellent};  // everybody misses it
        tiny.assess(rules);
        CHECK(tiny.flow(Flow::targets_missed) == 10);
        CHECK(tiny.flow(Flow::targets_waived) == (waived == 1 ? 10 : 0));
        CHECK(tiny.flow(Flow::results_capped) == (waived == 1 ? 0 : 10));
        CHECK(tiny.flow(Flow::excellent) == (waived == 1 ? 2 : 0));
    }
    Clerks tiny(10);
    AssessmentRules rules = clear_sight();
    rules.targets = {1, 1 - 1e-9, 0, 0, TargetCap::basically_competent};
    tiny.assess(rules);
    CHECK(tiny.flow(Flow::basically_competent) == 10);
}

TEST_CASE("targets are missed at their share, more often by those who perform less") {
    constexpr int n = 4000;
    Clerks tiny(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        tiny.county.traits(tiny.people[i]).ability =
            static_cast<float>(tiny.draws.normal({entity_key("t" + std::to_string(i)), +Purpose::latent_ability}));
    }
    AssessmentRules rules = clear_sight();
    rules.targets = {1, 0.1, 0.6, 0, TargetCap::basically_competent};
    rules.excellent_share = 0;
    tiny.assess(rules);
    const double missed = static_cast<double>(tiny.flow(Flow::targets_missed));
    CHECK(std::abs(missed - 0.1 * n) < 4 * std::sqrt(n * 0.1 * 0.9));
    double of_missers = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (tiny.result(i) == Result::basically_competent)
            of_missers += static_cast<double>(tiny.county.traits(tiny.people[i]).ability);
    }
    // mean of a normal below its 10 % point is -1.755; times the correlation .6
    CHECK(std::abs(of_missers / missed - 0.6 * -1.7550) < 4 / std::sqrt(missed));
}

TEST_CASE("hard indicators are as reliable as coverage and error allow") {
    AssessmentRules rules = clear_sight();
    rules.indicators = {1, 0.9, 0.5, 0, 0, 0};
    // They show sqrt(.5) of the truth, .5 of something else and an error of (1 - .9) / .9.
    CHECK(composite_reliability(rules) == Approx(0.5 / (0.5 + 0.5 + 0.1 / 0.9)));
    rules.indicators.share = 0;
    CHECK(composite_reliability(rules) == Approx(1));
}

TEST_CASE("indicators draw effort, less of the upright, and performance falls by what is wasted") {
    const IndicatorRules rules{0.5, 0.9, 0.5, 0.4, 0.3, 0.5};
    Traits traits;
    CHECK(effort_shift(rules, traits) == Approx(0.2));
    traits.integrity = 1;
    CHECK(effort_shift(rules, traits) == Approx(0.14));
    traits.integrity = 5;
    CHECK(effort_shift(rules, traits) == 0);
    CHECK(performance_change(rules, 0.2) == Approx(0.2 * (std::sqrt(0.5) * 0.5 - std::sqrt(0.5))));
    const IndicatorRules honest{0.5, 0.9, 0.5, 0.4, 0.3, 0};
    CHECK(performance_change(honest, 0.2) == Approx(0).margin(1e-12));
}

TEST_CASE("routine assessments average the superior's errors") {
    AssessmentRules rules = clear_sight();
    rules.reliability = {0.5, 1, 1, 1};  // error variance 1
    CHECK(composite_reliability(rules) == Approx(0.5));
    rules.routine_times = 4;
    rules.routine_weight = 1;
    CHECK(composite_reliability(rules) == Approx(1 / 1.25));
    rules.routine_weight = 0.5;  // .25 + .25 / 4
    CHECK(composite_reliability(rules) == Approx(1 / 1.3125));
}

TEST_CASE("clients rate only whom they deal with, and never more than are served") {
    AssessmentRules rules = clear_sight();
    rules.weights = {0.5, 0, 0, 0.5};
    rules.raters = {1, 0, 0, 100};
    rules.reliability = {1, 1, 1, 0.5};
    rules.people_served = 4;
    CHECK(composite_reliability(rules) == Approx(1 / (1 + 0.25 / 4)));
    CHECK(RatingScheme(rules, false).reliability() == Approx(1));
    const std::vector<PostType> types = posts();
    CHECK(serves_clients(types[clerk]));
    CHECK_FALSE(serves_clients(types[deputy]));
    CHECK_FALSE(serves_clients(types[organ_clerk]));
}

TEST_CASE("a guest of more than half a year is assessed by the host") {
    for (const bool host_assesses : {true, false}) {
        TinyWorld tiny({township("T01", 5), organ("O01", 5)}, {1, 1}, day(2025, 6, 1));
        std::vector<PersonId> guests;
        for (int i = 0; i < 5; ++i) guests.push_back(tiny.settle(0, {.id = "P" + std::to_string(i)}));
        tiny.open();
        for (const PersonId person : guests) {
            tiny.county.send_out(person, Assignment::exchange, UnitId{std::size_t{1}}, day(2027, 6, 1), 0);
        }
        tiny.county.begin_day(day(2026, 1, 15));
        AssessmentRules rules = clear_sight();
        rules.host_assesses = host_assesses;
        rules.staff_pool = StaffPool::unit;
        const PerformanceRules performance = ability_alone();
        AssessmentRules generous = rules;
        generous.excellent_share = 0.4;  // the host's
        const RulesView<AssessmentRules> view({&rules, &generous}, &rules);
        hold_assessment(view, everywhere(performance, tiny.county), tiny.world);
        CHECK(tiny.flow(Flow::excellent) == (host_assesses ? 2 : 1));
        CHECK(tiny.flow(Flow::assessed) == 5);
    }
}

TEST_CASE("fairness is the correlation of results with performance, and moves motivation by what hangs on it") {
    Clerks tiny(10, 0.3);
    AssessmentRules rules = clear_sight();
    tiny.assess(rules);
    // Two of ten excellent: x = 1, 1, 0 …; y = 0, -.3, …, -2.7. Covariance sums: n Sxy - Sx Sy = 10 x -.3 - 2 x -13.5 =
    // 24; 10 x 2 - 4 = 16; 10 x .09 x 285 - 13.5^2 = 74.25.
    CHECK(tiny.county.unit(first).fairness.value() == Approx(24 / std::sqrt(16 * 74.25)).epsilon(1e-6));
    CHECK(stakes(rules) == 1);
    MotivationRules motivation = defaults(motivation_levers());
    motivation.reversion = 1;
    motivation.pay_effect = motivation.excellent_effect = motivation.stagnation_effect = 0;
    motivation.incentive_effect = 0.5;
    motivation.fairness_centre = 0.2;
    const PersonId person = tiny.people[5];
    review_motivation(motivation, tiny.world, person, 1);
    const double gain = 0.5 * (tiny.county.unit(first).fairness.value() - 0.2);
    CHECK(static_cast<double>(tiny.county.traits(person).motivation) == Approx(gain).epsilon(1e-6));
    review_motivation(motivation, tiny.world, person, 0);  // nothing hangs on results
    CHECK(tiny.county.traits(person).motivation == 0);
}

TEST_CASE("decisions take the lead time, an exam where there is one, and the public notice") {
    Ladder4 tiny;
    const Draws draws({1, 1});
    Requests requests;
    const World world{tiny.county, draws, {}, entity_key("tiny"), requests};
    tiny.county.leave(tiny.deputy_person, ExitCause::death);
    CompetitionRules rules = defaults(competition_levers());
    LadderRules& ladder = rules.ladder[static_cast<std::size_t>(Ladder::deputy)];
    ladder.lead_days = 100;
    CHECK(days_to_decision(rules, world, tiny.seat(0, deputy)) == 107);
    ladder.regime = Regime::competition;
    CHECK(days_to_decision(rules, world, tiny.seat(0, deputy)) == 137);
    ladder.competition_share = 0;
    CHECK(regime_of(ladder, world, tiny.seat(0, deputy)) == Regime::appointment);
    CHECK(days_to_decision(rules, world, tiny.seat(0, deputy)) == 107);
}

TEST_CASE("the share of competitions holds over many openings") {
    int competitions = 0;
    constexpr int n = 2000;
    LadderRules ladder = defaults(competition_levers()).ladder[static_cast<std::size_t>(Ladder::deputy)];
    ladder.regime = Regime::competition;
    ladder.competition_share = 0.3;
    for (std::uint32_t future = 0; future < n; ++future) {
        Ladder4 tiny;
        const Draws draws({5, future});
        Requests requests;
        const World world{tiny.county, draws, {}, entity_key("tiny"), requests};
        tiny.county.leave(tiny.deputy_person, ExitCause::death);
        competitions += regime_of(ladder, world, tiny.seat(0, deputy)) == Regime::competition;
    }
    CHECK(std::abs(competitions - 0.3 * n) < 4 * std::sqrt(n * 0.3 * 0.7));
}

TEST_CASE("nobody on trial or in the second line is a candidate") {
    LadderRules rules = defaults(competition_levers()).ladder[static_cast<std::size_t>(Ladder::chief)];
    rules.min_years_in_tier = 0;
    rules.max_age = 200;
    TinyCounty tiny({township("T01", 4, 0, 3, 1)});
    const PersonId free = tiny.settle(0, {.id = "free", .post = deputy});
    const PersonId old = tiny.settle(0, {.id = "old", .post = deputy});
    const PersonId young = tiny.settle(0, {.id = "young"});
    tiny.open();
    tiny.county.step_down(old, 0.5);
    tiny.county.appoint(young, tiny.free_seat(0, deputy), {tiny.county.today() + 365, false});
    CHECK(eligible_candidates(rules, tiny.county, tiny.seat(0, chief), Area::unit) == std::vector{free});
    tiny.county.pass_trial(young);
    CHECK(eligible_candidates(rules, tiny.county, tiny.seat(0, chief), Area::unit).size() == 2);
}

TEST_CASE("at a change of teams the old step down and others hand their posts round") {
    std::vector<UnitPlan> units;
    for (const char* id : {"T01", "T02", "T03", "T04"}) units.push_back(township(id, 2, 0, 0, 1));
    TinyWorld tiny(units, {1, 1}, day(2031, 9, 30));
    std::vector<PersonId> chiefs;
    for (std::size_t u = 0; u < 4; ++u) {
        chiefs.push_back(tiny.settle(
            u, {.id = "c" + std::to_string(u), .post = chief, .birth = u == 0 ? day(1973, 1, 1) : day(1985, 1, 1)}));
    }
    tiny.open();
    CompetitionRules rules = defaults(competition_levers());
    rules.leadership = {5, 2026, {9, 30}, 1.0, 57, SecondLineTiming::at_change, 0.5, 0};
    CHECK(is_leadership_day(rules.leadership, {2031, 9, 30}));
    CHECK_FALSE(is_leadership_day(rules.leadership, {2030, 9, 30}));
    CHECK_FALSE(is_leadership_day(rules.leadership, {2031, 9, 29}));
    change_leadership(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.hot(chiefs[0]).second_line);  // 58 years old
    CHECK(tiny.flow(Flow::stepped_down) == 1);
    CHECK(tiny.flow(Flow::leaders_rotated) == 3);
    for (std::size_t u = 1; u < 4; ++u) CHECK(tiny.county.hot(chiefs[u]).unit != u);
    check_gates(tiny.county);
}

TEST_CASE("appointment by connections promotes people who are less suitable") {
    const auto mean_of_chosen = [](double network) {
        CompetitionRules rules = defaults(competition_levers());
        rules.appointment_seniority_weight = 0;
        rules.appointment_validity = 0.5;
        rules.network_bias = network;
        const PerformanceRules performance = ability_alone();
        double connections = 0, ability = 0;
        for (std::uint32_t future = 0; future < 1000; ++future) {
            TinyWorld tiny({township("T01", 6, 1)}, {9, future});
            std::vector<PersonId> people;
            for (int i = 0; i < 5; ++i) {
                const std::string id = "P" + std::to_string(i);
                const auto z = static_cast<float>(tiny.draws.normal({entity_key(id), +Purpose::latent_ability}));
                people.push_back(tiny.settle(0, {.id = id, .ability = z}));
            }
            tiny.open();
            const PersonId best =
                choose(Regime::appointment, rules, performance, tiny.world, tiny.seat(0, head), people);
            connections += tiny.draws.normal({tiny.county.cold(best).key, +Purpose::network});
            ability += static_cast<double>(tiny.county.traits(best).ability);
        }
        return std::pair{connections / 1000, ability / 1000};
    };
    // Correlation times the expected largest of five normals, 1.1630 (theory E1); 4 standard errors of a mean of 1,000.
    const double allowed = 4 / std::sqrt(1000.0);
    const auto [with_connections, with_ability] = mean_of_chosen(0.6);
    CHECK(std::abs(with_connections - 0.6 * 1.1630) < allowed);
    CHECK(std::abs(with_ability - 0.5 * 1.1630) < allowed);
    CHECK(std::abs(mean_of_chosen(0).first) < allowed);
}

namespace {

struct Paid : TinyWorld {
    Paid() : TinyWorld({township("T01", 9, 1, 1, 1), organ("O01", 3, 1)}, {1, 1}, day(2026, 7, 1)) {}
    double yuan(const PayRules& rules, PersonId person, PayComponent component) const {
        return to_yuan(pay_of(rules, county, person).component[static_cast<std::size_t>(component)]);
    }
};

PayRules pay_rules() {
    PayRules rules = defaults(pay_levers());
    rules.bonus_months = 0;
    rules.township_allowance = rules.remote_supplement[0] = {};
    return rules;
}

}  // namespace

TEST_CASE("the allowance grows with full township years up to a most") {
    Paid tiny;
    PayRules rules = pay_rules();
    rules.township_allowance = from_yuan(400);
    rules.allowance_per_year = from_yuan(10);
    rules.allowance_years = 20;
    const PersonId twelve = tiny.settle(0, {.id = "a", .entry = day(2013, 9, 15)});
    const PersonId thirty = tiny.settle(0, {.id = "b", .entry = day(1996, 1, 1)});
    CHECK(tiny.yuan(rules, twelve, PayComponent::allowance) == 520);
    CHECK(tiny.yuan(rules, thirty, PayComponent::allowance) == 600);
    CHECK(next_own_pay_change(rules, tiny.county, twelve) <= day(2026, 9, 16));
}

TEST_CASE("the performance bonus follows the result") {
    Paid tiny;
    PayRules rules = pay_rules();
    rules.performance_bonus = from_yuan(1000);
    const PersonId person = tiny.settle(0, {.id = "a"});
    CHECK(tiny.yuan(rules, person, PayComponent::bonus) == 0);
    const std::pair<Result, double> cases[] = {{Result::excellent, 1200},
                                               {Result::competent, 1000},
                                               {Result::basically_competent, 500},
                                               {Result::incompetent, 0}};
    for (const auto& [result, yuan] : cases) {
        tiny.county.record_result(person, result, 0, 0);
        CHECK(tiny.yuan(rules, person, PayComponent::bonus) == yuan);
    }
    rules.bonus_months = 1;  // of 4,000 and one rank of 240
    rules.bonus_needs_competent_year = false;
    CHECK(tiny.yuan(rules, person, PayComponent::bonus) == Approx(4240 / 12.0).margin(0.01));
}

TEST_CASE("the rule of 2015 pays higher levels by years") {
    Paid tiny;
    PayRules rules = pay_rules();
    rules.rank_regime = RankRegime::years_2015;
    const auto paid = [&](Day tier_since, std::size_t post) {
        static int number = 0;
        const PersonId person =
            tiny.settle(0, {.id = "y" + std::to_string(++number), .post = post, .tier_since = tier_since});
        tiny.county.record_result(person, Result::competent, 0, 0);
        return tiny.yuan(rules, person, PayComponent::rank);
    };
    CHECK(paid(day(2015, 1, 1), clerk) == 0);
    CHECK(paid(day(2014, 1, 1), clerk) == 480);  // 12 years: one level of 12 % of 4,000
    CHECK(paid(day(1998, 1, 1), clerk) == 960);  // 27 years
    CHECK(paid(day(2014, 1, 1), deputy) == 0);   // 15 years are needed from there
    CHECK(paid(day(2011, 1, 1), chief) == 480);
}

TEST_CASE("a budget that is too small pays all extra pay in part, to the same share") {
    Paid tiny;
    PayRules rules = pay_rules();
    rules.township_allowance = from_yuan(900);
    rules.extra_budget = from_yuan(300);  // x 9 places = 2,700
    std::vector<PersonId> people;
    for (int i = 0; i < 4; ++i) people.push_back(tiny.settle(0, {.id = "P" + std::to_string(i)}));  // 3,600 are due
    tiny.open();
    CHECK(fix_extra_pay(everywhere(rules, tiny.county), tiny.world));
    CHECK(tiny.county.extra_pay_scale() == Approx(0.75));
    CHECK(tiny.yuan(rules, people[0], PayComponent::allowance) == 675);
    CHECK(tiny.yuan(rules, people[0], PayComponent::basic) == 4000);
    CHECK_FALSE(fix_extra_pay(everywhere(rules, tiny.county), tiny.world));
    rules.extra_budget = from_yuan(400);
    CHECK(fix_extra_pay(everywhere(rules, tiny.county), tiny.world));
    CHECK(tiny.county.extra_pay_scale() == 1);
}

TEST_CASE("money for living conditions is spent, works and wears off") {
    Paid tiny;
    tiny.open();
    PayRules rules = pay_rules();
    rules.living = {from_yuan(200), 0.1, 0.5};
    improve_living(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.unit(first).living == Approx(0.2));
    const auto kind = static_cast<std::size_t>(OneOff::living_conditions);
    CHECK(tiny.county.tally().one_off_fen[0][kind] == 12 * 9 * 20000);
    CHECK(tiny.county.tally().one_off_fen[1][kind] == 0);
    rules.living.fund = {};
    improve_living(everywhere(rules, tiny.county), tiny.world);
    CHECK(tiny.county.unit(first).living == Approx(0.1));
}

TEST_CASE("outside pay that grows faster moves away from township pay year by year") {
    Paid tiny;
    PayRules rules = pay_rules();
    const PersonId person = tiny.settle(0, {.id = "a", .birth = day(1970, 1, 1)});  // past the growth with age
    const double base = to_yuan(outside_option(rules, tiny.county, person));
    rules.outside_trend = 0.02;
    CHECK(to_yuan(outside_option(rules, tiny.county, person)) == base);
    tiny.county.begin_day(day(2028, 2, 1));
    tiny.county.set_outside_as_of(day(2028, 7, 15));
    CHECK(to_yuan(outside_option(rules, tiny.county, person)) == Approx(base * 1.0404).epsilon(1e-5));
}
