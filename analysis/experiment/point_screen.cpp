#include <fmt/format.h>

#include <algorithm>

#include "analysis/context.hpp"
#include "analysis/experiment/point_table.hpp"
#include "analysis/outcome_words.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"
#include "analysis/terminal/overrides_text.hpp"
#include "analysis/verdict_words.hpp"
#include "sim/measures/observe.hpp"

namespace staffsim::analysis {

namespace {

constexpr std::size_t shown_outcomes = 3, shown_points = 60, column_width = 14, label = page_width - 3 * column_width;

struct PointColumn {
    std::size_t outcome;
    Text heading;
};

Text heading_of(const measures::Outcome& outcome) {
    const std::string mark = is_over_years(outcome) ? over_years_mark : "";
    return {outcome.label.en + mark, outcome.label.zh + mark};
}

class PointScreen {
  public:
    PointScreen(const store::Plan& plan, const PointTable& table, const Style& style)
        : plan_(plan), table_(table), style_(style), year_(plan.verdict_years.front()) {
        for (const std::string& id : plan.primary_outcomes) {
            const auto found = std::ranges::find(plan.outcomes, id, &measures::Outcome::id);
            if (columns_.size() < shown_outcomes)
                columns_.push_back({static_cast<std::size_t>(found - plan.outcomes.begin()), heading_of(*found)});
        }
    }

    std::string text() const {
        std::string out = heading() + column_heads();
        for (std::size_t i = 0; i < std::min(shown_points, table_.points.size()); ++i) out += row(table_.points[i]);
        if (table_.points.size() > shown_points)
            out += paragraph("  ", say(fmt::format("… {} more in points.csv", table_.points.size() - shown_points),
                                       fmt::format("……其余 {} 个见 points.csv", table_.points.size() - shown_points)));
        return out + legend();
    }

  private:
    std::string say(const std::string& en, const std::string& zh) const { return style_.say({en, zh}); }

    std::string heading() const {
        const std::string file = plan_.design_files.empty() ? "" : plan_.design_files.front().name;
        const std::size_t scenarios = plan_.scenarios.size();
        return fmt::format("{}{}\n", pad_right(file, label),
                           plan_.synthetic ? say("SYNTHETIC", "合成数据") : std::string()) +
               overrides_text(context_of(plan_.context_json).overrides, style_) +
               paragraph("",
                         say(fmt::format("{} points, {} different ones beside the base; {} matched futures of {} years",
                                         plan_.points.size(), scenarios - 1, table_.replications, plan_.years),
                             fmt::format("{} 个方案点，除基准外不同的 {} 个；{} 次对照推演，{} 年", plan_.points.size(),
                                         scenarios - 1, table_.replications, plan_.years)));
    }

    std::string column_heads() const {
        const std::string base = style_.say(plan_.scenarios.front().name);
        std::vector<std::vector<std::string>> parts{
            wrapped(say(fmt::format("Change by year {} against {}", year_, base),
                        fmt::format("到第 {} 年，与{}相比的变化", year_, base)),
                    label - 2)};
        for (const PointColumn& one : columns_) parts.push_back(wrapped(style_.say(one.heading), column_width - 1));
        std::size_t height = 0;
        for (const auto& part : parts) height = std::max(height, part.size());
        std::string out;
        for (std::size_t line = 0; line < height; ++line) {
            for (std::size_t p = 0; p < parts.size(); ++p)
                out += pad_right(line < parts[p].size() ? parts[p][line] : "", p == 0 ? label : column_width);
            out += "\n";
        }
        return out;
    }

    std::string row(std::size_t p) const {
        const store::PlannedPoint& point = plan_.points[p];
        const std::vector<std::string> name = wrapped(point.name, label - 4);
        std::string text = pad_right("  " + name.front(), label);
        for (const PointColumn& one : columns_) text += cell_text(point.scenario, one.outcome);
        text += "\n";
        for (std::size_t i = 1; i < name.size(); ++i) text += "    " + name[i] + "\n";
        return text;
    }

    std::string cell_text(std::size_t scenario, std::size_t outcome) const {
        for (const DeclaredCell& cell : table_.cells) {
            if (cell.scenario != scenario || cell.outcome != outcome || cell.verdict_year != year_) continue;
            return scenario == 0
                       ? pad_right(plain_number(cell.level.value, plan_.outcomes[outcome].decimals), column_width)
                       : judged(cell);
        }
        return pad_right("", column_width);
    }

    std::string judged(const DeclaredCell& cell) const {
        const int decimals = shown_decimals(cell.paired, plan_.outcomes[cell.outcome]);
        const bool is_rare = cell.verdict == stats::Verdict::too_rare;
        const bool has_number = !stats::is_without_number(cell.verdict) && !is_rare;
        const Text rare =
            has_too_few_futures(table_.replications) ? Text{"too few", "推演太少"} : Text{"too rare", "太少见"};
        const Text words = is_rare ? rare : stats::words(cell.verdict);
        const std::string text = fmt::format("{} {}", stats::mark(cell.verdict),
                                             has_number ? signed_difference(cell.paired, decimals) : style_.say(words));
        return coloured(style_, cell.verdict, pad_right(fitted(text, column_width - 1), column_width));
    }

    std::string legend() const {
        const std::string few = has_too_few_futures(table_.replications)
                                    ? paragraph("! ", style_.say(too_few_futures(table_.replications)))
                                    : "";
        return few + paragraph("", style_.say(over_years_note(year_))) +
               paragraph(
                   "",
                   say(fmt::format(
                           "▲▼ better or worse (neutral outcomes: higher, lower), △▽ real but small, = the same, ≈ too "
                           "close to call, · too rare; {:.0f} % for all {} comparisons together, look {}. Ranges, "
                           "other years and outcomes{}: --csv",
                           100 * plan_.confidence, table_.family, table_.look, units("; also ")),
                       fmt::format(
                           "▲▼ 更好或更差（中性指标：更高、更低），△▽ 有差别但很小，= 相同，≈ 难分高下，· 太少见；{} "
                           "项比较合计 {:.0f}%，第 {} 次查看。范围及其他年份、指标{}见 --csv",
                           table_.family, 100 * plan_.confidence, table_.look, units("，以及 "))));
    }

    // Units that the experiment's file names and that are judged beside the whole: "; also T03, T11".
    std::string units(const std::string& lead) const {
        std::string list;
        for (std::size_t g = measures::first_unit_group; g < plan_.groups.size(); ++g)
            list += (list.empty() ? lead : ", ") + plan_.groups[g].id;
        return list;
    }

    const store::Plan& plan_;
    const PointTable& table_;
    const Style& style_;
    const int year_;
    std::vector<PointColumn> columns_;
};

}  // namespace

std::string point_screen(const store::Plan& plan, const PointTable& table, const Style& style) {
    return finished(style, PointScreen(plan, table, style).text());
}

}  // namespace staffsim::analysis
