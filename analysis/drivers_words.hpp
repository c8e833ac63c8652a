// What is said of assumptions in words, the same in the terminal and in the report.
#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"

namespace staffsim::analysis {

// Rows of one comparison, those clear of luck first, then by swing; rows that move nothing are left out.
std::vector<const TornadoRow*> tornado_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario,
                                          int verdict_year);
// "3 of 29 shown to move it by more than luck"
Text clear_of_luck_words(const std::vector<const TornadoRow*>& rows);
const Dependence* dependence_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario,
                                int verdict_year);
std::vector<const DriverShare*> shares_of(const Comparison& comparison, std::size_t outcome, std::size_t scenario,
                                          int verdict_year);

// Assumptions that turn a verdict of this variant round somewhere in their range, those that turn most outcomes first,
// then those that swing most, counted in smallest changes that matter.
std::vector<std::size_t> hinges_of(const Comparison& comparison, std::size_t scenario, int verdict_year);

// "Hinges on: drain by the city (assumed), effect of pay (assumed)"; empty when no assumption was varied.
Text hinges_sentence(const Comparison& comparison, std::size_t scenario, int verdict_year);

// Which study varied what, on how many futures; empty when all varied the same.
Text studies_sentence(const Comparison& comparison);

// "0.5 – 3"; the other setting of a switch or choice: "false", 否
Text range_of(const DriverFactor& factor);
// What was not done: "1 assumption was left alone: …"; empty when none was.
// How few draws make a sign depend on assumptions; nothing from 100 draws on.
Text few_draws_sentence(const Comparison& comparison);
// What was varied beside assumptions; empty when nothing was.
Text looked_up_sentence(const Comparison& comparison);
Text left_alone_sentence(const Comparison& comparison);

}  // namespace staffsim::analysis
