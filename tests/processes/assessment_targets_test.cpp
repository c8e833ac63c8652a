// Targets and the procedure of an assessment: who misses a target and what follows, who assesses guests, pools. The
// statistical case has a fixed seed and allows 4 standard errors (a false alarm in 16,000).
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include "tests/processes/assessment_fixtures.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

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
