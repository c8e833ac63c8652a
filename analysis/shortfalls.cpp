#include "analysis/shortfalls.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/report/numbers.hpp"
#include "sim/measures/rules.hpp"

namespace staffsim::analysis {

namespace {

constexpr double worth_telling = 0.1;  // of what was planned

double times_of(const Comparison& comparison, std::size_t scenario, const char* rule) {
    const auto found = std::ranges::find_if(
        comparison.rules, [&](const RuleUse& use) { return use.scenario == scenario && use.rule == rule; });
    return found == comparison.rules.end() ? 0.0 : found->times;
}

}  // namespace

std::vector<Text> shortfalls(const Comparison& comparison) {
    std::vector<Text> told;
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        const double went =
            times_of(comparison, s, measures::seconded) + times_of(comparison, s, measures::transferred);
        const double missing = times_of(comparison, s, measures::exchange_not_found);
        if (missing <= 0 || missing < worth_telling * (went + missing)) continue;
        const Text& name = comparison.scenarios[s].name;
        const std::string planned = plain_number((went + missing) / comparison.years, 1),
                          gone = plain_number(went / comparison.years, 1);
        told.push_back(
            {fmt::format("{}: of {} people a year who were to be exchanged {} went; the others found nobody to change "
                         "with, or no unit that lets more people be away (exchange.max_away_per_unit). What is told "
                         "below is the effect of those who went.",
                         name.en, planned, gone),
             fmt::format("{}：计划每年交流 {} 人，实际成行 {} 人；其余因无对应人选，或单位在外人数已达上限"
                         "（exchange.max_away_per_unit）未能成行。以下为实际成行部分的作用。",
                         name.zh, planned, gone)});
    }
    return told;
}

}  // namespace staffsim::analysis
