// A mean with the range of nine in ten futures as a table cell, and rows of such cells; what the page's charts of
// portraits are drawn from (web/src/readings.js).
#pragma once

#include <fmt/core.h>

#include <string>

#include "analysis/portraits.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/report/view.hpp"

namespace staffsim::analysis {

inline view::data spread_cell(const Spread& spread, int decimals, int range_decimals) {
    view::data cell;
    cell.set("mean", plain_number(spread.mean, decimals));
    const bool moves = spread.high > spread.low;
    cell.set("moves", moves);
    if (moves)
        cell.set("range", fmt::format("{} … {}", plain_number(spread.low, range_decimals),
                                      plain_number(spread.high, range_decimals)));
    return cell;
}

// `to`: where a row leads, for charts of links.
inline view::data spread_row(const Text& label, view::data cells, const std::string& to = "") {
    view::data row;
    row.set("label", view::text(label));
    row.set("to", to);
    row.set("cells", std::move(cells));
    return row;
}

inline view::data spread_part(const std::string& id, const Text& words, const Text& unit, view::data rows) {
    view::data part;
    part.set("id", id);
    part.set("words", view::text(words));
    part.set("unit", view::text(unit));
    part.set("rows", std::move(rows));
    return part;
}

}  // namespace staffsim::analysis
