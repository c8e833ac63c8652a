// Assessment on the anniversaries of entry over the years of a run.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// A township full of newcomers of 2026-03-01, assessed on anniversaries by a rater who sees everything.
engine::CountyInput newcomers_of_march() {
    engine::Policy policy = textbook();
    policy.assessment.enabled = true;
    policy.assessment.timing = AssessmentTiming::anniversary;
    policy.assessment.raters = {1, 0, 0};
    policy.assessment.weights = {1, 0, 0};
    policy.assessment.shared_bias = {};
    policy.assessment.reliability = {1, 0.4, 0.2};
    engine::CountyInput input = small_county(policy);
    input.plan.start = day(2026, 3, 1);
    input.plan.units = {township("T01", 20)};
    input.plan.people.clear();
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    return input;
}

struct Assessed : engine::Sink {
    std::vector<Day> days;
    bool wants_facts() const override { return true; }
    void on_facts(std::span<const Fact> batch, const County&) override {
        for (const Fact& fact : batch) {
            if (fact.kind == Fact::Kind::assessed) days.push_back(fact.day);
        }
    }
    void on_year(std::size_t, const County&) override {}
};

}  // namespace

TEST_CASE("the first assessment on an anniversary is a year after entry, not on the day of entry") {
    const engine::CountyInput input = newcomers_of_march();
    const Lived lived = live(input);
    for (std::size_t y = 0; y < lived.years.tallies.size(); ++y) {
        std::int64_t assessed = 0;
        for (const auto& cell : lived.years.tallies[y].flows)
            assessed += cell[static_cast<std::size_t>(Flow::assessed)];
        CHECK(assessed == (y == 0 ? 0 : 20));  // years of the run, from March to February
    }
    Assessed seen;
    engine::simulate(input, {1, 1}, {}, seen);
    for (const Day when : seen.days) {
        const CivilDate date = to_civil(when);
        CHECK(date.month == 3);
        CHECK(date.day_of_month == 1);
        CHECK(date.year > 2026);
    }
}

TEST_CASE("a county assessed on anniversaries has nobody excellent, and everybody once a year") {
    engine::Policy policy = engine::default_policy();
    policy.assessment.timing = AssessmentTiming::anniversary;
    policy.training.timing = TrainingTiming::half_year_after_entry;
    policy.training.luck = 1;
    engine::CountyInput input = small_county(policy);
    const Lived lived = live(input);
    CHECK(lived.years.flow(Flow::excellent) == 0);
    // Between people on the books for a year, less those on probation or under a sanction, and all.
    CHECK(lived.years.flow(Flow::assessed) > 200);
    CHECK(lived.years.flow(Flow::assessed) <= 380);
    CHECK(live(input).summary.fingerprint == lived.summary.fingerprint);
}
