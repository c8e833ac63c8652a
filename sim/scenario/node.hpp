// A value as it stands in a scenario file, with its position. Our own small tree: the TOML library's nodes lose their
// positions when copied, and only one file of the program should know that library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/foundation/date.hpp"
#include "sim/foundation/diagnostics.hpp"
#include "sim/foundation/text.hpp"

namespace staffsim::scenario {

struct Node {
    enum class Kind { flag, whole, real, text, date, other, array, table };
    Kind kind = Kind::table;
    std::string key;  // of a table's member
    Place key_place;
    Place place;  // of the value
    bool flag = false;
    std::int64_t whole = 0;
    double real = 0;
    std::string text;  // text; as written for values from the command line
    Day date;
    Text other;                  // what it is, for kind other ("a time")
    std::vector<Node> children;  // members in order of position, or elements

    const Node* find(std::string_view member) const {
        for (const Node& child : children) {
            if (child.key == member) return &child;
        }
        return nullptr;
    }
};

// "a string \"800\"", "a whole number 3", "a table" …: for messages.
Text describe(const Node& node);

// Each reads a value of one kind or reports `expected …, got …` under `key` and gives nothing.
std::optional<bool> read_flag(const Node& node, const std::string& key, Diagnostics& diagnostics);
std::optional<std::int64_t> read_whole(const Node& node, const std::string& key, std::int64_t low, std::int64_t high,
                                       Diagnostics& diagnostics);
// Whole numbers are numbers. Not-a-number and infinity are refused.
std::optional<double> read_number(const Node& node, const std::string& key, double low, double high,
                                  Diagnostics& diagnostics);
std::optional<std::string> read_string(const Node& node, const std::string& key, Diagnostics& diagnostics);
std::optional<Day> read_date(const Node& node, const std::string& key, Diagnostics& diagnostics);
// A string for both languages or { zh = …, en = … }; one language alone serves both.
std::optional<Text> read_text(const Node& node, const std::string& key, Diagnostics& diagnostics);

// "; did you mean "x"?" or nothing.
Text suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace staffsim::scenario
