// Textbook models know no money: with pay off nobody is paid, nobody compares pay, and what pay would be is of no
// consequence.
#include <catch2/catch.hpp>

#include "sim/engine/county_run.hpp"
#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

engine::Policy without_pay(engine::Policy policy = engine::default_policy()) {
    policy.pay.enabled = false;
    engine::leave_out_unpaid_effects(policy);
    return policy;
}

// Pay by years and ranks, long-service pay, a budget, bonuses: all there is.
engine::Policy generous() {
    engine::Policy policy = engine::default_policy();
    policy.pay.long_service = true;
    policy.pay.performance_bonus = from_yuan(800);
    policy.pay.allowance_per_year = from_yuan(20);
    policy.pay.extra_budget = from_yuan(300);
    policy.pay.outside_trend = 0.03;
    policy.pay.basic_clerk = from_yuan(9000);
    policy.retention.pay_elasticity = 3;
    policy.motivation.pay_effect = 2;
    policy.conduct.pay_effect = 2;
    policy.recruitment.pay_elasticity = 3;
    return policy;
}

struct Nobody : engine::Sink {
    void on_year(std::size_t, const County&) override {}
};

bool is_unpaid(const PayState& pay) {
    constexpr std::array<DailyRate, pay_component_count> nothing{};
    return pay.monthly.fen == 0 && pay.outside.fen == 0 && pay.relative == 0 && pay.rate == nothing;
}
bool is_paid_as_ruled(const PayRules& rules, const County& county, PersonId person) {
    return county.pay(person).monthly == pay_of(rules, county, person).total() &&
           county.pay(person).outside == outside_option(rules, county, person);
}

template <class Is>
bool holds_of_everybody(const County& county, Is is) {
    for (const Unit& unit : county.units()) {
        for (const PersonId person : unit.members) {
            if (!is(person)) return false;
        }
    }
    return true;
}

}  // namespace

TEST_CASE("without pay nobody is paid, and payroll and relative pay are nothing") {
    for (const engine::Policy& policy : {without_pay(), without_pay(generous())}) {
        const engine::CountyInput input = small_county(policy);
        const Lived lived = live(input);
        for (const YearTally& year : lived.years.tallies) {
            for (const Exposure& exposure : year.exposure) {
                CHECK(exposure.pay_milli_fen == std::array<std::int64_t, pay_component_count>{});
                CHECK(exposure.pay_total_milli_fen == 0);
            }
        }
        CHECK(lived.years.stock(Stock::monthly_pay_fen, 9) == 0);
        CHECK(lived.years.flow(Flow::budget_bound) == 0);
        CHECK(lived.summary.person_days > 0);

        engine::CountyRun run(input.plan, input.policy, {1, 1}, input.plan.start, input.years);
        run.settle_roster({});
        Nobody nobody;
        run.live_until(input.plan.start + 1500, nobody);
        CHECK(holds_of_everybody(run.county(), [&](PersonId p) { return is_unpaid(run.county().pay(p)); }));
    }
}

TEST_CASE("without pay it makes no difference what pay, and what it moves, would be") {
    const Lived plain = live(small_county(without_pay()));
    const Lived rich = live(small_county(without_pay(generous())));
    CHECK(rich.summary.fingerprint == plain.summary.fingerprint);
    CHECK(same_years(rich.years.tallies, plain.years.tallies));
    CHECK(live(small_county(generous())).summary.fingerprint != plain.summary.fingerprint);
}

TEST_CASE("pay that is switched off and on again is from that day what it would be had nothing been") {
    engine::CountyInput input = small_county(generous());
    const Day off = day(2028, 4, 17), on = day(2030, 9, 3);
    change(input.policy, off, without_pay(generous()));
    change(input.policy, on, generous());
    engine::CountyRun run(input.plan, input.policy, {1, 5}, input.plan.start, input.years);
    run.settle_roster({});
    Nobody nobody;
    const County& county = run.county();
    const auto is_paid = [&](PersonId person) { return is_paid_as_ruled(generous().pay, county, person); };
    const auto is_not = [&](PersonId person) { return is_unpaid(county.pay(person)); };
    run.live_until(off, nobody);
    CHECK(holds_of_everybody(county, is_paid));
    run.live_until(off + 1, nobody);
    CHECK(holds_of_everybody(county, is_not));
    CHECK(county.people_in(0).monthly_pay_fen == 0);
    run.live_until(on, nobody);
    CHECK(holds_of_everybody(county, is_not));
    run.live_until(on + 1, nobody);
    CHECK(holds_of_everybody(county, is_paid));
    run.live_until(add_years(input.plan.start, input.years), nobody);  // gates hold at every year end
}

TEST_CASE("a township without pay, from some day on, lies beside others that pay") {
    engine::CountyInput input = small_county(generous());
    const Day off = day(2029, 5, 1);
    change(input.policy, off, without_pay(generous()));
    input.policy.steps.back().block_of_unit = {0, 1, 0};
    input.policy.steps.back().county_block = 0;
    engine::CountyRun run(input.plan, input.policy, {1, 6}, input.plan.start, input.years);
    run.settle_roster({});
    Nobody nobody;
    for (int year = 1; year < input.years; ++year) {
        run.live_until(add_years(input.plan.start, year) + 40, nobody);
        const County& county = run.county();
        CHECK(holds_of_everybody(county, [&](PersonId person) {
            if (county.hot(person).unit == 1 && county.today() >= off) return is_unpaid(county.pay(person));
            return is_paid_as_ruled(generous().pay, county, person);
        }));
    }
}
