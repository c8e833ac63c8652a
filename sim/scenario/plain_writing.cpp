#include "sim/scenario/plain_writing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "sim/scenario/roster_dates.hpp"
#include "sim/scenario/toml_text.hpp"

namespace staffsim::scenario {

namespace {

struct Sign {
    std::string_view wide, plain;  // plain empty: it has no place in a scenario file
};

constexpr std::array signs{Sign{"＝", "="}, Sign{"，", ","}, Sign{"、", ","}, Sign{"：", ":"}, Sign{"；", ","},
                           Sign{"。", ""},  Sign{"．", "."}, Sign{"－", "-"}, Sign{"＋", "+"}, Sign{"／", "/"},
                           Sign{"％", "%"}, Sign{"＃", "#"}, Sign{"＿", "_"}, Sign{"【", "["}, Sign{"】", "]"},
                           Sign{"［", "["}, Sign{"］", "]"}, Sign{"｛", "{"}, Sign{"｝", "}"}, Sign{"（", ""},
                           Sign{"）", ""},  Sign{"　", " "}, Sign{"０", "0"}, Sign{"１", "1"}, Sign{"２", "2"},
                           Sign{"３", "3"}, Sign{"４", "4"}, Sign{"５", "5"}, Sign{"６", "6"}, Sign{"７", "7"},
                           Sign{"８", "8"}, Sign{"９", "9"}};
constexpr std::array quotes{std::string_view{"“"}, std::string_view{"”"},  std::string_view{"‘"},
                            std::string_view{"’"}, std::string_view{"＂"}, std::string_view{"＇"}};

const Sign* sign_at(std::string_view text, std::size_t at) {
    const auto* const found =
        std::ranges::find_if(signs, [&](const Sign& sign) { return text.substr(at).starts_with(sign.wide); });
    return found == signs.end() ? nullptr : &*found;
}

std::string with_plain_signs(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const Sign* sign = sign_at(text, at);
        plain += sign != nullptr ? sign->plain : text.substr(at, 1);
        at += sign != nullptr ? sign->wide.size() : 1;
    }
    return plain;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
// A letter of any script.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Digits at the beginning, thousands set apart by commas or not, and what stands behind them.
struct Quantity {
    std::string number;
    std::string_view rest;
    bool has_commas = false;
};

std::optional<Quantity> quantity_in(std::string_view text) {
    Quantity found;
    std::size_t at = 0;
    if (text.starts_with('-')) found.number = text[at++];
    if (at < text.size() && text[at] == '.') found.number += '0';
    std::size_t group = 0;  // digits since the last comma
    for (; at < text.size() && (is_digit(text[at]) || text[at] == '.' || text[at] == ','); ++at) {
        if (text[at] == ',') {
            if ((found.has_commas ? group != 3 : group == 0 || group > 3)) return std::nullopt;
            found.has_commas = true;
            group = 0;
            continue;
        }
        found.number += text[at];
        group += text[at] == '.' ? 0 : 1;
    }
    double value = 0;
    const char* const end = found.number.data() + found.number.size();
    const auto read = std::from_chars(found.number.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || (found.has_commas && group != 3)) return std::nullopt;
    found.rest = trimmed(text.substr(at));
    return found;
}

std::optional<PlainWriting> truth(std::string_view word) {
    static constexpr std::array yes{std::string_view{"是"},   std::string_view{"有"},   std::string_view{"启用"},
                                    std::string_view{"yes"},  std::string_view{"Yes"},  std::string_view{"YES"},
                                    std::string_view{"on"},   std::string_view{"On"},   std::string_view{"ON"},
                                    std::string_view{"True"}, std::string_view{"TRUE"}, std::string_view{"真"}};
    static constexpr std::array no{std::string_view{"否"},    std::string_view{"无"},    std::string_view{"停用"},
                                   std::string_view{"no"},    std::string_view{"No"},    std::string_view{"NO"},
                                   std::string_view{"off"},   std::string_view{"Off"},   std::string_view{"OFF"},
                                   std::string_view{"False"}, std::string_view{"FALSE"}, std::string_view{"假"}};
    if (std::ranges::find(yes, word) != yes.end()) return PlainWriting{"true", Node::Kind::flag};
    if (std::ranges::find(no, word) != no.end()) return PlainWriting{"false", Node::Kind::flag};
    return std::nullopt;
}

// A month without its day is meant from its first day on.
std::optional<PlainWriting> date(std::string_view text) {
    if (std::ranges::all_of(text, is_digit)) return std::nullopt;
    auto civil = roster_date(text);
    if (!civil) return std::nullopt;
    civil->day_of_month = std::max(1, civil->day_of_month);
    return PlainWriting{to_text(to_day(*civil)), Node::Kind::date};
}

// A number with %, with thousands set apart, without its 0 before the point, or with its unit behind it.
std::optional<PlainWriting> number(std::string_view text) {
    const auto found = quantity_in(text);
    if (!found) return std::nullopt;
    if (found->rest == "%")
        return PlainWriting{fmt::format("{:.10g}", std::strtod(found->number.c_str(), nullptr) / 100),
                            Node::Kind::real};
    constexpr std::array large{std::string_view{"万"}, std::string_view{"千"}, std::string_view{"百"},
                               std::string_view{"亿"}};
    const bool is_multiple = std::ranges::any_of(large, [&](auto word) { return found->rest.starts_with(word); });
    const bool has_unit = std::ranges::all_of(found->rest, [](char c) { return is_letter(c) || c == '/'; });
    if (is_multiple || !has_unit || found->number.ends_with('.')) return std::nullopt;
    const bool is_real = found->number.find('.') != std::string::npos;
    return PlainWriting{found->number, is_real ? Node::Kind::real : Node::Kind::whole};
}

// A key of the file format, or a name in any script.
std::optional<PlainWriting> bare_word(std::string_view text) {
    const bool is_word = !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-';
    });
    if (!is_word) return std::nullopt;
    return PlainWriting{fmt::format("\"{}\"", text), Node::Kind::text};
}

