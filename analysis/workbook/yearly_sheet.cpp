// Levels over the years: a table of middle futures per outcome and policy with a line chart for each outcome that gets
// verdicts, and below, on a sheet of its own, all bands.
#include "analysis/report/labels.hpp"
#include "analysis/workbook/sheets.hpp"

namespace staffsim::analysis::xlsx {

namespace {

constexpr int rows_per_chart = 16;  // below the table

const YearlyBand* band_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario) {
    for (const YearlyBand& band : comparison.bands) {
        if (band.outcome == outcome && band.scenario == scenario && !band.p50.empty()) return &band;
    }
    return nullptr;
}

// What a line of the chart refers to.
struct Line {
    lxw_row_t row;
    std::string name;
};

void add_chart(Sheet& sheet, const measures::Outcome& outcome, lxw_row_t years_row, lxw_col_t last,
               const std::vector<Line>& lines) {
    lxw_chart* chart = workbook_add_chart(sheet.book().get(), LXW_CHART_LINE);
    for (const Line& line : lines) {
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, sheet.name().c_str(), years_row, 1, years_row, last);
        chart_series_set_values(series, sheet.name().c_str(), line.row, 1, line.row, last);
        chart_series_set_name(series, line.name.c_str());
    }
    chart_title_set_name(chart, sheet.book().say(outcome.label).c_str());
    chart_axis_set_name(chart->y_axis, sheet.book().say(outcome.unit).c_str());
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options options{};
    options.x_scale = 1.35;
    options.y_scale = 1.0;
    worksheet_insert_chart_opt(sheet.get(), sheet.row() + 1, 1, chart, &options);
}

void add_outcome(Sheet& sheet, const Comparison& comparison, std::size_t o) {
    const measures::Outcome& outcome = comparison.outcomes[o];
    if (band_of(comparison, o, 0) == nullptr) return;
    const lxw_row_t years_row = sheet.row();
    sheet.text(sheet.book().say(outcome.label) + " (" + sheet.book().say(outcome.unit) + ")", {.head = true});
    for (int year = 0; year < comparison.years; ++year) {
        sheet.number(comparison.start_year + year, {.head = true});
    }
    sheet.next_row();
    std::vector<Line> lines;
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        const YearlyBand* band = band_of(comparison, o, s);
        if (band == nullptr) continue;
        lines.push_back({sheet.row(), lettered_name(sheet.book(), comparison, s)});
        sheet.text(lines.back().name);
        for (const double value : band->p50) sheet.number(value, {.decimals = outcome.decimals});
        sheet.next_row();
    }
    const auto last = static_cast<lxw_col_t>(comparison.years);
    if (outcome.primary) {
        add_chart(sheet, outcome, years_row, last, lines);
        for (int row = 0; row < rows_per_chart; ++row) sheet.next_row();
    }
    sheet.next_row();
}

void add_bands(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"Luck by year", "逐年运气"});
    sheet.title({"Levels across futures, year by year", "各次推演的逐年水平"},
                {"p50 is the middle future; nine in ten lie between p05 and p95. Bands show luck; overlapping bands do "
                 "not mean no difference.",
                 "p50 为居中的推演；十分之九在 p05 与 p95 之间。范围表示运气；重叠并不意味着没有差别。"});
    sheet.heads({{"Policy", "办法"},
                 {"Outcome", "结果"},
                 {"Year", "年"},
                 {"Mean", "平均"},
                 {"p05", "p05"},
                 {"p25", "p25"},
                 {"p50", "p50"},
                 {"p75", "p75"},
                 {"p95", "p95"}});
    sheet.next_row();
    for (const YearlyBand& band : comparison.bands) {
        const measures::Outcome& outcome = comparison.outcomes[band.outcome];
        const Style figure{.decimals = outcome.decimals};
        for (std::size_t i = 0; i < band.mean.size(); ++i) {
            sheet.text(lettered_name(book, comparison, band.scenario)).text(outcome.label);
            sheet.number(comparison.start_year + static_cast<int>(i), {.decimals = -1});
            for (const auto* values : {&band.mean, &band.p05, &band.p25, &band.p50, &band.p75, &band.p95}) {
                sheet.number((*values)[i], figure);
            }
            sheet.next_row();
        }
    }
    sheet.width(0, 1, 30);
    sheet.freeze_below_heads(2, 9);
}

}  // namespace

void add_yearly(Book& book, const Comparison& comparison) {
    Sheet sheet(book, {"By year", "逐年"});
    sheet.title({"How does it develop?", "逐年怎样发展？"},
                {"The middle future of each year. Charts for outcomes with verdicts stand first.",
                 "每年居中的推演。有判断的结果排在前面并附图。"});
    sheet.width(0, 0, 40);
    for (const bool primary : {true, false}) {
        for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
            if (comparison.outcomes[o].primary == primary) add_outcome(sheet, comparison, o);
        }
    }
    worksheet_freeze_panes(sheet.get(), 0, 1);
    add_bands(book, comparison);
}

}  // namespace staffsim::analysis::xlsx
