// The sections of portraits in the page: written from what the comparison holds, escaped, and honest where it holds
// none.
#include <catch2/catch.hpp>
#include <string>

#include "analysis/report/html.hpp"
#include "sim/measures/chains.hpp"
#include "tests/report/sample_comparison.hpp"
#include "tests/report/words.hpp"

using namespace staffsim;
using namespace staffsim::analysis;

namespace {

// Every policy alike: one person in every cell, one on every link, chains of two links.
Comparison portrayed() {
    Comparison comparison = tests::sample_comparison();
    const std::size_t scenarios = comparison.scenarios.size();
    const std::vector<StructureCell> row(measures::structure_cells, {{1, 0, 2}, {5.5, 5, 6}});
    Portraits& portraits = comparison.portraits;
    portraits.structure.assign(scenarios, StructureYears(static_cast<std::size_t>(comparison.years) + 1, row));
    ChainStudy chains;
    chains.ended.assign(measures::chain_lengths, {0, 0, 0});
    chains.ended[1] = {7.5, 6, 9};
    chains.days.assign(measures::chain_lengths, {40, 30, 50});
    chains.days_on.assign(ladder_count, {41, 31, 51});
    chains.links = {2, 2, 2};
    portraits.chains.assign(scenarios, chains);
    CareerStudy careers;
    careers.links.assign(measures::career_days, {1, 1, 1});
    careers.years_to.assign(measures::stage_count, {3.5, 3, 4});
    portraits.careers.assign(scenarios, careers);
    portraits.units = {{"<b>Hill & Dale</b>", "<b>山</b>"}};
    measures::Life life;
    life.entry = 400;
    life.age_days = 9000;
    life.events = {{measures::LifeEvent::Kind::appointed, 1000, 0, 0, {Ladder::middle, UnitKind::township}},
                   {measures::LifeEvent::Kind::left, 1500, 2, 0, {}}};
    portraits.examples.lives = {std::vector<measures::Life>(scenarios, life)};
    const measures::ChainExample chain{1, 500, {{{Ladder::deputy, UnitKind::township}, 0, 33}}, Channel::open_exam};
    portraits.examples.chains.assign(scenarios, chain);
    return comparison;
}

std::string section(const std::string& page, const std::string& id) {
    const std::size_t begin = page.find("<section id=\"" + id + "\">");
    return begin == std::string::npos ? "" : page.substr(begin, page.find("</section>", begin) - begin);
}

}  // namespace

TEST_CASE("the page tells structure, careers, lives and chains from the portraits of a comparison") {
    const std::string page = render_html(portrayed(), Language::en);
    CHECK(contains(section(page, "structure"), "<td>5.5 <small>5.0 … 6.0</small></td>"));
    CHECK(contains(section(page, "careers"), "data-csv=\"careers\""));
    CHECK(contains(section(page, "careers"), "<td>3.5 <small>3.0 … 4.0</small></td>"));
    CHECK(contains(section(page, "lives"), "Examples, not statistics."));
    CHECK(contains(section(page, "lives"), "leaves: resignation"));
    CHECK(contains(section(page, "chains"), "<td>7.5 <small>6.0 … 9.0</small></td>"));
    CHECK(contains(section(page, "chains"), "empty for 33 days"));
}

TEST_CASE("the page writes a group that is too small as a bound, without its range, and says what that means") {
    Comparison comparison = portrayed();
    StructureCell& cell = comparison.portraits.structure.front().front().front();
    cell.shown = Shown::too_small;
    const std::string structure = section(render_html(comparison, Language::en), "structure");
    CHECK(contains(structure, "<td>&lt;5</td>"));
    CHECK(contains(structure, "Groups of fewer than 5 people are not shown"));
    comparison.portraits.min_cell = 0;
    CHECK(!contains(section(render_html(comparison, Language::en), "structure"), "are not shown"));
}

TEST_CASE("a unit's name never becomes markup in lives and chains") {
    const std::string page = render_html(portrayed(), Language::en);
    CHECK(!contains(page, "<b>Hill & Dale</b>"));
    CHECK(contains(section(page, "chains"), "&lt;b&gt;Hill &amp; Dale&lt;/b&gt;"));
}

TEST_CASE("a year that is the same under a policy is written as an equals sign") {
    Comparison comparison = portrayed();
    comparison.portraits.examples.lives.front().back().events.back().number = 0;  // retires there
    const std::string lives = section(render_html(comparison, Language::en), "lives");
    CHECK(contains(lives, "<td>=</td>"));
    CHECK(contains(lives, "leaves: statutory retirement"));
}

TEST_CASE("where there are no portraits the page says so and shows no empty tables") {
    const std::string page = render_html(tests::sample_comparison(), Language::en);
    for (const char* id : {"structure", "careers", "lives", "chains"}) {
        CHECK(!section(page, id).empty());
        CHECK(!contains(section(page, id), "<table"));
        CHECK(!contains(section(page, id), "data-mount"));
    }
}
