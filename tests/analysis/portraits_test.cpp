// Portraits put together from the store, and the rules by which examples are chosen.
#include "analysis/portraits.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "analysis/assemble.hpp"
#include "analysis/batch.hpp"
#include "analysis/examples.hpp"
#include "analysis/export/portraits_csv.hpp"
#include "sim/measures/chains.hpp"
#include "tests/analysis/tiny_county.hpp"
#include "tests/support/folder.hpp"

using namespace staffsim;
using namespace staffsim::analysis;
using measures::ChainExample;
using measures::Life;
using measures::LifeEvent;
using tests::tiny;

namespace {

constexpr std::uint32_t portrayed_futures = 5;

Comparison compared(int min_cell = 0) {
    const tests::Folder folder;
    const Batch batch({tiny("baseline.toml"), tiny("salary.toml"), tiny("baseline.toml")}, 1);
    store::Store store = store::Store::open_or_create(folder.file("a.staffsim"), batch.plan());
    for (std::uint32_t r = 0; r < portrayed_futures; ++r) store.commit(r, batch.run(r));
    return assemble(store, portrayed_futures, 1, 1, 0, {min_cell, {}});
}

LifeEvent appointed(Ladder ladder) { return {LifeEvent::Kind::appointed, 900, 0, 0, {ladder, UnitKind::township}}; }
LifeEvent leaves(ExitCause cause) { return {LifeEvent::Kind::left, 1500, static_cast<std::uint32_t>(cause), 0, {}}; }

Life life(std::uint64_t key, std::vector<LifeEvent> events) {
    Life one;
    one.key = key;
    one.events = std::move(events);
    return one;
}

ChainExample chain(std::uint64_t key, Ladder ladder, std::size_t links) {
    ChainExample one{key, 400, {}, {}};
    one.links.assign(links, {{ladder, UnitKind::township}, 0, 30});
    return one;
}

}  // namespace

TEST_CASE("portraits of a comparison add up: pyramids, shares, entrants and ends") {
    const Comparison comparison = compared();
    const Portraits& portraits = comparison.portraits;
    REQUIRE(portraits.structure.size() == 3);
    const StructureYears& years = portraits.structure.front();
    REQUIRE(years.size() == static_cast<std::size_t>(comparison.years) + 1);
    for (const auto& row : years) {
        double staff = 0, by_education = 0, shares = 0;
        for (std::size_t cell = 0; cell < measures::first_education; ++cell) staff += row[cell].people.mean;
        for (std::size_t cell = measures::first_education; cell < measures::first_field; ++cell) {
            by_education += row[cell].people.mean;
            shares += row[cell].share.mean;
        }
        CHECK(staff == Approx(by_education));
        CHECK(shares == Approx(100));
    }
    for (const auto& cell : years.front()) CHECK(cell.people.low <= cell.people.high);
    const CareerStudy& careers = portraits.careers.front();
    double entered = 0, ended = 0;
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
        for (std::size_t node = measures::first_stage_node; node < measures::career_nodes; ++node)
            entered += careers.link(channel, node).mean;
    }
    for (std::size_t source = 0; source < measures::link_sources; ++source) {
        for (std::size_t node = measures::first_end_node; node < measures::career_nodes; ++node)
            ended += careers.link(source, node).mean;
    }
    CHECK(entered > 0);
    CHECK(entered == Approx(ended));
    CHECK(portraits.chains.front().links.mean >= 1);
}

TEST_CASE("structure hides groups below the bound of breakdowns, on the first day too, and leaves none hidden alone") {
    const Comparison open = compared(), guarded = compared(usual_min_cell);
    int hidden_on_first_day = 0;
    for (std::size_t s = 0; s < open.portraits.structure.size(); ++s) {
        for (std::size_t year = 0; year < open.portraits.structure[s].size(); ++year) {
            std::map<std::string, std::pair<int, int>> hidden_and_present;  // by attribute, and bands by themselves
            for (std::size_t cell = 0; cell < measures::structure_cells; ++cell) {
                const StructureCell& was = open.portraits.structure[s][year][cell];
                const StructureCell& is = guarded.portraits.structure[s][year][cell];
                const bool is_small = was.people.mean > 0 && was.people.mean < usual_min_cell;
                CHECK((is.shown == Shown::too_small) == is_small);
                CHECK(std::isnan(is.people.mean) == (is.shown != Shown::yes));
                CHECK(std::isnan(is.share.high) == (is.shown != Shown::yes));
                hidden_on_first_day += year == 0 && is.shown != Shown::yes;
                const auto count = [&](const std::string& in) {
                    hidden_and_present[in].first += is.shown != Shown::yes;
                    hidden_and_present[in].second += was.people.mean > 0;
                };
                count(std::string(structure_words(cell).attribute));
                if (structure_words(cell).is_age()) count("band " + structure_words(cell).words.en);
            }
            for (const auto& [in, counts] : hidden_and_present)
                if (counts.second > 1) CHECK(counts.first != 1);
        }
    }
    CHECK(hidden_on_first_day > 0);
    const std::string csv = portraits_tables(guarded).front().content;
    CHECK(csv.find(",,,,,,,<5\r\n") != std::string::npos);  // six numbers are left out
    CHECK(csv.find(",1,1,1,") == std::string::npos);
}

