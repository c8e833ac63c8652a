#include "analysis/terminal/stopped_table.hpp"

#include <fmt/format.h>

#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t what_width = 30, level_width = 10;

std::string change_of(const Comparison& comparison, const Cell& cell, const Style& style) {
    const stats::Verdict seen = stats::verdict_of_undeclared(cell.paired);
    if (stats::is_without_number(seen)) return style.say(stats::words(seen));
    const int decimals = shown_decimals(cell.paired, comparison.outcomes[cell.outcome]);
    const std::string difference = signed_difference(cell.paired, decimals);
    if (is_rare(cell)) return fmt::format("{} {}", difference, differing_numbers(cell.paired));
    return fmt::format("{} {}", difference, signed_range(cell.paired.low, cell.paired.high, decimals));
}

std::string outcome_lines(const Comparison& comparison, const Cell& cell, int year, const Style& style) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const std::string mark = is_over_years(outcome) && year > 1 ? over_years_mark : "";
    const Text unit{", " + outcome.unit.en, "（" + outcome.unit.zh + "）"};
    const auto label = wrapped(style.say(outcome.label) + mark + style.say(unit), what_width - 2);
    std::string text = "  " + pad_right(label.front(), what_width - 2) +
                       pad_left(plain_number(cell.paired.baseline, outcome.decimals), level_width) +
                       pad_left(plain_number(cell.value, outcome.decimals), level_width) + "  " +
                       change_of(comparison, cell, style) + "\n";
    for (std::size_t i = 1; i < label.size(); ++i) text += "    " + label[i] + "\n";
    return text;
}

std::string stopped_heads(const Comparison& comparison, std::size_t scenario, int year, const Style& style) {
    const Text title{fmt::format("2 Exploratory, year {}: ", year), fmt::format("2 探索性，第 {} 年：", year)};
    return paragraph("", style.say(title) + style.say(comparison.scenarios[scenario].name)) +
           std::string(what_width, ' ') + pad_left(style.say({"baseline", "基准"}), level_width) +
           pad_left(style.say({"policy", "新办法"}), level_width) + "  " + style.say({"change", "变化"}) + "\n";
}

}  // namespace

Text stopped_words(const Comparison& comparison) {
    const auto [wanted, at_most] = comparison.stopped.value_or(Stopped{});
    const std::uint32_t done = comparison.replications;
    const Text why = at_most ? Text{"when they are enough to judge was settled", "何时足以判断已"}
                             : Text{"the number of futures was fixed", "推演次数已"};
    return {
        fmt::format("{} of {}{} futures were simulated before you stopped; no verdicts are shown, because {} before "
                    "the run. The same command continues.",
                    done, at_most ? "at most " : "", wanted, why.en),
        fmt::format("停止前完成了 {} 次推演（{}共 {} 次）；因为{}在运行前定下，这里不作判断。用原命令可继续。", done,
                    at_most ? "至多" : "", wanted, why.zh)};
}

std::string stopped_table(const Comparison& comparison, int verdict_year, const Style& style) {
    std::string text;
    bool has_rare = false;
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
        text += stopped_heads(comparison, s, verdict_year, style);
        for (std::size_t o = 0; o < comparison.outcomes.size(); ++o) {
            const Cell* cell = find_cell(comparison, o, s, verdict_year);
            if (cell == nullptr || !comparison.outcomes[o].primary) continue;
            text += outcome_lines(comparison, *cell, verdict_year, style);
            has_rare = has_rare || is_rare(*cell);
        }
    }
    const double percent = 100 * comparison.confidence;
    const Text help{fmt::format("[…] {:.0f} % for each by itself, not for all of them together; {} matched futures",
                                percent, comparison.replications),
                    fmt::format("[…] 单项 {:.0f}%，并非全部合计；对照推演 {} 次", percent, comparison.replications)};
    text += paragraph("  ", style.say(help));
    if (has_rare) text += paragraph("  ", style.say(differing_help(comparison)));
    return text + (verdict_year > 1 ? paragraph("  ", style.say(over_years_note(verdict_year))) : "");
}

}  // namespace staffsim::analysis
