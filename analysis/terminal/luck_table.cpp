#include "analysis/terminal/luck_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t label_column = 30, share = 16, regret = 18, factor = 8;

bool is_shown(const Cell* cell) { return cell != nullptr && cell->has_verdict; }

// Of what is too rare or has too few futures, behind "·": more futures do not settle it, they let it be judged.
std::string more_text(const Cell& cell) {
    if (cell.paired.more_needed == 0) return "–";
    const std::string mark{cell.verdict == stats::Verdict::too_rare ? stats::mark(cell.verdict) : ""};
    return mark + std::to_string(cell.paired.more_needed);
}

// How many unmatched futures a matched one is worth; beyond a thousand nobody asks how many.
std::string factor_text(double value) {
    constexpr double most = 1000;
    if (value > most) return ">1,000";
    return plain_number(value, value < 10 ? 1 : 0);
}

std::string line_of(const Comparison& comparison, const Cell& cell, const Style& style) {
    const measures::Outcome& outcome = comparison.outcomes[cell.outcome];
    const stats::PairedSummary& paired = cell.paired;
    std::string text = pad_right(fitted("  " + style.say(outcome.label), label_column - 1), label_column);
    if (paired.discordant == 0) {
        const bool is_measured = cell.verdict != stats::Verdict::not_measured;
        return text + style.say(stats::words(is_measured ? stats::Verdict::identical : cell.verdict)) + "\n";
    }
    const int decimals = shown_decimals(paired, outcome);
    const bool is_neutral = outcome.direction == measures::Direction::neutral;
    text += pad_right(of_100(paired), share);
    text += pad_right(is_neutral ? "–"
                                 : fmt::format("{} / {}", plain_number(paired.regret_of_variant, decimals),
                                               plain_number(paired.regret_of_baseline, decimals)),
                      regret);
    text += pad_left(factor_text(paired.variance_factor), factor);
    return text + pad_left(more_text(cell), 6) + "\n";
}

std::string block(const Comparison& comparison, std::size_t scenario, int year, const Style& style) {
    const Text words{fmt::format("{}, year {}", comparison.scenarios[scenario].name.en, year),
                     fmt::format("{}，第 {} 年", comparison.scenarios[scenario].name.zh, year)};
    std::string text = pad_right(fitted(style.say(words), label_column - 1), label_column);
    text += pad_right(style.say({"better in /100", "更优/100次"}), share);
    text += pad_right(style.say({"regret if/not", "选/不选遗憾"}), regret);
    text += pad_left(style.say({"matching", "配对"}), factor) + pad_left(style.say({"more", "还需"}), 6) + "\n";
    for (std::size_t outcome = 0; outcome < comparison.outcomes.size(); ++outcome) {
        const Cell* cell = find_cell(comparison, outcome, scenario, year);
        if (is_shown(cell)) text += line_of(comparison, *cell, style);
    }
    return text;
}

}  // namespace

std::string luck_table(const Comparison& comparison, int verdict_year, const Style& style) {
    std::string text;
    for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) text += block(comparison, s, verdict_year, style);
    const Text help{
        "better: of 100 futures under matched luck, with the Wilson range; =92: no difference in 92 of them. regret: "
        "by how much, on average, the choice "
        "falls "
        "behind the other policy, if the variant is chosen / if it is not. matching: how many times as many unmatched "
        "futures "
        "the same precision would take. more: futures that would settle it; ·: that would let it be judged at all.",
        "更优：同人同运的 100 次推演中更优的次数及 Wilson 范围；=92：其中 92 次没有差别。遗憾：选择该方案 / "
        "不选时，平均比另一方案差多少。配对：不配对要达到同样精度所需次数的倍数。还需：分出高下约需再推演的次数；·：能"
        "作判断约需再推演的次数。"};
    return text + paragraph("  ", style.say(help));
}

std::string matching_sentence(const Comparison& comparison, int verdict_year, const Style& style) {
    std::vector<double> factors;
    for (const Cell& cell : comparison.cells) {
        if (cell.verdict_year == verdict_year && is_shown(&cell) && cell.paired.discordant > 0)
            factors.push_back(cell.paired.variance_factor);
    }
    if (factors.empty()) return "";
    std::ranges::sort(factors);
    const std::string least = factor_text(factors.front()), middle = factor_text(factors[factors.size() / 2]),
                      most = factor_text(factors.back());
    const Text words{
        fmt::format(
            "Matched luck: a future does the work of {} unmatched ones (median; {} to {} by outcome; --details)",
            middle, least, most),
        fmt::format("同人同运：一次对照推演抵 {} 次不配对的推演（中位数；各指标 {} 至 {}；详见 --details）", middle,
                    least, most)};
    return paragraph("  ", style.say(words));
}

}  // namespace staffsim::analysis
