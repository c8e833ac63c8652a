// Section 5: in how many of 100 matched futures each policy is the best of all compared, always with the Wilson range.
// The small strip beside the number shows the same range between 0 and 100, so that the table needs no script.
#include <fmt/core.h>

#include <cmath>

#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

std::string percentage(double share) { return fmt::format("{:.1f}", 100 * share); }

view::data cell_view(const Comparison& comparison, const BestShare& share, int whole) {
    view::data cell = scenario_view(comparison, share.scenario);
    cell.set("of_100", of_100(whole, share.low, share.high, static_cast<int>(std::lround(100 * share.shared))));
    cell.set("at", percentage(share.share));
    cell.set("low", percentage(share.low));
    cell.set("width", percentage(share.high - share.low));
    return cell;
}

// The policies of one outcome; their whole percentages add up.
view::data cells_of(const Comparison& comparison, std::size_t outcome, int year) {
    std::vector<const BestShare*> row;
    std::vector<double> shares;
    for (const BestShare& share : comparison.best_shares) {
        if (share.outcome != outcome || share.verdict_year != year) continue;
        row.push_back(&share);
        shares.push_back(share.share);
    }
    const std::vector<int> whole = whole_percentages(shares);
    view::data cells = view::empty_list();
    for (std::size_t s = 0; s < row.size(); ++s) cells << cell_view(comparison, *row[s], whole[s]);
    return cells;
}

view::data rows_of(const Comparison& comparison, measures::Aim aim, int year) {
    view::data rows = view::empty_list();
    for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
        if (comparison.outcomes[o].aim != aim) continue;
        const view::data cells = cells_of(comparison, o, year);
        if (cells.is_empty_list()) continue;
        view::data row = outcome_view(comparison, o);
        row.set("cells", cells);
        rows << row;
    }
    return rows;
}

}  // namespace

view::data fill_often(const Comparison& comparison) {
    view::data values;
    values.set("heads", all_views(comparison));
    set_many(comparison, comparison.scenarios.size(), values);
    values.set("columns", std::to_string(comparison.scenarios.size() + 1));
    values.set("replications", std::to_string(comparison.replications));
    values.set("hides_some", comparison.best_of > comparison.scenarios.size());
    values.set("best_of", std::to_string(comparison.best_of));
    values.set("years", by_verdict_year(comparison, [&](int year, view::data& entry) {
                   entry.set("aims", by_aim([&](measures::Aim aim) { return rows_of(comparison, aim, year); }));
               }));
    return values;
}

}  // namespace staffsim::analysis
