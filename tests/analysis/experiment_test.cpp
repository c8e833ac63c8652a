// Experiments over the tiny county: what is loaded, what is run once, what gets verdicts.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "analysis/assemble.hpp"
#include "analysis/declared.hpp"
#include "analysis/experiment/load.hpp"
#include "analysis/experiment/point_table.hpp"
#include "analysis/long_run.hpp"
#include "tests/analysis/tiny_county.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

using tests::Folder;

namespace {

Batch study(const PointFilter& filter = {}) {
    const experiment::Design design = experiment::read_design(std::string(TINY_COUNTY) + "study.toml");
    return load_experiment(design, {filter, {}, {}, 1, 1});
}

store::Store simulated(const Batch& batch, const std::filesystem::path& path, std::uint32_t futures) {
    store::Store store = store::Store::open_or_create(path, batch.plan());
    for (std::uint32_t r = 0; r < futures; ++r) store.commit(r, batch.run(r));
    return store;
}

}  // namespace

TEST_CASE("points that resolve to the same scenario share its runs") {
    const Batch batch = study();
    const store::Plan& plan = batch.plan();
    REQUIRE(plan.points.size() == 9);
    CHECK(plan.scenarios.size() == 7);
    CHECK(plan.points[3].name == "Current rules: township_allowance=400, pairs_per_year=4");
    CHECK(plan.points[3].scenario == 0);
    CHECK(plan.points[5].scenario == plan.points[2].scenario);  // 800 yuan by a variant and by the sweep
    CHECK(plan.points[3].hash == plan.points[0].hash);
    CHECK(plan.points[6].hash != plan.points[5].hash);
    CHECK(plan.points[8].name == "Planned exchange: generous");
    CHECK(plan.points[8].values.size() == 2);
}

TEST_CASE("the file declares outcomes, years, thresholds and named units") {
    const Batch batch = study();
    const store::Plan& plan = batch.plan();
    CHECK(plan.primary_outcomes == std::vector<std::string>{"leavers", "payroll", "empty_places"});
    CHECK(plan.verdict_years == std::vector<int>{3, 6});
    CHECK(plan.outcomes[measures::outcome_index("leavers")].matters == 0.5);
    REQUIRE(plan.groups.size() == 4);
    CHECK(plan.groups[3].id == "T01");
    // Three outcomes, kept by unit all of them, for the townships and for T01, six variants, two years.
    CHECK(family_size(plan) == 3u * 2 * 6 * 2);
    CHECK(plan.design_files.front().name == "study.toml");
}

TEST_CASE("a filter leaves the base and the points that it names") {
    const Batch batch = study({{"township_allowance=800"}, {}});
    for (std::size_t p = 1; p < batch.plan().points.size(); ++p)
        CHECK(batch.plan().points[p].values.front().second == "800");
    CHECK(batch.plan().points.size() == 4);
    CHECK(study({{}, {"Planned*"}}).plan().points.size() == 3);
    CHECK(study({{"pay.township_allowance > 400", "pairs_per_year == 10"}, {}}).plan().points.size() == 2);
    CHECK_THROWS_AS(study({{"nothing=1"}, {}}), InputError);
}

TEST_CASE("the declared cells say what a comparison of the same scenarios says, named units or not") {
    const Folder folder;
    const Batch batch = study();
    const store::Store store = simulated(batch, folder.file("a.staffsim"), 25);
    const Comparison comparison = assemble(store, 25, 1);
    std::size_t compared = 0;
    for (const DeclaredCell& cell : declared_cells(store, 25, 1)) {
        if (cell.group != 0 || cell.scenario == 0) continue;
        const Cell* same = find_cell(comparison, cell.outcome, cell.scenario, cell.verdict_year);
        REQUIRE(same != nullptr);
        CHECK(same->paired.difference == cell.paired.difference);
        CHECK(same->paired.standard_error == cell.paired.standard_error);
        // A policy without a value has no range: nothing to compare then.
        CHECK((cell.paired.low == same->paired.low || std::isnan(same->paired.low)));
        CHECK((cell.paired.high == same->paired.high || std::isnan(same->paired.high)));
        CHECK(cell.paired.more_needed == same->paired.more_needed);
        CHECK(cell.verdict == same->verdict);
        CHECK(same->value == cell.level.value);
        ++compared;
    }
    CHECK(compared == 3u * 6 * 2);
    CHECK(comparison.family_size == family_size(batch.plan()));
    CHECK(comparison.unit_levels.size() == 1u * 7 * 2 * 4);  // empty places, hands, own candidates, none: of T01
}

