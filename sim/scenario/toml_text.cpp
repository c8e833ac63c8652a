#include "sim/scenario/toml_text.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>

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
        node.other = from.is_time() ? "a time" : "a date with a time";
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

struct Quote {
    std::string_view written;
    int column;
};

// The first one in a line that stands in no text of straight quotes and in no comment.
std::optional<Quote> typographic_quote(std::string_view text, int line) {
    static constexpr std::array<std::string_view, 6> quotes{"“", "”", "‘", "’", "＂", "＇"};
    for (int before = 1; before < line; ++before) {
        text.remove_prefix(std::min(text.find('\n'), text.size()));
        if (!text.empty()) text.remove_prefix(1);
    }
    text = text.substr(0, text.find('\n'));
    char open = 0;
    int column = 0;  // in characters, as the parser counts
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column;
        if (open == 0 && c == '#') return std::nullopt;
        if (c == '"' || c == '\'') open = open == 0 ? c : open == c ? '\0' : open;
        for (const std::string_view quote : quotes) {
            if (open == 0 && text.substr(at).starts_with(quote)) return Quote{quote, column};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Node> parse_toml(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
    try {
        const toml::table table = toml::parse(text, file);
        return converted(table, file);
    } catch (const toml::parse_error& error) {
        const Place place = place_of(error.source(), file);
        if (const auto quote = typographic_quote(text, place.line)) {
            diagnostics.error(
                {file, place.line, quote->column}, "",
                fmt::format("{} is a typographic quote, as word processors and Chinese keyboards write it; "
                            "texts stand in straight ones: \"…\"",
                            quote->written));
        } else {
            diagnostics.error(place, "", "syntax error: " + std::string(error.description()));
        }
        return std::nullopt;
    }
}

Node parse_value(std::string_view written, const Place& place) {
    Node node;
    Diagnostics ignored;
    const std::string line = "value = " + std::string(written);
    if (is_fit_for_parser(line, "", ignored)) {
        if (auto table = parse_toml(line, "", ignored); table && table->children.size() == 1) node = table->children[0];
    }
    const bool is_toml = !ignored.has_errors() && node.key == "value";
    if (!is_toml) node.kind = Node::Kind::text;
    if (!is_toml || node.kind != Node::Kind::text) node.text = std::string(written);
    node.key.clear();
    put_at(node, place);
    return node;
}

}  // namespace staffsim::scenario
