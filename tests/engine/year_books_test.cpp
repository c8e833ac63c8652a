// The books of a year: what was written in the year before is gone.
#include <algorithm>
#include <catch2/catch.hpp>

#include "sim/engine/county_run.hpp"
#include "tests/support/tiny_input.hpp"

using namespace staffsim;
using namespace staffsim::tiny;

namespace {

// How many kinds of flows were counted in a year, which the sink is shown at its end.
struct KindsSeen : engine::Sink {
    std::array<bool, flow_count> seen{};
    void on_year(std::size_t, const County& county) override {
        for (const FlowRow& row : county.tally().flows) {
            for (std::size_t flow = 0; flow < flow_count; ++flow) seen[flow] = seen[flow] || row[flow] != 0;
        }
    }
};

bool is_nought(const YearTally& tally) {
    const auto has_flow = [](const FlowRow& row) {
        return std::any_of(row.begin(), row.end(), [](std::int64_t value) { return value != 0; });
    };
    const auto has_days = [](const Exposure& one) { return one.person_days != 0 || one.pay_total_milli_fen != 0; };
    return std::none_of(tally.flows.begin(), tally.flows.end(), has_flow) &&
           std::none_of(tally.exposure.begin(), tally.exposure.end(), has_days);
}

}  // namespace

TEST_CASE("a new year begins with empty books, whatever was counted in the old one") {
    const engine::CountyInput input = small_county();
    engine::CountyRun run(input.plan, input.policy, {1, 9}, input.plan.start, input.years);
    run.settle_roster({});
    CHECK(is_nought(run.county().tally()));
    KindsSeen kinds;
    for (int year = 1; year < input.years; ++year) {
        run.live_until(add_years(input.plan.start, year), kinds);
        CHECK(is_nought(run.county().tally()));
    }
    CHECK(std::count(kinds.seen.begin(), kinds.seen.end(), true) > 35);
}
