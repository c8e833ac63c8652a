// Words of the report that belong to no single section: aims, directions, authorities, scenario letters.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analysis/comparison.hpp"
#include "sim/foundation/text.hpp"
#include "sim/measures/outcome.hpp"
#include "sim/stats/verdict.hpp"

namespace staffsim::analysis {

// In the order of reports.
std::span<const measures::Aim> all_aims();
Text aim_words(measures::Aim aim);
std::string_view aim_id(measures::Aim aim);

Text direction_words(measures::Direction direction);  // "lower is better"
std::string_view direction_id(measures::Direction direction);

// A for the baseline, then B, C … Z, A1, B1 …
std::string scenario_letter(std::size_t scenario);

// How a verdict is coloured: "good", "bad", "moved" (neutral outcome), "small" or "" (no colour).
std::string_view verdict_tone(stats::Verdict verdict);

// Could the difference be chance? True for everything that is drawn hollow.
bool could_be_chance(stats::Verdict verdict);

// The calendar year that ends the first `verdict_year` years.
int calendar_year(const Comparison& comparison, int verdict_year);

// The unit of a portrait; empty when it is none.
Text portrait_unit(const Comparison& comparison, std::uint32_t unit);

}  // namespace staffsim::analysis
