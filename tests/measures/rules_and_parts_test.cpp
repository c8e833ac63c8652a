// Rules that fire and parts of breakdowns, held against what was counted.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/measures/parts.hpp"
#include "sim/measures/rules.hpp"
#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::measures;
using namespace staffsim::tiny;

namespace {

std::int64_t times_fired(const engine::Policy& policy, const GroupYear& year, const std::string& rule) {
    RuleWatch watch(forever(policy, 1));
    watch.add(year);
    for (const RuleCount& count : watch.counts()) {
        if (count.rule == rule) return count.times;
    }
    return -1;
}

std::int64_t& flow_of(GroupYear& year, Flow flow) { return year.flows[static_cast<std::size_t>(flow)]; }

// Sums of both over a life, by kind of unit.
class Leavers : public engine::Sink {
  public:
    explicit Leavers(const engine::CountyInput& input)
        : outcomes_(input.plan, static_cast<std::size_t>(input.years)), parts_(input.plan, input.years) {}
    bool wants_facts() const override { return true; }
    void on_start(const County& county) override { parts_.on_start(county); }
    void on_facts(std::span<const Fact> facts, const County& county) override { parts_.on_facts(facts, county); }
    void on_year(std::size_t index, const County& county) override {
        outcomes_.on_year(index, county);
        parts_.on_year(index, county);
        for (const auto& cell : county.tally().flows)
            transferred_ += cell[static_cast<std::size_t>(Flow::exchange_transfers)];
    }
    YearlyValues outcomes() const { return outcomes_.values(); }
    YearlyValues parts() { return parts_.take(); }
    std::int64_t transferred() const { return transferred_; }

  private:
    Observer outcomes_;
    PartsObserver parts_;
    std::int64_t transferred_ = 0;
};

}  // namespace

TEST_CASE("whoever gives up on probation did not fail it") {
    engine::Policy policy = engine::default_policy();
    policy.recruitment.probation_days = 365;
    policy.recruitment.failed_probation = 0.1;
    GroupYear year;
    flow_of(year, Flow::exit_failed_probation) = 3;
    flow_of(year, Flow::quit_on_probation) = 3;
    CHECK(times_fired(policy, year, "probation_failed") == 0);
    flow_of(year, Flow::exit_failed_probation) = 4;
    CHECK(times_fired(policy, year, "probation_failed") == 1);
}

TEST_CASE("breakdowns take people who change places in a transfer for lost no more than outcomes do") {
    engine::Policy policy = engine::default_policy();
    policy.exchange.mode = ExchangeMode::transfer;
    policy.exchange.pairs_per_year = 3;
    const engine::CountyInput input = small_county(policy);
    Leavers sink(input);
    engine::simulate(input, {1, 0}, engine::WarmUp(), sink);
    CHECK(sink.transferred() > 0);
    const YearlyValues outcomes = sink.outcomes(), parts = sink.parts();
    for (std::size_t year = 0; year < static_cast<std::size_t>(input.years); ++year) {
        for (const std::size_t kind : {townships_group, county_organs_group}) {  // the first two parts, too
            CHECK(parts.at(static_cast<std::size_t>(PartMeasure::leavers), kind, year).numerator ==
                  outcomes.at(outcome_index("leavers"), kind, year).numerator);
        }
    }
}
