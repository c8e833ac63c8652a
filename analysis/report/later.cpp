#include "analysis/report/later.hpp"

#include <fmt/core.h>

#include "analysis/report/answer.hpp"
#include "analysis/report/tally.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {

using namespace telling;
using stats::Verdict;

namespace {

bool is_clear(const Cell& cell) { return cell.verdict == Verdict::better || cell.verdict == Verdict::worse; }

// Of the cells of a later year those whose outcome had not the same verdict before.
std::vector<const Cell*> new_among(const std::vector<const Cell*>& then, const Comparison& comparison, int before) {
    std::vector<const Cell*> changed;
    for (const Cell* cell : then) {
        const Cell* was = find_cell(comparison, cell->outcome, cell->scenario, before);
        if (was == nullptr || was->verdict != cell->verdict) changed.push_back(cell);
    }
    return changed;
}

// Of the cells of the first year those that are neither better nor worse in `year`: as they are then.
std::vector<const Cell*> lost_among(const std::vector<const Cell*>& now, const Comparison& comparison, int year) {
    std::vector<const Cell*> lost;
    for (const Cell* cell : now) {
        const Cell* then = find_cell(comparison, cell->outcome, cell->scenario, year);
        if (then != nullptr && !is_clear(*then)) lost.push_back(then);
    }
    return lost;
}

// The first cost outcome at the later year, when it has become better or worse by then, or is so no longer.
const Cell* later_cost(const Tally& now, const Tally& then) {
    if (now.cost.empty() || then.cost.empty()) return nullptr;
    const Cell &was = *now.cost.front(), &is = *then.cost.front();
    return was.verdict != is.verdict && (is_clear(was) || is_clear(is)) ? &is : nullptr;
}

void add_cost(Text& sides, const Comparison& comparison, const Cell& was, const Cell& cost) {
    Text what = change(comparison, cost);
    const Text alone = in_year_alone(comparison, cost);
    if (!alone.en.empty()) what.en += "; " + alone.en, what.zh += "；" + alone.zh;
    Text verdict = cost_words(comparison, is_clear(cost) ? cost.verdict : was.verdict);
    if (!is_clear(cost)) verdict = {"no longer " + verdict.en, "不再" + verdict.zh};
    sides.en += fmt::format("{}{} on cost ({})", sides.en.empty() ? "" : ", ", verdict.en, what.en);
    sides.zh += fmt::format("{}{}（{}）", sides.zh.empty() ? "" : "，", verdict.zh, what.zh);
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
            if (now.all == 0) continue;
            Text sides = both_sides(comparison, new_among(tally.better, comparison, verdict_year),
                                    new_among(tally.worse, comparison, verdict_year));
            add_side(sides, comparison, lost_among(now.better, comparison, year), {"no longer better", "不再更好"});
            add_side(sides, comparison, lost_among(now.worse, comparison, year), {"no longer worse", "不再更差"});
            if (cost != nullptr) add_cost(sides, comparison, *now.cost.front(), *cost), tells_cost = true;
            if (sides.en.empty()) continue;
            const Text& name = comparison.scenarios[s].name;
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
