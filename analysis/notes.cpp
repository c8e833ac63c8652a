#include "analysis/notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "sim/scenario/origin.hpp"

namespace staffsim::analysis {

namespace {

// "channel, field (12 of 714 people), native"; columns are named as in the roster.
// A column of the roster that may be drawn, as Chinese rosters head it.
std::string column_in_chinese(const std::string& column) {
    static const std::map<std::string, std::string> names{{"channel", "来源"},
                                                          {"field", "专业"},
                                                          {"post_since", "现职务时间"},
                                                          {"rank", "职级"},
                                                          {"rank_since", "现职级时间"},
                                                          {"pay_grade", "级别"},
                                                          {"step", "档次"},
                                                          {"native", "本县人"},
                                                          {"results", "近三年考核"}};
    const auto it = names.find(column);
    return it == names.end() ? column : it->second;
}

Text drawn_list(const scenario::RosterSummary& roster) {
    Text list;
    for (const auto& [column, people] : roster.drawn) {
        if (people == 0) continue;
        const bool is_first = list.en.empty(), all = people == roster.persons;
        list.en += (is_first ? "" : ", ") + column;
        list.zh += (is_first ? "" : "、") + column_in_chinese(column);
        if (all) continue;
        list.en += fmt::format(" ({} of {} people)", people, roster.persons);
        list.zh += fmt::format("（{} 人中的 {} 人）", roster.persons, people);
    }
    return list;
}

void add_drawn(std::vector<Text>& notes, const scenario::RosterSummary& roster) {
    const Text drawn = drawn_list(roster);
    // Names are for whoever keeps the roster: nobody misses them here.
    const auto counts = [](const std::vector<std::string>& columns) {
        return columns.size() - static_cast<std::size_t>(std::ranges::count(columns, "name"));
    };
    const std::size_t missing = counts(roster.absent), columns = counts(roster.present) + missing;
    if (missing > 0)
        notes.push_back(
            {fmt::format("{} of {} roster columns {} missing", missing, columns, missing == 1 ? "is" : "are"),
             fmt::format("花名册 {} 列中缺少 {} 列", columns, missing)});
    if (!drawn.en.empty())
        notes.push_back(
            {"Drawn, because the roster does not say it: " + drawn.en, "花名册未载、由程序抽取：" + drawn.zh});
    if (roster.other_fields > 0)
        notes.push_back({fmt::format("Field of study counted as \"other\" for {} people", roster.other_fields),
                         fmt::format("{} 人的专业按“其他”计", roster.other_fields)});
    if (roster.away > 0)
        notes.push_back({fmt::format("{} people are away on the first day, as the roster says", roster.away),
                         fmt::format("花名册注明起始日在外 {} 人，按在外模拟", roster.away)});
}

}  // namespace

std::vector<Text> notes_of(const scenario::Scenario& baseline) {
    std::vector<Text> notes;
    if (baseline.roster.persons > 0) add_drawn(notes, baseline.roster);
    if (baseline.input.plan.start_full)
        notes.push_back({"No roster: every place is filled with generated people on the first day",
                         "没有花名册：期初各编制由程序生成的人员填满"});
    notes.push_back({"No history was given to check against: compare policies, do not forecast levels",
                     "没有历史数据可供检验：请比较办法，不要预测水平"});
    return notes;
}

std::vector<ToldWarning> in_both_languages(const std::vector<Problem>& warnings) {
    std::vector<ToldWarning> texts;
    for (Problem problem : warnings) {
        problem.place = scenario::without_folders(problem.place);
        ToldWarning text{to_text(problem), problem.kind};
        if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<ToldWarning> warnings_of(const std::vector<scenario::Scenario>& scenarios) {
    std::vector<Problem> warnings;
    for (const scenario::Scenario& scenario : scenarios)
        warnings.insert(warnings.end(), scenario.warnings.begin(), scenario.warnings.end());
    return in_both_languages(warnings);
}

}  // namespace staffsim::analysis
