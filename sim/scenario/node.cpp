#include "sim/scenario/node.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "sim/scenario/plain_writing.hpp"

namespace staffsim::scenario {

namespace {

std::string shortened(const std::string& text) {
    if (text.size() <= 40) return text;
    std::size_t end = 37;
    while (end > 0 && (static_cast<unsigned char>(text[end]) >> 6) == 2) --end;
    return text.substr(0, end) + "…";
}

// `meant`: the kind of value that it should be, for what to write instead.
void expected(const Node& node, const std::string& key, std::string_view what, Node::Kind meant,
              Diagnostics& diagnostics) {
    diagnostics.error(node.place, key,
                      fmt::format("expected {}, got {}{}", what, describe(node), advice_on(node, meant)));
}

// "0 to 10", or "0 or more" for what has no upper end.
std::string range_words(double low, double high) {
    if (high == std::numeric_limits<double>::max()) return fmt::format("{} or more", low);
    return fmt::format("{} to {}", low, high);
}

// 22.0, which spreadsheets write: why it is refused, and what to write.
std::string whole_written_as_real(const Node& node, std::int64_t low, std::int64_t high) {
    constexpr double largest = 1e15;  // further apart than 1 beyond 2^53
    const bool is_whole =
        node.kind == Node::Kind::real && std::trunc(node.real) == node.real && std::abs(node.real) < largest;
    if (!is_whole) return "";
    const auto whole = static_cast<std::int64_t>(node.real);
    return whole >= low && whole <= high ? fmt::format(".0; write {}", whole) : ".0";
}

}  // namespace

std::string describe(const Node& node) {
    switch (node.kind) {
        case Node::Kind::flag:
            return node.flag ? "true" : "false";
        case Node::Kind::whole:
            return fmt::format("the number {}", node.whole);
        case Node::Kind::real:
            return fmt::format("the number {}", node.real);
        case Node::Kind::text:
            return fmt::format("the text \"{}\"", shortened(node.text));
        case Node::Kind::date:
            return "the date " + to_text(node.date);
        case Node::Kind::other:
            return node.other;
        case Node::Kind::array:
            return fmt::format("a list of {}", node.children.size());
        case Node::Kind::table:
            break;
    }
    return "a table";
}

std::optional<bool> read_flag(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::flag) return node.flag;
    expected(node, key, "true or false", Node::Kind::flag, diagnostics);
    return std::nullopt;
}

std::optional<std::int64_t> read_whole(const Node& node, const std::string& key, std::int64_t low, std::int64_t high,
                                       Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::whole && node.whole >= low && node.whole <= high) return node.whole;
    if (node.kind == Node::Kind::whole) {
        diagnostics.error(node.place, key, fmt::format("{} is out of range; allowed: {} to {}", node.whole, low, high));
    } else {
        const std::string what = fmt::format("a whole number, {} to {}", low, high);
        diagnostics.error(node.place, key,
                          fmt::format("expected {}, got {}{}{}", what, describe(node),
                                      whole_written_as_real(node, low, high), advice_on(node, Node::Kind::whole)));
    }
    return std::nullopt;
}

std::optional<double> read_number(const Node& node, const std::string& key, double low, double high,
                                  Diagnostics& diagnostics) {
    const bool is_number = node.kind == Node::Kind::whole || node.kind == Node::Kind::real;
    const double value = node.kind == Node::Kind::whole ? static_cast<double>(node.whole) : node.real;
    if (is_number && value >= low && value <= high) return value;
    if (is_number) {
        diagnostics.error(node.place, key,
                          fmt::format("{} is out of range; allowed: {}", value, range_words(low, high)));
    } else {
        expected(node, key, "a number, " + range_words(low, high), Node::Kind::real, diagnostics);
    }
    return std::nullopt;
}

std::optional<std::string> read_string(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::text) return node.text;
    expected(node, key, "a text in quotes", Node::Kind::text, diagnostics);
    return std::nullopt;
}

std::optional<Day> read_date(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::date) return node.date;
    expected(node, key, "a date without quotes such as 2027-01-01", Node::Kind::date, diagnostics);
    return std::nullopt;
}

std::optional<Text> read_text(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::text) return Text{node.text, node.text};
    if (node.kind != Node::Kind::table) {
        expected(node, key, "a text in quotes or { zh = \"…\", en = \"…\" }", Node::Kind::text, diagnostics);
        return std::nullopt;
    }
    Text text;
    for (const Node& member : node.children) {
        if (member.key != "zh" && member.key != "en") {
            diagnostics.error(member.key_place, key + "." + member.key, "unknown language; allowed: zh, en");
        } else if (const auto words = read_string(member, key + "." + member.key, diagnostics)) {
            (member.key == "zh" ? text.zh : text.en) = *words;
        }
    }
    if (text.zh.empty()) text.zh = text.en;
    if (text.en.empty()) text.en = text.zh;
    return text;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string near = nearest(word, candidates);
    return near.empty() ? "" : fmt::format("; did you mean \"{}\"?", near);
}

}  // namespace staffsim::scenario
