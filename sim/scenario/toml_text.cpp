#include "sim/scenario/toml_text.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "sim/scenario/parser_words.hpp"
#include "sim/scenario/plain_writing.hpp"
#include "sim/scenario/source_text.hpp"

namespace staffsim::scenario {

namespace {

Place place_of(const toml::source_region& region, const std::string& file) {
    return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Node converted(const toml::node& from, const std::string& file);

std::vector<Node> members(const toml::table& table, const std::string& file) {
    std::vector<Node> nodes;
    for (auto&& [key, value] : table) {
        Node node = converted(value, file);
        node.key = std::string(key.str());
        node.key_place = place_of(key.source(), file);
        nodes.push_back(std::move(node));
    }
    std::stable_sort(nodes.begin(), nodes.end(), [](const Node& a, const Node& b) {
        return std::make_pair(a.key_place.line, a.key_place.column) <
               std::make_pair(b.key_place.line, b.key_place.column);
    });
    return nodes;
}

void set_date(Node& node, const toml::date& date) {
    node.kind = Node::Kind::date;
    node.date = to_day({date.year, date.month, date.day});
}

void set_scalar(Node& node, const toml::node& from) {
    if (const auto* flag = from.as_boolean()) {
        node.kind = Node::Kind::flag;
        node.flag = flag->get();
    } else if (const auto* whole = from.as_integer()) {
        node.kind = Node::Kind::whole;
        node.whole = whole->get();
    } else if (const auto* real = from.as_floating_point()) {
        node.kind = Node::Kind::real;
        node.real = real->get();
    } else if (const auto* text = from.as_string()) {
        node.kind = Node::Kind::text;
        node.text = text->get();
    } else if (const auto* date = from.as_date()) {
        set_date(node, date->get());
    } else {
        node.kind = Node::Kind::other;
        node.other = from.is_time() ? worded("a time", "时刻") : worded("a date with a time", "带时刻的日期");
    }
}

Node converted(const toml::node& from, const std::string& file) {
    Node node;
    node.place = place_of(from.source(), file);
    if (const auto* table = from.as_table()) {
        node.kind = Node::Kind::table;
        node.children = members(*table, file);
    } else if (const auto* array = from.as_array()) {
        node.kind = Node::Kind::array;
        for (const toml::node& element : *array) node.children.push_back(converted(element, file));
    } else {
        set_scalar(node, from);
    }
    return node;
}

void put_at(Node& node, const Place& place) {
    node.place = place;
    node.key_place = place;
    for (Node& child : node.children) put_at(child, place);
}

std::string_view line_of(std::string_view text, int line) {
    for (int before = 1; before < line; ++before) {
        text.remove_prefix(std::min(text.find('\n'), text.size()));
        if (!text.empty()) text.remove_prefix(1);
    }
    text = text.substr(0, text.find('\n'));
    return text.substr(0, text.find('\r'));
}

}  // namespace

std::optional<Node> parse_toml(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
    try {
        const toml::table table = toml::parse(text, file);
        return converted(table, file);
    } catch (const toml::parse_error& error) {
        const Place place = place_of(error.source(), file);
        if (const auto mistake = mistake_in(line_of(text, place.line))) {
            diagnostics.error({file, place.line, mistake->column}, "", mistake->message);
        } else {
            diagnostics.error(place, "",
                              worded("syntax error: {}", "语法错误：{}", words_of_parser(error.description())));
        }
        return std::nullopt;
    }
}

Node parse_value(std::string_view written, const Place& place) {
    Node node;
    Diagnostics ignored;
    bool is_toml = false;
    const std::string line = "value = " + std::string(written);
    if (is_fit_for_parser(line, "", ignored)) {
        try {
            const Node table = converted(toml::parse(line), "");
            is_toml = table.children.size() == 1 && table.children[0].key == "value";
            if (is_toml) node = table.children[0];
        } catch (const toml::parse_error&) {  // a bare word
        }
    }
    if (!is_toml) node.kind = Node::Kind::text;
    if (!is_toml || node.kind != Node::Kind::text) node.text = std::string(written);
    node.key.clear();
    put_at(node, place);
    return node;
}

}  // namespace staffsim::scenario
