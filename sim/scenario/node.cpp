#include "sim/scenario/node.hpp"

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
void expected(const Node& node, const std::string& key, const Text& what, Node::Kind meant, Diagnostics& diagnostics) {
    diagnostics.error(
        node.place, key,
        worded("expected {}, got {}{}", "应为{}，写成了{}{}", what, describe(node), advice_on(node, meant)));
}

// "0 to 10", or "0 or more" for what has no upper end.
Text range_words(double low, double high) {
    if (high == std::numeric_limits<double>::max()) return worded("{} or more", "{} 以上", low);
    return worded("{} to {}", "{} 至 {}", low, high);
}

Text whole_range(std::int64_t low, std::int64_t high) { return worded("{} to {}", "{} 至 {}", low, high); }

// 22.0, which spreadsheets write: why it is refused, and what to write.
Text whole_written_as_real(const Node& node, std::int64_t low, std::int64_t high) {
    constexpr double largest = 1e15;  // further apart than 1 beyond 2^53
    const bool is_whole =
        node.kind == Node::Kind::real && std::trunc(node.real) == node.real && std::abs(node.real) < largest;
    if (!is_whole) return {};
    const auto whole = static_cast<std::int64_t>(node.real);
    return whole >= low && whole <= high ? worded(".0; write {}", ".0；请写 {}", whole) : same_in_both(".0");
}

}  // namespace

Text describe(const Node& node) {
    switch (node.kind) {
        case Node::Kind::flag:
            return node.flag ? Text{"true", " true"} : Text{"false", " false"};
        case Node::Kind::whole:
            return worded("the number {}", "数字 {}", node.whole);
        case Node::Kind::real:
            return worded("the number {}", "数字 {}", node.real);
        case Node::Kind::text:
            return worded("the text \"{}\"", "文字“{}”", shortened(node.text));
        case Node::Kind::date:
            return worded("the date {}", "日期 {}", to_text(node.date));
        case Node::Kind::other:
            return node.other;
        case Node::Kind::array:
            return worded("a list of {}", "含 {} 项的列表", node.children.size());
        case Node::Kind::table:
            break;
    }
    return worded("a table", "表");
}

std::optional<bool> read_flag(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::flag) return node.flag;
    expected(node, key, worded("true or false", " true 或 false"), Node::Kind::flag, diagnostics);
    return std::nullopt;
}

std::optional<std::int64_t> read_whole(const Node& node, const std::string& key, std::int64_t low, std::int64_t high,
                                       Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::whole && node.whole >= low && node.whole <= high) return node.whole;
    if (node.kind == Node::Kind::whole) {
        diagnostics.error(
            node.place, key,
            worded("{} is out of range; allowed: {}", "{} 超出范围；允许：{}", node.whole, whole_range(low, high)));
    } else {
        const Text what = worded("a whole number, {}", "整数，{}", whole_range(low, high));
        diagnostics.error(node.place, key,
                          worded("expected {}, got {}{}{}", "应为{}，写成了{}{}{}", what, describe(node),
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
        diagnostics.error(
            node.place, key,
            worded("{} is out of range; allowed: {}", "{} 超出范围；允许：{}", value, range_words(low, high)));
    } else {
        expected(node, key, worded("a number, {}", "数字，{}", range_words(low, high)), Node::Kind::real, diagnostics);
    }
    return std::nullopt;
}

std::optional<std::string> read_string(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::text) return node.text;
    expected(node, key, worded("a text in quotes", "带引号的文字"), Node::Kind::text, diagnostics);
    return std::nullopt;
}

std::optional<Day> read_date(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::date) return node.date;
    expected(node, key, worded("a date without quotes such as 2027-01-01", "不带引号的日期，如 2027-01-01"),
             Node::Kind::date, diagnostics);
    return std::nullopt;
}

std::optional<Text> read_text(const Node& node, const std::string& key, Diagnostics& diagnostics) {
    if (node.kind == Node::Kind::text) return Text{node.text, node.text};
    if (node.kind != Node::Kind::table) {
        expected(
            node, key,
            worded("a text in quotes or {{ zh = \"…\", en = \"…\" }}", "带引号的文字，或 {{ zh = \"…\", en = \"…\" }}"),
            Node::Kind::text, diagnostics);
        return std::nullopt;
    }
    Text text;
    for (const Node& member : node.children) {
        if (member.key != "zh" && member.key != "en") {
            diagnostics.error(member.key_place, key + "." + member.key,
                              worded("unknown language; allowed: zh, en", "没有这种语言；可用：zh, en"));
        } else if (const auto words = read_string(member, key + "." + member.key, diagnostics)) {
            (member.key == "zh" ? text.zh : text.en) = *words;
        }
    }
    if (text.zh.empty()) text.zh = text.en;
    if (text.en.empty()) text.en = text.zh;
    return text;
}

Text suggestion(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string near = nearest(word, candidates);
    return near.empty() ? Text{} : worded("; did you mean \"{}\"?", "；是否应为“{}”？", near);
}

}  // namespace staffsim::scenario
