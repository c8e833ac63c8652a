// Who leaves over the years of a run: retirement by law, the end of the minimum service, and hazards at their rates.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

TEST_CASE("statutory retirement alone empties a county on the days of the law") {
    engine::Policy policy = textbook();
    policy.retention.retirement = true;
    policy.retention.flexible_share = 0;
    policy.recruitment.mode = RecruitmentMode::annual;
    policy.recruitment.approved_share = 0;
    engine::CountyInput input = small_county(policy);
    input.years = 45;
    const Lived lived = live(input);
    CHECK(lived.years.flow(Flow::exit_retirement) == 34);
    CHECK(lived.years.stock(Stock::staff, 44) == 0);
    int expected_first_five = 0;
    for (const PersonPlan& person : input.plan.people) {
        if (statutory_retirement(policy.retention, person.sex, person.birth) < first_of_year(2031))
            ++expected_first_five;
    }
    CHECK(lived.years.stock(Stock::staff, 4) == 34 - expected_first_five);
}

TEST_CASE("nobody resigns inside the minimum service, and there is a wave when it ends") {
    engine::Policy policy = textbook();
    policy.retention.resignation = 0.3;
    policy.recruitment.minimum_service_years = 5;
    engine::CountyInput input = small_county(policy);
    input.plan.people.clear();
    input.plan.units = {township("T01", 400)};
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    const Lived lived = live(input);
    std::vector<std::int64_t> resigned;
    for (const YearTally& year : lived.years.tallies)
        resigned.push_back(year.flows[0][static_cast<std::size_t>(Flow::exit_resignation)]);
    for (int year = 0; year < 5; ++year) CHECK(resigned[static_cast<std::size_t>(year)] == 0);
    CHECK(resigned[5] > 60);
    CHECK(resigned[6] > resigned[9]);
}

// Regression: a hazard due on the day of the monthly review was once lost, and one person in thirty was immortal.
TEST_CASE("a constant hazard spares nobody, whatever the day on which it falls due") {
    engine::Policy policy = textbook();
    policy.retention.death = 0.1;
    policy.recruitment.mode = RecruitmentMode::annual;
    policy.recruitment.approved_share = 0;
    engine::CountyInput input = small_county(policy);
    input.plan.people.clear();
    input.plan.units = {township("T01", 2000)};
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    input.years = 150;  // survival e^-15: of 2,000 people none should be left
    const Lived lived = live(input);
    CHECK(lived.years.flow(Flow::exit_death) == 2000);
}

TEST_CASE("with behaviour off the effects on leaving change nothing, exactly") {
    engine::Policy off = engine::default_policy(), other = off;
    off.retention.behaviour = other.retention.behaviour = false;
    other.retention.pay_elasticity = 3;
    other.retention.workload_effect = other.retention.prospect_effect = other.retention.motivation_effect = 0;
    other.retention.native_effect = 1.5;
    other.retention.prospect_half_life = 10;
    const Lived first = live(small_county(off)), second = live(small_county(other));
    CHECK(first.summary.fingerprint == second.summary.fingerprint);
    CHECK(live(small_county()).summary.fingerprint != first.summary.fingerprint);
}

// Four standard errors of a Poisson count: a false alarm below 1e-4, were the seed redrawn.
TEST_CASE("with behaviour off people leave at the base rates") {
    engine::Policy policy = textbook();
    policy.retention.resignation = 0.04;
    policy.retention.death = 0.02;
    policy.retention.moved_above = {0.03, 0.03, 0.03};
    policy.retention.moved_above_seats = 1000000;
    engine::CountyInput input = small_county(policy);
    input.plan.people.clear();
    input.plan.units = {township("T01", 1000)};
    input.plan.start_full = true;
    input.policy = forever(policy, 1);
    input.years = 20;
    const Lived lived = live(input);
    const double person_years = static_cast<double>(lived.summary.person_days) / days_per_year;
    CHECK(person_years == Approx(20000).epsilon(0.001));
    const auto holds = [&](Flow exit, double rate) {
        const double expected = rate * person_years;
        CHECK(std::abs(static_cast<double>(lived.years.flow(exit)) - expected) < 4 * std::sqrt(expected));
    };
    holds(Flow::exit_resignation, 0.04);
    holds(Flow::exit_death, 0.02);
    holds(Flow::exit_moved_above, 0.03);
}
