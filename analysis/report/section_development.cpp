// Section 4: levels over the years. One folded part per outcome with its fan (drawn by the page's script) and its table
// of middle futures and nine-in-ten ranges. The first judged outcomes are open at the start.
#include <fmt/core.h>

#include <algorithm>

#include "analysis/report/numbers.hpp"
#include "analysis/report/sections.hpp"

namespace staffsim::analysis {
namespace {

constexpr std::size_t open_at_start = 3;

using Bands = std::vector<const YearlyBand*>;

Bands bands_of(const Comparison& comparison, std::size_t outcome) {
    Bands bands;
    for (const YearlyBand& band : comparison.bands)
        if (band.outcome == outcome && !band.p50.empty()) bands.push_back(&band);
    return bands;
}

// Numbers only, so that nothing needs escaping. HTML lets a cell end where the next one begins: of so many, leaving it
// out spares the page some twenty kilobytes.
std::string band_cell(const YearlyBand& band, std::size_t year, int decimals) {
    return fmt::format("<td>{} <small>{} … {}</small>", plain_number(band.p50[year], decimals),
                       plain_number(band.p05[year], decimals), plain_number(band.p95[year], decimals));
}

// Outcomes without verdicts show the first and the verdict years; the page's script adds the others.
bool is_shown(const Comparison& comparison, std::size_t outcome, std::size_t year) {
    const auto count = static_cast<int>(year) + 1;
    return comparison.outcomes[outcome].primary || year == 0 ||
           std::ranges::find(comparison.verdict_years, count) != comparison.verdict_years.end();
}

view::data year_rows(const Comparison& comparison, std::size_t outcome, const Bands& bands) {
    const int decimals = comparison.outcomes[outcome].decimals;
    view::data rows = view::empty_list();
    for (std::size_t year = 0; year < bands.front()->p50.size(); ++year) {
        if (!is_shown(comparison, outcome, year)) continue;
        std::string cells;
        for (const YearlyBand* band : bands) cells += band_cell(*band, year, decimals);
        view::data row;
        row.set("year", std::to_string(comparison.start_year + static_cast<int>(year)));
        row.set("cells", cells);
        rows << row;
    }
    return rows;
}

view::data fan_view(const Comparison& comparison, std::size_t outcome, const Bands& bands) {
    const bool is_primary = comparison.outcomes[outcome].primary;
    view::data fan = outcome_view(comparison, outcome);
    view::data heads = view::empty_list();
    for (const YearlyBand* band : bands) {
        view::data head;
        head.set("letter", scenario_letter(band->scenario));
        if (is_primary) head.set("name", view::text(comparison.scenarios[band->scenario].name));
        heads << head;
    }
    fan.set("heads", heads);
    set_many(comparison, bands.size(), fan);
    fan.set("rows", year_rows(comparison, outcome, bands));
    fan.set("some_years", !is_primary);
    return fan;
}

// The fans of one goal; the first judged outcomes of all stand open, and so does their goal.
view::data goal_view(const Comparison& comparison, measures::Aim aim, std::size_t& opened) {
    view::data fans = view::empty_list();
    std::size_t count = 0;
    const std::size_t before = opened;
    for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
        if (comparison.outcomes[o].aim != aim) continue;
        const Bands bands = bands_of(comparison, o);
        if (bands.empty()) continue;
        const bool stays_open = comparison.outcomes[o].primary && opened < open_at_start;
        opened += stays_open;
        view::data fan = fan_view(comparison, o, bands);
        fan.set("stays_open", stays_open);
        fans << fan;
        ++count;
    }
    view::data goal;
    goal.set("aim", view::text(aim_words(aim)));
    goal.set("count", std::to_string(count));
    goal.set("present", count > 0);
    goal.set("stays_open", opened > before);
    goal.set("fans", fans);
    return goal;
}

}  // namespace

view::data fill_development(const Comparison& comparison) {
    view::data goals = view::empty_list();
    std::size_t opened = 0;
    for (const measures::Aim aim : all_aims()) {
        const view::data goal = goal_view(comparison, aim, opened);
        if (goal.get("present")->is_true()) goals << goal;
    }
    view::data values;
    values.set("goals", goals);
    values.set("baseline", scenario_view(comparison, 0));
    values.set("replications", std::to_string(comparison.replications));
    return values;
}

}  // namespace staffsim::analysis
