#include "analysis/terminal/verdict_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "analysis/outcome_words.hpp"
#include "analysis/report/labels.hpp"
#include "analysis/report/numbers.hpp"
#include "analysis/terminal/layout.hpp"
#include "analysis/verdict_words.hpp"
#include "sim/levers/words.hpp"

namespace staffsim::analysis {

namespace {

using stats::Verdict;

// One variant has room for whole words, two do not.
struct Columns {
    std::size_t label, cell;
    bool is_narrow;
};
constexpr Columns wide{34, 44, false}, narrow{22, 28, true};

Text short_words(Verdict verdict) {
    switch (verdict) {
        case Verdict::identical:
            return {"identical", "相同"};
        case Verdict::depends_on_assumptions:
            return {"assumption", "看假设"};
        case Verdict::small_better:
        case Verdict::small_worse:
        case Verdict::small_higher:
        case Verdict::small_lower:
            return {"small", "很小"};
        case Verdict::same:
            return {"same", "相当"};
        case Verdict::too_close:
            return {"too close", "难分"};
        default:
            return stats::words(verdict);
    }
}

std::string without_grouping(std::string number) {
    std::erase(number, ',');
    return number;
}

// +0.12 -> +.12
std::string compact(std::string number) {
    const std::size_t zero = number.find("0.");
    const bool leads =
        zero != std::string::npos && (zero == 0 || std::isdigit(static_cast<unsigned char>(number[zero - 1])) == 0);
    if (leads) number.erase(zero, 1);
    return number;
}

std::string rare_text(const Cell& cell, const Style& style) {
    const Text rare{"too rare", "太少见"}, few{"too few", "推演少"};
    const Text& words = has_too_few_futures(cell.paired.replications) ? few : rare;
    return fmt::format("{} {} {}", stats::mark(cell.verdict), style.say(words), differing_numbers(cell.paired));
}

class TableWriter {
  public:
    TableWriter(const Comparison& comparison, int verdict_year, const Style& style)
        : comparison_(comparison), year_(verdict_year), style_(style) {}

    std::string block(std::size_t first, std::size_t count) const {
        const Columns& columns = count == 1 ? wide : narrow;
        std::string text = heading(first, count, columns);
        for (std::size_t outcome = 0; outcome < comparison_.outcomes.size(); ++outcome) {
            if (is_shown(outcome, first)) text += row(outcome, first, count, columns);
        }
        return text + decided_by(first, count, columns);
    }

  private:
    bool is_shown(std::size_t outcome, std::size_t scenario) const {
        const Cell* cell = find_cell(comparison_, outcome, scenario, year_);
        return cell != nullptr && cell->has_verdict;
    }

    // The question on the left, the variants' names above their columns; both may take several lines.
    std::string heading(std::size_t first, std::size_t count, const Columns& columns) const {
        const std::string base = style_.say(comparison_.scenarios.front().name);
        const Text words{fmt::format("2 At year {} against {}", year_, base),
                         fmt::format("2 第 {} 年，与{}相比", year_, base)};
        std::vector<std::vector<std::string>> parts{wrapped(style_.say(words), columns.label - 3)};
        for (std::size_t s = first; s < first + count; ++s) {
            parts.push_back(wrapped(style_.say(comparison_.scenarios[s].name), columns.cell - 2));
        }
        return side_by_side(parts, columns);
    }

    static std::string side_by_side(const std::vector<std::vector<std::string>>& parts, const Columns& columns) {
        std::size_t height = 0;
        for (const auto& part : parts) height = std::max(height, part.size());
        std::string text;
        for (std::size_t i = 0; i < height; ++i) {
            std::string line;
            for (std::size_t p = 0; p < parts.size(); ++p) {
                const bool has_line = i < parts[p].size();
                const std::string indent = p == 0 && i > 0 ? "  " : "";
                line += pad_right(has_line ? indent + parts[p][i] : "", p == 0 ? columns.label : columns.cell);
            }
            text += std::string(trimmed_right(line)) + "\n";
        }
        return text;
    }

    // The label may take several lines; the numbers stand beside the first one.
    std::string row(std::size_t outcome, std::size_t first, std::size_t count, const Columns& columns) const {
        const std::vector<std::string> label = wrapped(label_of(comparison_.outcomes[outcome]), columns.label - 3);
        std::string line = "  " + pad_right(label.front(), columns.label - 2);
        for (std::size_t s = first; s < first + count; ++s) {
            const Cell* cell = find_cell(comparison_, outcome, s, year_);
            if (cell == nullptr) continue;
            const bool is_brief = columns.is_narrow || !fits_in_whole_words(s, columns);
            line += coloured(style_, cell->verdict, pad_right(cell_text(*cell, columns, is_brief), columns.cell));
        }
        std::string text = std::string(trimmed_right(line)) + "\n";
        for (std::size_t i = 1; i < label.size(); ++i) text += "    " + label[i] + "\n";
        return text;
    }

