// What a planner writes as in a document or a spreadsheet, and how a scenario file has it: 2027/1/1, 56 %, 是, ８００,
// 1,200, 800元. Such values are refused, never read on a guess; the message says what to write.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/node.hpp"

namespace staffsim::scenario {

struct PlainWriting {
    std::string text;  // "2027-01-01", "0.56", "true", "800", "\"competition\""
    Node::Kind kind;
};

// Nothing when it is not clear what is meant, or when `written` is right already and not within quotes.
std::optional<PlainWriting> plain_writing(std::string_view written);

// "; write 0.56" for a text where a number was expected, and so on; empty when nothing of that kind is meant.
Text advice_on(const Node& node, Node::Kind expected);

// What stands wrong in one line of a file that the parser did not understand: the place and the words of a message.
struct LineMistake {
    int column;  // in characters, from 1
    Text message;
};
std::optional<LineMistake> mistake_in(std::string_view line);

}  // namespace staffsim::scenario
