#include "analysis/report/sections.hpp"

#include <algorithm>

#include "analysis/outcome_words.hpp"
#include "analysis/report/assets.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/verdict_words.hpp"

namespace staffsim::analysis {

const std::vector<Section>& sections() {
    static const std::vector<Section> all{
        {"compared",
         {"What was compared?", "比较了什么？"},
         {"Compared", "比较对象"},
         assets::compared,
         fill_compared,
         nullptr,
         false},
        {"answer", {"The answer in brief", "结论摘要"}, {"Answer", "结论"}, assets::answer, fill_answer},
        {"scorecard",
         {"Which policy does better, on what?", "哪种办法在哪些方面更好？"},
         {"Scorecard", "对照表"},
         assets::scorecard,
         fill_scorecard},
        {"changes", {"What really changes?", "真正改变了什么？"}, {"Changes", "变化"}, assets::changes, fill_changes},
        {"development",
         {"How does it develop?", "逐年怎样发展？"},
         {"Over the years", "逐年"},
         assets::development,
         fill_development},
        {"often",
         {"How often is it best?", "有多少次是最好的？"},
         {"How often best", "最好次数"},
         assets::often,
         fill_often},
        {"cost", {"What does it cost?", "要花多少钱？"}, {"Cost", "花费"}, assets::cost, fill_cost},
        {"structure",
         {"Who will be there?", "队伍会是什么样？"},
         {"Structure", "结构"},
         assets::structure,
         fill_structure},
        {"careers",
         {"Where do careers lead?", "职业道路通向哪里？"},
         {"Careers", "职业道路"},
         assets::careers,
         fill_careers},
        {"lives",
         {"What happens to one person?", "一个人会经历什么？"},
         {"One person", "个人经历"},
         assets::lives,
         fill_lives},
        {"chains",
         {"What does one vacancy set off?", "一个空缺会引发什么？"},
         {"Vacancy chains", "补缺连锁"},
         assets::chains,
         fill_chains},
        {"units",
         {"Which townships go thin?", "哪些乡镇人手会变少？"},
         {"Townships", "乡镇"},
         assets::units,
         fill_units},
        {"groups",
         {"Who is there, leaves and rises, group by group?", "分组看：谁在岗、谁离开、谁晋升？"},
         {"Groups", "分组"},
         assets::groups,
         fill_groups},
        {"pathways",
         {"Through what does it work?", "通过什么起作用？"},
         {"Pathways", "作用途径"},
         assets::pathways,
         fill_pathways},
        {"outlook",
         {"What happens if nothing changes?", "如果一切照旧会怎样？"},
         {"No change", "照旧"},
         assets::outlook,
         fill_outlook},
        {"assumptions",
         {"Which assumptions matter?", "哪些假设起作用？"},
         {"Assumptions", "假设"},
         assets::assumptions,
         fill_assumptions},
        {"parts",
         {"Which part of the package works?", "一揽子办法中哪一部分起作用？"},
         {"Parts", "各部分"},
         assets::parts,
         fill_parts,
         has_packages,
         false},
        {"best",
         {"Which policy is best on this one thing?", "单看这一项，哪种办法最好？"},
         {"Best", "最好的办法"},
         assets::best,
         fill_best,
         has_races,
         false},
        {"sought",
         {"How large must the lever be?", "力度要多大？"},
         {"How much", "需要多大力度"},
         assets::sought,
         fill_sought,
         has_seeks,
         false},
        {"record",
         {"How was this computed, and how far can it be trusted?", "怎样算出来的，可信到什么程度？"},
         {"Run record", "运行记录"},
         assets::record,
         fill_record,
         nullptr,
         false},
    };
    return all;
}

view::data scenario_view(const Comparison& comparison, std::size_t scenario) {
    view::data entry;
    entry.set("letter", scenario_letter(scenario));
    entry.set("name", view::text(comparison.scenarios[scenario].name));
    return entry;
}

view::data variant_views(const Comparison& comparison) {
    view::data list = view::empty_list();
    for (std::size_t i = 1; i < comparison.scenarios.size(); ++i) list << scenario_view(comparison, i);
    return list;
}

view::data all_views(const Comparison& comparison) {
    view::data list = view::empty_list();
    for (std::size_t i = 0; i < comparison.scenarios.size(); ++i) list << scenario_view(comparison, i);
    return list;
}

void set_many(const Comparison& comparison, std::size_t columns, view::data& values) {
    constexpr std::size_t fit_side_by_side = 6, most_across = 5;
    const std::size_t lines = std::max<std::size_t>(1, (columns + most_across - 1) / most_across);
    values.set("many", comparison.scenarios.size() > fit_side_by_side);
    values.set("across", std::to_string((columns + lines - 1) / lines));
}

void set_beside(const Comparison& comparison, const std::string& section, view::data& values) {
    const bool has_choice = comparison.scenarios.size() > 2;
    view::data list = view::empty_list();
    for (std::size_t i = 1; has_choice && i < comparison.scenarios.size(); ++i) {
        view::data entry = scenario_view(comparison, i);
        entry.set("section", section);
        entry.set("index", std::to_string(i));
        entry.set("first", i == 1);
        list << entry;
    }
    values.set("baseline", scenario_view(comparison, 0));
    values.set("heads", all_views(comparison));
    set_many(comparison, comparison.scenarios.size(), values);
    values.set("has_choice", has_choice);
    values.set("variants", list);
}

view::data outcome_view(const Comparison& comparison, std::size_t index) {
    const measures::Outcome& outcome = comparison.outcomes[index];
    view::data entry;
    entry.set("index", std::to_string(index));
    entry.set("label", view::text(outcome.label));
    entry.set("unit", view::text(outcome.unit));
    entry.set("estimand", view::text(outcome.estimand));
    entry.set("direction", view::text(direction_words(outcome.direction)));
    entry.set("is_share", change_unit(outcome).en != outcome.unit.en);
    entry.set("is_over_years", is_over_years(outcome));
    entry.set("has_matters", outcome.matters > 0);
    entry.set("matters", plain_number(outcome.matters, outcome.decimals));
    return entry;
}

view::data verdict_view(stats::Verdict verdict) {
    view::data entry;
    entry.set("words", view::text(stats::words(verdict)));
    entry.set("mark", std::string{stats::mark(verdict)});
    entry.set("tone", std::string{verdict_tone(verdict)});
    return entry;
}

view::data verdict_view(const Comparison& comparison, stats::Verdict verdict) {
    view::data entry = verdict_view(verdict);
    entry.set("words", view::text(verdict_words(comparison, verdict)));
    return entry;
}

void set_change(const Comparison& comparison, const Cell& cell, view::data& entry) {
    const int decimals = shown_decimals(cell.paired, comparison.outcomes[cell.outcome]);
    const bool is_measured = cell.verdict != stats::Verdict::not_measured;
    entry.set("difference", is_measured ? signed_difference(cell.paired, decimals) : "");
    set_range(cell, decimals, entry);
    if (cell.has_verdict) entry.set("verdict", verdict_view(comparison, cell.verdict));
    entry.set("more", cell.has_verdict && cell.paired.more_needed > 0);
    entry.set("is_rare", is_rare(cell));
    entry.set("one_more", cell.paired.more_needed == 1);
    entry.set("more_needed", std::to_string(cell.paired.more_needed));
}

void set_range(const Cell& cell, int decimals, view::data& entry) {
    if (is_rare(cell))
        entry.set("rare", view::text(differing_words(cell.paired)));
    else if (cell.verdict == stats::Verdict::not_measured)
        entry.set("range", "");
    else
        entry.set("range", signed_range(cell.paired.low, cell.paired.high, decimals));
}

}  // namespace staffsim::analysis
