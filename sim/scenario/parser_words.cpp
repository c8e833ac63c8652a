#include "sim/scenario/parser_words.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace staffsim::scenario {

namespace {

struct ParserTerm {
    std::string_view en, zh;
};

// "expected …": signs in quotes stand as they are.
constexpr std::array what_was_expected{
    ParserTerm{"value-terminator", "值的结尾（逗号、空白或换行）"},
    ParserTerm{"value or closing ']'", "值或右方括号 ]"},
    ParserTerm{"value", "值"},
    ParserTerm{"space or tab", "空格或制表符"},
    ParserTerm{"space, 'T' or 't'", "空格或 T"},
    ParserTerm{"comma or closing ']'", "逗号或右方括号 ]"},
    ParserTerm{"comma or closing '}'", "逗号或右花括号 }"},
    ParserTerm{"key-value pair or closing '}'", "键值或右花括号 }"},
    ParserTerm{"key-value pair", "键值"},
    ParserTerm{"key or closing '}'", "键或右花括号 }"},
    ParserTerm{"keys, tables, whitespace or comments", "键、表、空白或注释"},
    ParserTerm{"a comment or whitespace", "注释或空白"},
    ParserTerm{"bare key starting character or string delimiter", "键（字母、数字、_、-，或加引号）"},
    ParserTerm{"hex digit", "十六进制数字"},
    ParserTerm{"hexadecimal digit", "十六进制数字"},
    ParserTerm{"exponent digit", "指数的数字"},
    ParserTerm{"exponent digit or sign", "指数的数字或正负号"},
    ParserTerm{"exponent decimal digit or sign", "指数的数字或正负号"},
    ParserTerm{"decimal digit or exponent", "数字或指数"},
    ParserTerm{"decimal digit or '.'", "数字或小数点"},
    ParserTerm{"decimal digit", "数字"},
    ParserTerm{"digit", "数字"},
    ParserTerm{"expected digit or sign", "数字或正负号"},
    ParserTerm{"fractional digits", "小数部分的数字"},
    ParserTerm{"4-digit year", "四位的年份"},
    ParserTerm{"2-digit month", "两位的月份"},
    ParserTerm{"2-digit day", "两位的日"},
    ParserTerm{"2-digit hour", "两位的小时"},
    ParserTerm{"2-digit minute", "两位的分钟"},
    ParserTerm{"2-digit second", "两位的秒"},
    ParserTerm{"month between 1 and 12 (inclusive)", " 1 至 12 之间的月份"},
    ParserTerm{"hour between 0 to 59 (inclusive)", " 0 至 23 之间的小时"},
    ParserTerm{"hour between 0 and 23 (inclusive)", " 0 至 23 之间的小时"},
    ParserTerm{"minute between 0 and 59 (inclusive)", " 0 至 59 之间的分钟"},
    ParserTerm{"second between 0 and 59 (inclusive)", " 0 至 59 之间的秒"},
};

// What is there instead.
constexpr std::array there_instead{
    ParserTerm{"comma", "逗号"},   ParserTerm{"closing '}' (dangling comma)", "右花括号 }（其前多了逗号）"},
    ParserTerm{"EOF", "文件结尾"}, ParserTerm{"'\\n'", "换行"},
    ParserTerm{"'\\r'", "换行"},   ParserTerm{"'\\t'", "制表符"},
};

// By their beginning, the longer ones first.
constexpr std::array whole_sentences{
    ParserTerm{"unescaped control characters other than TAB (U+0009) are explicitly prohibited", "引号未在本行内结束"},
    ParserTerm{"control characters other than TAB (U+0009) are explicitly prohibited in comments", "注释中有控制字符"},
    ParserTerm{"control characters other than TAB (U+0009) are explicitly prohibited", "引号未在本行内结束"},
    ParserTerm{"unexpected control character", "此处有控制字符"},
    ParserTerm{"encountered end-of-file", "文件在此处意外结束"},
    ParserTerm{"could not determine value type", "无法判断值的类型"},
    ParserTerm{"unknown escape sequence", "反斜杠之后的字符无效（反斜杠应写两个，或用单引号）"},
    ParserTerm{"escape sequence", "反斜杠之后的字符无效（反斜杠应写两个，或用单引号）"},
    ParserTerm{"line-ending backslashes must be the last", "反斜杠之后的字符无效（反斜杠应写两个，或用单引号）"},
    ParserTerm{"leading zeroes are prohibited", "数字不得以 0 开头"},
    ParserTerm{"underscores may only follow digits", "下划线只能写在数字之间"},
    ParserTerm{"underscores must be followed by digits", "下划线只能写在数字之间"},
    ParserTerm{"values may not begin with underscores", "值不得以下划线开头"},
    ParserTerm{"missing exponent", "缺少指数"},
    ParserTerm{"multi-line strings are prohibited in", "键不得写成多行文字"},
    ParserTerm{"tables with blank bare keys are explicitly prohibited", "方括号内缺少表名"},
    ParserTerm{"[[array-of-table]] brackets must be contiguous", "双方括号之间不得有空格"},
    ParserTerm{"unicode surrogates", "文字中有无效的字符编码"},
    ParserTerm{"unescaped unicode surrogates", "文字中有无效的字符编码"},
    ParserTerm{"values greater than U+10FFFF are invalid", "文字中有无效的字符编码"},
    ParserTerm{"vertical tabs", "此处有控制字符"},
    ParserTerm{"exceeds length limit", "数字过长"},
    ParserTerm{"exceeded maximum nested value depth", "括号层次过多"},
    ParserTerm{"fractional component exceeds maximum precision", "小数部分过长"},
};

template <std::size_t count>
std::string_view chinese_of(std::string_view words, const std::array<ParserTerm, count>& terms) {
    for (const ParserTerm& term : terms) {
        if (term.en == words) return term.zh;
    }
    return {};
}

// "day between 1 and 28 (inclusive)": of the month at hand.
std::string expected_thing(std::string_view en) {
    const std::string_view known = chinese_of(en, what_was_expected);
    if (!known.empty()) return std::string(known);
    constexpr std::string_view day = "day between ", to = " and ", end = " (inclusive)";
    const std::size_t at = en.find(to);
    if (en.starts_with(day) && en.ends_with(end) && at != std::string_view::npos) {
        const std::string_view last = en.substr(at + to.size(), en.size() - at - to.size() - end.size());
        return fmt::format(" {} 至 {} 之间的日", en.substr(day.size(), at - day.size()), last);
    }
    return en.starts_with('\'') ? std::string(en) : "";
}

// "cannot redefine existing table 'pay' as dotted key-value pair".
std::string written_twice(std::string_view en) {
    const std::size_t from = en.find('\''), to = en.rfind('\'');
    return from == to ? "" : fmt::format("“{}”写了两次", en.substr(from + 1, to - from - 1));
}

std::string in_chinese(std::string_view en) {
    constexpr std::string_view wanted = "expected ", saw = ", saw ";
    if (en.starts_with("cannot redefine existing ")) return written_twice(en);
    const std::size_t at = en.find(saw);
    if (en.starts_with(wanted) && at != std::string_view::npos) {
        const std::string thing = expected_thing(en.substr(wanted.size(), at - wanted.size()));
        const std::string_view given = en.substr(at + saw.size()), named = chinese_of(given, there_instead);
        return thing.empty() ? "" : fmt::format("此处应为{}，写成了 {}", thing, named.empty() ? given : named);
    }
    if (en.ends_with("' is not representable in 64 bits")) return "数字超出可以表示的范围";
    for (const ParserTerm& sentence : whole_sentences) {
        if (en.starts_with(sentence.en)) return std::string(sentence.zh);
    }
    return "";
}

}  // namespace

Text words_of_parser(std::string_view description) {
    std::string_view words = description;
    constexpr std::string_view before = "Error while parsing ", colon = ": ";
    const std::size_t at = words.find(colon);
    if (words.starts_with(before) && at != std::string_view::npos) words.remove_prefix(at + colon.size());
    while (words.starts_with(' ')) words.remove_prefix(1);
    const std::string zh = in_chinese(words);
    return {std::string(description), zh.empty() ? std::string(description) : zh};
}

}  // namespace staffsim::scenario
