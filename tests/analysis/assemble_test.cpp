#include "analysis/assemble.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "analysis/batch.hpp"
#include "analysis/export/comparison_csv.hpp"
#include "analysis/manpower.hpp"
#include "analysis/series.hpp"
#include "analysis/shortfalls.hpp"
#include "sim/measures/observe.hpp"
#include "sim/stats/paired.hpp"
#include "tests/analysis/tiny_county.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using tests::tiny;

using tests::Folder;

namespace {

constexpr std::uint32_t assembled_futures = 25;

store::Store simulated(const Batch& batch, const std::filesystem::path& path) {
    store::Store store = store::Store::open_or_create(path, batch.plan());
    for (std::uint32_t r = 0; r < assembled_futures; ++r) store.commit(r, batch.run(r));
    return store;
}

const Cell& cell(const Comparison& comparison, const char* outcome, std::size_t scenario, int year) {
    return *find_cell(comparison, measures::outcome_index(outcome), scenario, year);
}

}  // namespace

TEST_CASE("a comparison holds every outcome, scenario and verdict year, with verdicts for primary outcomes only") {
    const Folder folder;
    const Batch batch({tiny("baseline.toml"), tiny("salary.toml"), tiny("baseline.toml")}, 1);
    const store::Store store = simulated(batch, folder.file("a.staffsim"));
    const Comparison comparison = assemble(store, assembled_futures, 1);

    CHECK(comparison.cells.size() == measures::outcomes().size() * 3 * 2);
    CHECK(comparison.family_size == batch.plan().primary_outcomes.size() * 1 * 2);
    CHECK(comparison.township_count == 3);
    CHECK(comparison.places == 44);
    CHECK(comparison.outlook.size() == 6);
    // Rules that are on are counted over all futures, by scenario.
    REQUIRE_FALSE(comparison.rules.empty());
    CHECK(comparison.rules.front().scenario == 0);
    CHECK(comparison.rules.back().scenario == 2);
    for (const RuleUse& use : comparison.rules) {
        CHECK(use.futures == assembled_futures);
        CHECK(use.fired_in <= assembled_futures);
        CHECK((use.fired_in == 0) == (use.times == 0));
    }
    CHECK(comparison.unit_levels.size() == 3u * 3 * 2 * 4);  // empty places, hands, own candidates, units without
    for (const Cell& each : comparison.cells) {
        CHECK(each.has_verdict == (each.scenario > 0 && comparison.outcomes[each.outcome].primary));
        if (each.scenario == 2) CHECK(each.paired.difference == 0);
        if (each.scenario == 2 && each.has_verdict) CHECK(each.verdict == stats::Verdict::identical);
    }

    SECTION("the allowance costs what it says: 800 yuan more a month for everybody, where nobody works elsewhere") {
        const std::vector<std::string> all_at_home{"exchange.pairs_per_year=0", "exchange.borrowed_share=0"};
        const Batch at_home({tiny("baseline.toml", all_at_home), tiny("salary.toml", all_at_home)}, 1);
        const store::Store lived = simulated(at_home, folder.file("at_home.staffsim"));
        const Comparison told = assemble(lived, assembled_futures, 1);
        const double people = told.outlook[0].staff;
        CHECK(cell(told, "payroll_allowance", 1, 3).paired.difference == Approx(people * 800 * 12 / 1e4).epsilon(0.05));
        CHECK(cell(comparison, "payroll_allowance", 1, 3).paired.difference <
              cell(told, "payroll_allowance", 1, 3).paired.difference);
        CHECK(cell(comparison, "total_cost", 1, 3).verdict == stats::Verdict::worse);
    }
    SECTION("nobody is alone the best on cost: the third policy is the baseline again") {
        const std::size_t cost = measures::outcome_index("total_cost");
        double alone = 0, twins = 0;
        for (const BestShare& share : comparison.best_shares) {
            CHECK(comparison.outcomes[share.outcome].direction != measures::Direction::neutral);
            CHECK(share.low <= share.share);
            CHECK(share.share <= share.high);
            CHECK(share.share + share.shared <= 1);
            if (share.outcome != cost || share.verdict_year != 3) continue;
            alone += share.share;
            if (share.scenario != 1) twins += share.shared;
        }
        CHECK(alone == 0);
        CHECK(twins == 2);
    }
    SECTION("townships have changes against the baseline, their ranges for all of them together") {
        const std::size_t hands = measures::outcome_index("hands_present");
        for (const UnitLevel& level : comparison.unit_levels) {
            const stats::PairedSummary& change = level.change;
            CHECK(change.replications == (level.scenario == 0 ? 0 : assembled_futures));
            if (level.scenario == 2) CHECK(change.discordant == 0);
            if (level.scenario != 1) continue;
            const auto same = [&](const UnitLevel& other) {
                return other.scenario == 0 && other.unit == level.unit && other.outcome == level.outcome &&
                       other.verdict_year == level.verdict_year;
            };
            const UnitLevel& base = *std::ranges::find_if(comparison.unit_levels, same);
            CHECK(change.difference == Approx(level.value - base.value).margin(1e-12));
            CHECK(change.value == level.value);
        }
        // Three townships share the error probability: ranges are those of 1 - .05 / 3.
        const UnitLevel& one = *std::ranges::find_if(comparison.unit_levels, [&](const UnitLevel& level) {
            return level.scenario == 1 && level.outcome == hands && level.change.discordant > 2;
        });
        const std::size_t group = static_cast<std::size_t>(
            std::ranges::find(batch.plan().groups, one.unit, &measures::Group::id) - batch.plan().groups.begin());
        std::vector<measures::Ratio> own, base;
        const auto years = static_cast<std::size_t>(batch.plan().years);
        for (const std::size_t s : {std::size_t{0}, std::size_t{1}}) {
            const auto values = store.load(hands, s, assembled_futures);
            for (std::size_t r = 0; r < assembled_futures; ++r)
                (s == 0 ? base : own)
                    .push_back(values[(r * batch.plan().groups.size() + group) * years +
                                      static_cast<std::size_t>(one.verdict_year) - 1]);
        }
        const stats::PairedSummary expected =
            stats::paired_summary(base, own, measures::Direction::higher_better, 0.05 / 3, {batch.plan().lives});
        CHECK(one.change.low == Approx(expected.low));
        CHECK(one.change.high == Approx(expected.high));
    }
    SECTION("costs of a policy that holds from the first day are told over the years alone") {
        CHECK(comparison.years_alone.empty());
    }
    SECTION("against another baseline townships change against that one") {
        const Comparison other = assemble(store, assembled_futures, 1, 0, 1);
        for (const UnitLevel& level : other.unit_levels)
            CHECK((level.change.replications == 0) == (level.scenario == 1));
    }
    SECTION("a second look has wider intervals") {
        const Comparison second = assemble(store, assembled_futures, 2);
        const stats::PairedSummary& a = cell(comparison, "total_cost", 1, 6).paired;
        const stats::PairedSummary& b = cell(second, "total_cost", 1, 6).paired;
        CHECK(b.high - b.low > a.high - a.low);
        CHECK(b.difference == a.difference);
    }
    SECTION("a flow at verdict year 3 is put together from years 1 to 3, a stock is that of year 3") {
        const auto at_3 = [&](const char* id) {
            measures::Ratio sum;
            for (std::uint32_t r = 0; r < assembled_futures; ++r) {
                sum += measures::at_verdict_year(batch.run(r)[1].values, measures::outcome_index(id),
                                                 measures::townships_group, 3);
            }
            return sum.numerator / sum.denominator;
        };
        CHECK(cell(comparison, "leavers", 1, 3).value == Approx(at_3("leavers")).epsilon(1e-12));
        CHECK(cell(comparison, "empty_places", 1, 3).value == Approx(at_3("empty_places")).epsilon(1e-12));
    }
    SECTION("the tables are the same however often they are made") {
        const auto first = comparison_tables(comparison),
                   again = comparison_tables(assemble(store, assembled_futures, 1));
        REQUIRE(first.size() == again.size());
        for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].content == again[i].content);
    }
}

