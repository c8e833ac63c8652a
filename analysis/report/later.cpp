#include "analysis/report/later.hpp"

#include <fmt/core.h>

#include "analysis/report/answer.hpp"
#include "analysis/report/tally.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {

using namespace telling;
using stats::Verdict;

namespace {

bool nothing_yet(const Tally& tally) { return tally.better.empty() && tally.worse.empty(); }

// The first cost outcome, when it becomes better or worse only after the first verdict year.
const Cell* later_cost(const Tally& now, const Tally& then) {
    if (now.cost.empty() || then.cost.empty()) return nullptr;
    const auto is_clear = [](const Cell* cell) {
        return cell->verdict == Verdict::better || cell->verdict == Verdict::worse;
    };
    return is_clear(then.cost.front()) && !is_clear(now.cost.front()) ? then.cost.front() : nullptr;
}

}  // namespace

Later later_changes(const Comparison& comparison, int verdict_year) {
    Text body;
    bool tells_cost = false;
    for (const int year : comparison.verdict_years) {
        if (year <= verdict_year) continue;
        Text variants;
        for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
            const Tally now = tally_of(comparison, s, verdict_year), tally = tally_of(comparison, s, year);
            const Cell* cost = later_cost(now, tally);
            if (now.all == 0 || !nothing_yet(now) || (nothing_yet(tally) && cost == nullptr)) continue;
            const Text& name = comparison.scenarios[s].name;
            Text sides = both_sides(comparison, tally.better, tally.worse);
            if (cost != nullptr) {
                tells_cost = true;
                Text what = change(comparison, *cost);
                const Text verdict = verdict_words(comparison, cost->verdict), alone = in_year_alone(comparison, *cost);
                if (!alone.en.empty()) what.en += "; " + alone.en, what.zh += "；" + alone.zh;
                sides.en += fmt::format("{}{} on cost ({})", sides.en.empty() ? "" : ", ", verdict.en, what.en);
                sides.zh += fmt::format("{}成本{}（{}）", sides.zh.empty() ? "" : "，", verdict.zh, what.zh);
            }
            variants.en += fmt::format("{}{} {}", variants.en.empty() ? "" : "; ", name.en, sides.en);
            variants.zh += fmt::format("{}{} {}", variants.zh.empty() ? "" : "；", name.zh, sides.zh);
        }
        if (variants.en.empty()) continue;
        add(body,
            {fmt::format("After {} years: {}.", year, variants.en), fmt::format("{} 年后：{}。", year, variants.zh)});
    }
    if (body.en.empty()) return {};
    const Text lead = tells_cost ? Text{"Later", "往后"} : Text{"Later, besides cost", "往后（除成本外）"};
    return {lead, body};
}

}  // namespace staffsim::analysis
