#include "analysis/verdict_words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace staffsim::analysis {

namespace {

std::string share_range(const stats::PairedSummary& paired) {
    const DifferingPercent percent = differing_percent(paired);
    return fmt::format("[{}–{} %]", percent.low, percent.high);
}

}  // namespace

bool has_too_few_futures(std::uint32_t replications) { return replications < stats::discordant_needed; }
bool has_too_few_futures(const Comparison& comparison) { return has_too_few_futures(comparison.replications); }

Text too_few_futures(const Comparison& comparison) { return too_few_futures(comparison.replications); }

Text too_few_futures(std::uint32_t replications) {
    if (!has_too_few_futures(replications)) return {};
    return {fmt::format("Only {} matched futures: verdicts need at least {}, and most outcomes some hundred "
                        "(--replications). Nothing is judged here; \"identical\" means in these futures.",
                        replications, stats::discordant_needed),
            fmt::format("仅 {} 次对照推演：判断至少需要 {} "
                        "次，多数指标需要数百次（--replications）。此处不作判断；“完全相同”仅指这些推演。",
                        replications, stats::discordant_needed)};
}

Text verdict_words(const Comparison& comparison, stats::Verdict verdict) {
    if (verdict == stats::Verdict::too_rare && has_too_few_futures(comparison)) return {"too few futures", "推演太少"};
    return stats::words(verdict);
}

Text cost_words(const Comparison& comparison, stats::Verdict verdict) {
    Text words = verdict_words(comparison, verdict);
    if (verdict == stats::Verdict::better) words.zh = "支出更少";
    if (verdict == stats::Verdict::worse) words.zh = "支出更多";
    return words;
}

bool is_rare(const Cell& cell) {
    return cell.has_verdict ? cell.verdict == stats::Verdict::too_rare : stats::is_too_rare(cell.paired);
}

DifferingPercent differing_percent(const stats::PairedSummary& paired) {
    const auto whole = [](double share) { return static_cast<int>(std::nearbyint(100 * share)); };
    return {whole(paired.differing_low), whole(paired.differing_high)};
}

Text differing_words(const stats::PairedSummary& paired) {
    return {fmt::format("differs in {} of {} futures {}", paired.discordant, paired.replications, share_range(paired)),
            fmt::format("{} 次推演中有 {} 次不同 {}", paired.replications, paired.discordant, share_range(paired))};
}

std::string differing_numbers(const stats::PairedSummary& paired) {
    return fmt::format("{}/{} {}", paired.discordant, paired.replications, share_range(paired));
}

Text differing_help(const Comparison& comparison) {
    const std::uint32_t all = comparison.replications;
    return {fmt::format("n/{} [a–b %]: in n of the {} matched futures it differs at all; of all futures very likely in "
                        "a to b %. Fewer than {} that differ say nothing of the average change.",
                        all, all, stats::discordant_needed),
            fmt::format("n/{} [a–b %]：{} 次对照推演中有 n 次不同；在全部可能中这一比例很可能为 a 至 b%。不同的少于 {} "
                        "次，平均变化无从判断。",
                        all, all, stats::discordant_needed)};
}

}  // namespace staffsim::analysis
