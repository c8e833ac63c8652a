// Breakdowns of who is there, leaves, resigns, rises and what they are paid, as means over the futures; small cells are
// not shown. For where to look: no ranges, no verdicts.
//
// A part with on average fewer than `min_cell` people at the end of the verdict year (but not none) is hidden: instead
// of its staff "<5" is said, and nothing else of its people. If it were the only one of its breakdown that is hidden,
// it could be worked out from the total; then the next smallest is hidden with it ("*"). Empty places are not about
// people and are always shown. Leaves out: what could be worked out from several reports with different bounds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/foundation/text.hpp"
#include "sim/measures/parts.hpp"
#include "sim/store/store.hpp"

namespace staffsim::analysis {

inline constexpr int usual_min_cell = 5;

struct PartCell {
    enum class Shown : std::uint8_t { yes, too_small, with_another };
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
