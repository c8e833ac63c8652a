// The worked baseline as a whole: it stays where it is when nothing changes, and its yearly numbers are those of a
// county.
#include <catch2/catch.hpp>
#include <cmath>

#include "sim/measures/observe.hpp"
#include "sim/scenario/scenario.hpp"

using namespace staffsim;

namespace {

constexpr std::uint32_t replications = 30;

struct Baseline {
    scenario::Scenario scenario;
    std::vector<measures::YearlyValues> futures;

    double mean(const char* outcome, std::size_t group, std::size_t first_year, std::size_t last_year) const {
        measures::Ratio sum;
        for (const auto& future : futures) {
            for (std::size_t year = first_year; year <= last_year; ++year)
                sum += future.at(measures::outcome_index(outcome), group, year);
        }
        return sum.numerator / sum.denominator;
    }
};

const Baseline& baseline() {
    static const Baseline made = [] {
        Baseline b{
            scenario::load_scenario(scenario::parse_spec(std::string(SCENARIOS_FOLDER) + "/jingning/baseline.toml")),
            {}};
        const engine::WarmUp warm_up(b.scenario.input, 1);
        for (std::uint32_t r = 0; r < replications; ++r) {
            measures::Observer observer(b.scenario.input.plan, static_cast<std::size_t>(b.scenario.input.years));
            engine::simulate(b.scenario.input, {1, r}, warm_up, observer);
            b.futures.push_back(observer.values());
        }
        return b;
    }();
    return made;
}

}  // namespace

TEST_CASE("the baseline's mean skill drifts by less than 0.05 over 20 years") {
    const std::size_t skill = measures::outcome_index("mean_skill");
    double sum = 0, squares = 0;
    for (const auto& future : baseline().futures) {
        const measures::Ratio first = future.at(skill, measures::all_group, 0);
        const measures::Ratio last = future.at(skill, measures::all_group, 19);
        const double drift = last.numerator / last.denominator - first.numerator / first.denominator;
        sum += drift;
        squares += drift * drift;
    }
    const double mean = sum / replications;
    const double error = std::sqrt((squares / replications - mean * mean) / (replications - 1));
    INFO("drift " << mean << " +- " << error);
    // The whole interval of three standard errors lies inside: a drift of 0.05 or more passes less than once in 700
    // runs.
    CHECK(std::abs(mean) + 3 * error < 0.05);
}

TEST_CASE("the baseline's yearly numbers are those of a county") {
    const Baseline& b = baseline();
    for (const std::size_t year : {std::size_t{0}, std::size_t{9}, std::size_t{19}}) {
        INFO("year " << year);
        const double leavers = b.mean("leavers", measures::townships_group, year, year);
        CHECK(leavers > 20);
        CHECK(leavers < 70);
        const double empty = b.mean("empty_places", measures::townships_group, year, year);
        CHECK(empty > 0.5);
        CHECK(empty < 4);
        CHECK(b.mean("empty_leadership_posts", measures::townships_group, year, year) < 1);
        CHECK(b.mean("share_seats_filled", measures::townships_group, year, year) > 80);
        CHECK(b.mean("mean_age", measures::all_group, year, year) > 35);
        CHECK(b.mean("mean_age", measures::all_group, year, year) < 48);
    }
}