TEST_CASE("hidden groups that are a small group together take the next smallest with them") {
    const std::vector<double> people{1, 1, 9, 7, 0};
    std::vector<Shown> shown(people.size(), Shown::yes);
    hide_small(people, usual_min_cell, shown);
    CHECK(shown == std::vector{Shown::too_small, Shown::too_small, Shown::yes, Shown::with_another, Shown::yes});
    // Men and women by band: who is hidden alone in a band takes the other sex along, and that one a band of its own.
    const std::vector<double> table{2, 6, 8, 9, 7, 5};
    const std::vector<Shown> hidden = hidden_in_table(table, 2, usual_min_cell);
    CHECK(hidden == std::vector{Shown::too_small, Shown::with_another, Shown::yes, Shown::yes, Shown::with_another,
                                Shown::with_another});
    CHECK(hidden_in_table(table, 2, 0) == std::vector<Shown>(table.size(), Shown::yes));
}

TEST_CASE("portraits of a policy that changes nothing are those of the baseline") {
    const Comparison comparison = compared();
    const Portraits& portraits = comparison.portraits;
    for (std::size_t row = 0; row < portraits.structure[0].size(); ++row) {
        for (std::size_t cell = 0; cell < measures::structure_cells; ++cell)
            CHECK(portraits.structure[0][row][cell].people.mean == portraits.structure[2][row][cell].people.mean);
    }
    for (const std::vector<Life>& person : portraits.examples.lives) CHECK(person[0] == person[2]);
    if (!portraits.examples.chains.empty()) CHECK(portraits.examples.chains[0] == portraits.examples.chains[2]);
}

TEST_CASE("portraits are exported with a row per scenario, year and cell") {
    const Comparison comparison = compared();
    const auto tables = portraits_tables(comparison);
    REQUIRE(tables.size() == 3);
    const auto lines = std::count(tables[0].content.begin(), tables[0].content.end(), '\n');
    CHECK(lines == 1 + 3 * (comparison.years + 1) * static_cast<long>(measures::structure_cells));
    CHECK(portraits_tables(Comparison{}).empty());
}

TEST_CASE("lives are the first who rises, goes and stays under the baseline, of those who enter everywhere") {
    const std::vector<Life> baseline{
        life(1, {appointed(Ladder::deputy)}),  // does not enter under the other policy
        life(2, {leaves(ExitCause::retirement)}),  life(3, {}),
        life(4, {appointed(Ladder::chief)}),       life(5, {leaves(ExitCause::resignation)}),
        life(6, {leaves(ExitCause::moved_above)}), life(7, {})};
    const std::vector<Life> variant{
        life(2, {}), life(3, {leaves(ExitCause::resignation)}), life(4, {}), life(5, {}), life(6, {}), life(7, {})};
    const auto chosen = chosen_lives({baseline, variant});
    REQUIRE(chosen.size() == 3);
    CHECK(chosen[0].front().key == 4);
    CHECK(chosen[1].front().key == 5);
    CHECK(chosen[2].front().key == 3);
    CHECK(chosen[2].back() == variant[1]);
}

TEST_CASE("where nobody reaches a leading post, the first who reaches any higher one is told") {
    const std::vector<Life> lives{life(1, {}), life(2, {appointed(Ladder::middle)})};
    CHECK(chosen_lives({lives, lives}).front().front().key == 2);
    CHECK(chosen_lives({{}, {}}).empty());
}

TEST_CASE("the chain told is the first of the most frequent length that a leading post's retirement began everywhere") {
    const std::vector<ChainExample> baseline{chain(1, Ladder::middle, 2), chain(2, Ladder::deputy, 5),
                                             chain(3, Ladder::deputy, 3), chain(4, Ladder::chief, 3),
                                             chain(5, Ladder::deputy, 3)};
    const std::vector<ChainExample> variant{chain(2, Ladder::deputy, 5), chain(4, Ladder::chief, 4),
                                            chain(5, Ladder::deputy, 3)};
    const auto chosen = chosen_chains({baseline, variant});
    REQUIRE(chosen.size() == 2);
    CHECK(chosen[0].key == 4);
    CHECK(chosen[1].links.size() == 4);
    CHECK(chosen_chains({baseline, {}}).empty());
}

TEST_CASE(
    "portraits follow the scenarios that a report shows, and examples stay only with the policy that chose them") {
    Portraits portraits;
    portraits.structure.resize(3);
    portraits.chains.resize(3);
    portraits.careers.resize(3);
    for (std::size_t s = 0; s < 3; ++s) portraits.chains[s].links.mean = static_cast<double>(s);
    portraits.examples.lives = {
        {life(1, {}), life(1, {appointed(Ladder::middle)}), life(1, {leaves(ExitCause::resignation)})}};
    portraits.examples.chains = {chain(1, Ladder::deputy, 1), chain(1, Ladder::deputy, 2), chain(1, Ladder::deputy, 3)};
    const Portraits turned = reordered(portraits, {2, 0});
    CHECK(turned.chains[0].links.mean == 2);
    CHECK(turned.chains[1].links.mean == 0);
    CHECK(turned.examples_by == 1);
    CHECK(turned.examples.lives.front()[0] == portraits.examples.lives.front()[2]);
    CHECK(turned.examples.chains[0].links.size() == 3);
    const Portraits others = reordered(portraits, {2, 1});
    CHECK(others.chains.size() == 2);
    CHECK(others.examples.lives.empty());
    CHECK(others.examples.chains.empty());
}
