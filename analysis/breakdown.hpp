// Breakdowns of who is there, leaves, resigns, rises and what they are paid, and of recruitment by channel, as means
// over the futures; small cells are not shown. For where to look: no ranges, no verdicts.
//
// A part with on average fewer than `min_cell` people at the end of the verdict year (but not none) is hidden: instead
// of its staff "<5" is said, and nothing else of its people; and with it ("*") what could give it away
// (small_cells.hpp). Empty places, seats offered and applicants are not about staff and are
// always shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/small_cells.hpp"
#include "sim/foundation/text.hpp"
#include "sim/measures/parts.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

struct PartCell {
    using Shown = analysis::Shown;
    std::size_t scenario = 0, part = 0;
    int verdict_year = 0;
    measures::PartMeasure measure = measures::PartMeasure::staff;
    double value = 0;  // no value (NaN) when hidden or not counted for this breakdown
    Shown shown = Shown::yes;
};

struct Breakdown {
    int min_cell = usual_min_cell;
    std::vector<measures::Part> parts;
    std::vector<PartCell> cells;  // by scenario, year, measure, part; those not counted are left out
};

// Of the dimensions given (empty: all). Empty when the store kept none. `min_cell` 0 or 1 hides nothing.
Breakdown breakdown_of(const store::Store& store, std::uint32_t replications, int min_cell = usual_min_cell,
                       const std::vector<measures::Dimension>& dimensions = {});

// Dimensions from their ids, separated by commas. InputError with suggestions.
std::vector<measures::Dimension> dimensions_of(const std::string& list);

// "1,234.5", "<5", "*"
std::string shown_text(const PartCell& cell, int min_cell);

}  // namespace staffsim::analysis
