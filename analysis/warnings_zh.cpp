#include "analysis/warnings_zh.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace staffsim::analysis {

namespace {

// {} stands for any text; {0}, {1} … for what stood there.
struct Phrase {
    std::string_view en, zh;
};

constexpr std::array phrases{
    Phrase{"{} is {} over establishment ({} staff, {} places); it recruits nobody until enough have left",
           "{0} 超编 {1} 人（实有 {2}，编制 {3}）；在减到编制数以内之前不招录"},
    Phrase{"{} fields of study are not known and count as \"other\"", "{0} 人的专业无法识别，按“其他”计"},
    Phrase{"{} persons are away on the first day; the column is read but not simulated, they start at home",
           "{0} 人期初在外；该列只读取、不模拟，视为在原单位"},
    Phrase{"has {} titled posts but only {} places", "有 {0} 个领导职数，但只有 {1} 个编制"},
    Phrase{"year {} lies beyond the {} simulated years and is left out", "第 {0} 年超出模拟的 {1} 年，略去"},
    Phrase{"{} lies beyond the {} simulated years; nothing changes", "{0} 超出模拟的 {1} 年，不起作用"},
    Phrase{"the last of {} yearly steps lies beyond the {} simulated years",
           "{0} 个年度步骤中最后一步超出模拟的 {1} 年"},
    Phrase{"starts, phase_in_years, units and applies_to hold for the values of their own table, which has none",
           "starts、phase_in_years、units、applies_to 只对本表中的取值有效，而本表没有取值"},
    Phrase{"replaces the value set in {}", "取代了 {0} 中的取值"},
    Phrase{"has no effect: in a transfer two people take each other's place", "不起作用：对调时两人互换岗位"},
    Phrase{"has no effect while {} is false", "{0} 未启用，故不起作用"},
    Phrase{"has no effect while {} is 0", "{0} 为 0，故不起作用"},
    Phrase{"lets nobody go, so {} has no effect", "不允许任何人外出，故 {0} 不起作用"},
    Phrase{"gives weight to clients while no client is asked", "给服务对象评价以权重，但没有征求服务对象的意见"},
    Phrase{"asks clients whose word has no weight", "征求服务对象意见，但其评价没有权重"},
    Phrase{
        "long-service pay answers the lack of non-leadership ranks; under parallel ranks people already rise in rank "
        "and pay, so little is left for it to do",
        "年限待遇针对的是缺少非领导职级；实行职务与职级并行后，职级和待遇已可逐步晋升，其作用所剩无几"},
    Phrase{
        "announcement, exam, interview and entry do not follow each other within a year: recruits of an announcement "
        "enter more than a year later",
        "公告、笔试、面试、录用不能在一年内依次完成：当次公告录用的人员一年多以后才到岗"},
    Phrase{"family planning ended as front-line work by 2021; it belongs in historical scenarios",
           "计划生育作为一线工作已于 2021 年结束，只宜用于历史情景"},
};

std::vector<std::string_view> pieces_of(std::string_view pattern) {
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0;;) {
        const std::size_t hole = pattern.find("{}", at);
        pieces.push_back(pattern.substr(at, hole == std::string_view::npos ? hole : hole - at));
        if (hole == std::string_view::npos) return pieces;
        at = hole + 2;
    }
}

// What stands in the holes of the pattern; nothing when the text is another one.
std::optional<std::vector<std::string_view>> matched(std::string_view text, std::string_view pattern) {
    const std::vector<std::string_view> pieces = pieces_of(pattern);
    if (!text.starts_with(pieces.front()) || !text.ends_with(pieces.back())) return std::nullopt;
    std::vector<std::string_view> found;
    std::size_t at = pieces.front().size();
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool is_last = i + 1 == pieces.size();
        const std::size_t next = is_last ? text.size() - pieces[i].size() : text.find(pieces[i], at);
        if (next == std::string_view::npos || next < at) return std::nullopt;
        found.push_back(text.substr(at, next - at));
        at = next + pieces[i].size();
    }
    if (at != text.size()) return std::nullopt;
    return found;
}

std::string filled(std::string_view pattern, const std::vector<std::string_view>& found) {
    std::string text(pattern);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::string hole = "{" + std::to_string(i) + "}";
        if (const std::size_t at = text.find(hole); at != std::string::npos) text.replace(at, hole.size(), found[i]);
    }
    return text;
}

}  // namespace

std::string chinese_warning(const std::string& english) {
    for (const Phrase& phrase : phrases) {
        if (const auto found = matched(english, phrase.en)) return filled(phrase.zh, *found);
    }
    return english;
}

}  // namespace staffsim::analysis
