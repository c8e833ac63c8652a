// Breakdowns add up to the outcomes, and small cells are hidden so that totals do not give them away.
#include "analysis/breakdown.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "analysis/batch.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/experiment/futures.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/measures/observe.hpp"
#include "tests/analysis/tiny_county.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using measures::Dimension;
using measures::Part;
using measures::PartMeasure;

namespace {

scenario::Scenario worked(const std::vector<std::string>& sets) {
    const std::string file = std::string(SCENARIOS_FOLDER) + "/jingning/baseline.toml";
    return scenario::load_scenario(scenario::parse_spec(file, file), {sets, {}, {}});
}

double sum_of(const store::UnitResult& unit, const std::vector<Part>& parts, Dimension dimension, PartMeasure measure,
              std::size_t year) {
    double sum = 0;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (parts[p].dimension == dimension) sum += unit.parts.at(static_cast<std::size_t>(measure), p, year).numerator;
    }
    return sum;
}

}  // namespace

TEST_CASE("the parts of every breakdown add up to the outcome, year by year") {
    const Batch batch({worked({"years=6"})}, 3);
    const store::UnitResult unit = batch.run(0).front();
    const std::vector<Part> parts = measures::parts_of(batch.scenarios().front().input.plan, 6);
    const auto outcome = [&](const char* id, std::size_t year) {
        return unit.values.at(measures::outcome_index(id), measures::townships_group, year);
    };
    double promotions = 0;
    for (std::size_t year = 0; year < 6; ++year) {
        for (const Dimension d :
             {Dimension::tier, Dimension::age, Dimension::sex, Dimension::channel, Dimension::cohort}) {
            CAPTURE(year, measures::id_of(d));
            CHECK(sum_of(unit, parts, d, PartMeasure::staff, year) == outcome("mean_age", year).denominator);
            CHECK(sum_of(unit, parts, d, PartMeasure::leavers, year) == outcome("leavers", year).numerator);
            CHECK(sum_of(unit, parts, d, PartMeasure::resignations, year) == outcome("resignations", year).numerator);
            CHECK(sum_of(unit, parts, d, PartMeasure::promotions, year) == outcome("promotions", year).numerator);
            CHECK(sum_of(unit, parts, d, PartMeasure::pay, year) > 0);
        }
        promotions += outcome("promotions", year).numerator;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            if (parts[p].dimension != Dimension::unit) continue;
            const std::size_t group = measures::first_unit_group + p - 2;  // two unit types before
            CHECK(unit.parts.at(1, p, year).numerator ==
                  unit.values.at(measures::outcome_index("leavers"), group, year).numerator);
            const measures::Ratio empty = unit.values.at(measures::outcome_index("empty_places"), group, year);
            CHECK(unit.parts.at(5, p, year) == empty);
        }
    }
    CHECK(promotions > 0);
}

TEST_CASE("seats, applicants, skill and performance by channel add up to the outcomes of townships") {
    const Batch batch({worked({"years=6",
                               "recruitment.seats={open_exam=0.6, institution_staff=0.1, village_cadre=0.1, "
                               "village_official=0.1, service_programme=0.1}"})},
                      3);
    const store::UnitResult unit = batch.run(0).front();
    const std::vector<Part> parts = measures::parts_of(batch.scenarios().front().input.plan, 6);
    for (std::size_t year = 0; year < 6; ++year) {
        const auto outcome = [&](const char* id) {
            return unit.values.at(measures::outcome_index(id), measures::townships_group, year);
        };
        const auto sum = [&](PartMeasure measure) { return sum_of(unit, parts, Dimension::channel, measure, year); };
        CAPTURE(year);
        CHECK(sum(PartMeasure::seats_offered) == outcome("applicants_per_seat").denominator);
        CHECK(sum(PartMeasure::applicants_per_seat) == outcome("applicants_per_seat").numerator);
        CHECK(sum(PartMeasure::skill) == Approx(outcome("mean_skill").numerator));
        CHECK(sum(PartMeasure::performance) == Approx(outcome("true_performance").numerator));
        double filled = 0;
        for (std::size_t p = 0; p < parts.size(); ++p) {
            const auto at = [&](PartMeasure measure) {
                return unit.parts.at(static_cast<std::size_t>(measure), p, year);
            };
            if (parts[p].dimension != Dimension::channel) {
                CHECK(at(PartMeasure::seats_offered).denominator == 0);  // not counted
                continue;
            }
            CHECK(at(PartMeasure::applicants_per_seat).denominator == at(PartMeasure::seats_offered).numerator);
            filled += at(PartMeasure::seats_filled).numerator;
        }
        CHECK(filled > 0);
        CHECK(100 * filled == Approx(outcome("share_seats_filled").numerator));
    }
}

