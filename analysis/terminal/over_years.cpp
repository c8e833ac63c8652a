#include "analysis/terminal/over_years.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t outcome_width = 34, most_years = 4;

std::vector<int> years_to_show(const Comparison& comparison) {
    const auto& all = comparison.verdict_years;
    if (all.size() <= most_years) return all;
    std::vector<int> years(all.begin(), all.begin() + most_years - 1);
    years.push_back(all.back());
    return years;
}

std::size_t column_width(std::size_t years) { return (page_width - outcome_width) / years; }

std::string cell_text(const Comparison& comparison, const Cell& cell, const Style& style) {
    if (stats::is_without_number(cell.verdict)) return std::string(stats::mark(cell.verdict));
    const stats::PairedSummary& paired = cell.paired;
    const bool is_clear = paired.low > 0 || paired.high < 0;
    const int own = comparison.outcomes[cell.outcome].decimals;
    const int decimals =
        is_clear ? clear_decimals(paired.difference, paired.difference, own, comparison.outcomes[cell.outcome]) : own;
    const std::string number = signed_difference(paired, decimals);
    return coloured(style, cell.verdict, fmt::format("{}{}", stats::mark(cell.verdict), number));
}

std::string row_text(const Comparison& comparison, std::size_t outcome, std::size_t scenario,
                     const std::vector<int>& years, const Style& style) {
    const measures::Outcome& about = comparison.outcomes[outcome];
    const std::string mark = is_over_years(about) ? over_years_mark : "";
    std::string line = "  " + pad_right(fitted(style.say(about.label), outcome_width - 4) + mark, outcome_width - 2);
    bool has_verdict = false;
    for (const int year : years) {
        const Cell* cell = find_cell(comparison, outcome, scenario, year);
        if (cell == nullptr || !cell->has_verdict) continue;
        has_verdict = true;
        Style plain = style;
        plain.colour = false;
        const std::size_t width = display_width(cell_text(comparison, *cell, plain));
        const std::size_t column = column_width(years.size());
        line += std::string(column > width ? column - width : 1, ' ') + cell_text(comparison, *cell, style);
    }
    return has_verdict ? line + "\n" : "";
}

}  // namespace

std::string over_years_text(const Comparison& comparison, const Style& style) {
    const std::vector<int> years = years_to_show(comparison);
    if (years.size() < 2) return "";
    std::string text;
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        const Text title{"Transition and long run (* from year 1 to that year): ", "过渡期与长期（* 自第 1 年累计）："};
        text += paragraph("", style.say(title) + style.say(comparison.scenarios[s].name));
        std::string line(outcome_width, ' ');
        for (const int year : years) {
            const Text head{fmt::format("year {}", year), fmt::format("第{}年", year)};
            line += pad_left(style.say(head), column_width(years.size()));
        }
        text += line + "\n";
        for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) text += row_text(comparison, o, s, years, style);
    }
    return text;
}

}  // namespace staffsim::analysis
