#include "analysis/long_run.hpp"

#include "analysis/context.hpp"
#include "analysis/declared.hpp"
#include "analysis/terminal/overrides_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/export/csv_text.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/series.hpp"
#include "analysis/terminal/layout.hpp"
#include "sim/stats/mser.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/ratio.hpp"

namespace staffsim::analysis {

namespace {

using measures::Ratio;

std::vector<Ratio> sums_of_kept_years(const Series& series) {
    std::vector<Ratio> sums;
    for (std::size_t r = 0; r < series.replications(); ++r)
        sums.push_back(stats::total(series.future(r).subspan(discarded_years)));
    return sums;
}

// Years in which nothing was exposed take the last value before.
std::size_t settled_after(const Series& series, std::size_t years) {
    std::vector<double> means;
    for (std::size_t year = 0; year < years; ++year) {
        const double mean = stats::value_of(stats::total(series.in_year(year)));
        means.push_back(stats::has_value(mean) ? mean : means.empty() ? 0 : means.back());
    }
    return stats::mser_truncation(means);
}

std::string block(const store::Plan& plan, const std::vector<LongRunCell>& cells, std::size_t scenario,
                  const Style& style) {
    constexpr std::size_t label = 36, number = 11;
    const bool is_base = scenario == 0;
    std::string text = pad_right(fitted(style.say(plan.scenarios[scenario].name), label - 1), label) +
                       pad_left(style.say({"level", "水平"}), number) + "  " +
                       style.say(is_base ? Text{"settled after, years", "稳定于（年）"}
                                         : Text{"difference [95 %]   settled", "差别 [95%]   稳定于"}) +
                       "\n";
    for (const LongRunCell& cell : cells) {
        if (cell.scenario != scenario) continue;
        const measures::Outcome& outcome = plan.outcomes[cell.outcome];
        text += pad_right(fitted("  " + style.say(outcome.label), label - 1), label) +
                pad_left(plain_number(cell.level.value, outcome.decimals), number) + "  ";
        if (!is_base) {
            const int decimals = shown_decimals(cell.paired, outcome);
            text += pad_right(signed_difference(cell.paired, decimals) + " " +
                                  signed_range(cell.paired.low, cell.paired.high, decimals),
                              24);
        }
        text += fmt::format("{}{}\n", cell.settled_after, cell.settled_after > discarded_years ? " !" : "");
    }
    return text;
}

}  // namespace

std::vector<std::string> frozen_law() { return {fmt::format("years={}", long_run_years), "pay.outside_trend=0"}; }

void check_frozen(const std::vector<scenario::Scenario>& scenarios) {
    Diagnostics diagnostics;
    for (const scenario::Scenario& scenario : scenarios) {
        const Day end = add_years(scenario.input.plan.start, discarded_years);
        for (const scenario::ResolvedLever& lever : scenario.levers) {
            for (const scenario::Setting& setting : lever.settings) {
                if (!setting.starts || add_years(*setting.starts, setting.phase_in_years - 1) <= end) continue;
                diagnostics.error(setting.place, lever.row->key,
                                  worded("changes after the {} years that the long-run view discards; there the "
                                         "law must be frozen",
                                         "在长期推演略去的 {} 年之后仍有变动；其后的规则应保持不变", discarded_years));
            }
        }
    }
    diagnostics.throw_if_errors();
}

std::vector<LongRunCell> long_run_cells(const store::Store& store, std::uint32_t replications) {
    const store::Plan& plan = store.plan();
    std::vector<LongRunCell> cells;
    for (std::size_t outcome = 0; outcome < plan.outcomes.size(); ++outcome) {
        if (!is_primary(plan, outcome)) continue;
        std::vector<Ratio> baseline;
        const std::vector<Series> by_scenario = headline_series(store, outcome, replications);
        for (std::size_t s = 0; s < plan.scenarios.size(); ++s) {
            const Series& series = by_scenario[s];
            const std::vector<Ratio> own = sums_of_kept_years(series);
            if (s == 0) baseline = own;
            LongRunCell cell{outcome, s, stats::level_summary(own, {plan.lives}), {}, 0};
            cell.paired = stats::paired_summary(baseline, own, plan.outcomes[outcome].direction, 0.05, {plan.lives});
            cell.settled_after = settled_after(series, static_cast<std::size_t>(plan.years));
            cells.push_back(cell);
        }
    }
    return cells;
}

std::string long_run_screen(const store::Plan& plan, const std::vector<LongRunCell>& cells, std::uint32_t replications,
                            const Style& style) {
    const Text title{
        fmt::format("LONG RUN: means of years {} to {}, law frozen, {} matched futures. Where policies lead if "
                    "nothing else ever changed; no forecast, no verdicts.",
                    discarded_years + 1, long_run_years, replications),
        fmt::format("长期视图：第 {} 至 {} 年平均，政策冻结，{} "
                    "次对照推演。表示其他一切不变时政策走向何处；不是预测，不作结论。",
                    discarded_years + 1, long_run_years, replications)};
    std::string text = paragraph("", style.say(title)) + overrides_text(context_of(plan.context_json).overrides, style);
    for (std::size_t s = 0; s < plan.scenarios.size(); ++s) text += block(plan, cells, s, style);
    const Text help{
        fmt::format("settled: years after which the yearly means show no drift (marginal standard error rule; a "
                    "diagnostic, ! = later than the {} years left out)",
                    discarded_years),
        fmt::format("稳定于：此后年均值不再漂移（边际标准误规则，仅供诊断；! 表示晚于舍去的 {} 年）", discarded_years)};
    return finished(style, text + paragraph("", style.say(help)));
}

std::string long_run_csv(const store::Plan& plan, const std::vector<LongRunCell>& cells) {
    CsvText csv({"scenario", "outcome", "first_year", "last_year", "value", "value_low", "value_high", "difference",
                 "low", "high", "variance_factor", "settled_after"});
    for (const LongRunCell& cell : cells) {
        csv.text(plan.scenarios[cell.scenario].id).text(plan.outcomes[cell.outcome].id);
        csv.whole(discarded_years + 1).whole(long_run_years);
        csv.number(cell.level.value).number(cell.level.low).number(cell.level.high);
        csv.number(cell.paired.difference).number(cell.paired.low).number(cell.paired.high);
        csv.number(cell.paired.variance_factor).whole(static_cast<std::int64_t>(cell.settled_after)).end_row();
    }
    return csv.content();
}

}  // namespace staffsim::analysis