// Was a defect: each township was compared with itself and told a change of 0.
TEST_CASE("a store of one scenario tells levels of townships and no changes") {
    const Folder folder;
    const Batch batch({tiny("baseline.toml")}, 1);
    const Comparison comparison = assemble(simulated(batch, folder.file("a.staffsim")), assembled_futures, 1);
    REQUIRE(comparison.unit_levels.size() == 3u * 2 * 4);
    for (const UnitLevel& level : comparison.unit_levels) CHECK(level.change.replications == 0);
}

TEST_CASE("the cost of a policy that begins later is there for the verdict year alone, too") {
    const Folder folder;
    const Batch batch({tiny("baseline.toml"), tiny("Later: pay.starts=2028-01-01, pay.township_allowance=1200")}, 1);
    const store::Store store = simulated(batch, folder.file("later.staffsim"));
    const Comparison comparison = assemble(store, assembled_futures, 1);
    const std::size_t total = measures::outcome_index("total_cost");
    const auto alone = std::ranges::find_if(comparison.years_alone, [&](const YearAlone& one) {
        return one.outcome == total && one.scenario == 1 && one.verdict_year == 3;
    });
    REQUIRE(alone != comparison.years_alone.end());
    // Two years of nothing, then one in force: the mean of three years is a third.
    CHECK(alone->paired.difference == Approx(3 * cell(comparison, "total_cost", 1, 3).paired.difference).epsilon(0.01));
    for (const YearAlone& one : comparison.years_alone) {
        CHECK(comparison.outcomes[one.outcome].aim == measures::Aim::cost);
        CHECK(comparison.outcomes[one.outcome].window == measures::Window::yearly_average);
    }
}