TEST_CASE("counting breakdowns changes no event") {
    const scenario::Scenario county = tests::tiny("baseline.toml");
    experiment::WarmUps warm_ups(5);
    measures::Observer plain(county.input.plan, static_cast<std::size_t>(county.input.years));
    const auto bare = engine::simulate(county.input, {5, 2}, warm_ups.of(county), plain);
    CHECK(Batch({county}, 5).run(2).front().fingerprint == bare.fingerprint);
}

TEST_CASE("no group below the bound is shown, and never is one alone hidden") {
    const Batch batch({tests::tiny("baseline.toml"), tests::tiny("salary.toml")}, 1);
    const tests::Folder folder;
    store::Store store = store::Store::open_or_create(folder.file("a.staffsim"), batch.plan());
    for (std::uint32_t r = 0; r < 3; ++r) store.commit(r, batch.run(r));
    const Breakdown open = breakdown_of(store, 3, 0);
    REQUIRE_FALSE(open.cells.empty());
    for (const PartCell& cell : open.cells) CHECK(cell.shown == PartCell::Shown::yes);
    bool has_complement = false;
    for (const int bound : {2, 5, 9, 15}) {
        const Breakdown guarded = breakdown_of(store, 3, bound);
        REQUIRE(guarded.cells.size() == open.cells.size());
        std::map<std::tuple<Dimension, std::size_t, int>, std::pair<int, int>> hidden_and_present;
        for (std::size_t i = 0; i < open.cells.size(); ++i) {
            const PartCell& was = open.cells[i];
            const PartCell& is = guarded.cells[i];
            const bool hidden = is.shown != PartCell::Shown::yes;
            CHECK(hidden == std::isnan(is.value));
            if (!measures::is_about_staff(is.measure)) CHECK_FALSE(hidden);
            if (is.measure != PartMeasure::staff) continue;
            if (was.value > 0 && was.value < bound) CHECK(is.shown == PartCell::Shown::too_small);
            if (was.value >= bound) CHECK(is.shown != PartCell::Shown::too_small);
            has_complement = has_complement || is.shown == PartCell::Shown::with_another;
            auto& [count, present] =
                hidden_and_present[{open.parts[was.part].dimension, was.scenario, was.verdict_year}];
            count += hidden;
            present += was.value > 0;
        }
        for (const auto& [key, counts] : hidden_and_present)
            if (counts.second > 1) CHECK(counts.first != 1);
    }
    CHECK(has_complement);
}

TEST_CASE("breakdowns are chosen by name") {
    CHECK(dimensions_of("").empty());
    CHECK(dimensions_of("age, unit_type") == std::vector{Dimension::age, Dimension::unit_type});
    CHECK_THROWS_WITH(dimensions_of("agee"), Catch::Contains("did you mean age?"));
}

TEST_CASE("hidden cells are written as a bound or a star") {
    PartCell cell;
    cell.value = 12.345;
    CHECK(shown_text(cell, 5) == "12.3");
    cell.shown = PartCell::Shown::too_small;
    CHECK(shown_text(cell, 5) == "<5");
    cell.measure = PartMeasure::leavers;
    CHECK(shown_text(cell, 5) == "*");
    cell.shown = PartCell::Shown::with_another;
    cell.measure = PartMeasure::staff;
    CHECK(shown_text(cell, 5) == "*");
}
