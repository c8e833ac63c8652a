// Portraits of futures put together: what the report shows beside outcomes. Numbers are means over futures with the
// range of nine in ten of them (luck). Empty when the store holds no portraits (experiments).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/small_cells.hpp"
#include "sim/foundation/text.hpp"
#include "sim/measures/careers.hpp"
#include "sim/measures/lives.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

// A number of one future: its mean over futures and where nine in ten of them lie; not a number where no future has
// one.
struct Spread {
    double mean = 0, low = 0, high = 0;
};

// A row of staff by one attribute: people, and their share of the staff in %; no numbers where it is hidden.
struct StructureCell {
    Spread people, share;
    Shown shown = Shown::yes;
};

// One row per year (0: the first day, which is the roster itself), one cell per measures::structure_cells.
using StructureYears = std::vector<std::vector<StructureCell>>;

// Chains of the whole county over all years, by measures::chain_lengths and by ladder.
struct ChainStudy {
    std::vector<Spread> ended;    // chains a year, by number of links; the last: so many or more
    std::vector<Spread> days;     // an opening stays empty, by its place in the chain
    std::vector<Spread> days_on;  // the same by ladder of the post
    Spread links;                 // of a chain
};

// A cohort of entrants on its way (measures/careers.hpp): people by link, and years from entry to each stage.
struct CareerStudy {
    std::vector<Spread> links;     // source * measures::link_targets + target
    std::vector<Spread> years_to;  // by stage, of those who came there
    const Spread& link(std::size_t source, std::size_t target_node) const {
        return links[source * measures::link_targets + target_node - measures::first_stage_node];
    }
};

// Examples from one future that all policies share, chosen by a rule and not for what they show (examples.hpp).
struct Examples {
    // [person][scenario]; the same person under every policy.
    std::vector<std::vector<measures::Life>> lives;
    // What the same retirement sets off, by scenario; empty when there is none to show.
    std::vector<measures::ChainExample> chains;
};

struct Portraits {
    bool empty() const { return structure.empty(); }
    int min_cell = usual_min_cell;          // the bound by which cells of structure are hidden
    std::vector<StructureYears> structure;  // by scenario, as all the others
    std::vector<ChainStudy> chains;
    std::vector<CareerStudy> careers;
    measures::CohortYears cohort;
    Examples examples;
    std::size_t examples_by = 0;  // the scenario by which examples were chosen: the declared baseline
    std::vector<Text> units;      // names of units as lives and chains number them
};

// The first `replications` futures of every scenario of the store. Cells of structure with on average fewer than
// `min_cell` people are hidden, and with them what could give them away; 0 or 1 hides none.
Portraits portraits_of(const store::Store& store, std::uint32_t replications, int min_cell = usual_min_cell);

// Takes the numbers out of the cells of one row that are too small to be shown (small_cells.hpp). Ages are a table of
// bands by sex, whose totals by sex and by age are told in breakdowns.
void hide_small_cells(std::vector<StructureCell>& row, int min_cell);

// The same with scenarios in another order, or only some of them; order[0] is the new baseline. Examples are kept only
// where the scenario by which they were chosen is.
Portraits reordered(const Portraits& portraits, const std::vector<std::size_t>& order);

// What a cell of structure counts: the attribute it belongs to, and its own words.
struct StructureWords {
    std::string_view attribute;  // "men", "women", "education", "field", "channel"
    Text attribute_words, words;
    bool is_age() const { return attribute == "men" || attribute == "women"; }
};
StructureWords structure_words(std::size_t cell);
// Cells in the order in which people read them: men and women from the youngest, then the other attributes.
const std::vector<std::size_t>& structure_order();

}  // namespace staffsim::analysis