TEST_CASE("what is kept of a run is the same numbers as in a store of everything") {
    const Batch part = study();
    const Batch whole({tests::tiny("baseline.toml")}, 1);
    const auto few = part.run(4, 0, 1), all = whole.run(4);
    CHECK(few[0].fingerprint == all[0].fingerprint);
    CHECK(few[0].values.group_count() == 4);
    const std::size_t leavers = measures::outcome_index("leavers");
    for (std::size_t year = 0; year < 6; ++year) {
        CHECK(few[0].values.at(leavers, 0, year) == all[0].values.at(leavers, 0, year));
        CHECK(few[0].values.at(leavers, 3, year) == all[0].values.at(leavers, 3, year));
    }
}

TEST_CASE("showing some of the points changes no number of theirs") {
    const Folder folder;
    const Batch batch = study();
    const store::Store store = simulated(batch, folder.file("a.staffsim"), 20);
    const std::string all = points_csv(batch.plan(), point_table(store, 20, 1, {}));
    const std::string some = points_csv(batch.plan(), point_table(store, 20, 1, {{}, {"*generous"}}));
    const std::size_t row = some.find("Planned exchange: generous");
    REQUIRE(row != std::string::npos);
    CHECK(all.find(some.substr(row)) != std::string::npos);
}

TEST_CASE("precision is decided on the committed prefix alone") {
    const Folder folder;
    const Batch batch = study();
    const store::Store shorter = simulated(batch, folder.file("a.staffsim"), 20);
    const store::Store longer = simulated(batch, folder.file("b.staffsim"), 30);
    for (const double width : {0.01, 0.5, 100.0}) {
        const stats::PrecisionRule rule{.first = 20, .half_width = width};
        CHECK(all_precise_enough(shorter, 20, 1, rule) == all_precise_enough(longer, 20, 1, rule));
    }
}

TEST_CASE("the long run leaves out sixty years and has no luck between copies") {
    const Folder folder;
    std::vector<std::string> sets = frozen_law();
    sets.push_back("verdict_years=[200]");
    const Batch batch({tests::tiny("baseline.toml", sets), tests::tiny("baseline.toml", sets)}, 1);
    const store::Store store = simulated(batch, folder.file("a.staffsim"), 3);
    const std::size_t cost = measures::outcome_index("total_cost");
    double sum = 0, weight = 0;
    for (std::uint32_t r = 0; r < 3; ++r) {
        const auto unit = batch.run(r, 0, 1);
        for (std::size_t year = discarded_years; year < 200; ++year) {
            sum += unit[0].values.at(cost, 0, year).numerator;
            weight += unit[0].values.at(cost, 0, year).denominator;
        }
    }
    std::size_t seen = 0;
    for (const LongRunCell& cell : long_run_cells(store, 3)) {
        CHECK(cell.paired.difference == 0);
        if (cell.outcome != cost) continue;
        CHECK(cell.level.value == Approx(sum / weight).epsilon(1e-12));
        ++seen;
    }
    CHECK(seen == 2);
}

TEST_CASE("a rule that changes in the years kept is refused in the long run") {
    CHECK_NOTHROW(check_frozen({tests::tiny("exchange.toml", frozen_law())}));
    scenario::Scenario late = tests::tiny("exchange.toml", frozen_law());
    for (scenario::ResolvedLever& lever : late.levers) {
        for (scenario::Setting& setting : lever.settings) {
            if (setting.starts) setting.starts = add_years(*setting.starts, 100);
        }
    }
    CHECK_THROWS_AS(check_frozen({late}), InputError);
}
