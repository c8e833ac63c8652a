// The messages that analysis/problems_zh.hpp knows, by pattern: {} is a hole in the English text, {0}, {1} … in the
// Chinese one what stood in the first, second … Keys, values and names of columns stand in them as they are.
#pragma once

#include <span>
#include <string_view>

namespace staffsim::analysis {

struct Pattern {
    std::string_view en, zh;
};

// Whole messages: about scenarios and tables; of commands, about their options and files.
std::span<const Pattern> scenario_messages();
std::span<const Pattern> command_messages();
// What may stand behind a message ("; did you mean …").
std::span<const Pattern> message_tails();
// What may stand in one ("the number 3"). Ranges of numbers are read apart.
std::span<const Pattern> message_parts();

}  // namespace staffsim::analysis
