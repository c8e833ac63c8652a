#include "sim/scenario/words.hpp"

#include <charconv>
#include <utility>

namespace staffsim::scenario {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr Pair other_spellings[] = {
    {"M", "male"},
    {"F", "female"},
    {"男性", "男"},
    {"女性", "女"},
    {"专科", "大专"},
    {"大学专科", "大专"},
    {"高职", "大专"},
    {"大学", "本科"},
    {"大学本科", "本科"},
    {"本科生", "本科"},
    {"学士", "本科"},
    {"硕士研究生", "硕士"},
    {"研究生", "硕士"},
    {"博士研究生", "博士"},
    {"college", "大专"},
    {"phd", "博士"},
    {"考录", "公开考录"},
    {"公务员考试", "公开考录"},
    {"村官", "大学生村官"},
    {"大学生村干部", "大学生村官"},
    {"村干部", "优秀村干部"},
    {"事业人员", "乡镇事业人员"},
    {"事业编", "乡镇事业人员"},
    {"三支一扶", "服务基层项目人员"},
    {"选调生", "公开考录"},
    {"西部计划", "服务基层项目人员"},
    {"未定等次", "不定等次"},
    {"乡", "乡镇"},
    {"镇", "乡镇"},
    {"街道", "乡镇"},
    {"县直", "县直机关"},
    {"县直部门", "县直机关"},
};

constexpr Pair other_titles[] = {
    {"科员", "clerk"},
    {"一般干部", "clerk"},
    {"中层副职", "office_deputy"},
    {"中层正职", "office_head"},
    {"副科", "deputy_section"},
    {"副科级", "deputy_section"},
    {"副科级领导", "deputy_section"},
    {"正科", "section_chief"},
    {"正科级", "section_chief"},
    {"正科级领导", "section_chief"},
};
constexpr Pair township_titles[] = {
    {"副乡长", "deputy_section"},  {"副镇长", "deputy_section"}, {"副乡镇长", "deputy_section"},
    {"乡长", "section_chief"},     {"镇长", "section_chief"},    {"乡镇长", "section_chief"},
    {"党委书记", "section_chief"},
};

constexpr std::string_view rank_names[] = {"二级科员",     "一级科员",     "四级主任科员", "三级主任科员",
                                           "二级主任科员", "一级主任科员", "四级调研员",   "三级调研员",
                                           "二级调研员",   "一级调研员",   "二级巡视员",   "一级巡视员"};

// The first row whose word occurs in the subject decides.
constexpr std::pair<std::string_view, Field> subjects[] = {
    {"法", Field::law},
    {"law", Field::law},
    {"农", Field::agriculture},
    {"林", Field::agriculture},
    {"畜", Field::agriculture},
    {"兽医", Field::agriculture},
    {"水产", Field::agriculture},
    {"园艺", Field::agriculture},
    {"植物", Field::agriculture},
    {"agri", Field::agriculture},
    {"经济", Field::economics},
    {"会计", Field::economics},
    {"财", Field::economics},
    {"金融", Field::economics},
    {"统计", Field::economics},
    {"审计", Field::economics},
    {"税", Field::economics},
    {"贸易", Field::economics},
    {"econ", Field::economics},
    {"工程", Field::engineering},
    {"工学", Field::engineering},
    {"计算机", Field::engineering},
    {"土木", Field::engineering},
    {"水利", Field::engineering},
    {"机械", Field::engineering},
    {"建筑", Field::engineering},
    {"信息", Field::engineering},
    {"规划", Field::engineering},
    {"环境", Field::engineering},
    {"engineer", Field::engineering},
    {"管理", Field::administration},
    {"行政", Field::administration},
    {"政治", Field::administration},
    {"社会工作", Field::administration},
    {"admin", Field::administration},
};

}  // namespace

std::string_view usual_word(std::string_view word) {
    for (const auto& [spelling, usual] : other_spellings) {
        if (spelling == word) return usual;
    }
    return word;
}

std::string_view usual_title(std::string_view word, UnitKind kind) {
    for (const auto& [spelling, title] : other_titles) {
        if (spelling == word) return title;
    }
    for (const auto& [spelling, title] : township_titles) {
        if (kind == UnitKind::township && spelling == word) return title;
    }
    return word;
}

std::optional<int> rank_of(std::string_view word) {
    for (int rank = 1; rank <= 12; ++rank) {
        if (rank_names[rank - 1] == word) return rank;
    }
    int rank = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), rank);
    const bool is_number = error == std::errc{} && end == word.data() + word.size();
    if (is_number && rank >= 1 && rank <= 12) return rank;
    return std::nullopt;
}

std::vector<std::string> rank_words() { return {std::begin(rank_names), std::end(rank_names)}; }

std::optional<Field> field_of(std::string_view subject) {
    if (const auto exact = find_term<Field>(subject)) return exact;
    for (const auto& [word, field] : subjects) {
        if (subject.find(word) != std::string_view::npos) return field;
    }
    return std::nullopt;
}

std::optional<bool> truth_of(std::string_view word) {
    if (word == "是" || word == "yes" || word == "true" || word == "1") return true;
    if (word == "否" || word == "no" || word == "false" || word == "0") return false;
    return std::nullopt;
}

}  // namespace staffsim::scenario