    std::string label_of(const measures::Outcome& outcome) const {
        const Text change = change_unit(outcome);
        const std::string mark = is_over_years(outcome) && year_ > 1 ? over_years_mark : "";
        if (style_.language == Language::zh) return outcome.label.zh + mark + "（" + change.zh + "）";
        std::string unit = change.en;
        constexpr std::string_view yearly = " a year";
        if (outcome.label.en.ends_with(yearly) && unit.ends_with(yearly)) unit.resize(unit.size() - yearly.size());
        const bool is_said = outcome.label.en.find(unit) != std::string::npos || is_said_by(outcome.label.en, unit);
        return outcome.label.en + mark + (is_said ? "" : ", " + unit);
    }

    // A column says "same" or "practically the same", not both.
    bool fits_in_whole_words(std::size_t scenario, const Columns& columns) const {
        return std::ranges::none_of(comparison_.cells, [&](const Cell& cell) {
            const bool is_of_column = cell.scenario == scenario && cell.verdict_year == year_ && cell.has_verdict;
            return is_of_column && display_width(cell_text(cell, columns, false)) >= columns.cell;
        });
    }

    // Brief: the first that fits; the verdict's word always does, for the range gives way to it.
    std::string cell_text(const Cell& cell, const Columns& columns, bool is_brief) const {
        if (stats::is_without_number(cell.verdict))
            return std::string(stats::mark(cell.verdict)) + " " + style_.say(stats::words(cell.verdict));
        if (cell.verdict == Verdict::too_rare) return rare_text(cell, style_);
        const std::string mark = std::string(stats::mark(cell.verdict)) + " ";
        // Against a baseline chosen afterwards every row would say "exploratory": the table's help does.
        const bool is_judged = cell.verdict != Verdict::exploratory;
        const std::string words = is_judged ? " " + style_.say(stats::words(cell.verdict)) : "";
        const std::string brief = is_judged ? " " + style_.say(short_words(cell.verdict)) : "";
        const std::string numbers = numbers_of(cell, columns.is_narrow), compacted = numbers_of(cell, true);
        if (!is_brief) return mark + numbers + words;
        for (const std::string& text : {mark + numbers + brief, mark + compacted + brief}) {
            if (display_width(text) < columns.cell) return text;
        }
        return mark + compacted.substr(0, compacted.find(' ')) + brief;
    }

    std::string numbers_of(const Cell& cell, bool is_narrow) const {
        const int decimals = shown_decimals(cell.paired, comparison_.outcomes[cell.outcome]);
        const auto written = [&](double value) {
            const std::string number =
                without_grouping(signed_within(value, cell.paired.low, cell.paired.high, decimals));
            return is_narrow ? compact(number) : number;
        };
        return fmt::format("{} [{},{}]", written(cell.paired.difference), written(cell.paired.low),
                           written(cell.paired.high));
    }

    std::string decided_by(std::size_t first, std::size_t count, const Columns& columns) const {
        const Text words{"decided by", "决定权"};
        std::string line = "  " + pad_right(style_.say(words), columns.label - 2);
        for (std::size_t s = first; s < first + count; ++s) {
            line += pad_right(fitted(authorities(comparison_.scenarios[s]), columns.cell - 2), columns.cell);
        }
        return std::string(trimmed_right(line)) + "\n";
    }

    // "county + PROVINCE": whoever stands above the county in capitals.
    std::string authorities(const ComparedScenario& scenario) const {
        std::vector<std::string> names;
        for (const std::string authority : {"township", "county", "city", "province", "centre", ""}) {
            const bool decides =
                std::ranges::any_of(scenario.settings, [&](const Setting& s) { return s.authority == authority; });
            if (!decides) continue;
            std::string name = style_.say(levers::authority_words(authority));
            const bool is_above = authority == "city" || authority == "province" || authority == "centre";
            if (is_above)
                std::ranges::transform(name, name.begin(),
                                       [](unsigned char c) { return c < 0x80 ? std::toupper(c) : c; });
            names.push_back(name);
        }
        return names.empty() ? "-" : fmt::format("{}", fmt::join(names, " + "));
    }

    static std::string_view trimmed_right(std::string_view line) {
        const std::size_t last = line.find_last_not_of(' ');
        return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
    }

    const Comparison& comparison_;
    const int year_;
    const Style& style_;
};

}  // namespace

std::string verdict_table(const Comparison& comparison, int verdict_year, const Style& style) {
    const TableWriter writer(comparison, verdict_year, style);
    const std::size_t variants = comparison.scenarios.size() - 1;
    std::string text;
    for (std::size_t first = 1; first <= variants; first += 2)
        text += writer.block(first, std::min<std::size_t>(2, variants + 1 - first));
    return text;
}

}  // namespace staffsim::analysis
