#include "sim/scenario/spec.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "sim/scenario/scenario.hpp"
#include "sim/scenario/source_text.hpp"
#include "sim/scenario/toml_text.hpp"

namespace staffsim::scenario {

namespace {

// Parts of `text` at `separator` outside brackets and quotes, trimmed.
std::vector<std::string> parts_of(std::string_view text, char separator) {
    std::vector<std::string> parts{""};
    int depth = 0;
    char quote = 0;
    for (const char c : text) {
        if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == quote) {
            quote = 0;
        }
        if (quote == 0) depth += (c == '[' || c == '{') - (c == ']' || c == '}');
        if (c == separator && depth == 0 && quote == 0) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    for (std::string& part : parts) part = std::string(trimmed(part));
    return parts;
}

// Inserts `value` at the dotted key; false when a value stands in the way.
bool insert(Node& table, const std::vector<std::string>& path, std::size_t level, const Node& value) {
    Node* child = nullptr;
    for (Node& member : table.children) {
        if (member.key == path[level]) child = &member;
    }
    const bool is_last = level + 1 == path.size();
    if (child != nullptr && (is_last || child->kind != Node::Kind::table)) return false;
    if (child == nullptr) {
        Node member;
        if (is_last) member = value;
        member.key = path[level];
        member.place = member.key_place = value.place;
        table.children.push_back(std::move(member));
        child = &table.children.back();
    }
    return is_last || insert(*child, path, level + 1, value);
}

bool is_key(const std::vector<std::string>& path) {
    for (const std::string& part : path) {
        if (part.empty()) return false;
    }
    return path.size() <= static_cast<std::size_t>(deepest_key);
}

// A semicolon with another key and value behind it.
std::string_view other_separator(std::string_view written) {
    if (written.starts_with('"') || written.starts_with('\'')) return {};
    for (const std::string_view mark : {";", "；", "、"}) {
        const auto at = written.find(mark);
        if (at != std::string_view::npos && written.find('=', at) != std::string_view::npos) return mark;
    }
    return {};
}

void add_assignment(Node& table, const std::string& text, const Place& place, Diagnostics& diagnostics) {
    const auto equals = text.find('=');
    const std::string key(trimmed(std::string_view(text).substr(0, equals)));
    const std::vector<std::string> path = parts_of(key, '.');
    if (equals == std::string::npos || !is_key(path)) {
        diagnostics.error(place, "",
                          worded("\"{}\" is not of the form key=value", "“{}”不是 键=值 的形式", text.substr(0, 80)));
        return;
    }
    const std::string_view written = trimmed(std::string_view(text).substr(equals + 1));
    if (written.empty()) {
        diagnostics.error(place, key, worded("has no value behind \"=\"", "“=”后面没有值"));
    } else if (const std::string_view mark = other_separator(written); !mark.empty()) {
        diagnostics.error(
            place, key,
            worded("a comma stands between two settings, not {}: {}, {}", "两项设置之间应用逗号，不用 {}：{}, {}", mark,
                   trimmed(std::string_view(text).substr(0, text.find(mark))),
                   trimmed(std::string_view(text).substr(text.find(mark) + mark.size()))));
    } else if (!insert(table, path, 0, parse_value(written, place))) {
        diagnostics.error(place, key, worded("is given twice", "写了两次"));
    }
}

// What a Chinese keyboard writes for = and , outside quotes.
std::string with_ascii_marks(std::string_view text) {
    std::string written;
    char quote = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view mark = text.substr(i, 3);  // each has three bytes
        if (quote == 0 && (mark == "＝" || mark == "，")) {
            written += mark == "＝" ? '=' : ',';
            i += 3;
            continue;
        }
        const char c = text[i++];
        if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == quote) {
            quote = 0;
        }
        written += c;
    }
    return written;
}

struct Mark {
    std::size_t at, length;
};

// The colon behind a variant's name, full-width where there is no other one; none: the end.
Mark colon_in(std::string_view head) {
    constexpr std::string_view full_width = "：";
    const std::size_t plain = head.find(':');
    if (plain != std::string_view::npos) return {plain, 1};
    return {head.find(full_width), full_width.size()};
}

bool is_file(std::string_view text) {
    std::error_code ignored;
    return text.size() < 4096 && std::filesystem::exists(std::filesystem::path(text), ignored);
}

}  // namespace

std::vector<std::string> assignments_in(std::string_view text) { return parts_of(text, ','); }

Node table_of(const std::vector<std::string>& assignments, const std::string& from, Diagnostics& diagnostics) {
    Node table;
    table.place.file = from;
    for (const std::string& assignment : assignments)
        add_assignment(table, with_ascii_marks(assignment), {from, 0, 0}, diagnostics);
    return table;
}

std::string identifier_of(std::string_view name) {
    std::string id;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool kept = byte >= 0x80 || std::isalnum(byte) != 0 || c == '+' || c == '-';
        if (kept) id += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
        if (!kept && !id.empty() && id.back() != '_') id += '_';
    }
    while (!id.empty() && id.back() == '_') id.pop_back();
    return id.empty() ? "variant" : id;
}

Spec parse_spec(std::string_view text, const std::string& baseline) {
    const std::string_view whole = trimmed(text);
    if (whole.empty()) throw InputError(worded("the name of a scenario is empty", "方案名称为空"));
    const auto equals = std::min(whole.find('='), whole.find("＝"));
    if (is_file(whole)) return {{std::string(whole)}, "", ""};
    if (equals == std::string_view::npos) {
        Spec spec;
        for (std::string& part : parts_of(whole, '+')) {
            if (part.empty())
                throw InputError(worded("\"{}\": a file name is missing beside \"+\"", "“{}”：“+”旁缺少文件名", whole));
            spec.files.push_back(std::move(part));
        }
        return spec;
    }
    if (baseline.empty())
        throw InputError(worded("\"{}\" is a variant and needs a baseline file before it",
                                "“{}”是命令行方案，其前须有基准方案文件", whole));
    Spec spec = parse_spec(baseline);
    const auto [colon, length] = colon_in(whole.substr(0, equals));
    spec.variant = std::string(trimmed(whole.substr(0, colon == std::string_view::npos ? whole.size() : colon)));
    if (spec.variant.empty())
        throw InputError(worded("\"{}\": the variant has no name before \":\"", "“{}”：“:”之前没有方案名称", whole));
    spec.assignments = with_ascii_marks(colon == std::string_view::npos ? whole : whole.substr(colon + length));
    return spec;
}

}  // namespace staffsim::scenario
