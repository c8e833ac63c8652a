#include "analysis/export/luck_csv.hpp"

#include <limits>

#include "analysis/export/csv_text.hpp"

namespace staffsim::analysis {

namespace {

void quantile_columns(CsvText& csv, const stats::QuantileRange& range) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    csv.number(range.value).number(range.low.value_or(none)).number(range.high.value_or(none));
}

}  // namespace

std::string luck_csv(const Comparison& comparison) {
    CsvText csv({"scenario", "outcome", "verdict_year", "kind", "p05", "p05_low", "p05_high", "p50", "p50_low",
                 "p50_high", "p95", "p95_low", "p95_high"});
    for (const LuckCell& cell : comparison.luck) {
        csv.text(comparison.scenarios[cell.scenario].id).text(comparison.outcomes[cell.outcome].id);
        csv.whole(cell.verdict_year).text(cell.of_difference ? "difference" : "level");
        quantile_columns(csv, cell.p05);
        quantile_columns(csv, cell.p50);
        quantile_columns(csv, cell.p95);
        csv.end_row();
    }
    return csv.content();
}

}  // namespace staffsim::analysis
