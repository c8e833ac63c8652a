// The rival lives the ladder that others have run: its statistics are those on record.
#include "tests/benchmark/rival/statistics.hpp"

#include "tests/benchmark/on_record.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace ladder;

namespace {

Statistic named(const std::vector<Statistic>& all, std::string_view name) {
    return *std::find_if(all.begin(), all.end(), [name](const Statistic& s) { return s.name == name; });
}

}  // namespace

// Both sides are runs of 2,000 townships, so their difference has sqrt(2) times the standard error of one. Fourteen
// comparisons at four standard errors: false-alarm rate below 1e-3 (14 x 6.3e-5), were the fixed seed redrawn.
TEST_CASE("the rival's ladder has the statistics on record") {
    const Settings settings{.townships = 2000, .years = 20, .seed = 1};
    const auto measured = statistics(run(settings).townships, settings.years);
    for (const OnRecord& expected : on_record) {
        const Statistic got = named(measured, expected.name);
        INFO(got.name << " " << got.mean << " +- " << got.standard_error << ", on record " << expected.mean);
        CHECK(got.standard_error > 0);
        CHECK(std::abs(got.mean - expected.mean) < 4 * std::sqrt(2.0) * got.standard_error + expected.half_unit);
    }
}

TEST_CASE("the same seed gives the same ladder and another seed another") {
    const auto trainings = [](std::uint64_t seed) {
        return statistics(run({.townships = 50, .years = 20, .seed = seed}).townships, 20)[2].mean;
    };
    CHECK(trainings(7) == trainings(7));
    CHECK(trainings(7) != trainings(8));
}

TEST_CASE("in no years nothing happens") {
    const auto townships = run({.townships = 3, .years = 0, .seed = 1}).townships;
    CHECK(person_years(townships, 0) == 0);
    for (const Statistic& s : statistics(townships, 0)) CHECK(s.mean == 0);
}

TEST_CASE("in one year everybody who stays is assessed once and trained once") {
    const auto townships = run({.townships = 200, .years = 1, .seed = 1}).townships;
    for (const Tally& t : townships) {
        const std::uint32_t left = t.quits + t.retirements;
        CHECK(t.assessments <= 40);
        CHECK(t.assessments + left >= 40);
        CHECK(t.trainings <= 40 + t.recruits);
        CHECK(t.trainings + left >= 40);
    }
}

TEST_CASE("every post that was left was filled again or is vacant") {
    for (const Tally& t : run({.townships = 200, .years = 20, .seed = 3}).townships) {
        const std::uint32_t left = t.quits + t.retirements;
        CHECK(t.recruits <= left);
        CHECK(left - t.recruits <= posts_per_township);
        CHECK(t.chain_steps >= t.recruits);
    }
}
