#include "sim/stats/verdict.hpp"

#include <array>
#include <cmath>
#include <optional>

namespace staffsim::stats {

namespace {

struct Row {
    Verdict verdict;
    std::string_view name;
    std::string_view mark;
    std::string_view en;
    std::string_view zh;
};

constexpr std::array rows{
    Row{Verdict::identical, "identical", "=", "identical", "完全相同"},
    Row{Verdict::too_rare, "too_rare", "·", "too rare to tell", "太少见"},
    Row{Verdict::depends_on_assumptions, "depends_on_assumptions", "?", "depends on assumptions", "取决于假设"},
    Row{Verdict::better, "better", "▲", "better", "更好"},
    Row{Verdict::worse, "worse", "▼", "worse", "更差"},
    Row{Verdict::higher, "higher", "▲", "higher", "更高"},
    Row{Verdict::lower, "lower", "▼", "lower", "更低"},
    Row{Verdict::small_better, "small_better", "△", "real but small", "有差别但很小"},
    Row{Verdict::small_worse, "small_worse", "▽", "real but small", "有差别但很小"},
    Row{Verdict::small_higher, "small_higher", "△", "real but small", "有差别但很小"},
    Row{Verdict::small_lower, "small_lower", "▽", "real but small", "有差别但很小"},
    Row{Verdict::same, "same", "=", "practically the same", "实际相同"},
    Row{Verdict::too_close, "too_close", "≈", "too close to call", "难分高下"},
    Row{Verdict::exploratory, "exploratory", "○", "exploratory", "探索性"},
    Row{Verdict::not_measured, "not_measured", "–", "not measured", "未计量"},
};

constexpr bool rows_follow_the_enumeration() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].verdict != static_cast<Verdict>(i)) return false;
    }
    return true;
}
static_assert(rows_follow_the_enumeration());

const Row& row(Verdict verdict) { return rows.at(static_cast<std::size_t>(verdict)); }

Verdict large(bool up, measures::Direction direction) {
    if (direction == measures::Direction::neutral) return up ? Verdict::higher : Verdict::lower;
    return up == (direction == measures::Direction::higher_better) ? Verdict::better : Verdict::worse;
}

Verdict small(bool up, measures::Direction direction) {
    if (direction == measures::Direction::neutral) return up ? Verdict::small_higher : Verdict::small_lower;
    return up == (direction == measures::Direction::higher_better) ? Verdict::small_better : Verdict::small_worse;
}

// Rows 0 to 2; nothing where there is a range to be judged.
std::optional<Verdict> without_range(const PairedSummary& summary) {
    const bool has_any = !std::isnan(summary.baseline) || !std::isnan(summary.value);
    if (summary.replications > 0 && summary.discordant == 0)
        return has_any ? Verdict::identical : Verdict::not_measured;
    return is_too_rare(summary) ? std::optional(Verdict::too_rare) : std::nullopt;
}

}  // namespace

bool is_too_rare(const PairedSummary& summary) {
    const bool can_differ = summary.replications == 0 || summary.discordant > 0;
    return can_differ && summary.discordant < discordant_needed;
}

Verdict verdict_of_undeclared(const PairedSummary& summary) {
    return without_range(summary).value_or(Verdict::exploratory);
}

Verdict verdict_of(const PairedSummary& summary, measures::Direction direction, double matters) {
    if (const auto early = without_range(summary)) return *early;
    const bool up = summary.low > 0;
    if (up || summary.high < 0) {
        return std::abs(summary.difference) >= matters ? large(up, direction) : small(up, direction);
    }
    if (summary.low > -matters && summary.high < matters) return Verdict::same;
    return Verdict::too_close;
}

Verdict with_sensitivity(Verdict verdict, const Sensitivity& sensitivity) {
    if (is_without_number(verdict) || verdict == Verdict::too_rare) return verdict;
    const bool depends = sensitivity.flips_at_a_range_end || sensitivity.sign_agreement < 0.9;
    return depends ? Verdict::depends_on_assumptions : verdict;
}

Text words(Verdict verdict) { return {std::string(row(verdict).en), std::string(row(verdict).zh)}; }
std::string_view mark(Verdict verdict) { return row(verdict).mark; }
std::span<const Verdict> all_verdicts() {
    static constexpr auto all = [] {
        std::array<Verdict, rows.size()> list{};
        for (std::size_t i = 0; i < rows.size(); ++i) list[i] = rows[i].verdict;
        return list;
    }();
    return all;
}
std::string_view name(Verdict verdict) { return row(verdict).name; }

}  // namespace staffsim::stats