TEST_CASE("a variant that resolves like another one, or like the baseline, widens no range of the others") {
    const Folder folder;
    const std::string allowance = "Allowance 800: pay.township_allowance=800";
    const Batch one({tiny("baseline.toml"), tiny(allowance)}, 1);
    const Batch more({tiny("baseline.toml"), tiny(allowance), tiny("Again: pay.township_allowance=800"),
                      tiny("Same: pay.township_allowance=400")},
                     1);
    const Comparison few = assemble(simulated(one, folder.file("a.staffsim")), assembled_futures, 1);
    const Comparison many = assemble(simulated(more, folder.file("b.staffsim")), assembled_futures, 1);
    CHECK(few.family_size == many.family_size);
    for (const Cell& own : few.cells) {
        if (!own.has_verdict || std::isnan(own.paired.low)) continue;
        for (const std::size_t twin : {1u, 2u}) {
            const Cell* same = find_cell(many, own.outcome, twin, own.verdict_year);
            REQUIRE(same != nullptr);
            CHECK(same->paired.low == own.paired.low);
            CHECK(same->paired.high == own.paired.high);
            CHECK(same->verdict == own.verdict);
        }
    }
}

TEST_CASE("the manpower tables of all units add up to those of the townships") {
    const Batch batch({tiny("baseline.toml")}, 1);
    const auto tables = manpower_tables(batch.plan(), 0, totals_of(batch.run(0)[0].values));
    REQUIRE(tables.size() == 6);
    for (std::size_t year = 0; year < 6; ++year) {
        ManpowerYear sum;
        for (std::size_t unit = 1; unit <= 3; ++unit) {
            const ManpowerYear& own = tables[unit].years[year];
            sum.staff += own.staff;
            sum.retire += own.retire;
            sum.seats_advertised += own.seats_advertised;
            sum.payroll_wan += own.payroll_wan;
            sum.empty_leadership_posts += own.empty_leadership_posts;
            sum.units_without_candidates += own.units_without_candidates;
        }
        const ManpowerYear& all = tables[0].years[year];
        CHECK(sum.staff == all.staff);
        CHECK(sum.retire == all.retire);
        CHECK(sum.seats_advertised == all.seats_advertised);
        CHECK(sum.payroll_wan == Approx(all.payroll_wan));
        CHECK(sum.empty_leadership_posts == Approx(all.empty_leadership_posts));
        CHECK(sum.units_without_candidates == all.units_without_candidates);
    }
}

