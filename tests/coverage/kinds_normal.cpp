// Paired intervals, alone, in families and over looks, where the truth is exact.
#include <algorithm>

#include "sim/stats/family.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/paired.hpp"
#include "sim/stats/precision.hpp"
#include "tests/coverage/futures.hpp"
#include "tests/coverage/study.hpp"

namespace staffsim::coverage {

namespace {

using stats::PairedSummary;

constexpr double effect = 0.3;

bool has(const PairedSummary& summary, double truth) { return summary.low <= truth && truth <= summary.high; }

PairedSummary summary_of(const Pairs& pairs, double level, std::size_t first = 0) {
    const std::size_t n = first == 0 ? pairs.baseline.size() : first;
    return stats::paired_summary(std::span(pairs.baseline).first(n), std::span(pairs.variant).first(n),
                                 measures::Direction::higher_better, level, stats::own_pasts);
}

Holds paired(const char* study, std::uint32_t n) {
    return
        [=](std::uint32_t r) { return has(summary_of(normal_pairs(Luck(study, r), n, effect), error_level), effect); };
}

// Twelve outcomes of three variants, correlated through the baseline: all must hold together.
bool family_holds(std::uint32_t r) {
    constexpr std::size_t outcomes = 4, variants = 3;
    const double level = stats::comparison_level(error_level, outcomes * variants, 1);
    const Luck luck("family", r);
    for (std::uint16_t o = 0; o < outcomes; ++o) {
        const Pairs pairs = normal_pairs(luck, 30, effect, o);
        for (std::uint16_t v = 0; v < variants; ++v) {
            Pairs own{pairs.baseline, {}};
            for (std::uint32_t i = 0; i < 30; ++i) {
                const auto sub = static_cast<std::uint16_t>(100 + 10 * o + v);
                own.variant.push_back({pairs.baseline[i].numerator + v + luck.normal(i, sub), 1});
            }
            if (!has(summary_of(own, level), v)) return false;
        }
    }
    return true;
}

// Looks at 20, 40, … 640 futures, every one of them shown: all must hold.
bool looks_hold(std::uint32_t r) {
    const Pairs pairs = normal_pairs(Luck("looks", r), 640, effect);
    int look = 0;
    for (std::size_t n = 20; n <= 640; n *= 2) {
        if (!has(summary_of(pairs, stats::comparison_level(error_level, 1, ++look), n), effect)) return false;
    }
    return true;
}

// Runs until precise enough, then tells one interval: the one that luck chose.
bool stopped_holds(std::uint32_t r, double truth, bool spends) {
    const stats::PrecisionRule rule{20, 1.5, 500, 0.5};
    const Pairs pairs = normal_pairs(Luck("stopped", r), rule.most, truth);
    int look = 0;
    for (const std::uint32_t n : stats::decision_points(rule)) {
        ++look;
        const PairedSummary summary =
            summary_of(pairs, stats::comparison_level(error_level, 1, spends ? look : 1) * (spends ? 1 : 2), n);
        const bool ends = stats::is_precise_enough(summary, measures::Direction::higher_better, 0.2, rule);
        if (ends || n == rule.most) return has(summary, truth);
    }
    return false;
}

Kind plain(std::string id, std::string words, Promise promise, Holds holds) {
    return {std::move(id), std::move(words), 0.95, promise,
            [holds = std::move(holds)](std::uint32_t) { return holds; }};
}

}  // namespace

std::vector<Kind> normal_kinds() {
    const auto ratio = [](auto futures, const char* study, std::uint32_t n) {
        return [=](std::uint32_t r) { return has(summary_of(futures(Luck(study, r), n, 3.0, 0.2), error_level), 0.2); };
    };
    return {
        plain("paired_t_10", "paired t, 10 matched futures, normal", Promise::two_sided, paired("paired 10", 10)),
        plain("paired_t_40", "paired t, 40 matched futures, normal", Promise::two_sided, paired("paired 40", 40)),
        plain("level_t_20", "level of one policy, 20 futures, normal", Promise::two_sided,
              [](std::uint32_t r) {
                  const auto level = stats::level_summary(normal_pairs(Luck("level", r), 20, 0).baseline,
                                                          stats::own_pasts, error_level);
                  return level.low <= 10 && 10 <= level.high;
              }),
        plain("paired_ratio_20", "difference of ratios, 20 futures, exposure ±10 %", Promise::two_sided,
              ratio(ratio_pairs, "ratio 20", 20)),
        plain("paired_ratio_100", "difference of ratios, 100 futures, exposure ±10 %", Promise::two_sided,
              ratio(ratio_pairs, "ratio 100", 100)),
        plain("uneven_ratio_40", "difference of ratios, 40 futures, exponential exposure and events", Promise::reported,
              ratio(uneven_pairs, "uneven 40", 40)),
        plain("uneven_ratio_200", "difference of ratios, 200 futures, exponential exposure and events",
              Promise::reported, ratio(uneven_pairs, "uneven 200", 200)),
        plain("family_12", "12 comparisons together (Bonferroni), 30 futures", Promise::at_least, family_holds),
        plain("looks_6", "6 looks at 20 … 640 futures, all together", Promise::at_least, looks_hold),
        plain("stopped_null", "--precision, no difference: the interval at which it stopped", Promise::at_least,
              [](std::uint32_t r) { return stopped_holds(r, 0, true); }),
        plain("stopped_effect", "--precision, a difference of what matters: the interval at which it stopped",
              Promise::at_least, [](std::uint32_t r) { return stopped_holds(r, 0.2, true); }),
        plain("stopped_unspent", "the same without looks (95 % each time): what ignoring looks would do",
              Promise::reported, [](std::uint32_t r) { return stopped_holds(r, 0, false); }),
    };
}

}  // namespace staffsim::coverage
