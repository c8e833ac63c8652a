#include "tests/situations/runner/toml_writer.hpp"

#include <fmt/format.h>

namespace staffsim::situations {

using scenario::Node;

std::string toml_quoted(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

namespace {

// A number that is read back as the same real number.
std::string real_text(double value) {
    const std::string text = fmt::format("{}", value);
    return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

std::string list_text(const Node& node, bool is_table) {
    std::string text;
    for (const Node& child : node.children) {
        text += (text.empty() ? " " : ", ");
        if (is_table) text += toml_quoted(child.key) + " = ";
        text += toml_text(child);
    }
    return is_table ? "{" + text + " }" : "[" + text + " ]";
}

}  // namespace

std::string toml_text(const Node& node) {
    switch (node.kind) {
        case Node::Kind::flag:
            return node.flag ? "true" : "false";
        case Node::Kind::whole:
            return std::to_string(node.whole);
        case Node::Kind::real:
            return real_text(node.real);
        case Node::Kind::text:
            return toml_quoted(node.text);
        case Node::Kind::date:
            return to_text(node.date);
        case Node::Kind::array:
            return list_text(node, false);
        case Node::Kind::table:
            return list_text(node, true);
        case Node::Kind::other:
            break;
    }
    return "\"" + node.other.en + "\"";  // refused by whoever reads it, with its place in the generated file
}

std::string toml_text(const levers::Row& row, const levers::Value& value) {
    const bool is_word = std::holds_alternative<std::string>(value) || std::holds_alternative<MonthDay>(value);
    return is_word ? toml_quoted(to_text(row, value)) : to_text(row, value);
}

}  // namespace staffsim::situations