TEST_CASE("leaders who step down to the second line by age leave their posts as those who retire do") {
    // At 52 each year: of the nine, whoever is 52 before the age of retirement.
    const Batch batch({tiny("baseline.toml", {"leadership.second_line={age=52, timing=\"yearly\"}"})}, 1);
    const auto tables = manpower_tables(batch.plan(), 0, totals_of(batch.run(0)[0].values));
    const Batch plain({tiny("baseline.toml")}, 1);
    const auto before = manpower_tables(plain.plan(), 0, totals_of(plain.run(0)[0].values));
    double all = 0, step_down = 0, retire_before = 0;
    for (std::size_t year = 0; year < 6; ++year) {
        all += tables[0].years[year].leaders_due;
        step_down += tables[0].years[year].leaders_stepping_down;
        retire_before += before[0].years[year].leaders_due;
        CHECK(before[0].years[year].leaders_stepping_down == 0);
        CHECK(tables[0].years[year].leaders_stepping_down <= tables[0].years[year].leaders_due);
    }
    CHECK(step_down > 0);
    CHECK(all >= retire_before);
    CHECK(leaders_due_sentence(tables[0].years, tables[0].leaders).en.find("step down to the second line") !=
          std::string::npos);
}

TEST_CASE("what a plan of exchange does not reach is told before the verdicts") {
    Comparison comparison;
    comparison.years = 10;
    comparison.scenarios.resize(3);
    comparison.scenarios[1].name = {"Twenty pairs", "二十对"};
    comparison.scenarios[2].name = {"Nearly all", "基本成行"};
    const auto use = [&comparison](std::size_t scenario, const char* rule, double times) {
        RuleUse one;
        one.scenario = scenario;
        one.rule = rule;
        one.times = times;
        comparison.rules.push_back(one);
    };
    use(1, "secondment", 140), use(1, "exchange_not_found", 260);
    use(2, "secondment", 380), use(2, "exchange_not_found", 20);
    const std::vector<Text> told = shortfalls(comparison);
    REQUIRE(told.size() == 1);
    CHECK(told[0].en.starts_with("Twenty pairs: of 40.0 people a year who were to be exchanged 14.0 went"));
    CHECK(told[0].zh.starts_with("二十对：计划每年交流 40.0 人，实际成行 14.0 人"));
}

TEST_CASE("leaders of townships are told by the year in which they give up their post by age, for six years") {
    // Of nine, a woman born in April 1970 (55 years and one month: past it) and one born in May 1974 (55 years and
    // fourteen months, by the reform) are due within six years.
    const Batch batch({tiny("baseline.toml")}, 1);
    const auto tables = manpower_tables(batch.plan(), 0, totals_of(batch.run(0)[0].values));
    CHECK(tables[0].leaders == 9);
    const double due[] = {1, 0, 0, 0, 1, 0};
    for (std::size_t year = 0; year < 6; ++year) CHECK(tables[0].years[year].leaders_due == due[year]);
    CHECK(std::isnan(tables[1].years[0].leaders_due));  // not of single units
    CHECK(
        leaders_due_sentence(tables[0].years, tables[0].leaders).en ==
        "Leaders of the first day who reach retirement age: 2026: 1, 2027: 0, 2028: 0, 2029: 0, 2030: 1, 2031: 0; 2 of "
        "9 together.");
    CHECK(leaders_due_sentence(tables[0].years, 0).en.empty());
    std::vector<ManpowerYear> table(2);
    table[0].year = 2026, table[1].year = 2027;
    CHECK(without_candidates_sentence(table, 9).en ==
          "In every unit somebody of its own may be chosen for a leadership post at year end, 2026 to 2027.");
    CHECK(without_candidates_sentence(table, 0).en.empty());
    table[1].units_without_candidates = 1.25;
    CHECK(without_candidates_sentence(table, 9).en ==
          "Units where nobody of their own may be chosen for a leadership post, at year end: 2026: 0.0, 2027: 1.2.");
}