// A list whose elements are written so.
std::optional<PlainWriting> list(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
    std::vector<std::string> elements;
    for (std::string_view rest = text.substr(1, text.size() - 2); !trimmed(rest).empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const auto element = plain_writing(rest.substr(0, comma));
        const bool is_right =
            parse_value(trimmed(rest.substr(0, comma)), {}).kind != Node::Kind::text || trimmed(rest).starts_with('"');
        if (!element && !is_right) return std::nullopt;
        elements.push_back(is_right ? std::string(trimmed(rest.substr(0, comma))) : element->text);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return PlainWriting{fmt::format("[{}]", fmt::join(elements, ", ")), Node::Kind::array};
}

// Outside texts in straight quotes, up to a comment: calls `take` with the offset and the column of each character,
// until it says that this was it.
template <class Take>
void each_bare(std::string_view line, const Take& take) {
    char open = 0;
    int column = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
        ++column;
        if (open == 0 && c == '#') return;
        if (c == '"' || c == '\'') open = open == 0 ? c : open == c ? '\0' : open;
        if (open == 0 && take(at, column)) return;
    }
}

std::optional<LineMistake> typographic_quote(std::string_view line) {
    std::optional<LineMistake> found;
    each_bare(line, [&](std::size_t at, int column) {
        for (const std::string_view quote : quotes) {
            if (!line.substr(at).starts_with(quote)) continue;
            found = {column, worded("{} is a typographic quote, as word processors and Chinese keyboards write it; "
                                    "texts stand in straight ones: \"…\"",
                                    "{} 是中文或排版引号；文字应加英文直引号：\"…\"", quote)};
        }
        return found.has_value();
    });
    return found;
}

std::size_t comment_in(std::string_view line) {
    char open = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (open == 0 && c == '#') return at;
        if (c == '"' || c == '\'') open = open == 0 ? c : open == c ? '\0' : open;
    }
    return line.size();
}

// Behind the first = of the line, where the key before it is written well.
std::optional<LineMistake> value_mistake(std::string_view line) {
    std::size_t from = std::string_view::npos;
    int column = 0;
    each_bare(line, [&](std::size_t at, int at_column) {
        if (line[at] == '=') from = at + 1, column = at_column + 1;
        return line[at] == '=' || sign_at(line, at) != nullptr;
    });
    if (from == std::string_view::npos) return std::nullopt;
    const std::string_view behind = line.substr(from, comment_in(line) - from), value = trimmed(behind);
    const bool is_quoted = value.starts_with('"') || value.starts_with('\'');
    const auto plain = is_quoted ? std::nullopt : plain_writing(value);
    if (!plain || plain->text == value) return std::nullopt;
    column += static_cast<int>(behind.find(value));
    return LineMistake{column, worded("{} is not read; write {}", "{} 无法识别；请写 {}", value, plain->text)};
}

// As far as full-width signs follow each other.
std::optional<LineMistake> wide_sign(std::string_view line) {
    std::string wide, plain;
    int first = 0;
    each_bare(line, [&](std::size_t at, int column) {
        const Sign* sign = sign_at(line, at);
        if (sign == nullptr) return !wide.empty();
        if (wide.empty()) first = column;
        wide += sign->wide;
        plain += sign->plain;
        return false;
    });
    if (wide.empty()) return std::nullopt;
    if (trimmed(plain).empty() && !plain.empty())
        return LineMistake{first, worded("a full-width blank, as Chinese keyboards write it; write an ordinary one",
                                         "此处为全角空格；请改为半角空格")};
    return LineMistake{first,
                       worded("{} is full-width, as Chinese keyboards write it; {}", "{} 是全角字符；{}", wide,
                              plain.empty() ? worded("leave it out", "请删去") : worded("write {}", "请写 {}", plain))};
}

}  // namespace

std::optional<PlainWriting> plain_writing(std::string_view written) {
    const std::string plain = with_plain_signs(written);
    const std::string_view text = trimmed(plain);
    constexpr std::size_t longest = 200;
    if (text.empty() || text.size() > longest) return std::nullopt;
    const Node node = parse_value(text, {});
    if (node.kind != Node::Kind::text) return PlainWriting{std::string(text), node.kind};
    if (text.starts_with('"') || text.starts_with('\'')) return std::nullopt;
    for (const auto& reading : {truth, date, number, list, bare_word}) {
        if (auto found = reading(text)) return found;
    }
    return std::nullopt;
}

Text advice_on(const Node& node, Node::Kind expected) {
    if (node.kind != Node::Kind::text) return {};
    const auto plain = plain_writing(node.text);
    const bool is_number = expected == Node::Kind::real || expected == Node::Kind::whole;
    const bool is_meant = plain && (plain->kind == expected || (is_number && plain->kind == Node::Kind::whole) ||
                                    (expected == Node::Kind::real && plain->kind == Node::Kind::real));
    return is_meant ? worded("; write {}", "；请写 {}", plain->text) : Text{};
}

std::optional<LineMistake> mistake_in(std::string_view line) {
    if (auto quote = typographic_quote(line)) return quote;
    if (auto value = value_mistake(line)) return value;
    return wide_sign(line);
}

}  // namespace staffsim::scenario
