#include "analysis/unit_losses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/report/numbers.hpp"
#include "analysis/report/page_outcomes.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t most_units_named = 3;

// A change, counted as what is lost.
struct Loss {
    const UnitLevel* unit;
    double loss, low, high;
    stats::Verdict said;
};

std::vector<Loss> losses_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int verdict_year) {
    const bool is_less = comparison.outcomes[outcome].direction == measures::Direction::higher_better;
    std::vector<Loss> losses;
    for (const UnitLevel& unit : comparison.unit_levels) {
        const bool is_asked = unit.outcome == outcome && unit.scenario == scenario && unit.verdict_year == verdict_year;
        if (!is_asked || unit.change.replications == 0) continue;
        const stats::PairedSummary& change = unit.change;
        const stats::Verdict said = stats::verdict_of_undeclared(change);
        losses.push_back(is_less ? Loss{&unit, -change.difference, -change.high, -change.low, said}
                                 : Loss{&unit, change.difference, change.low, change.high, said});
    }
    return losses;
}

std::string change_text(const Comparison& comparison, const UnitLevel& unit) {
    const int decimals = shown_decimals(unit.change, comparison.outcomes[unit.outcome]);
    return fmt::format("{} {} {}", unit.unit,
                       signed_within(unit.change.difference, unit.change.low, unit.change.high, decimals),
                       signed_range(unit.change.low, unit.change.high, decimals));
}

std::vector<Loss> of_kind(const std::vector<Loss>& all, stats::Verdict said) {
    std::vector<Loss> kind;
    std::ranges::copy_if(all, std::back_inserter(kind), [&](const Loss& one) { return one.said == said; });
    std::ranges::stable_sort(kind, [](const Loss& a, const Loss& b) { return a.loss > b.loss; });
    return kind;
}

Text named(const Comparison& comparison, const std::vector<Loss>& clear) {
    Text list;
    const std::size_t count = std::min(clear.size(), most_units_named);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string one = change_text(comparison, *clear[i].unit);
        list.en += (i == 0 ? "" : ", ") + one;
        list.zh += (i == 0 ? "" : "、") + one;
    }
    if (clear.size() > count) {
        list.en += fmt::format(" and {} more", clear.size() - count);
        list.zh += fmt::format("等 {} 个", clear.size());
    }
    return list;
}

// None loses by more than chance: what the ranges leave open.
Text at_most(const Comparison& comparison, const std::vector<Loss>& judged) {
    const Loss& most = *std::ranges::max_element(judged, {}, &Loss::high);
    if (most.high <= 0) return {"none", "无"};
    const int decimals = shown_decimals(most.unit->change, comparison.outcomes[most.unit->outcome]);
    const std::string bound = plain_number(most.high, decimals), unit = change_text(comparison, *most.unit);
    return {fmt::format("none by more than chance, and very likely none by more than {} ({})", bound, unit),
            fmt::format("没有一个超出偶然，且很可能都不超过 {}（{}）", bound, unit)};
}

Text too_few(const Comparison& comparison, const std::vector<Loss>& rare) {
    const UnitLevel& most = *rare.front().unit;
    const int decimals = shown_decimals(most.change, comparison.outcomes[most.outcome]);
    const std::string change =
        most.unit + " " + signed_within(most.change.difference, most.change.low, most.change.high, decimals);
    const Text differing = differing_words(most.change);
    return {fmt::format("too few futures differ to judge (most: {}, {})", change, differing.en),
            fmt::format("不同的推演太少，无从判断（最多：{}，{}）", change, differing.zh)};
}

}  // namespace

bool has_unit_losses(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int verdict_year) {
    return !is_detail(comparison.outcomes[outcome]) && !losses_of(comparison, outcome, scenario, verdict_year).empty();
}

Text unit_losses(const Comparison& comparison, std::size_t outcome, std::size_t scenario, int verdict_year) {
    const std::vector<Loss> all = losses_of(comparison, outcome, scenario, verdict_year);
    const std::vector<Loss> judged = of_kind(all, stats::Verdict::exploratory),
                            rare = of_kind(all, stats::Verdict::too_rare);
    std::vector<Loss> clear;
    std::ranges::copy_if(judged, std::back_inserter(clear), [](const Loss& one) { return one.low > 0; });
    if (judged.empty() && rare.empty()) return {"none: the same in every matched future", "无：每一次对照推演都相同"};
    if (judged.empty()) return too_few(comparison, rare);
    Text text = clear.empty() ? at_most(comparison, judged) : named(comparison, clear);
    if (!rare.empty()) {
        text.en += fmt::format("; in {} too few futures differ to judge", rare.size());
        text.zh += fmt::format("；另有 {} 个不同的推演太少，无从判断", rare.size());
    }
    return text;
}

}  // namespace staffsim::analysis
