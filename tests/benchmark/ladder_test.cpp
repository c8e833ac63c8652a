// The ladder in ordinary scenario files: staffsim's general engine gives the statistics on record.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "sim/engine/simulate.hpp"
#include "sim/scenario/scenario.hpp"
#include "tests/benchmark/on_record.hpp"

using namespace staffsim;

namespace {

constexpr std::array<double, 4> posts{30, 6, 3, 1};  // of a township, by level

// Sums of one county over all years.
struct Sums : engine::Sink {
    std::array<std::int64_t, flow_count> flows{};
    std::array<std::int64_t, 4> person_days{};
    std::int64_t days = 0;

    void on_year(std::size_t, const County& county) override {
        const YearTally& tally = county.tally();
        days += tally.days;
        for (const FlowRow& unit : tally.flows) {
            for (std::size_t flow = 0; flow < flow_count; ++flow) flows[flow] += unit[flow];
        }
        for (std::size_t cell = 0; cell < tally.exposure.size(); ++cell) {
            person_days[cell % tally.tiers] += tally.exposure[cell].person_days;
        }
    }
    double flow(Flow which) const { return static_cast<double>(flows[static_cast<std::size_t>(which)]); }
};

using Statistics = std::map<std::string, double>;

// Of the average township of a county.
Statistics live(const engine::CountyInput& input, std::uint32_t replication) {
    Sums sums;
    const engine::RunSummary run = engine::simulate(input, {1, replication}, {}, sums);
    const auto townships = static_cast<double>(input.plan.units.size());
    Statistics got{{"events", static_cast<double>(run.events) / townships}};
    const auto per_township = [&](const char* name, Flow flow) { got[name] = sums.flow(flow) / townships; };
    per_township("assessments", Flow::assessed);
    per_township("trainings", Flow::trainings);
    per_township("quits", Flow::exit_resignation);
    per_township("retirements", Flow::exit_retirement);
    per_township("promotions_to_1", Flow::promoted_to_middle);
    per_township("promotions_to_2", Flow::promoted_to_deputy);
    per_township("promotions_to_3", Flow::promoted_to_chief);
    per_township("recruits", Flow::entered_open_exam);
    got["mean_chain"] = sums.flow(Flow::chain_links) / sums.flow(Flow::chains_closed);
    for (std::size_t level = 0; level < posts.size(); ++level) {
        const double filled = static_cast<double>(sums.person_days[level]);
        got["vacancy_percent_" + std::to_string(level)] =
            100 * (1 - filled / (posts[level] * townships * static_cast<double>(sums.days)));
    }
    return got;
}

}  // namespace

// 50 counties of 40 townships. Both sides are runs of 2,000 townships, so their difference has sqrt(2) times the
// standard error of one, taken over counties. Fourteen comparisons at four standard errors: false-alarm rate below 3e-3
// (49 degrees of freedom), were the fixed seed redrawn.
TEST_CASE("staffsim's ladder has the statistics on record") {
    const scenario::Scenario scenario =
        scenario::load_scenario(scenario::parse_spec(std::string(SCENARIOS_FOLDER) + "/bench/ladder.toml"));
    constexpr std::uint32_t counties = 50;
    Statistics sum, squares;
    for (std::uint32_t r = 0; r < counties; ++r) {
        for (const auto& [name, value] : live(scenario.input, r)) {
            sum[name] += value;
            squares[name] += value * value;
        }
    }
    for (const ladder::OnRecord& expected : ladder::on_record) {
        const double mean = sum.at(expected.name) / counties;
        const double error = std::sqrt((squares[expected.name] / counties - mean * mean) / (counties - 1));
        INFO(expected.name << " " << mean << " +- " << error << ", on record " << expected.mean);
        CHECK(error > 0);
        CHECK(std::abs(mean - expected.mean) < 4 * std::sqrt(2.0) * error + expected.half_unit);
    }
}
